import { leavesOutOne } from './ratios.ts';
import type { Alternative, EvaluateResult, PrimaryModel } from './result.ts';
import { alternativeOf, isBelowLevel, isBeyondChance } from './significance.ts';

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
