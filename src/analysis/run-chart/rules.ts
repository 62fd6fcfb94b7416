import { printedRunsRange } from '../../reference/run-limits.ts';
import type { LinePolicy, TiePolicy } from '../chart/policies.ts';
import type { ChartSignal } from '../chart/signal.ts';
import { exactRunsRange, fewestCrossings, longestRunLimit, type RunsLimits, type RunsRange } from './limits.ts';
import { monotoneStretches, type Run, runsAbout, type UsedPoint } from './sequence.ts';

/** What the rules look at: the used points, cut into runs about the centre line, with the counts that follow. */
export interface RunsAnalysis {
  readonly used: readonly UsedPoint[];
  readonly runs: readonly Run[];
  readonly above: number;
  readonly below: number;
  readonly useful: number;
  readonly longestRun: number;
  readonly crossings: number;
}

/** A signal by places in the chart; the periods are put to it by the chart. */
export type PlacedSignal = Pick<ChartSignal<RunRuleId>, 'rule' | 'side' | 'count' | 'at'>;

/** The rules, each with what a rule set says of it. A new one is an entry here, of `RUN_RULES`, and its words. */
interface RunDefinitions {
  readonly shift: { readonly points: number };
  readonly trend: { readonly points: number; readonly ties: TiePolicy };
  readonly 'longest-run': object;
  readonly runs: object;
  readonly crossings: object;
}

export type RunRuleId = keyof RunDefinitions;

/** A rule as a rule set has it, with its length where it has one. */
export type RunRuleOf<Id extends RunRuleId> = RunDefinitions[Id] & { readonly rule: Id };

type RunRule = { [Id in RunRuleId]: RunRuleOf<Id> }[RunRuleId];

/** What rules are applied under. */
export interface RunRuleSetPolicies {
  readonly rules: readonly RunRule[];
  readonly pointOnLine: LinePolicy;
  /** Useful points below which the rules that need them are silent. */
  readonly minimumUseful: number;
}

const NO_RANGE: RunsRange = { lower: null, upper: null };

/** Cuts the used points into runs about `centre` (null: nothing to judge against) and counts them. */
export function analyseRuns(
  used: readonly UsedPoint[],
  centre: number | null,
  ruleSet: Pick<RunRuleSetPolicies, 'pointOnLine'>,
): RunsAnalysis {
  const runs = centre === null ? [] : runsAbout(used, centre, ruleSet.pointOnLine);
  const pointsOn = (side: Run['side']) => runs.reduce((sum, run) => sum + (run.side === side ? run.at.length : 0), 0);
  const above = pointsOn('above');
  const below = pointsOn('below');
  return {
    used,
    runs,
    above,
    below,
    useful: above + below,
    longestRun: Math.max(0, ...runs.map((run) => run.at.length)),
    crossings: runs.filter((run, i) => i > 0 && run.side !== runs[i - 1]?.side).length,
  };
}

/** Whether the rule set applies this rule, and there are enough useful points for it. */
export function applies(rule: RunRuleId, analysis: RunsAnalysis, ruleSet: RunRuleSetPolicies): boolean {
  const stated = ruleSet.rules.some((definition) => definition.rule === rule);
  return stated && (!RUN_RULES[rule].needsMinimum || analysis.useful >= ruleSet.minimumUseful);
}

/** The range of the number of runs without a signal, from the exact distribution or from the published table. */
export function runsRange({ above, below, useful }: RunsAnalysis, method: RunsLimits): RunsRange {
  return method === 'exact' ? exactRunsRange(above, below) : (printedRunsRange(useful) ?? NO_RANGE);
}

/** Whether the number of runs lies outside a range; a side without a limit gives no signal. */
export function outside(count: number, { lower, upper }: RunsRange): boolean {
  return (lower !== null && count < lower) || (upper !== null && count > upper);
}

/** What a rule is, in whatever rule set. */
interface RuleObject<Definition> {
  /** Marks its points in a sketch; null for a rule that concerns the whole series. */
  readonly letter: string | null;
  /** Whether it is silent where a rule set's minimum of useful points is not reached. */
  readonly needsMinimum: boolean;
  readonly detect: (
    definition: Definition,
    analysis: RunsAnalysis,
    limits: RunsLimits,
  ) => readonly Omit<PlacedSignal, 'rule'>[];
}

const onOneSide = (runs: readonly Run[], fewest: number) =>
  runs.filter(({ at }) => at.length >= fewest).map(({ side, at }) => ({ side, count: at.length, at }));

/** Every run chart rule. A rule set only names rules and their lengths. */
export const RUN_RULES: { readonly [Id in RunRuleId]: RuleObject<RunDefinitions[Id]> } = {
  shift: { letter: 'S', needsMinimum: true, detect: ({ points }, { runs }) => onOneSide(runs, points) },
  trend: {
    letter: 'T',
    needsMinimum: false,
    detect: ({ points, ties }, { used }) =>
      monotoneStretches(used, ties)
        .filter(({ at }) => at.length >= points)
        .map(({ direction, at }) => ({ side: direction, count: at.length, at })),
  },
  'longest-run': {
    letter: 'L',
    needsMinimum: true,
    detect: (_, { runs, useful }) => onOneSide(runs, (longestRunLimit(useful) ?? Number.POSITIVE_INFINITY) + 1),
  },
  runs: {
    letter: null,
    needsMinimum: true,
    detect: (_, analysis, limits) =>
      outside(analysis.runs.length, runsRange(analysis, limits))
        ? [{ side: null, count: analysis.runs.length, at: [] }]
        : [],
  },
  crossings: {
    letter: null,
    needsMinimum: true,
    detect: (_, { crossings, useful }) =>
      crossings < (fewestCrossings(useful) ?? 0) ? [{ side: null, count: crossings, at: [] }] : [],
  },
};

/** The rules, those that mark points first. */
export const RUN_RULE_IDS = Object.keys(RUN_RULES) as readonly RunRuleId[];

/** Every signal of the rule set, rule by rule, each in time order. */
export function findSignals(
  analysis: RunsAnalysis,
  ruleSet: RunRuleSetPolicies,
  limits: RunsLimits,
): readonly PlacedSignal[] {
  return ruleSet.rules.flatMap((rule) => (applies(rule.rule, analysis, ruleSet) ? detect(rule, analysis, limits) : []));
}

function detect<Id extends RunRuleId>(
  rule: RunRuleOf<Id>,
  analysis: RunsAnalysis,
  limits: RunsLimits,
): readonly PlacedSignal[] {
  return RUN_RULES[rule.rule].detect(rule, analysis, limits).map((found) => ({ rule: rule.rule, ...found }));
}
