import { ROUNDING } from './estimates.ts';
import type {
  AlternatingRule,
  ControlRule,
  ControlRuleName,
  FlagPolicy,
  HuggingRule,
  MixtureRule,
  MovingRangeRule,
  OutsideRule,
  ShiftRule,
  TrendRule,
  ZoneRule,
} from './rules.ts';

/** What rules look at, one entry a point of the sample. */
export interface Sequence {
  readonly y: Float64Array;
  /** Side of the centre line: 1, -1, or 0 on it. */
  readonly side: Int8Array;
  /** Distance from the centre in sigmas; NaN without a symmetric sigma. */
  readonly z: Float64Array;
  /** 1 above the upper limit, -1 below the lower one, else 0. */
  readonly beyond: Int8Array;
  /** 1 where no moving range is formed with the point before. */
  readonly apart: Uint8Array;
  /** Mean moving range of the phase; NaN where there is none. */
  readonly meanRange: Float64Array;
}

/** Points `from` to `to` (included) of a sample that follow a rule, and those of them that are marked. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly side: 'above' | 'below' | 'up' | 'down' | null;
  readonly marked: readonly number[];
}

/** One special-cause pattern, by places in the chart. */
export interface Pattern {
  readonly rule: ControlRuleName;
  readonly side: 'above' | 'below' | 'up' | 'down' | null;
  /** First and last place of the pattern. */
  readonly from: number;
  readonly to: number;
  /** Points in it. */
  readonly count: number;
  /** Places that the rule marks. */
  readonly at: readonly number[];
  readonly variation: 'improvement' | 'concern' | 'neither';
}

type Detector<Rule> = (rule: Rule, sequence: Sequence, start: number, end: number) => readonly Stretch[];

const range = (from: number, to: number): readonly number[] => {
  const all: number[] = [];
  for (let i = from; i <= to; i += 1) all.push(i);
  return all;
};

/** A stretch of at least `points`, marked whole or from the point that completes it. */
function stretch(from: number, to: number, side: Stretch['side'], points: number, flag: FlagPolicy): Stretch {
  return { from, to, side, marked: range(flag === 'last' ? from + points - 1 : from, to) };
}

/**
 * The longest stretches of at least `points` points of one kind; kind 0 belongs to none. The sides are those of kind 1
 * and kind -1.
 */
function stretches(
  kind: (i: number) => number,
  [start, end]: readonly [number, number],
  rule: { readonly points: number; readonly flag: FlagPolicy },
  [plus, minus]: readonly [Stretch['side'], Stretch['side']],
): readonly Stretch[] {
  let found: Stretch[] | undefined;
  let from = start;
  let current = 0;
  for (let i = start; i <= end; i += 1) {
    const own = i < end ? kind(i) : 0;
    if (own === current && i < end) continue;
    if (current !== 0 && i - from >= rule.points) {
      found ??= [];
      found.push(stretch(from, i - 1, current > 0 ? plus : minus, rule.points, rule.flag));
    }
    from = i;
    current = own;
  }
  return found ?? NOTHING;
}

const NOTHING: readonly Stretch[] = [];
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

/** How each kind of rule is found. A rule set only names rules, lengths and policies. */
const DETECTORS: { readonly [Kind in ControlRule['kind']]: Detector<Extract<ControlRule, { kind: Kind }>> } = {
  outside,
  run,
  trend,
  zone,
  hugging,
  mixture,
  alternating,
  'moving-range': movingRange,
};

/** Every stretch of points `start` to `end` (not included) that follows the rule. */
export function stretchesOf<Kind extends ControlRule['kind']>(
  rule: Extract<ControlRule, { kind: Kind }>,
  sequence: Sequence,
  start: number,
  end: number,
): readonly Stretch[] {
  const detector: Detector<Extract<ControlRule, { kind: Kind }>> = DETECTORS[rule.kind as Kind];
  return detector(rule, sequence, start, end);
}
