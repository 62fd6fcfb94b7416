import type { TopLevelSpec } from 'vega-lite';
import { costsChart } from '../../src/charts/compare/costs.ts';
import { indexedChart } from '../../src/charts/compare/indexed.ts';
import { intervalsChart } from '../../src/charts/compare/intervals.ts';
import { trendsChart } from '../../src/charts/compare/trends.ts';
import type { ChartOptions } from '../../src/charts/parts/theme.ts';
import { runChart } from '../../src/charts/run-chart/run-chart.ts';
import { CONTROL_CASES } from './control-chart/cases.ts';
import { EVALUATE_CASES } from './evaluate/cases.ts';
import {
  CHANGE,
  CHANGE_TEXTS,
  COMPARATOR,
  COSTS_TEXTS,
  compareSeries,
  FIRST_QUARTER,
  FROME_COSTS,
  FROME_LINES,
  frome,
  INDEXED_TEXTS,
  PRACTICE,
  RUN_TEXTS,
  runPanel,
  SENSITIVITY,
  SENSITIVITY_TEXTS,
  TRENDS_TEXTS,
  wobble,
} from './fixtures.ts';
import { FUNNEL_CASES } from './scan/cases.ts';

type Draw = (options: ChartOptions) => TopLevelSpec;

const intervention = { period: '2014/15 Q1', index: FIRST_QUARTER + 4 };
const many = (n: number, of: (place: number) => number | null) => Array.from({ length: n }, (_, place) => of(place));
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);

export const LONG_NAME =
  'Averyveryverylongnamewithoutanyspaceatallthatgoesonandonandon Surgery and the Associated Community Services of the Lower Valley, in partnership with nobody in particular';

export const HOSTILE_NAME = '<script>alert("x")</script> & \'quotes\' \u202Egnitset\u202C \u0007bell </text>';

const fromeRuns: Draw = (options) =>
  runChart(
    [
      runPanel({ values: frome('admissions', PRACTICE), intervention }),
      runPanel(
        {
          area: COMPARATOR,
          values: frome('admissions', COMPARATOR),
          intervention,
          signals: [
            { at: range(0, 6), side: 'below' },
            { at: range(12, 18), side: 'above' },
          ],
        },
        ['seven quarters below the median', 'seven quarters above the median: concern'],
      ),
    ],
    RUN_TEXTS,
    options,
  );

const oneRun: Draw = (options) =>
  runChart(
    [
      runPanel(
        {
          values: frome('admissions', PRACTICE),
          intervention,
          target: 700,
          signals: [{ at: range(15, 18), side: 'below' }],
          annotations: [
            { period: '2015/16 Q3', index: FIRST_QUARTER + 10, text: 'Second ward opened' },
            { period: '2013/14 Q4', index: FIRST_QUARTER + 3, text: 'Hard winter, norovirus on four wards' },
          ],
        },
        ['4 points below the median: improvement'],
      ),
    ],
    RUN_TEXTS,
    options,
  );

const sixAreas: Draw = (options) =>
  runChart(
    ['Bridgwater', 'Frome', 'Minehead', 'Wells and Shepton Mallet Primary Care Network', 'Yeovil', 'Taunton'].map(
      (area, k) =>
        runPanel(
          {
            area,
            values: many(24, (i) => 700 + 40 * k + 60 * wobble(i + k * 31) - (k === 2 && i > 15 ? 120 : 0)),
            intervention,
            signals: k === 2 ? [{ at: range(16, 23), side: 'below' }] : [],
          },
          ['8 points below the median: improvement'],
        ),
    ),
    RUN_TEXTS,
    options,
  );

const crowded: Draw = (options) =>
  runChart(
    [1, 2, 3].map((k) =>
      runPanel(
        {
          area: `Area ${k}`,
          values: many(19, (i) => 700 + 80 * wobble(i + k * 31)),
          intervention,
          signals: [
            { at: range(2, 8), side: 'below' },
            { at: range(10, 13), side: 'up' },
          ],
          annotations: [3, 9, 14].map((at) => ({
            period: '',
            index: FIRST_QUARTER + at,
            text: `An annotation that is somewhat long, number ${at}`,
          })),
        },
        ['7 points below the median: improvement', '4 points rising: concern'],
      ),
    ),
    RUN_TEXTS,
    options,
  );

const monthly: Draw = (options) =>
  runChart(
    [
      runPanel(
        {
          frequency: 'month',
          first: 12 * 2013 + 3,
          values: many(60, (i) => (i === 22 || i === 23 ? null : 250 + 30 * wobble(i) - (i > 40 ? 40 : 0))),
          excluded: [12, 30],
          provisional: [57, 58, 59],
          signals: [{ at: range(41, 59), side: 'below' }],
        },
        ['19 points below the median: improvement'],
      ),
    ],
    RUN_TEXTS,
    options,
  );

