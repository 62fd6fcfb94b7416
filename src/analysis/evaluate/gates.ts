import type { Condition, GateSlots } from '../../catalogue.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { type Interrupted, type Quarter, segmentSizes } from './design.ts';
import type { TrendBefore } from './pre-trend.ts';
import type { Gate } from './result.ts';

/** EPOC's entry criterion for interrupted time series: at least three points before and three after. */
const EPOC_POINTS = 3;
/** Below these a series is called exploratory and only least squares is run (our choice, not a standard). methods.md 2(c). */
const SHORT = { before: 8, after: 4, total: 12 } as const;
/** A year before, so that a season is not taken for a trend. EPOC item 7. */
const YEAR = 4;
/** More than two years before: the counterfactual carries their course on, and two of each season hardly show one (our choice). */
const COURSE = 2 * YEAR + 1;

interface GateInput {
  readonly intervention: string | null;
  readonly before: number;
  readonly after: number;
  readonly comparator: string | null;
  /** Quarters of the practice by itself. */
  readonly own: { readonly before: number; readonly after: number };
  readonly seasons: boolean;
  readonly basis: 'rates' | 'counts';
  readonly missing: number;
  readonly zeros: number;
  readonly preTrend: TrendBefore | null;
  /** Difference in the last quarter before the change, had it come in the middle of those before; null: not computed. */
  readonly placeboInTime: Estimate | null;
  /** Whether the primary model could be fitted. */
  readonly fitted: boolean;
}

/** Fewer than three points on a side: no interrupted series is fitted. */
export function meetsMinimum({ before, after }: Pick<GateInput, 'before' | 'after'>): boolean {
  return before >= EPOC_POINTS && after >= EPOC_POINTS;
}

/** Three quarters at least in every segment. */
export function allowsSegments(quarters: readonly Pick<Quarter, 'index' | 'time'>[], timeline: Interrupted): boolean {
  const [before = 0, ...rest] = segmentSizes(quarters, timeline);
  return rest.every((after) => meetsMinimum({ before, after }));
}

export function isLongEnough({ before, after }: Pick<GateInput, 'before' | 'after'>): boolean {
  return before >= SHORT.before && after >= SHORT.after && before + after >= SHORT.total;
}

/** The conditions of the evaluation, in the order in which they decide. The last says which words may be used. */
export function gatesOf(input: GateInput): readonly Gate[] {
  const { intervention, before, after, own, comparator, preTrend, placeboInTime } = input;
  const counts = { before, after };
  const gates: readonly Gate[] = [
    gate('point-in-time', intervention !== null, { intervention }),
    gate('epoc-minimum', meetsMinimum(input), { ...counts, points: EPOC_POINTS, alone: meetsMinimum(own) }),
    gate('full-year-before', before >= YEAR, counts),
    gate('long-enough', isLongEnough(input), { ...counts, ...rename(SHORT) }),
    gate('course-before', before >= COURSE, { before, needed: COURSE }),
    gate('seasons', input.seasons, counts),
    gate('comparator', comparator !== null, { comparator }),
    gate('list-sizes', input.basis === 'rates', {}),
    gate('complete', input.missing === 0, { missing: input.missing }),
    gate('no-zero-counts', input.zeros === 0, { zeros: input.zeros }),
    gate('pre-trend', isUnremarkable(preTrend?.estimate), {
      estimate: preTrend?.estimate.estimate ?? null,
      p: preTrend?.estimate.p ?? null,
      test: preTrend?.test ?? null,
      before,
    }),
    gate('placebo-in-time', isUnremarkable(placeboInTime), {
      estimate: placeboInTime?.estimate ?? null,
      p: placeboInTime?.p ?? null,
    }),
  ];
  const failed: Condition[] = NEEDED.filter((rule) => gates.some((one) => one.rule === rule && !one.passed));
  const unchecked = preTrend?.estimate.p == null ? failed.filter((rule) => rule === 'pre-trend') : [];
  // Without enough quarters before there is no placebo in time, and other conditions speak of that.
  if (placeboInTime?.p != null && !isUnremarkable(placeboInTime)) failed.push('placebo-in-time');
  if (!input.fitted && !failed.some((rule) => FOR_A_FIT.includes(rule))) failed.push('primary');
  return [...gates, gate('causal-words', failed.length === 0, { failed, unchecked })];
}

function gate<Rule extends keyof GateSlots>(rule: Rule, passed: boolean, slots: GateSlots[Rule]): Gate {
  return { rule, passed, slots };
}

/** Conditions of causal words. A placebo in time is one, too, where there are quarters enough for it. */
const NEEDED: readonly (Condition & keyof GateSlots)[] = [
  'point-in-time',
  'epoc-minimum',
  'long-enough',
  'course-before',
  'comparator',
  'list-sizes',
  'pre-trend',
];

/** Those without which the primary model is not even tried: they say why there is none. */
const FOR_A_FIT: readonly Condition[] = ['point-in-time', 'epoc-minimum', 'comparator'];

const isUnremarkable = (estimate: Estimate | null | undefined): boolean => estimate?.p != null && estimate.p >= 0.05;

const rename = ({ before, after, total }: typeof SHORT) => ({
  beforeNeeded: before,
  afterNeeded: after,
  totalNeeded: total,
});
