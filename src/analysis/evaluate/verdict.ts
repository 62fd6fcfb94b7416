import type { Slots } from '../../errors.ts';
import { caution, type Finding } from '../../finding.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { leavesOutOne, sideOf } from './ratios.ts';
import type { Alternative, EvaluateResult, PrimaryModel } from './result.ts';

/** Level of every test that a verdict rests on. */
const LEVEL = 0.05;
/** Models with autocorrelation, the preferred one first (Turner and colleagues 2021), and quarters from which they can be trusted. */
const AUTOCORRELATED: readonly string[] = ['difference-series-reml-ar1', 'difference-series-prais-winsten'];
const FOR_AUTOCORRELATION = 12;

export const isBelowLevel = (p: number | null | undefined): boolean => p != null && p < LEVEL;

export const isBeyondChance = ({ effectAtEnd }: Pick<PrimaryModel, 'effectAtEnd'>): boolean =>
  leavesOutOne(effectAtEnd) === true;

/** A condition that was held against the data and is not met. */
export const isUnmet = ({ gates }: Pick<EvaluateResult, 'gates'>, rule: string): boolean =>
  gates.some((gate) => gate.rule === rule && !gate.passed);

/** The model of the difference series with that name and a difference in the last quarter. */
export function alternativeOf({ controlled }: EvaluateResult, name: string): Alternative | null {
  const found = controlled?.alternatives.find(({ model }) => model === name);
  return found && found.effectAtEnd?.estimate != null ? found : null;
}

/**
 * The model with autocorrelation in which what the primary finds is no longer statistically significant: its difference in the last
 * quarter, or where that is not, jump and change of slope together. Null where there is none, and in series too short for such models.
 */
export function lostWithAutocorrelation(result: EvaluateResult): Alternative | null {
  const primary = result.controlled?.primary;
  if (!primary || primary.n < FOR_AUTOCORRELATION) return null;
  const models = AUTOCORRELATED.map((name) => alternativeOf(result, name)).filter((one) => one !== null);
  const isLost = ({ effectAtEnd, joint }: Alternative) => {
    if (isBeyondChance(primary)) return effectAtEnd !== null && !leavesOutOne(effectAtEnd);
    return isBelowLevel(primary.joint?.p) && joint !== null && !isBelowLevel(joint.p);
  };
  return models.find(isLost) ?? null;
}

/** The model by restricted likelihood, where the series is long enough for it. */
export function withAutocorrelation(result: EvaluateResult): Alternative | null {
  const long = (result.controlled?.primary?.n ?? 0) >= FOR_AUTOCORRELATION;
  return long ? alternativeOf(result, AUTOCORRELATED[0] ?? '') : null;
}

/** The name of the estimator of a difference series. */
export const estimatorOf = ({ model }: Alternative): string => model.replace('difference-series-', '');

/** A jump one way and a change of slope the other: what the jump brought fades. */
function isOpposite({ terms: { level, slope } }: PrimaryModel): boolean {
  return level.estimate !== null && slope.estimate !== null && level.estimate * slope.estimate < 0;
}

/** Conditions whose failure the summary has to name beside a difference that is beyond chance. */
const SAID: readonly string[] = ['pre-trend', 'placebo-in-time', 'list-sizes', 'long-enough', 'course-before'];

/** What stands against a difference that is beyond chance, as slots: conditions that are not met, models that see it differently. */
export function doubtsOf(result: EvaluateResult, primary: PrimaryModel): Slots {
  const failed = textsOf(result.gates.find(({ rule }) => rule === 'causal-words')?.slots.failed);
  const slotsOf = (rule: string) => result.gates.find((gate) => gate.rule === rule)?.slots ?? {};
  const before = withoutCourse(result);
  const lost = lostWithAutocorrelation(result);
  const isAgainst = before !== null && sideOf(before) !== sideOf(primary.effectAtEnd);
  const unmet = SAID.filter((rule) => failed.includes(rule));
  return {
    doubts: [
      ...(unmet.includes('long-enough') ? unmet.filter((rule) => rule !== 'course-before') : unmet),
      ...(isBelowLevel(primary.joint?.p) ? [] : ['joint']),
      ...(lost ? ['autocorrelation'] : []),
      ...(isAgainst ? ['course'] : []),
    ],
    preTrendP: numberOf(slotsOf('pre-trend').p),
    placeboP: numberOf(slotsOf('placebo-in-time').p),
    jointP: primary.joint?.p ?? null,
    opposite: isOpposite(primary),
    lostModel: lost && estimatorOf(lost),
    lostP: lost?.effectAtEnd?.p ?? null,
    courseless: before?.estimate ?? null,
    courselessP: before?.p ?? null,
  };
}

/** Mean after over mean before, without any course (G); null where it cannot be had. */
export const withoutCourse = (result: EvaluateResult): Estimate | null =>
  alternativeOf(result, 'difference-in-differences')?.effectAtEnd ?? null;

/**
 * What may be said of the change, resting on the test of jump and change of slope together: a description, nothing beyond chance,
 * a course that changed though no difference is left, weak evidence, or consistent with an effect.
 */
export function verdictOf(result: EvaluateResult, primary: PrimaryModel): Finding {
  const { practice, intervention, secondIntervention } = result.design;
  const names = { practice, intervention, second: secondIntervention };
  if (isUnmet(result, 'causal-words')) return caution('evaluate.describes-only', names);
  const { joint, terms } = primary;
  const tested = { ...names, p: joint?.p ?? null, period: primary.points.at(-1)?.period ?? result.design.to };
  const isChanged = isBelowLevel(joint?.p);
  const isClear = isBeyondChance(primary);
  if (!isChanged && !isClear) return caution('evaluate.could-be-chance', tested);
  const lost = lostWithAutocorrelation(result);
  if (!isChanged || lost) {
    const other = lost && {
      model: estimatorOf(lost),
      otherJoint: lost.joint?.p ?? null,
      otherP: lost.effectAtEnd?.p ?? null,
    };
    return caution('evaluate.weak-evidence', { ...tested, end: primary.effectAtEnd.p, ...other });
  }
  if (isClear) return caution('evaluate.consistent-with', names);
  const opposite = isOpposite(primary);
  return caution('evaluate.course-changed', {
    ...tested,
    end: primary.effectAtEnd.p,
    level: opposite ? terms.level.estimate : null,
    slope: opposite ? terms.slope.estimate : null,
  });
}

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
