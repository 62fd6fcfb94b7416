import { readFileSync } from 'node:fs';
import type { CompareSeries } from '../../src/analysis/compare/result.ts';
import type { RunChartResult, RunPoint, RunSignal } from '../../src/analysis/run-chart/result.ts';
import type { CostsTexts } from '../../src/charts/compare/costs.ts';
import type { IndexedTexts } from '../../src/charts/compare/indexed.ts';
import type { IntervalRow } from '../../src/charts/compare/interval-rows.ts';
import type { Intervals, IntervalsTexts } from '../../src/charts/compare/intervals.ts';
import type { CompareLines } from '../../src/charts/compare/panel.ts';
import type { TrendsTexts } from '../../src/charts/compare/trends.ts';
import type { SymbolTexts } from '../../src/charts/parts/key.ts';
import type { MarkedChartTexts } from '../../src/charts/parts/small-multiples.ts';
import type { ChartTexts, ValueAxisTexts } from '../../src/charts/parts/texts.ts';
import type { RunPanel } from '../../src/charts/run-chart/panel.ts';
import { type Frequency, formatPeriod } from '../../src/data/period.ts';

export const PRACTICE = 'Frome Medical Practice';
export const COMPARATOR = 'Rest of Somerset';

/** 2013/14 Q1. */
export const FIRST_QUARTER = 4 * 2013 + 1;

/** A column of fixtures/frome-somerset. */
export function frome(file: 'admissions' | 'costs', area: string): readonly number[] {
  const text = readFileSync(new URL(`../../fixtures/frome-somerset/${file}.csv`, import.meta.url), 'utf8');
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return rows.map((row) => Number(row[head.indexOf(area)]));
}

export const TEXTS: ChartTexts = {
  title: 'Frome’s admissions fell by 8.6% while the rest of Somerset’s rose by 19.0%',
  subtitle: 'Emergency admissions a quarter, 2013/14 Q1 to 2017/18 Q3, Frome Medical Practice and the rest of Somerset',
  notes: [
    'Reconstruction: levels invented, summary statistics as published (Abel et al., Br J Gen Pract 2018;68(676):e803).',
    'Rules: IHI run chart rules, median of all 19 quarters.',
  ],
  alt: 'Run charts of two areas.',
};

export const AXIS: ValueAxisTexts = {
  title: 'Emergency admissions a quarter',
  better: 'lower is better ↓',
  notFromZero: 'the axis does not start at zero',
  ownScales: 'each chart has its own scale',
};

export const SYMBOLS: SymbolTexts = {
  improvement: 'improvement',
  concern: 'concern',
  neither: 'change, neither better nor worse',
  both: 'improvement and concern',
  excluded: 'left out of the rules',
  provisional: 'provisional',
};

export const RUN_TEXTS: MarkedChartTexts = { ...TEXTS, axis: AXIS, symbols: SYMBOLS };

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

export interface RunCase extends Partial<Omit<RunChartResult, 'points' | 'signals'>> {
  readonly values: readonly (number | null)[];
  readonly first?: number;
  readonly signals?: readonly (Partial<RunSignal> & Pick<RunSignal, 'at' | 'side'>)[];
  readonly excluded?: readonly number[];
  readonly provisional?: readonly number[];
}

