import { caution, type Finding } from '../../finding.ts';
import { dependenceOf, estimatorOf, lostWithAutocorrelation } from './autocorrelation.ts';
import { trendBefore } from './pre-trend.ts';
import { leavesOutOne, sideOf } from './ratios.ts';
import type { EvaluateResult, PrimaryModel } from './result.ts';
import { alternativeOf, isBelowLevel, isBeyondChance, withoutCourse } from './significance.ts';

/** On what the primary model's answer leans: neighbouring quarters unlike, seasons shared, the course before carried on. */
export function modelCautions(result: EvaluateResult): readonly Finding[] {
  const primary = result.controlled?.primary;
  return [
    ...preTrendFindings(result),
    ...(primary
      ? [
          ...autocorrelationFindings(result, primary),
          ...seasonFindings(result, primary),
          ...courseFindings(result, primary),
        ]
      : []),
  ];
}

function preTrendFindings({ controlled, design }: EvaluateResult): readonly Finding[] {
  const trend = trendBefore(controlled);
  if (!trend || trend.estimate.estimate === null) return [];
  const { estimate, p } = trend.estimate;
  const all = controlled?.primary?.terms.time;
  return [
    caution('evaluate.pre-trend', {
      practice: design.practice,
      basis: design.basis,
      test: trend.test,
      before: design.before,
      estimate,
      p,
      primary: all?.estimate ?? null,
      primaryP: all?.p ?? null,
    }),
  ];
}

/** Where residuals resemble their neighbours, or a model that allows for that finds less than the primary. methods.md 0.1. */
function autocorrelationFindings(result: EvaluateResult, primary: PrimaryModel): readonly Finding[] {
  const lost = lostWithAutocorrelation(result);
  const { found, model } = dependenceOf(result, primary);
  const other = lost ?? model;
  if (!found && !lost) return [];
  const { estimate = null, lower = null, upper = null, p = null } = other?.effectAtEnd ?? {};
  return [
    caution('evaluate.autocorrelation', {
      found: found !== null,
      alike: found?.alike ?? false,
      ljungBox: found?.ljungBox ?? null,
      rho: found?.rho ?? null,
      model: other && estimatorOf(other),
      estimate,
      lower,
      upper,
      p,
      joint: other?.joint?.p ?? null,
      lost: lost !== null,
      primary: primary.effectAtEnd.p,
      primaryJoint: primary.joint?.p ?? null,
    }),
  ];
}

/** Where the practice's seasons differ from the comparator's (F test), so that they do not cancel. methods.md 2(e) D. */
function seasonFindings(
  result: EvaluateResult,
  { seasons, seasonTerms, effectAtEnd }: PrimaryModel,
): readonly Finding[] {
  const other = alternativeOf(result, 'conditional-quasi-binomial-seasons')?.effectAtEnd;
  if (seasonTerms !== null || !isBelowLevel(seasons?.p) || !other) return [];
  const { estimate, lower, upper, p } = other;
  return [
    caution('evaluate.seasons-differ', {
      test: seasons?.p ?? null,
      primary: effectAtEnd.estimate,
      primaryP: effectAtEnd.p,
      estimate,
      lower,
      upper,
      p,
    }),
  ];
}

/** Where the course before is carried on for longer than it was seen, or the answer is another without it. */
function courseFindings(result: EvaluateResult, primary: PrimaryModel): readonly Finding[] {
  const { before, after } = result.design;
  const without = withoutCourse(result);
  const isContrary = without !== null && sideOf(without) * sideOf(primary.effectAtEnd) < 0;
  const isOther = without !== null && (leavesOutOne(without) === true) !== isBeyondChance(primary);
  if (after <= before && !isContrary && !isOther) return [];
  const { estimate = null, lower = null, upper = null, p = null } = without ?? {};
  const verdicts = { contrary: isContrary, other: isOther };
  return [
    caution('evaluate.extrapolated', {
      ...verdicts,
      before,
      after,
      primary: primary.effectAtEnd.estimate,
      primaryP: primary.effectAtEnd.p,
      estimate,
      lower,
      upper,
      p,
    }),
  ];
}
