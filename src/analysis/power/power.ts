import { caution, type Finding, finding } from '../../finding.ts';
import { autocorrelationAlarms } from './closed-forms.ts';
import { type CountDesign, detectableCounts, interruptedDesign } from './interrupted.ts';
import { checkRanges, type PowerOptions } from './options.ts';
import type { DetectableChange, IgnoredAutocorrelation, PowerResult, Simulated } from './result.ts';
import { eventsOf, exactRows, linearRows, logRow, type Shared, twoYears } from './rows.ts';
import { type SimulatedTerm, simulatePower } from './simulate.ts';

export type { PowerOptions };

const POWER = 0.8;
const ALPHA = 0.05;
/** Quarters up to which false alarms under autocorrelation are computed: the work grows with the cube. */
const EXACT_UP_TO = 100;
/** Other list sizes in the table, where one alone is asked for. */
const TABLE_SIZES: readonly number[] = [5_000, 10_000, 20_000, 30_000];

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
  const { power = POWER, alpha = ALPHA } = options;
  checkRanges(options, { power, alpha });
  const [asked = 0, ...more] = options.listSizes;
  const others = more.length > 0 ? more : TABLE_SIZES.filter((size) => size !== asked);
  const detectable = [
    ...rowsFor(asked, options, options.runs),
    ...others.flatMap((listSize) => rowsFor(listSize, options, 0)),
  ];
  const ignoredAutocorrelation = ignored(options);
  return {
    result: { detectable, ignoredAutocorrelation },
    findings: [...findingsOf(detectable, options), ...alarmFindings(ignoredAutocorrelation, options)],
  };
}

/** What a test that takes the quarters for independent would find where nothing happened; exact for normal errors. */
function ignored(options: PowerOptions): IgnoredAutocorrelation | null {
  const { autocorrelation, quartersBefore, quartersAfter, alpha = ALPHA } = options;
  const n = quartersBefore + quartersAfter;
  if (autocorrelation === 0 || n > EXACT_UP_TO) return null;
  const alarms = (term: number) =>
    autocorrelationAlarms(interruptedDesign(n, quartersBefore + 1), term, autocorrelation, alpha);
  return { autocorrelation, level: alarms(2), slope: alarms(3), alpha };
}

function alarmFindings(
  ignoring: IgnoredAutocorrelation | null,
  { runs, dispersion }: PowerOptions,
): readonly Finding[] {
  if (!ignoring) return [];
  const { autocorrelation, level, slope, alpha } = ignoring;
  return [
    caution('power.ignored-autocorrelation', {
      autocorrelation,
      level: 100 * level,
      slope: 100 * slope,
      alpha: 100 * alpha,
      simulated: runs > 0 && dispersion > 1,
    }),
  ];
}

function rowsFor(listSize: number, options: PowerOptions, runs: number): readonly DetectableChange[] {
  const { seed } = options;
  const shared = sharedOf(listSize, options);
  const design = countDesign(shared);
  const closed = detectableCounts(design);
  const prefix = shared.comparatorSize === null ? 'interrupted' : 'controlled';
  const simulated = (row: DetectableChange, term: SimulatedTerm) =>
    closed && runs > 0 && row.percentChange !== null ? simulatePower(design, closed, term, runs, seed) : null;
  const row = (part: 'level' | 'slope' | 'end') => closed && logRow(shared, `${prefix}-${part}`, closed, part);
  const [level, slope, end] = [row('level'), row('slope'), row('end')];
  return [
    twoYears(shared),
    ...exactRows(shared),
    ...(level && slope && end
      ? [{ ...level, simulated: simulated(level, 2) }, { ...slope, simulated: simulated(slope, 3) }, end]
      : []),
    ...linearRows(shared, options.sigma),
  ];
}

function countDesign(shared: Shared): CountDesign {
  const { comparatorSize } = shared;
  return {
    ...shared,
    events: eventsOf(shared) / 4,
    others: comparatorSize === null ? null : eventsOf(shared, comparatorSize) / 4,
  };
}

function sharedOf(listSize: number, options: PowerOptions): Shared {
  const { rate, comparatorSize, quartersBefore, quartersAfter, dispersion, autocorrelation } = options;
  return {
    listSize,
    rate,
    comparatorSize,
    comparatorSizeAfter: options.comparatorSizeAfter ?? comparatorSize,
    quartersBefore,
    quartersAfter,
    dispersion,
    autocorrelation,
    power: options.power ?? POWER,
    alpha: options.alpha ?? ALPHA,
    asked: options.change ?? null,
  };
}

function findingsOf(rows: readonly DetectableChange[], options: PowerOptions): readonly Finding[] {
  const listSize = options.listSizes[0] ?? 0;
  const own = rows.filter((row) => row.listSize === listSize);
  const of = (part: string) => own.find(({ design }) => design.endsWith(part));
  const years = of('two-years');
  const level = of('-level');
  const { simulated = null } = level ?? {};
  const refuted = simulated?.belowTarget ?? false;
  return [
    finding('power.answer', {
      listSize,
      rate: options.rate,
      comparatorSize: options.comparatorSize,
      before: options.quartersBefore,
      after: options.quartersAfter,
      years: years?.percentChange ?? null,
      level: refuted ? (simulated?.percentChange ?? null) : (level?.percentChange ?? null),
      end: of('-end')?.percentChange ?? null,
      refuted,
      power: options.power ?? POWER,
      perYear: (listSize * options.rate) / 1000,
    }),
    ...(simulated && level ? [simulationFinding(simulated, level)] : []),
    ...(years?.percentChange === null ? [caution('power.no-fall', { listSize })] : []),
    ...(options.dispersion === 1 ? [caution('power.poisson-only')] : []),
    ...(options.comparatorSize === null ? [caution('power.no-comparator')] : []),
    ...(level && level.percentChange !== null && !simulated && options.runs > 0
      ? [caution('power.not-simulated', { autocorrelation: options.autocorrelation })]
      : []),
  ];
}

/** What the runs say of the lasting fall, and why they do not bear the closed form out where they do not. */
function simulationFinding(simulated: Simulated, level: DetectableChange): Finding {
  const { runs, seed, power, powerError, belowTarget, percentError } = simulated;
  return finding('power.simulated', {
    runs,
    seed,
    power: 100 * power,
    powerError: 100 * powerError,
    wanted: 100 * level.power,
    belowTarget,
    closed: level.percentChange,
    percent: simulated.percentChange,
    percentError,
    perQuarter: (level.listSize * level.rate) / 4000,
    autocorrelation: level.autocorrelation,
  });
}
