import { QuarterlineError } from '../../errors.ts';
import { tQuantile } from '../../statistics/distributions/t.ts';
import { BINOMIAL, POISSON } from '../../statistics/glm/family.ts';
import { fitGlm } from '../../statistics/glm/fit.ts';
import { quasi } from '../../statistics/glm/inference.ts';
import { type CountProblem, termStatistic } from '../../statistics/glm/term-statistic.ts';
import { at, type Matrix } from '../../statistics/linear/matrix.ts';
import { normalDraw, poissonDraw } from '../../statistics/random/draws.ts';
import { type RandomSource, seeded } from '../../statistics/random/generator.ts';
import { type CountDesign, interruptedDesign, type LogDetectable } from './interrupted.ts';
import type { Simulated } from './result.ts';

/** Which term carries the change: 2 the jump, 3 the change of slope. */
export type SimulatedTerm = 2 | 3;

/** Steps by which a fall is made larger until the runs find it often enough, and how often at most. */
const STEP = 1.1;
const STEPS = 12;
/** Shares so near 0 or 1 that the distance from the critical value cannot be read from them. */
const READABLE = { from: 0.02, to: 0.999 } as const;

/**
 * Power by simulation: Poisson counts around the design's means, the practice's with log-normal AR(1) noise of variance
 * (phi - 1) / m, the change on one term; each run fitted by the model that evaluate calls primary (quasi-Poisson without a
 * comparator) and tested by t. That model does not allow for autocorrelation, so that with it a run counts as a find only beyond
 * the critical value that as many series without a change give. methods.md 2(g) 6 (Hawley and colleagues 2019).
 *
 * The detectable change moves the closed form's by the ratio of the distances from the critical value that the two powers stand
 * for; where the runs fall short of the power asked for by more than 2 standard errors, larger falls are simulated in turn.
 * Null with autocorrelation at dispersion 1: chance alone has none.
 */
export function simulatePower(
  design: CountDesign,
  closed: LogDetectable,
  term: SimulatedTerm,
  runs: number,
  seed: number,
): Simulated | null {
  const { power: wanted = 0.8, alpha = 0.05, dispersion, autocorrelation } = design;
  if (autocorrelation !== 0 && dispersion === 1) return null;
  const size = term === 2 ? closed.level : closed.slope;
  const sizes = { design, term, runs, seed };
  const bar = autocorrelation === 0 ? fixedBar(closed.df, alpha) : simulatedBar(distances(sizes, 0), alpha);
  const found = shareBeyond(distances(sizes, -size), bar);
  const belowTarget = found.power + 2 * found.powerError < wanted;
  const change = belowTarget
    ? searched(sizes, { size, wanted, bar, found })
    : moved(closed.df, { size, wanted, bar, found });
  return { ...found, ...change, belowTarget, critical: bar.critical, runs, seed };
}

interface Runs {
  readonly design: CountDesign;
  readonly term: SimulatedTerm;
  readonly runs: number;
  readonly seed: number;
}

/** The |t| beyond which a run counts as a find, and how far chance leaves it open. */
interface Bar {
  readonly critical: number;
  readonly low: number;
  readonly high: number;
}

type Found = Pick<Simulated, 'power' | 'powerError'>;
type Change = Pick<Simulated, 'percentChange' | 'percentError'>;

interface Target {
  /** The closed form's fall, on the log scale, above zero. */
  readonly size: number;
  readonly wanted: number;
  readonly bar: Bar;
  readonly found: Found;
}

function fixedBar(df: number, alpha: number): Bar {
  const critical = tQuantile(alpha / 2, df, 'upper');
  return { critical, low: critical, high: critical };
}

/** The (1 - alpha) quantile of |t| in series without a change, and the order statistics one standard error of it away. */
function simulatedBar(values: readonly number[], alpha: number): Bar {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (place: number) => sorted[Math.max(0, Math.min(sorted.length - 1, Math.round(place)))] as number;
  const place = (1 - alpha) * sorted.length - 1;
  const reach = Math.sqrt(alpha * (1 - alpha) * sorted.length);
  return { critical: at(place), low: at(place - reach), high: at(place + reach) };
}

