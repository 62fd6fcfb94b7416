import { type Finding, finding } from '../../finding.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { type CompareResult, isCost } from '../compare/result.ts';
import type { EvaluateDesign, EvaluateResult, PrimaryModel } from './result.ts';
import { isBeyondChance, leavesOutOne, sideOf } from './significance.ts';

/**
 * Where the comparison of two periods and the controlled series' last quarter give two answers on the same measure: two verdicts at
 * the 5 % level, or opposite signs that are each beyond chance. A finding with what sets them apart, the quarters before and the course that the
 * practice was already on. None where they agree.
 */
export function twoAnswers(compare: CompareResult, evaluated: EvaluateResult): readonly Finding[] {
  const { design, controlled } = evaluated;
  const measure = compare.measures.find((one) => one.measure === design.measure);
  const relative = measure && !isCost(measure) ? measure.relative : null;
  const compared = relative?.ratioOfRatiosDispersed ?? relative?.ratioOfRatios;
  const primary = controlled?.primary;
  const { comparator, intervention } = design;
  if (!primary || !compared || comparator === null || intervention === null) return [];
  const isClear = leavesOutOne(compared);
  if (isClear === null) return [];
  const slots = {
    practice: design.practice,
    comparator,
    baseline: compare.baseline.label,
    followUp: compare.followUp.label,
    intervention,
    period: primary.points.at(-1)?.period ?? design.to,
    ...courseBefore(design, primary, compared),
  };
  if (isClear !== isBeyondChance(primary)) {
    return [finding('report.two-answers', { ...slots, beyondChance: isClear ? 'comparison' : 'evaluation' })];
  }
  const { estimate: effect } = primary.effectAtEnd;
  if (!isClear || sideOf(compared) === sideOf(primary.effectAtEnd)) return [];
  if (compared.estimate === null || effect === null) return [];
  return [finding('report.opposite-answers', { ...slots, compared: compared.estimate, effect })];
}

/**
 * The course before the change, as slots: `known` where it is statistically significant, `unknown` where nothing was found
 * against it and its interval, carried over the quarters after, spans more than the difference between the two periods, else `flat`.
 */
function courseBefore({ before, after }: EvaluateDesign, primary: PrimaryModel, compared: Estimate) {
  const { estimate, lower, upper, p } = primary.terms.time;
  if (estimate === null || lower === null || upper === null)
    return { before, after, slope: estimate, slopeLower: lower, slopeUpper: upper, slopeP: p, course: null } as const;
  const slope = { before, after, slope: estimate, slopeLower: lower, slopeUpper: upper, slopeP: p };
  if (lower > 0 || upper < 0) return { ...slope, course: 'known' } as const;
  const isVague = (after * (upper - lower)) / 2 > Math.abs(Math.log(compared.estimate ?? 1));
  return { ...slope, course: isVague && !isBeyondChance(primary) ? 'unknown' : 'flat' } as const;
}
