import type { TiePolicy } from '../chart/policies.ts';

import {
  type Detector,
  type FlagPolicy,
  NOTHING,
  range,
  type Sequence,
  type Stretch,
  stretch,
  stretches,
} from './patterns.ts';
import { ROUNDING } from './sample.ts';

/** What a rule looks at; a chart says which of these belong on it. */
export type RuleFamily = 'outside' | 'run' | 'trend' | 'zone' | 'moving-range';

/** What a rule set says of every rule. */
interface RulePolicy {
  readonly flag: FlagPolicy;
  /** Whether a pattern may begin in one phase and end in another, each point judged against its own limits. */
  readonly crosses: boolean;
}

/** A point strictly beyond a control limit. */
interface OutsideRule extends RulePolicy {
  readonly kind: 'outside';
}

/** So many points in a row on one side of the centre line. */
interface ShiftRule extends RulePolicy {
  readonly kind: 'run';
  readonly points: number;
  /** A point on the line ends a run: no control chart rule set that was found passes over it. */
  readonly onLine: 'breaks';
}

/** So many points in a row, each above (or each below) the one before. */
interface TrendRule extends RulePolicy {
  readonly kind: 'trend';
  readonly points: number;
  readonly ties: TiePolicy;
}

/** `count` of `of` points in a row strictly beyond `sigmas` on the same side. */
interface ZoneRule extends RulePolicy {
  readonly kind: 'zone';
  readonly count: number;
  readonly of: number;
  readonly sigmas: number;
  /** Where the points that need not lie beyond may lie. */
  readonly otherPoints: 'anywhere' | 'same-side';
  /** Whether a point beyond a control limit counts. */
  readonly beyondLimits: 'counts' | 'does-not-count';
}

/** So many points in a row within one sigma, on either side. */
interface HuggingRule extends RulePolicy {
  readonly kind: 'hugging';
  readonly points: number;
  readonly sigmas: number;
  /** Whether a point exactly on the line is within. */
  readonly onSigma: 'within' | 'beyond';
}

/** So many points in a row beyond one sigma, on either side. */
interface MixtureRule extends RulePolicy {
  readonly kind: 'mixture';
  readonly points: number;
  readonly sigmas: number;
}

/** So many points in a row that go up and down in turn. */
interface AlternatingRule extends RulePolicy {
  readonly kind: 'alternating';
  readonly points: number;
}

/** A moving range above so many times the mean moving range. */
interface MovingRangeRule extends RulePolicy {
  readonly kind: 'moving-range';
  readonly factor: number;
}

/** The rules, each with what a rule set says of it. A new one is an entry here, of `CONTROL_RULES`, and its words. */
interface ControlDefinitions {
  readonly shift: ShiftRule;
  readonly trend: TrendRule;
  readonly outside: OutsideRule;
  readonly 'three-of-four': ZoneRule;
  readonly 'two-of-three': ZoneRule;
  readonly 'four-of-five': ZoneRule;
  readonly alternating: AlternatingRule;
  readonly mixture: MixtureRule;
  readonly hugging: HuggingRule;
  readonly 'moving-range': MovingRangeRule;
}

export type ControlRuleId = keyof ControlDefinitions;

/** What a rule set says of a rule, besides what the rule is. */
export type RuleSettings<Id extends ControlRuleId> = Omit<ControlDefinitions[Id], 'kind'>;

/** A rule as a rule set has it. */
export type ControlRuleOf<Id extends ControlRuleId> = ControlDefinitions[Id] & {
  readonly rule: Id;
  readonly family: RuleFamily;
};

export type ControlRule = { [Id in ControlRuleId]: ControlRuleOf<Id> }[ControlRuleId];

const SIDES = ['above', 'below'] as const;
const SIDELESS = [null, null] as const;

/** Neighbouring points beyond the same limit make one stretch. */
const outside: Detector<OutsideRule> = ({ flag }, { beyond }, start, end) =>
  stretches((i) => beyond[i] ?? 0, [start, end], { points: 1, flag }, SIDES);

