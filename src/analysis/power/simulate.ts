import { tQuantile } from '../../statistics/distributions/t.ts';
import { BINOMIAL, POISSON } from '../../statistics/glm/family.ts';
import { fitGlm } from '../../statistics/glm/fit.ts';
import { pearsonDispersion, quasi } from '../../statistics/glm/inference.ts';
import { at } from '../../statistics/linear/matrix.ts';
import { normalDraw, poissonDraw } from '../../statistics/random/draws.ts';
import { type RandomSource, seeded } from '../../statistics/random/generator.ts';
import { type CountDesign, interruptedDesign, type LogDetectable } from './interrupted.ts';
import type { Simulated } from './result.ts';

/** Which term carries the change: 2 the jump, 3 the change of slope. */
export type SimulatedTerm = 2 | 3;

/**
 * Power by simulation: Poisson counts around the design's means, the practice's with log-normal AR(1) noise of variance
 * (phi - 1) / m, the change on one term; each run fitted by the model that evaluate calls primary (quasi-Poisson without a
 * comparator) and tested by t. methods.md 2(g) 6 (Hawley and colleagues 2019). The detectable change moves the closed form's by
 * the ratio of the distances from the critical value that the two powers stand for.
 */
export function simulatePower(
  design: CountDesign,
  closed: LogDetectable,
  term: SimulatedTerm,
  runs: number,
  seed: number,
): Simulated {
  const random = seeded(seed);
  const size = term === 2 ? closed.level : closed.slope;
  let found = 0;
  for (let run = 0; run < runs; run += 1) if (isFound(design, term, -size, random)) found += 1;
  const power = found / runs;
  const powerError = Math.sqrt((power * (1 - power)) / runs);
  return { power, powerError, ...adjusted(design, closed, size, power, powerError), runs, seed };
}

function adjusted(
  { power: wanted = 0.8, alpha = 0.05 }: CountDesign,
  { df }: LogDetectable,
  size: number,
  power: number,
  error: number,
): Pick<Simulated, 'percentChange' | 'percentError'> {
  const critical = tQuantile(alpha / 2, df, 'upper');
  const reached = (share: number) => critical + tQuantile(share, df);
  if (power <= 0.02 || power >= 0.999) return { percentChange: null, percentError: null };
  const at = (share: number) => 100 * Math.expm1((-size * reached(wanted)) / reached(share));
  const low = at(Math.max(0.01, power - error));
  const high = at(Math.min(0.9995, power + error));
  return { percentChange: at(power), percentError: Math.abs(high - low) / 2 };
}

function isFound(design: CountDesign, term: SimulatedTerm, effect: number, random: RandomSource): boolean {
  const { quartersBefore, quartersAfter, events, others, dispersion, autocorrelation, alpha = 0.05 } = design;
  const n = quartersBefore + quartersAfter;
  const rows = interruptedDesign(n, quartersBefore + 1);
  const noise = logNoise(n, Math.sqrt(Math.max(0, dispersion - 1) / events), autocorrelation, random);
  const mine = rows.map((row, i) =>
    poissonDraw(random, events * Math.exp(effect * (row[term] as number) + (noise[i] as number))),
  );
  const theirs = others === null ? null : rows.map(() => poissonDraw(random, others));
  const fit = theirs
    ? fitGlm(rows, mine, BINOMIAL, { trials: mine.map((count, i) => count + (theirs[i] as number)) })
    : fitGlm(rows, mine, POISSON);
  if (fit.atEdge) return false;
  const of = quasi(fit, pearsonDispersion(fit).used);
  const t = (of.coefficients[term] as number) / Math.sqrt(at(of.covariance, term, term));
  return Math.abs(t) > tQuantile(alpha / 2, fit.df, 'upper');
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
