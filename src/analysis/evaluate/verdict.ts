import type { Doubt, DoubtSlots } from '../../catalogue.ts';
import { caution, type Finding } from '../../finding.ts';
import type { EvaluateResult, PrimaryModel } from './result.ts';
import {
  dependenceOf,
  estimatorOf,
  FOR_FIVE_PERCENT,
  gateSlots,
  isBelowLevel,
  isBeyondChance,
  isUnmet,
  lostWithAutocorrelation,
  sideOf,
  withoutCourse,
} from './significance.ts';

/** A jump one way and a change of slope the other. */
function isOpposite({ terms: { level, slope } }: PrimaryModel): boolean {
  return level.estimate !== null && slope.estimate !== null && level.estimate * slope.estimate < 0;
}

/** Less is left in the last quarter than the jump was. */
function isFaded({ terms: { level }, effectAtEnd }: PrimaryModel): boolean {
  if (level.estimate === null || effectAtEnd.estimate === null) return false;
  return Math.abs(Math.log(effectAtEnd.estimate)) < Math.abs(level.estimate);
}

/** Conditions whose failure the summary has to name beside a difference that is beyond chance. */
const SAID = ['pre-trend', 'placebo-in-time', 'list-sizes', 'long-enough', 'course-before'] as const;

/** What stands against a difference that is beyond chance, as slots: conditions that are not met, models that see it differently. */
export function doubtsOf(result: EvaluateResult, primary: PrimaryModel, peers: PeersDisagree | null): DoubtSlots {
  const failed = gateSlots(result, 'causal-words')?.failed ?? [];
  const before = withoutCourse(result);
  const lost = lostWithAutocorrelation(result);
  const isAgainst = before !== null && sideOf(before) !== sideOf(primary.effectAtEnd);
  const unmet = SAID.filter((rule) => failed.includes(rule));
  return {
    doubts: [
      ...(unmet.includes('long-enough') ? unmet.filter((rule) => rule !== 'course-before') : unmet),
      ...(primary.joint && !isBelowLevel(primary.joint.p) ? (['joint'] as const) : []),
      ...(lost ? (['autocorrelation'] as const) : []),
      ...(peers ? (['peers'] as const) : []),
      ...(isAgainst ? (['course'] as const) : []),
    ],
    peersP: peers?.p ?? null,
    peers: peers?.areas ?? null,
    preTrendP: gateSlots(result, 'pre-trend')?.p ?? null,
    placeboP: gateSlots(result, 'placebo-in-time')?.p ?? null,
    jointP: primary.joint?.p ?? null,
    faded: isOpposite(primary) && isFaded(primary),
    lostModel: lost && estimatorOf(lost),
    lostP: (isBeyondChance(primary) ? lost?.effectAtEnd?.p : lost?.joint?.p) ?? null,
    courseless: before?.estimate ?? null,
    courselessP: before?.p ?? null,
  };
}

/** Doubts of other models and areas that make a change that the primary finds weak evidence. */
const OF_MODELS: readonly Doubt[] = ['joint', 'autocorrelation', 'peers'];

/** Enough peers, beside which the difference in the last quarter that the primary calls beyond chance is not unusual. */
export interface PeersDisagree {
  readonly areas: number;
  readonly p: number;
}

/**
 * What may be said of the change, resting on the test of jump and change of slope together: a description, nothing beyond chance,
 * a course that changed though no difference is left, weak evidence, or consistent with an effect.
 */
export function verdictOf(result: EvaluateResult, primary: PrimaryModel, peers: PeersDisagree | null): Finding {
  const { practice, intervention, secondIntervention } = result.design;
  const names = { practice, intervention, second: secondIntervention };
  if (isUnmet(result, 'causal-words')) return caution('evaluate.describes-only', names);
  const { joint, terms } = primary;
  const tested = { ...names, p: joint?.p ?? null, period: primary.points.at(-1)?.period ?? result.design.to };
  const isChanged = isBelowLevel(joint?.p);
  const isClear = isBeyondChance(primary);
  if (!isChanged && !isClear) return caution('evaluate.could-be-chance', tested);
  const doubts = doubtsOf(result, primary, isClear ? peers : null);
  const against = doubts.doubts.filter((doubt) => OF_MODELS.includes(doubt));
  if (against.length > 0) {
    return caution('evaluate.weak-evidence', { ...tested, ...doubts, doubts: against, end: primary.effectAtEnd.p });
  }
  const limits = {
    alike: dependenceOf(result, primary).found?.alike ?? false,
    alone: (result.placebo?.areas ?? 0) < FOR_FIVE_PERCENT,
  };
  if (isClear) return caution('evaluate.consistent-with', { ...names, ...limits });
  const opposite = isOpposite(primary);
  return caution('evaluate.course-changed', {
    ...tested,
    end: primary.effectAtEnd.p,
    ...limits,
    faded: opposite && isFaded(primary),
    level: opposite ? terms.level.estimate : null,
    slope: opposite ? terms.slope.estimate : null,
  });
}