/** A run chart result of the right shape, made by hand: signals are as given, not found. */
export function runResult({
  values,
  first,
  signals = [],
  excluded = [],
  provisional = [],
  ...rest
}: RunCase): RunChartResult {
  const frequency: Frequency = rest.frequency ?? 'quarter';
  const step = rest.step ?? 1;
  const start = first ?? FIRST_QUARTER;
  const points = values.map(
    (value, place): RunPoint => ({
      period: formatPeriod({ frequency, index: start + place * step }),
      index: start + place * step,
      value,
      excluded: excluded.includes(place),
      provisional: provisional.includes(place),
      signals: signals.filter(({ at }) => at.includes(place)).map(({ rule }) => rule ?? 'shift'),
    }),
  );
  const known = values.filter((value) => value !== null);
  return {
    area: PRACTICE,
    measure: 'admissions',
    unit: 'count',
    rate: null,
    better: 'lower',
    centre: { kind: 'median', value: median(known), baseline: null },
    n: known.length,
    useful: known.length,
    runs: { count: 8, lower: 6, upper: 15, method: 'exact', otherVerdict: null },
    longestRun: 4,
    longestRunLimit: null,
    crossings: 7,
    crossingsLimit: null,
    ruleSet: 'ihi-run',
    worthALook: [],
    target: null,
    annotations: [],
    intervention: null,
    falseAlarmRate: null,
    findings: [],
    ...rest,
    frequency,
    step,
    points,
    signals: signals.map((signal) => ({
      rule: 'shift',
      variation:
        signal.side === 'below' || signal.side === 'down' ? 'improvement' : signal.side ? 'concern' : 'neither',
      from: points[signal.at[0] ?? 0]?.period ?? '',
      to: points[signal.at.at(-1) ?? 0]?.period ?? '',
      count: signal.at.length,
      gaps: [],
      ...signal,
    })),
  };
}

const grouped = (value: number): string => value.toFixed(0).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** A panel with plain words for everything that the result holds. */
export function runPanel(run: RunCase, words: readonly string[] = []): RunPanel {
  const result = runResult(run);
  return {
    result,
    texts: {
      title: result.area,
      centre: `median ${grouped(result.centre.value ?? 0)}`,
      target: `target ${grouped(result.target ?? 0)}`,
      intervention: 'Compassionate Frome starts',
      signals: result.signals.map((_, place) => words[place] ?? `signal ${place + 1}`),
    },
  };
}

