import { usageError } from '../../errors.ts';
import { caution, type Finding, finding } from '../../finding.ts';
import { type CountDesign, detectableCounts, type LogDetectable } from './interrupted.ts';
import { detectableRateRatio } from './rate-ratio.ts';
import type { DetectableChange, PowerDesign, PowerResult } from './result.ts';
import { simulatePower } from './simulate.ts';

export interface PowerOptions {
  readonly listSizes: readonly number[];
  /** Admissions per 1,000 a year. */
  readonly rate: number;
  readonly quartersBefore: number;
  readonly quartersAfter: number;
  readonly dispersion: number;
  readonly autocorrelation: number;
  /** People in the comparator; null: none. */
  readonly comparatorSize: number | null;
  /** Runs of the simulation of the first list size; 0: none. */
  readonly runs: number;
  readonly seed: number;
}

const POWER = 0.8;
const ALPHA = 0.05;
/** Other list sizes in the table, where one alone is asked for. */
export const TABLE_SIZES: readonly number[] = [5_000, 10_000, 20_000, 30_000];

/**
 * "Will we be able to see it?": the smallest change that two years, or an interrupted series (controlled where there is a
 * comparator), would find with 80 % power, for each list size. methods.md 2(g).
 *
 * @throws a usage error for sizes, rates or quarters of which no power can be computed
 */
export function detectablePower(options: PowerOptions): {
  readonly result: PowerResult;
  readonly findings: readonly Finding[];
} {
  check(options);
  const [asked = 0, ...more] = options.listSizes;
  const others = more.length > 0 ? more : TABLE_SIZES.filter((size) => size !== asked);
  const detectable = [
    ...rowsFor(asked, options, options.runs),
    ...others.flatMap((listSize) => rowsFor(listSize, options, 0)),
  ];
  return { result: { detectable }, findings: findingsOf(detectable, options) };
}

function check(options: PowerOptions): void {
  const { listSizes, rate, quartersBefore, quartersAfter, dispersion, autocorrelation, comparatorSize, runs } = options;
  const refuse = (option: string, value: number, expected: string): never => {
    throw usageError('power.out-of-range', { option, value, expected });
  };
  for (const size of listSizes) if (!(size > 0 && size <= 1e9)) refuse('--list-size', size, 'a number of people');
  if (!(rate > 0 && rate <= 10_000)) refuse('--rate', rate, 'admissions per 1,000 people a year, above 0');
  for (const [option, n] of [
    ['--quarters-before', quartersBefore] as const,
    ['--quarters-after', quartersAfter] as const,
  ])
    if (!(Number.isInteger(n) && n >= 3 && n <= 400)) refuse(option, n, 'a whole number from 3 to 400');
  if (!(dispersion >= 1 && dispersion <= 1000))
    refuse('--dispersion', dispersion, 'a number from 1 (no more than chance) to 1,000');
  if (!(autocorrelation > -1 && autocorrelation < 1))
    refuse('--autocorrelation', autocorrelation, 'a number between -1 and 1');
  if (comparatorSize !== null && !(comparatorSize > 0))
    refuse('--comparator-size', comparatorSize, 'a number of people');
  if (!(Number.isInteger(runs) && runs >= 0 && runs <= 100_000))
    refuse('--runs', runs, 'a whole number from 0 to 100,000');
}

function rowsFor(listSize: number, options: PowerOptions, runs: number): readonly DetectableChange[] {
  const { rate, comparatorSize, quartersBefore, quartersAfter, dispersion, autocorrelation, seed } = options;
  const perYear = (people: number) => (people * rate) / 1000;
  const shared = {
    listSize,
    rate,
    comparatorSize,
    quartersBefore,
    quartersAfter,
    dispersion,
    autocorrelation,
    power: POWER,
    alpha: ALPHA,
  };
  const design: CountDesign = {
    ...shared,
    events: perYear(listSize) / 4,
    others: comparatorSize === null ? null : perYear(comparatorSize) / 4,
  };
  const closed = detectableCounts(design);
  const prefix = comparatorSize === null ? 'interrupted' : 'controlled';
  const series = closed && {
    level: logRow(shared, `${prefix}-level`, closed.level),
    slope: logRow(shared, `${prefix}-slope`, closed.slope),
    end: logRow(shared, `${prefix}-end`, closed.end),
  };
  return [
    twoYears(shared, perYear(listSize), comparatorSize === null ? undefined : perYear(comparatorSize)),
    ...(series && closed
      ? [
          {
            ...series.level,
            simulated: runs > 0 ? simulatePower(design, closed as LogDetectable, 2, runs, seed) : null,
          },
          {
            ...series.slope,
            simulated: runs > 0 ? simulatePower(design, closed as LogDetectable, 3, runs, seed) : null,
          },
          series.end,
        ]
      : []),
  ];
}

type Shared = Omit<DetectableChange, 'design' | 'percentChange' | 'percentIncrease' | 'method' | 'simulated'>;

function logRow(shared: Shared, design: PowerDesign, size: number): DetectableChange {
  return {
    ...shared,
    design,
    percentChange: 100 * Math.expm1(-size),
    percentIncrease: 100 * Math.expm1(size),
    method: `segmented log-linear model, phi (X'R^-1X)^-1 / W, t`,
    simulated: null,
  };
}

/** A year before against a year after; the autocorrelation within a year is not allowed for. */
function twoYears(shared: Shared, before: number, comparator: number | undefined): DetectableChange {
  const { lower, upper } = detectableRateRatio({
    before,
    dispersion: shared.dispersion,
    ...(comparator === undefined ? {} : { comparatorBefore: comparator, comparatorAfter: comparator }),
  });
  return {
    ...shared,
    design: 'two-years',
    percentChange: lower === null ? null : 100 * (lower - 1),
    percentIncrease: upper === null ? null : 100 * (upper - 1),
    method: 'rate ratio of two years, Wald, normal',
    simulated: null,
  };
}

function findingsOf(rows: readonly DetectableChange[], options: PowerOptions): readonly Finding[] {
  const listSize = options.listSizes[0] ?? 0;
  const own = rows.filter((row) => row.listSize === listSize);
  const of = (part: string) => own.find(({ design }) => design.endsWith(part));
  const years = of('two-years');
  const level = of('-level');
  const { simulated = null } = level ?? {};
  return [
    finding('power.answer', {
      listSize,
      rate: options.rate,
      comparatorSize: options.comparatorSize,
      before: options.quartersBefore,
      after: options.quartersAfter,
      years: years?.percentChange ?? null,
      level: level?.percentChange ?? null,
      end: of('-end')?.percentChange ?? null,
      perYear: (listSize * options.rate) / 1000,
    }),
    ...(simulated
      ? [
          finding('power.simulated', {
            runs: simulated.runs,
            seed: simulated.seed,
            power: 100 * simulated.power,
            powerError: 100 * simulated.powerError,
            percent: simulated.percentChange,
            percentError: simulated.percentError,
          }),
        ]
      : []),
    ...(years?.percentChange === null ? [caution('power.no-fall', { listSize })] : []),
    ...(options.dispersion === 1 ? [caution('power.poisson-only')] : []),
    ...(options.comparatorSize === null ? [caution('power.no-comparator')] : []),
  ];
}
