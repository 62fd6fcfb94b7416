import type { GateSlots } from '../../catalogue.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { Alternative, EvaluateResult, PrimaryModel } from './result.ts';

/** Level of every test that a verdict rests on. */
const LEVEL = 0.05;

/** With fewer areas a placebo test cannot reach P = 0.05. methods.md 2(f). */
export const FOR_FIVE_PERCENT = 20;

export const isBelowLevel = (p: number | null | undefined): boolean => p != null && p < LEVEL;

export const isBeyondChance = ({ effectAtEnd }: Pick<PrimaryModel, 'effectAtEnd'>): boolean =>
  leavesOutOne(effectAtEnd) === true;

/** A condition that was held against the data and is not met. */
export const isUnmet = ({ gates }: Pick<EvaluateResult, 'gates'>, rule: keyof GateSlots): boolean =>
  gates.some((gate) => gate.rule === rule && !gate.passed);

/** What a condition was held against; undefined where it was not. */
export const gateSlots = <Rule extends keyof GateSlots>(
  { gates }: Pick<EvaluateResult, 'gates'>,
  rule: Rule,
): GateSlots[Rule] | undefined => gates.find((gate) => gate.rule === rule)?.slots as GateSlots[Rule] | undefined;

/** The model of the difference series with that name and a difference in the last quarter. */
export function alternativeOf({ controlled }: EvaluateResult, name: string): Alternative | null {
  const found = controlled?.alternatives.find(({ model }) => model === name);
  return found && found.effectAtEnd?.estimate != null ? found : null;
}

/** Mean after over mean before, without any course (G); null where it cannot be had. */
export const withoutCourse = (result: EvaluateResult): Estimate | null =>
  alternativeOf(result, 'difference-in-differences')?.effectAtEnd ?? null;

/** Whether the interval of a ratio leaves out 1; null without an interval. */
export function leavesOutOne({ lower, upper }: Pick<Estimate, 'lower' | 'upper'>): boolean | null {
  return lower === null || upper === null ? null : lower > 1 || upper < 1;
}

/** Logarithms of ratios closer to 0 than this are rounding. */
const NO_SIDE = 1e-9;

/** -1 below 1, 1 above; 0 for none, and where it is 1 but for rounding. */
export function sideOf({ estimate }: Pick<Estimate, 'estimate'>): number {
  const log = estimate === null ? 0 : Math.log(estimate);
  return Math.abs(log) < NO_SIDE ? 0 : Math.sign(log);
}

/** Models with autocorrelation, the preferred one first (Turner and colleagues 2021), and quarters from which they can be trusted. */
const AUTOCORRELATED: readonly string[] = ['difference-series-reml-ar1', 'difference-series-prais-winsten'];
const FOR_AUTOCORRELATION = 12;

/** An autocorrelation of the difference series beyond this is said, whatever its test (our choice). */
const HIGH_RHO = 0.3;

/**
 * The model with autocorrelation in which what the primary finds is no longer statistically significant: its difference in the last
 * quarter, or where that is not, jump and change of slope together. Null where there is none, and in series too short for such models.
 */
export function lostWithAutocorrelation(result: EvaluateResult): Alternative | null {
  const primary = result.controlled?.primary;
  if (!primary || primary.n < FOR_AUTOCORRELATION) return null;
  const models = autocorrelated(result, primary);
  const isLost = ({ effectAtEnd, joint }: Alternative) => {
    if (isBeyondChance(primary)) return effectAtEnd !== null && !leavesOutOne(effectAtEnd);
    return isBelowLevel(primary.joint?.p) && joint !== null && !isBelowLevel(joint.p);
  };
  return models.find(isLost) ?? null;
}

/** The preferred model that holds, where the series is long enough for any. */
function restricted(result: EvaluateResult, primary: PrimaryModel): Alternative | null {
  return primary.n >= FOR_AUTOCORRELATION ? (autocorrelated(result, primary)[0] ?? null) : null;
}

/** From here on the search for the autocorrelation ended at its bound, so that level and drift can hardly be told apart. */
const AT_BOUND = 0.989;

/** The models with autocorrelation that hold; with seasons where the primary has them. */
function autocorrelated(result: EvaluateResult, { seasonTerms }: PrimaryModel): readonly Alternative[] {
  const names = AUTOCORRELATED.map((name) => (seasonTerms ? `${name}-seasons` : name));
  const fits = names.map((name) => alternativeOf(result, name)).filter((one) => one !== null);
  return fits.filter(({ rho }) => Math.abs(rho ?? 0) < AT_BOUND);
}

/** The name of the estimator of a difference series. */
export const estimatorOf = ({ model }: Alternative): string => model.replace('difference-series-', '');

/** What shows that residuals depend on one another; null where nothing does. */
interface Dependence {
  /** Neighbours resemble one another: intervals come out too narrow. */
  readonly alike: boolean;
  /** P of Ljung and Box where that is below the level, and the autocorrelation by REML where that is high. */
  readonly ljungBox: number | null;
  readonly rho: number | null;
}

/** Signs of autocorrelation in the primary's residuals and in the difference series, and the model that allows for it. */
export function dependenceOf(
  result: EvaluateResult,
  primary: PrimaryModel,
): { readonly found: Dependence | null; readonly model: Alternative | null } {
  const model = restricted(result, primary);
  const { ljungBox, durbinWatson } = primary.diagnostics;
  const p = isBelowLevel(ljungBox?.p) ? (ljungBox?.p ?? null) : null;
  const rho = model?.rho != null && model.rho > HIGH_RHO ? model.rho : null;
  const alike = rho !== null || (durbinWatson.statistic ?? 2) < 2;
  return { found: p === null && rho === null ? null : { alike, ljungBox: p, rho }, model };
}
