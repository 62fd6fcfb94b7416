import { usageError } from '../../errors.ts';

/** What a power calculation is asked. */
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
  /** People in it in the later of two years; null or absent: as many. */
  readonly comparatorSizeAfter?: number | null;
  /** Chance of finding the change that is looked for (0.8), and two-sided level of the test (0.05). */
  readonly power?: number;
  readonly alpha?: number;
  /** A percent change whose power is asked for; null or absent: none. */
  readonly change?: number | null;
  /** Residual standard deviation of the admissions of a quarter, for lines by least squares; null or absent: none. */
  readonly sigma?: number | null;
  /** Runs of the simulation of the first list size; 0: none. */
  readonly runs: number;
  readonly seed: number;
}

/** What an option of a power calculation may be; both ends are allowed. */
interface Range {
  readonly option: string;
  readonly from: number;
  readonly to: number;
  readonly whole?: boolean;
  readonly of: (options: PowerOptions) => readonly (number | null | undefined)[];
}

/** Fewer people, admissions or quarters make no series; more are no practice, and beyond the precision of the fits. */
const RANGES: readonly Range[] = [
  { option: '--list-size', from: 1, to: 10_000_000, whole: true, of: ({ listSizes }) => listSizes },
  { option: '--rate', from: 0.01, to: 10_000, of: ({ rate }) => [rate] },
  { option: '--quarters-before', from: 3, to: 200, whole: true, of: ({ quartersBefore }) => [quartersBefore] },
  { option: '--quarters-after', from: 3, to: 200, whole: true, of: ({ quartersAfter }) => [quartersAfter] },
  { option: '--dispersion', from: 1, to: 1000, of: ({ dispersion }) => [dispersion] },
  { option: '--autocorrelation', from: -0.99, to: 0.99, of: ({ autocorrelation }) => [autocorrelation] },
  {
    option: '--comparator-size',
    from: 100,
    to: 100_000_000,
    of: ({ comparatorSize }) => [comparatorSize],
  },
  {
    option: '--comparator-size-after',
    from: 100,
    to: 100_000_000,
    of: ({ comparatorSizeAfter }) => [comparatorSizeAfter],
  },
  { option: '--power', from: 0.05, to: 0.999, of: ({ power }) => [power] },
  { option: '--alpha', from: 0.0001, to: 0.5, of: ({ alpha }) => [alpha] },
  { option: '--change', from: -99.9, to: 1000, of: ({ change }) => [change] },
  { option: '--sigma', from: 0.001, to: 1_000_000, of: ({ sigma }) => [sigma] },
  { option: '--runs', from: 0, to: 100_000, whole: true, of: ({ runs }) => [runs] },
  { option: '--seed', from: 0, to: Number.MAX_SAFE_INTEGER, whole: true, of: ({ seed }) => [seed] },
];

/** Runs times quarters that are simulated in ten to twenty seconds. */
const MOST_SIMULATED = 3_200_000;
/** Admissions a year below which there is nothing to look for. */
const FEWEST_EVENTS = 1;

/**
 * Throws a usage error that names the option and its range for what no power can be computed of, or would take minutes.
 * `power` and `alpha` as they are used where they were not given.
 */
export function checkRanges(options: PowerOptions, { power, alpha }: { power: number; alpha: number }): void {
  for (const range of RANGES) for (const value of range.of(options)) if (value != null) checkRange(value, range);
  const { listSizes, rate, comparatorSize, comparatorSizeAfter, change, runs, quartersBefore, quartersAfter } = options;
  for (const listSize of listSizes)
    if ((listSize * rate) / 1000 < FEWEST_EVENTS) throw usageError('power.too-few-events', { listSize, rate });
  if (comparatorSizeAfter != null && comparatorSize === null) throw usageError('power.no-comparator-size');
  if (change === 0) throw usageError('power.no-change');
  if (power <= alpha) throw usageError('power.below-alpha', { power, alpha });
  const quarters = quartersBefore + quartersAfter;
  if (runs * quarters > MOST_SIMULATED)
    throw usageError('power.too-many-runs', { runs, quarters, most: Math.floor(MOST_SIMULATED / quarters) });
}

/** Throws a usage error for a value outside its range. */
function checkRange(value: number, { option, from, to, whole = false }: Omit<Range, 'of'>): void {
  if (!Number.isFinite(value)) throw usageError('usage.not-a-number', { option });
  if (value >= from && value <= to && (!whole || Number.isInteger(value))) return;
  throw usageError('power.out-of-range', { option, value, from, to, whole });
}
