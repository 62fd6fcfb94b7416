import type { TopLevelSpec } from 'vega-lite';
import { controlChart } from '../../../src/charts/control-chart/control-chart.ts';
import type { ChartOptions } from '../../../src/charts/parts/theme.ts';
import { FIRST_QUARTER, RUN_TEXTS, wobble } from '../fixtures.ts';
import { controlPanel } from './fixtures.ts';

type Draw = (options: ChartOptions) => TopLevelSpec;

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);
const many = (n: number, of: (place: number) => number | null) => Array.from({ length: n }, (_, place) => of(place));

const intervention = { period: '2014/15 Q1', index: FIRST_QUARTER + 4 };

/** Rates with limits that follow the list size, two phases, signals, target, annotations. */
const iPrime: Draw = (options) =>
  controlChart(
    [
      controlPanel(
        {
          chart: 'iprime',
          unit: 'rate',
          values: many(28, (i) => 28 + 1.6 * wobble(i) - (i > 11 ? 3 : 0) - (i > 19 ? 1.6 : 0) + (i === 7 ? 5 : 0)),
          limits: [
            { at: 0, centre: 28.1, sigma: 1.1, wide: (i) => 1 + 0.08 * wobble(i * 7) },
            { at: 12, centre: 24.6, sigma: 0.9, wide: (i) => 1 + 0.08 * wobble(i * 7) },
          ],
          target: (i) => (i < 16 ? 26 : 25),
          signals: [
            { at: [7], side: 'above', rule: 'outside' },
            { at: range(20, 27), side: 'below' },
          ],
          annotations: [
            { period: '', index: FIRST_QUARTER + 7, text: 'Norovirus on four wards' },
            { period: '', index: FIRST_QUARTER + 17, text: 'Community connectors in all practices' },
          ],
        },
        ['above the upper limit: concern', '8 quarters below the mean: improvement'],
      ),
    ],
    RUN_TEXTS,
    options,
  );

const AREAS = ['Bridgwater', 'Frome', 'Minehead', 'Wells and Shepton Mallet Primary Care Network', 'Yeovil', 'Taunton'];

const sixAreas: Draw = (options) =>
  controlChart(
    AREAS.map((area, k) =>
      controlPanel(
        {
          area,
          values: many(24, (i) => 700 + 40 * k + 50 * wobble(i + k * 31) - (k === 2 && i > 15 ? 90 : 0)),
          limits: [{ at: 0, centre: 700 + 40 * k - (k === 2 ? 30 : 0), sigma: 34 }],
          intervention,
          signals: k === 2 ? [{ at: range(16, 23), side: 'below' }] : k === 4 ? [{ at: [10], side: 'above' }] : [],
        },
        [k === 2 ? '8 quarters below the mean: improvement' : 'above the upper limit: concern'],
        true,
      ),
    ),
    RUN_TEXTS,
    options,
  );

const threePhases: Draw = (options) =>
  controlChart(
    [
      controlPanel(
        {
          frequency: 'month',
          first: 12 * 2013 + 3,
          values: many(60, (i) => (i === 22 ? null : 250 + 20 * wobble(i) - (i > 20 ? 40 : 0) + (i > 40 ? 30 : 0))),
          limits: [
            { at: 0, centre: 250, sigma: 12 },
            { at: 21, centre: 210, sigma: 13 },
            { at: 41, centre: 240, sigma: 11 },
          ],
          excluded: [12, 30],
          provisional: [57, 58, 59],
          both: [50],
          signals: [
            { at: range(44, 49), side: 'up', rule: 'trend' },
            { at: [50], side: 'below', rule: 'two-of-three' },
          ],
        },
        ['6 months rising: concern', '2 of 3 months near the lower limit: improvement'],
      ),
    ],
    RUN_TEXTS,
    options,
  );

/** Half limits, none, nothing. */
const bare: Draw = (options) =>
  controlChart(
    [
      controlPanel({
        area: 'no lower limit',
        values: [3, 5, 9, 2, 30, 4],
        limits: [{ at: 0, centre: 5, sigma: 6, lower: null }],
      }),
      controlPanel({ area: 'too short for limits', values: [3, 5, 4], limits: [{ at: 0, centre: 4, sigma: null }] }),
      controlPanel({ area: 'constant', values: [4, 4, 4, 4], limits: [{ at: 0, centre: 4, sigma: 0 }] }),
      controlPanel({ area: 'nothing', values: [null, null], limits: [{ at: 0, centre: null, sigma: null }] }),
    ],
    RUN_TEXTS,
    options,
  );

const HOSTILE = `<b onclick="x()">&'\u202Egnits\u202C \u0007${'endless'.repeat(20)}`;

const hostile: Draw = (options) =>
  controlChart(
    [HOSTILE, `${HOSTILE} again`].map((area) =>
      controlPanel(
        {
          area,
          values: many(19, (i) => 700 + 60 * wobble(i)),
          limits: [
            { at: 0, centre: 700, sigma: 30 },
            { at: 9, centre: 690, sigma: 30 },
          ],
          intervention,
          signals: [{ at: range(12, 18), side: 'below' }],
          annotations: [{ period: '', index: FIRST_QUARTER + 7, text: HOSTILE }],
        },
        [HOSTILE],
      ),
    ),
    RUN_TEXTS,
    options,
  );

/** What control charts must cope with, by name. */
export const CONTROL_CASES: Readonly<Record<string, Draw>> = {
  'an I prime chart with phases, signals, target and annotations': iPrime,
  'control charts of six areas': sixAreas,
  'three phases of months with a gap, excluded and provisional points': threePhases,
  'limits that are not there': bare,
  'control charts of hostile and endless names': hostile,
};