const otherTimes: Draw = (options) =>
  runChart(
    [
      runPanel({
        area: 'weeks',
        frequency: 'day',
        step: 7,
        first: 16000,
        values: many(40, (i) => 50 + 20 * wobble(i)),
      }),
      runPanel({ area: 'events', frequency: 'event', first: 0, values: many(30, (i) => 50 + 20 * wobble(i + 9)) }),
      runPanel({ area: 'years', frequency: 'year', first: 2003, values: many(16, (i) => 50 + 20 * wobble(i + 5)) }),
      runPanel({ area: 'months', frequency: 'month', first: 24159, values: many(8, (i) => 50 + 20 * wobble(i + 2)) }),
    ],
    RUN_TEXTS,
    options,
  );

const degenerate: Draw = (options) =>
  runChart(
    [
      runPanel({ area: 'constant', values: [5, 5, 5, 5, 5, 5, 5, 5] }),
      runPanel({ area: 'zeros', values: [0, 0, 0, 0, 0, 0, 0, 0] }),
      runPanel({ area: 'below zero, in pounds', unit: 'GBP', values: [-5e6, -3e6, null, 2e6, -4e6, -6e6, -1e6, -9e6] }),
      runPanel({ area: 'one', values: [7] }),
      runPanel({ area: 'none', values: [null, null, null], centre: { kind: 'median', value: null, baseline: null } }),
    ],
    RUN_TEXTS,
    options,
  );

const hostile: Draw = (options) =>
  runChart(
    [HOSTILE_NAME, LONG_NAME].map((area) =>
      runPanel(
        {
          area,
          values: frome('admissions', PRACTICE),
          intervention,
          signals: [{ at: range(15, 18), side: 'below' }],
          annotations: [{ period: '', index: FIRST_QUARTER + 7, text: `=cmd() ${HOSTILE_NAME}` }],
        },
        [HOSTILE_NAME],
      ),
    ),
    { ...RUN_TEXTS, title: `${HOSTILE_NAME} ${LONG_NAME}`, subtitle: HOSTILE_NAME, notes: [HOSTILE_NAME, LONG_NAME] },
    options,
  );

const closeLines: Draw = (options) =>
  indexedChart(
    {
      intervention: null,
      series: [
        compareSeries('A', 'practice', [100, 101, 99, 100, 104, 100, 101]),
        compareSeries('B', 'comparator', [100, 99, 101, 100, 103, 99, 100.5]),
      ],
    },
    { ...INDEXED_TEXTS, labels: { practice: LONG_NAME, comparator: HOSTILE_NAME } },
    options,
  );

/** What charts must cope with, by name. */
export const CASES: Readonly<Record<string, Draw>> = {
  ...CONTROL_CASES,
  ...EVALUATE_CASES,
  ...FUNNEL_CASES,
  'run charts of Frome and Somerset': fromeRuns,
  'one run chart with target and annotations': oneRun,
  'six areas': sixAreas,
  'more words than there is room for': crowded,
  '60 months with a gap, excluded and provisional points': monthly,
  'weeks, events, years, months': otherTimes,
  'degenerate series': degenerate,
  'hostile and endless names': hostile,
  'index of practice and comparator': (options) => indexedChart(FROME_LINES, INDEXED_TEXTS, options),
  'index of lines that end together': closeLines,
  'index of a practice alone': (options) =>
    indexedChart({ intervention: null, series: FROME_LINES.series.slice(0, 1) }, INDEXED_TEXTS, options),
  'costs of both areas': (options) => costsChart(FROME_COSTS, COSTS_TEXTS, options),
  'costs of one area, as paid': (options) =>
    costsChart({ intervention: null, series: FROME_COSTS.series.slice(0, 1) }, COSTS_TEXTS, options),
  'fitted trends': (options) => trendsChart(FROME_LINES, TRENDS_TEXTS, options),
  'changes with intervals': (options) => intervalsChart(CHANGE, CHANGE_TEXTS, options),
  'an estimate without an interval': (options) =>
    intervalsChart(
      {
        ...CHANGE,
        rows: CHANGE.rows.slice(0, 1).map((row) => ({ ...row, label: LONG_NAME, lower: null, upper: null })),
      },
      CHANGE_TEXTS,
      options,
    ),
  'sensitivity to the baseline': (options) => intervalsChart(SENSITIVITY, SENSITIVITY_TEXTS, options),
  'ratios over three powers of ten': (options) =>
    intervalsChart(
      {
        ...SENSITIVITY,
        stretch: null,
        rows: SENSITIVITY.rows.map((row, place) => ({
          ...row,
          estimate: 10 ** (place / 2 - 1.5),
          lower: 0.02,
          upper: 40,
        })),
      },
      SENSITIVITY_TEXTS,
      options,
    ),
};