function shareBeyond(values: readonly number[], { critical, low, high }: Bar): Found {
  const beyond = (bar: number) => values.filter((value) => value > bar).length / values.length;
  const power = beyond(critical);
  const ofBar = (beyond(low) - beyond(high)) / 2;
  return { power, powerError: Math.sqrt((power * (1 - power)) / values.length + ofBar * ofBar) };
}

function moved(df: number, { size, wanted, bar, found: { power, powerError } }: Target): Change {
  const reached = (share: number) => bar.critical + tQuantile(share, df);
  if (power <= READABLE.from || power >= READABLE.to) return { percentChange: null, percentError: null };
  const at = (share: number) => 100 * Math.expm1((-size * reached(wanted)) / reached(share));
  const low = at(Math.max(0.01, power - powerError));
  const high = at(Math.min(0.9995, power + powerError));
  return { percentChange: at(power), percentError: Math.abs(high - low) / 2 };
}

/** The fall at which the runs reach the power asked for, between the two steps around it. Null where larger falls are hardly found either. */
function searched(sizes: Runs, { size, wanted, bar, found }: Target): Change {
  let below = { size, ...found };
  for (let step = 0; step < STEPS; step += 1) {
    const above = { size: below.size * STEP, ...shareBeyond(distances(sizes, -below.size * STEP), bar) };
    if (above.power >= wanted) {
      const perShare = (above.size - below.size) / (above.power - below.power);
      const reached = below.size + (wanted - below.power) * perShare;
      return {
        percentChange: 100 * Math.expm1(-reached),
        percentError: 100 * Math.exp(-reached) * perShare * above.powerError,
      };
    }
    if (above.power <= READABLE.from) break;
    below = above;
  }
  return { percentChange: null, percentError: null };
}

/** |t| of the term in every run with this effect; 0 where the model cannot be fitted. */
function distances({ design, term, runs, seed }: Runs, effect: number): readonly number[] {
  const random = seeded(seed);
  const { quartersBefore, quartersAfter } = design;
  const rows = interruptedDesign(quartersBefore + quartersAfter, quartersBefore + 1);
  return Array.from({ length: runs }, () => distance(design, rows, { term, effect }, random));
}

function distance(
  { events, others, dispersion, autocorrelation }: CountDesign,
  rows: Matrix,
  { term, effect }: { readonly term: SimulatedTerm; readonly effect: number },
  random: RandomSource,
): number {
  const noise = logNoise(rows.length, Math.sqrt(Math.max(0, dispersion - 1) / events), autocorrelation, random);
  const mine = rows.map((row, i) =>
    poissonDraw(random, events * Math.exp(effect * (row[term] as number) + (noise[i] as number))),
  );
  const theirs = others === null ? null : rows.map(() => poissonDraw(random, others));
  const truth = [0, 0, 0, 0];
  truth[0] = Math.log(others === null ? events : events / others);
  truth[term] = effect;
  const held = { design: rows, y: mine, start: truth };
  const problem = theirs
    ? { ...held, family: BINOMIAL, trials: mine.map((count, i) => count + (theirs[i] as number)) }
    : { ...held, family: POISSON };
  return termStatistic(problem, term) ?? slowDistance(problem, term);
}

/** By the fit that evaluate itself uses, where the quick one does not settle. */
function slowDistance({ design, y, family, trials }: CountProblem, term: SimulatedTerm): number {
  const rows = y.flatMap((_, i) => (trials && trials[i] === 0 ? [] : [i]));
  const of = <T>(list: readonly T[]): T[] => rows.map((i) => list[i] as T);
  try {
    const fit = fitGlm(of(design), of(y), family, trials ? { trials: of(trials) } : {});
    if (fit.atEdge) return 0;
    const { coefficients, covariance } = quasi(fit);
    return Math.abs(coefficients[term] as number) / Math.sqrt(at(covariance, term, term));
  } catch (error) {
    if (error instanceof QuarterlineError) return 0;
    throw error;
  }
}

/** Stationary AR(1) noise of this standard deviation, shifted so that the mean of its exponential is 1. */
function logNoise(n: number, sd: number, rho: number, random: RandomSource): readonly number[] {
  const noise: number[] = [];
  for (let i = 0; i < n; i += 1) {
    const fresh = sd * normalDraw(random);
    noise.push(i === 0 ? fresh : rho * (noise[i - 1] as number) + Math.sqrt(1 - rho * rho) * fresh);
  }
  return noise.map((value) => value - (sd * sd) / 2);
}