const run: Detector<ShiftRule> = (rule, { side }, start, end) =>
  stretches((i) => side[i] ?? 0, [start, end], rule, SIDES);

const trend: Detector<TrendRule> = (rule, { y }, start, end) => {
  let found: Stretch[] | undefined;
  let from = start;
  let last = start;
  let direction = 0;
  let steps = 0;
  let marks: number[] = [start];
  const close = (): void => {
    if (steps + 1 < rule.points) return;
    found ??= [];
    const marked = rule.flag === 'last' ? marks.slice(rule.points - 1) : marks;
    found.push({ from, to: last, side: direction > 0 ? 'up' : 'down', marked });
  };
  for (let i = start + 1; i < end; i += 1) {
    const own = Math.sign((y[i] ?? 0) - (y[last] ?? 0));
    if (own === 0 && rule.ties === 'one-counts') continue;
    if (own !== direction || own === 0) {
      close();
      const before = own === 0 ? i : last;
      from = before;
      steps = 0;
      marks = [before];
      direction = own;
    }
    if (own !== 0) {
      steps += 1;
      marks.push(i);
    }
    last = i;
  }
  close();
  return found ?? NOTHING;
};

/** A distance this close to a line lies on it: what rounding may do to a z of a few sigmas. */
const ON_LINE = 1e-9;

/** 1 or -1 where a point is strictly beyond so many sigmas and counts, else 0. */
function zoneSide(rule: ZoneRule, { z, beyond }: Sequence, i: number): number {
  if (rule.beyondLimits === 'does-not-count' && beyond[i] !== 0) return 0;
  const own = z[i] ?? Number.NaN;
  if (own > rule.sigmas + ON_LINE) return 1;
  return own < -rule.sigmas - ON_LINE ? -1 : 0;
}

const zone: Detector<ZoneRule> = (rule, sequence, start, end) => {
  let any = false;
  for (let i = start; i < end && !any; i += 1) any = zoneSide(rule, sequence, i) !== 0;
  if (!any) return NOTHING;
  return [1, -1].flatMap((side) => windows(rule, sequence, start, end, side));
};

/** Windows with enough points beyond on a side; those that share points are one stretch. */
function windows(rule: ZoneRule, sequence: Sequence, start: number, end: number, side: number): readonly Stretch[] {
  const found: { from: number; to: number; marked: number[] }[] = [];
  const counts = (i: number): boolean => zoneSide(rule, sequence, i) === side;
  for (let to = start + rule.of - 1; to < end; to += 1) {
    const from = to - rule.of + 1;
    const window = range(from, to);
    const beyond = window.filter(counts);
    if (beyond.length < rule.count || (rule.flag === 'last' && !counts(to))) continue;
    if (rule.otherPoints === 'same-side' && window.some((i) => sequence.side[i] !== side)) continue;
    const marked = rule.flag === 'last' ? [to] : rule.flag === 'all' ? window : beyond;
    const before = found.at(-1);
    if (before && before.to >= from) {
      before.to = to;
      before.marked.push(...marked.filter((i) => !before.marked.includes(i)));
    } else found.push({ from, to, marked: [...marked] });
  }
  return found.map((one) => ({ ...one, side: side > 0 ? 'above' : 'below' }));
}

const hugging: Detector<HuggingRule> = (rule, { z }, start, end) => {
  const edge = rule.onSigma === 'within' ? rule.sigmas + ON_LINE : rule.sigmas - ON_LINE;
  return stretches((i) => (Math.abs(z[i] ?? Number.NaN) < edge ? 1 : 0), [start, end], rule, SIDELESS);
};

const mixture: Detector<MixtureRule> = (rule, { z }, start, end) =>
  stretches((i) => (Math.abs(z[i] ?? Number.NaN) > rule.sigmas + ON_LINE ? 1 : 0), [start, end], rule, SIDELESS);

