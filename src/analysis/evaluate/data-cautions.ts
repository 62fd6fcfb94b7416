import { caution, type Finding } from '../../finding.ts';
import { normalQuantile } from '../../statistics/distributions/normal.ts';
import { CONFIDENCE, type Estimate } from '../../statistics/estimate.ts';
import { listStepFindings } from '../quarters/list-steps.ts';
import { leavesOutOne, sideOf } from './ratios.ts';
import type { EvaluateResult } from './result.ts';
import { isBeyondChance, withoutCourse } from './significance.ts';

/** A rate this far from the comparator's before the change raises regression to the mean (10 %; our choice). */
const FAR_FROM_COMPARATOR = 10;

/** What single numbers of the data call for: a quarter far from the model, a step of a list size, a start far from the comparator's. */
export function dataCautions(result: EvaluateResult): readonly Finding[] {
  return [...outlierFindings(result), ...listStepFindings(result.listSizeSteps), ...regressionFindings(result)];
}

function outlierFindings({ controlled }: EvaluateResult): readonly Finding[] {
  const { outlier, primary } = controlled ?? {};
  if (!outlier || !primary) return [];
  const { period, standardised, effectAtEnd } = outlier;
  const { estimate = null, lower = null, upper = null, p = null } = effectAtEnd ?? {};
  const isOther = (effect: Estimate) =>
    leavesOutOne(effect) !== isBeyondChance(primary) || sideOf(effect) !== sideOf(primary.effectAtEnd);
  const decides = effectAtEnd !== null && isOther(effectAtEnd);
  return [
    caution('evaluate.outlier', {
      period,
      standardised,
      last: primary.points.at(-1)?.period ?? period,
      primary: primary.effectAtEnd.estimate,
      primaryP: primary.effectAtEnd.p,
      estimate,
      lower,
      upper,
      p,
      decides,
    }),
  ];
}

/**
 * A start far from the comparator's, beyond chance, and a difference after the change towards it (in the last quarter, or between the
 * means before and after): what regression to the mean looks like. A difference away from it cannot be that.
 */
function regressionFindings(result: EvaluateResult): readonly Finding[] {
  const { design, regressionToMean, controlled } = result;
  const { practice, comparator } = design;
  if (!regressionToMean || comparator === null || Math.abs(regressionToMean.percent) <= FAR_FROM_COMPARATOR) return [];
  const { practiceRate, comparatorRate, percent } = regressionToMean;
  if (!isStartBeyondChance(result, percent)) return [];
  const effects = [controlled?.primary?.effectAtEnd, withoutCourse(result)].filter((one) => one != null);
  const isTowards = effects.some((effect) => sideOf(effect) === -Math.sign(percent));
  if (effects.length > 0 && !isTowards) return [];
  return [caution('compare.regression-to-mean', { practice, comparator, rate: practiceRate, comparatorRate, percent })];
}

/** Whether the ratio of the rates before the change leaves out 1: Wald on the counts, at the primary model's dispersion. */
function isStartBeyondChance({ quarters, design, controlled }: EvaluateResult, percent: number): boolean {
  const before = quarters.slice(0, design.before);
  const events = before.reduce((sum, quarter) => sum + quarter.events, 0);
  const others = before.reduce((sum, quarter) => sum + quarter.others, 0);
  if (events === 0 || others === 0) return false;
  const se = Math.sqrt((controlled?.primary?.dispersion.used ?? 1) * (1 / events + 1 / others));
  return Math.abs(Math.log1p(percent / 100)) > normalQuantile((1 - CONFIDENCE) / 2, 'upper') * se;
}
