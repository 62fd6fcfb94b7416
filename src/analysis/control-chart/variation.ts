import type { Direction } from '../../data/series.ts';
import type { ChartType } from './chart-types.ts';
import type { Assurance, ControlVariation, Variation } from './result.ts';
import type { ControlRuleSet } from './rule-sets.ts';
import type { ControlRule, ControlRuleId, Pattern } from './rules.ts';

type Meaning = Pattern['variation'];

/** What a pattern means: by its side and the better direction; neither where the rule or the chart has no direction. */
export function patternVariation(
  rule: ControlRule,
  side: Pattern['side'],
  better: Direction,
  chart: ChartType,
): Meaning {
  if (side === null || better === 'neither' || !chart.directed || rule.family === 'moving-range') return 'neither';
  const higher = side === 'above' || side === 'up';
  return higher === (better === 'higher') ? 'improvement' : 'concern';
}

/** The one variation of a point that these patterns mark: the colour, chosen last and by the rule set's policy. */
export function pointVariation(marking: readonly Pattern[], { conflict }: ControlRuleSet): Variation {
  const improves = marking.some(({ variation }) => variation === 'improvement');
  const worsens = marking.some(({ variation }) => variation === 'concern');
  if (improves && worsens) {
    if (conflict === 'both' || conflict === 'improvement') return conflict;
    return first(marking, conflict.order);
  }
  if (improves) return 'improvement';
  if (worsens) return 'concern';
  return marking.length > 0 ? 'neither' : 'common';
}

/** By the first rule of the order that marks the point; improvement where that rule says both. */
function first(marking: readonly Pattern[], order: readonly ControlRuleId[]): Variation {
  const rule = order.find((name) => marking.some((pattern) => pattern.rule === name));
  const own = marking.filter((pattern) => pattern.rule === rule);
  return own.find(({ variation }) => variation === 'improvement')?.variation ?? own[0]?.variation ?? 'common';
}

/**
 * The variation of a chart: that of its last point, or that of the signal whose marks end last among those that reach
 * into the last phase; neither where such signals contradict one another.
 */
export function chartVariation(
  patterns: readonly Pattern[],
  ruleSet: ControlRuleSet,
  lastPoint: number,
  lastPhase: number,
): ControlVariation {
  const lastMark = ({ at }: Pattern): number => at.at(-1) ?? -1;
  const latest = patterns.reduce((most, pattern) => Math.max(most, lastMark(pattern)), -1);
  const deciding = ruleSet.verdict === 'last-point' ? lastPoint : latest;
  if (latest < lastPhase || deciding < 0) return 'common';
  const found = pointVariation(
    patterns.filter(({ at }) => at.includes(deciding)),
    ruleSet,
  );
  return found === 'both' ? 'neither' : found;
}

/**
 * Whether the latest limits say that a target will be met again and again (`pass`), missed (`fail`), or now one and now
 * the other. None without a target, without limits, or where neither direction is better. Where counts and shares stop,
 * chance can take them: a target there is not beyond the limit.
 */
export function assuranceOf(
  target: number | null,
  lower: number | undefined,
  upper: number | undefined,
  chart: Pick<ChartType, 'floor' | 'ceiling' | 'directed'>,
  { targetOnLimit }: Pick<ControlRuleSet, 'targetOnLimit'>,
  better: Direction,
): Assurance {
  const low = lower === undefined || lower === chart.floor ? Number.NaN : lower;
  const high = upper === undefined || upper === chart.ceiling ? Number.NaN : upper;
  if (target === null || better === 'neither' || !chart.directed) return 'none';
  if (lower === undefined || upper === undefined || (Number.isNaN(lower) && Number.isNaN(upper))) return 'none';
  const counts = targetOnLimit === 'counts';
  const below = counts ? target <= low : target < low;
  const above = counts ? target >= high : target > high;
  if (below || target < (chart.floor ?? Number.NEGATIVE_INFINITY)) return better === 'higher' ? 'pass' : 'fail';
  if (above || target > (chart.ceiling ?? Number.POSITIVE_INFINITY)) return better === 'higher' ? 'fail' : 'pass';
  return 'inconsistent';
}
