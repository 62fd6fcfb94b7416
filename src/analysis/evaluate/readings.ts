import { type Finding, finding } from '../../finding.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { leavesOutOne } from './ratios.ts';
import type { Estimator, EvaluateResult, PrimaryModel, Segmented } from './result.ts';
import type { Specification } from './specification-result.ts';

/** The primary model's mean difference over the quarters after, as the specification curve has it; null without a curve. */
export function primaryMean({ sensitivity }: EvaluateResult): Specification | null {
  return sensitivity?.specifications.find(({ primary }) => primary) ?? null;
}

/** Where last quarter, sum and mean of one model do not agree in whether chance would do: said once, with the three P values. */
export function readingFindings(result: EvaluateResult, primary: PrimaryModel): readonly Finding[] {
  const { effectAtEnd, avoided } = primary;
  const mean = primaryMean(result);
  const verdicts = {
    end: leavesOutOne(effectAtEnd),
    total: avoided.lower === null || avoided.upper === null ? null : avoided.lower > 0 || avoided.upper < 0,
    mean: mean && leavesOutOne(mean),
  };
  const known = Object.values(verdicts).filter((one) => one !== null);
  if (!known.includes(true) || !known.includes(false)) return [];
  const slots = { endP: effectAtEnd.p, totalP: avoided.p, meanP: mean?.p ?? null };
  return [
    finding('evaluate.readings-differ', {
      period: primary.points.at(-1)?.period ?? result.design.to,
      ...slots,
      ...verdicts,
    }),
  ];
}

/** Models of one area, the one to speak of first: with autocorrelation, then counts, then least squares (Turner and colleagues 2021). */
const PREFERRED: readonly Estimator[] = ['reml-ar1', 'quasi-poisson', 'ols'];

/** What the practice's own series gives where no controlled model could be fitted: a description. */
export function singleAreaFindings(result: EvaluateResult): readonly Finding[] {
  const { controlled, segmented, design } = result;
  if (controlled?.primary || isEmptyAfter(result)) return [];
  const own = segmented.filter(({ area }) => area === design.practice);
  const [best] = PREFERRED.flatMap((name) => own.filter(({ estimator }) => estimator === name))
    .map(relativeOf)
    .filter((one) => one !== null);
  if (!best) return [];
  const { practice, measure, to, comparator } = design;
  return [finding('evaluate.single-area', { practice, measure, comparator, period: to, ...best })];
}

/** Nothing is counted after the change: that says more than any percentage. */
function isEmptyAfter({ series }: EvaluateResult): boolean {
  const points = series.find(({ subject }) => subject === 'practice')?.points ?? [];
  const after = points.filter(({ counterfactual }) => counterfactual !== null);
  return after.length > 0 && after.every(({ value }) => value === 0);
}

/** Percent from the course before in the last quarter, with what made it. */
function relativeOf({ estimator, rhoAtBound, effectAtEnd, relativeEffectAtEnd }: Segmented) {
  const effect = estimator === 'quasi-poisson' ? percentOf(effectAtEnd) : relativeEffectAtEnd;
  const { estimate = null, lower = null, upper = null, p = null } = effect ?? {};
  if (rhoAtBound || estimate === null || lower === null || upper === null) return null;
  return { estimator, estimate, lower, upper, p };
}

function percentOf(ratio: Estimate): Pick<Estimate, 'estimate' | 'lower' | 'upper' | 'p'> {
  const percent = (value: number | null) => (value === null ? null : 100 * (value - 1));
  return { estimate: percent(ratio.estimate), lower: percent(ratio.lower), upper: percent(ratio.upper), p: ratio.p };
}