/** A repeatable wobble between -1 and 1. */
export function wobble(place: number): number {
  const x = Math.sin(place * 12.9898) * 43758.5453;
  return 2 * (x - Math.floor(x)) - 1;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A series of a comparison from quarterly values from 2013/14 Q1 on; its line runs from the first to the last of `line`. */
export function compareSeries(
  area: string,
  subject: CompareSeries['subject'],
  values: readonly (number | null)[],
  { basis = 'count', line = null }: { basis?: CompareSeries['basis']; line?: LineSpan | null } = {},
): CompareSeries {
  const base = mean(values.slice(0, 4).filter((value) => value !== null));
  return {
    measure: basis === 'count' ? 'admissions' : 'cost',
    unit: basis === 'count' ? 'count' : 'GBP',
    area,
    subject,
    basis,
    points: values.map((value, place) => ({
      period: formatPeriod({ frequency: 'quarter', index: FIRST_QUARTER + place }),
      index: FIRST_QUARTER + place,
      value,
      indexed: value === null ? null : (100 * value) / base,
      fitted:
        line && place >= line.from && place < values.length
          ? line.first + ((line.last - line.first) * (place - line.from)) / (values.length - 1 - line.from)
          : null,
    })),
  };
}

interface LineSpan {
  readonly from: number;
  readonly first: number;
  readonly last: number;
}

/** Practice and comparator of the Frome reconstruction; the lines are those of 2014/15 Q1 to 2017/18 Q3, from first to last. */
export const FROME_LINES: CompareLines = {
  intervention: '2014/15 Q1',
  series: [
    compareSeries(PRACTICE, 'practice', frome('admissions', PRACTICE), { line: { from: 4, first: 790, last: 679.3 } }),
    compareSeries(COMPARATOR, 'comparator', frome('admissions', COMPARATOR), {
      line: { from: 4, first: 11592.4, last: 14896.8 },
    }),
  ],
};

const DEFLATOR = [0.956, 0.97, 0.977, 1, 1.016];

/** The money of the reconstruction, as paid and in prices of 2016/17 (index rounded). */
export const FROME_COSTS: CompareLines = {
  intervention: '2014/15 Q1',
  series: (
    [
      [PRACTICE, 'practice'],
      [COMPARATOR, 'comparator'],
    ] as const
  ).flatMap(([area, subject]) => {
    const paid = frome('costs', area);
    const real = paid.map((value, place) => value / (DEFLATOR[Math.floor(place / 4)] ?? 1));
    return [
      compareSeries(area, subject, paid, { basis: 'nominal' }),
      compareSeries(area, subject, real, { basis: 'real' }),
    ];
  }),
};

/** 2016/17 against 2013/14, on rates (the relative row as in the README of fixtures/frome-somerset, the others by hand). */
export const CHANGE: Intervals = {
  scale: 'linear',
  unit: 'percent',
  reference: 0,
  stretch: null,
  rows: [
    row({ label: PRACTICE, value: '−10.3% (−14.7 to −5.7)', estimate: -10.3, lower: -14.7, upper: -5.7 }, 'practice'),
    row({ label: COMPARATOR, value: '+16.4% (+15.0 to +17.8)', estimate: 16.4, lower: 15, upper: 17.8 }, 'comparator'),
    row(
      {
        label: 'Frome relative to the rest of Somerset',
        value: '−22.9% (−26.8 to −18.8)',
        estimate: -22.9,
        lower: -26.8,
        upper: -18.8,
      },
      'relative',
    ),
  ],
};

type Numbers = Pick<IntervalRow, 'label' | 'value' | 'estimate' | 'lower' | 'upper'>;

function row(numbers: Numbers, subject: IntervalRow['subject']): IntervalRow {
  return { ...numbers, subject, strong: subject === 'relative' };
}

const YEARS = ['2013/14', '2014/15', '2015/16', '2016/17'];
const RATIOS = [0.953, 0.861, 0.771, 0.904, 0.809, 0.895];

/** Every pair of the four complete years (ratios by hand, about right) and a range of rolling windows. */
export const SENSITIVITY: Intervals = {
  scale: 'log',
  unit: 'number',
  reference: 1,
  stretch: { from: 0.74, to: 0.96, label: 'range of rolling four-quarter windows' },
  rows: YEARS.flatMap((baseline, from) => YEARS.slice(from + 1).map((followUp) => `${baseline} → ${followUp}`)).map(
    (label, place) => {
      const estimate = RATIOS[place] ?? 1;
      const [lower, upper] = [estimate * 0.95, estimate * 1.053];
      const value = `${estimate.toFixed(2)} (${lower.toFixed(2)} to ${upper.toFixed(2)})`;
      return row({ label, value, estimate, lower, upper }, place === 2 ? 'relative' : 'other');
    },
  ),
};

export const INDEXED_TEXTS: IndexedTexts = {
  ...TEXTS,
  axis: { ...AXIS, title: 'Index, mean quarter of 2013/14 = 100' },
  labels: { practice: 'Frome Medical Practice 89', comparator: 'Rest of Somerset 130' },
  reference: 'mean of 2013/14 = 100',
  intervention: 'Compassionate Frome starts',
};

export const COSTS_TEXTS: CostsTexts = {
  ...TEXTS,
  axis: { ...AXIS, title: 'Cost of emergency admissions a quarter', better: null },
  labels: { nominal: 'as paid', real: 'prices of 2016/17' },
  intervention: 'Compassionate Frome starts',
};

export const TRENDS_TEXTS: TrendsTexts = {
  ...TEXTS,
  axis: AXIS,
  slopes: {
    practice: '−7.9 a quarter (95% interval −13.1 to −2.8)',
    comparator: '+236 a quarter (95% interval 152 to 320)',
  },
  intervention: 'Compassionate Frome starts',
};

export const CHANGE_TEXTS: IntervalsTexts = {
  ...TEXTS,
  axis: { title: 'Change in the rate per 1,000, 2016/17 against 2013/14', better: '← lower is better' },
  reference: 'no change',
};

export const SENSITIVITY_TEXTS: IntervalsTexts = {
  ...TEXTS,
  axis: { title: 'Ratio of ratios, on rates', better: '← Frome did better' },
  reference: 'changed alike',
};
