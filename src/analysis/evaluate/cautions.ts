import { caution, type Finding, finding, problem } from '../../finding.ts';
import { normalQuantile } from '../../statistics/distributions/normal.ts';
import { CONFIDENCE, type Estimate } from '../../statistics/estimate.ts';
import { listStepFindings } from '../quarters/list-steps.ts';
import { labelAt, type Quarter } from './design.ts';
import { isLongEnough, meetsMinimum } from './gates.ts';
import { trendBefore } from './pre-trend.ts';
import type { EvaluateResult, PrimaryModel } from './result.ts';
import type { Setup } from './setup.ts';
import {
  alternativeOf,
  dependenceOf,
  estimatorOf,
  isBelowLevel,
  isBeyondChance,
  isUnmet,
  leavesOutOne,
  lostWithAutocorrelation,
  sideOf,
  withoutCourse,
} from './significance.ts';

/** What the data lack, or have that needs care: length, comparator, list sizes, quarters, zeros. */
export function cautions(result: EvaluateResult): readonly Finding[] {
  const { design, segmented } = result;
  const list: Finding[] = [];
  const counts = { before: design.before, after: design.after };
  if (design.intervention === null) list.push(problem('evaluate.no-intervention'));
  else if (isAlone(result))
    list.push(
      ...(!isLongEnough(design.own)
        ? [caution('evaluate.exploratory', { before: design.own.before, after: design.own.after })]
        : []),
    );
  else if (!meetsMinimum(design)) list.push(problem('evaluate.too-few-quarters', counts));
  else if (segmented.length === 0) list.push(problem('evaluate.too-few-quarters', counts));
  else if (isUnmet(result, 'long-enough')) list.push(caution('evaluate.exploratory', counts));
  if (design.comparator === null) list.push(caution('evaluate.no-comparator', { practice: design.practice }));
  else if (design.basis === 'counts') list.push(caution('evaluate.counts-only'));
  if (design.missing.length > 0) list.push(caution('evaluate.missing-quarters', { quarters: [...design.missing] }));
  if (design.washout.length > 0) list.push(caution('evaluate.washout', { quarters: [...design.washout] }));
  const bound = segmented.filter(({ rhoAtBound }) => rhoAtBound);
  for (const { area, estimator } of bound) list.push(caution('evaluate.rho-at-bound', { area, estimator }));
  if (isUnmet(result, 'no-zero-counts'))
    list.push(caution('evaluate.zero-counts', { primary: result.controlled?.primary != null }));
  return list;
}

/** Whether the practice could be fitted, and not beside its comparator, which holds too few of its quarters. */
const isAlone = ({ design, segmented, controlled }: EvaluateResult): boolean =>
  design.comparator !== null && controlled === null && segmented.some(({ area }) => area === design.practice);

/** That the comparator is what is missing: said before everything else. */
export function comparatorFindings(result: EvaluateResult): readonly Finding[] {
  const { practice, comparator, before, after, own } = result.design;
  if (comparator === null || !isAlone(result)) return [];
  const slots = { practice, comparator, before, after, ownBefore: own.before, ownAfter: own.after };
  return [problem('evaluate.comparator-too-short', slots)];
}

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

/**
 * Areas that count nothing on one side of the change, or at all: no ratio is finite there, and what happened is said instead of
 * estimated.
 */
export function emptySideFindings({ pair, timeline, mine, theirs }: Setup): readonly Finding[] {
  const { intervention } = timeline;
  if (intervention === null) return [];
  return [
    ...ofArea(pair.practice.name, mine, intervention),
    ...(pair.comparator && theirs ? ofArea(pair.comparator.name, theirs, intervention) : []),
  ].map(({ id, ...slots }) => finding(id, { ...slots, measure: pair.measure.name }));
}

function ofArea(area: string, quarters: readonly Quarter[], intervention: number) {
  const sides = [
    quarters.filter(({ index }) => index < intervention),
    quarters.filter(({ index }) => index >= intervention),
  ];
  const [before = 0, after = 0] = sides.map((side) => side.length);
  if (before === 0 || after === 0) return [];
  const [eventsBefore = 0, eventsAfter = 0] = sides.map((side) => side.reduce((sum, { events }) => sum + events, 0));
  if (eventsBefore > 0 && eventsAfter > 0) return [];
  const slots = { area, intervention: labelAt(intervention), before, after };
  if (eventsBefore > 0) return [{ id: 'evaluate.nothing-after' as const, ...slots, events: eventsBefore }];
  if (eventsAfter > 0) return [{ id: 'evaluate.nothing-before' as const, ...slots, events: eventsAfter }];
  return [{ id: 'evaluate.nothing-at-all' as const, ...slots, events: 0 }];
}