const alternating: Detector<AlternatingRule> = (rule, { y }, start, end) => {
  const step = (i: number): number => (i > start && i < end ? Math.sign((y[i] ?? 0) - (y[i - 1] ?? 0)) : 0);
  const found: Stretch[] = [];
  let from = start;
  for (let i = start + 1; i <= end; i += 1) {
    const turns = step(i) !== 0 && (i - from === 1 || step(i) === -step(i - 1));
    if (turns) continue;
    if (i - from >= rule.points) found.push(stretch(from, i - 1, null, rule.points, rule.flag));
    from = step(i) === 0 ? i : i - 1;
  }
  return found;
};

const movingRange: Detector<MovingRangeRule> = (rule, { y, apart, meanRange }, start, end) => {
  const found: Stretch[] = [];
  for (let i = start + 1; i < end; i += 1) {
    if (apart[i] === 1) continue;
    const before = y[i - 1] ?? 0;
    const own = y[i] ?? 0;
    const limit = rule.factor * (meanRange[i] ?? Number.NaN);
    const rounding = ROUNDING * Math.max(Math.abs(own), Math.abs(before));
    if (Math.abs(own - before) > limit + rounding)
      found.push({ from: i - 1, to: i, side: own > before ? 'up' : 'down', marked: [i] });
  }
  return found;
};

/** What a rule is, in whatever rule set. */
interface RuleObject<Definition extends { readonly kind: string }> {
  readonly kind: Definition['kind'];
  readonly family: RuleFamily;
  /** Marks its points in a sketch. */
  readonly letter: string;
  readonly detect: Detector<Definition>;
}

/**
 * Every control chart rule. Their order is that in which they are told where signals share points: the more telling of a
 * stretch of points, the earlier.
 */
export const CONTROL_RULES: { readonly [Id in ControlRuleId]: RuleObject<ControlDefinitions[Id]> } = {
  shift: { kind: 'run', family: 'run', letter: 'S', detect: run },
  trend: { kind: 'trend', family: 'trend', letter: 'T', detect: trend },
  outside: { kind: 'outside', family: 'outside', letter: 'X', detect: outside },
  'three-of-four': { kind: 'zone', family: 'zone', letter: 'Q', detect: zone },
  'two-of-three': { kind: 'zone', family: 'zone', letter: 'Z', detect: zone },
  'four-of-five': { kind: 'zone', family: 'zone', letter: 'F', detect: zone },
  alternating: { kind: 'alternating', family: 'trend', letter: 'A', detect: alternating },
  mixture: { kind: 'mixture', family: 'zone', letter: 'M', detect: mixture },
  hugging: { kind: 'hugging', family: 'zone', letter: 'H', detect: hugging },
  'moving-range': { kind: 'moving-range', family: 'moving-range', letter: 'J', detect: movingRange },
};

/** The rules, the more telling first. */
export const CONTROL_RULE_IDS = Object.keys(CONTROL_RULES) as readonly ControlRuleId[];

/** A rule with what a rule set says of it. */
export function controlRule<Id extends ControlRuleId>(rule: Id, settings: RuleSettings<Id>): ControlRuleOf<Id> {
  const { kind, family } = CONTROL_RULES[rule];
  return { rule, kind, family, ...settings } as unknown as ControlRuleOf<Id>;
}

/** Every stretch of points `start` to `end` (not included) that follows the rule. */
export function stretchesOf<Id extends ControlRuleId>(
  rule: ControlRuleOf<Id>,
  sequence: Sequence,
  start: number,
  end: number,
): readonly Stretch[] {
  return CONTROL_RULES[rule.rule].detect(rule, sequence, start, end);
}

/** One special-cause pattern, by places in the chart. */
export interface Pattern {
  readonly rule: ControlRuleId;
  readonly side: Stretch['side'];
  /** First and last place of the pattern. */
  readonly from: number;
  readonly to: number;
  /** Points in it. */
  readonly count: number;
  /** Places that the rule marks. */
  readonly at: readonly number[];
  readonly variation: 'improvement' | 'concern' | 'neither';
}
