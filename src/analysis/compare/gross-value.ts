import type { Estimate } from '../../statistics/estimate.ts';
import { type Contrast, isCost, type MeasureComparison } from './result.ts';

/**
 * Adds to the admissions' counterfactual what the admissions avoided would have cost: avoided x the practice's mean cost an
 * admission in the follow-up, in real terms where they are known. The mean cost is treated as fixed; never a cashable saving.
 * methods.md 2(a), money, first route.
 */
export function withGrossValue(measures: readonly MeasureComparison[]): readonly MeasureComparison[] {
  const cost = measures.find((measure) => isCost(measure));
  if (!cost || !isCost(cost)) return measures;
  const basis = cost.real ? 'real' : 'nominal';
  const total = (cost.real ?? cost.nominal).practice.followUp;
  return measures.map((measure) => {
    if (isCost(measure) || measure.measure !== 'admissions' || !measure.counterfactual) return measure;
    return { ...measure, counterfactual: valued(measure, measure.counterfactual, total, basis) };
  });
}

function valued(
  { practice }: Contrast,
  counterfactual: NonNullable<Contrast['counterfactual']>,
  total: number,
  basis: 'nominal' | 'real',
): NonNullable<Contrast['counterfactual']> {
  if (practice.followUp === 0) return counterfactual;
  const meanCost = total / practice.followUp;
  const avoided = counterfactual.avoidedDispersed ?? counterfactual.avoided;
  return { ...counterfactual, grossValue: { meanCost, basis, value: times(avoided, meanCost) } };
}

function times(estimate: Estimate, factor: number): Estimate {
  const at = (value: number | null) => (value === null ? null : value * factor);
  return { ...estimate, estimate: at(estimate.estimate), lower: at(estimate.lower), upper: at(estimate.upper) };
}
