import { printedRunsRange } from '../../reference/run-limits.ts';
import { exactRunsRange, fewestCrossings, longestRunLimit, type RunsRange } from './limits.ts';
import type { RunRule, RunSignal, RunsLimits } from './result.ts';
import type { RunRuleDefinition, RunRuleSet } from './rule-sets.ts';
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
export type PlacedSignal = Pick<RunSignal, 'rule' | 'side' | 'count' | 'at'>;

const NO_RANGE: RunsRange = { lower: null, upper: null };

/** Cuts the used points into runs about `centre` (null: nothing to judge against) and counts them. */
export function analyseRuns(used: readonly UsedPoint[], centre: number | null, ruleSet: RunRuleSet): RunsAnalysis {
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
export function applies(rule: RunRule, analysis: RunsAnalysis, ruleSet: RunRuleSet): boolean {
  const stated = ruleSet.rules.some((definition) => definition.rule === rule);
  return stated && (rule === 'trend' || analysis.useful >= ruleSet.minimumUseful);
}

/** The range of the number of runs without a signal, from the exact distribution or from the published table. */
export function runsRange({ above, below, useful }: RunsAnalysis, method: RunsLimits): RunsRange {
  return method === 'exact' ? exactRunsRange(above, below) : (printedRunsRange(useful) ?? NO_RANGE);
}

/** Whether the number of runs lies outside a range; a side without a limit gives no signal. */
export function outside(count: number, { lower, upper }: RunsRange): boolean {
  return (lower !== null && count < lower) || (upper !== null && count > upper);
}

type Detector<Rule extends RunRule> = (
  definition: Extract<RunRuleDefinition, { rule: Rule }>,
  analysis: RunsAnalysis,
  limits: RunsLimits,
) => readonly PlacedSignal[];

/** How each rule is found. A rule set only names rules and their lengths. */
const DETECTORS: { readonly [Rule in RunRule]: Detector<Rule> } = {
  shift: ({ rule, points }, { runs }) =>
    runs
      .filter((run) => run.at.length >= points)
      .map((run) => ({ rule, side: run.side, count: run.at.length, at: run.at })),
  trend: ({ rule, points, ties }, { used }) =>
    monotoneStretches(used, ties)
      .filter((stretch) => stretch.at.length >= points)
      .map((stretch) => ({ rule, side: stretch.direction, count: stretch.at.length, at: stretch.at })),
  runs: ({ rule }, analysis, limits) =>
    outside(analysis.runs.length, runsRange(analysis, limits))
      ? [{ rule, side: null, count: analysis.runs.length, at: [] }]
      : [],
  'longest-run': ({ rule }, { runs, useful }) =>
    runs
      .filter((run) => run.at.length > (longestRunLimit(useful) ?? Number.POSITIVE_INFINITY))
      .map((run) => ({ rule, side: run.side, count: run.at.length, at: run.at })),
  crossings: ({ rule }, { crossings, useful }) =>
    crossings < (fewestCrossings(useful) ?? 0) ? [{ rule, side: null, count: crossings, at: [] }] : [],
};

/** Every signal of the rule set, rule by rule, each in time order. */
export function findSignals(analysis: RunsAnalysis, ruleSet: RunRuleSet, limits: RunsLimits): readonly PlacedSignal[] {
  return ruleSet.rules.flatMap((definition) =>
    applies(definition.rule, analysis, ruleSet) ? detect(definition, analysis, limits) : [],
  );
}

function detect<Rule extends RunRule>(
  definition: Extract<RunRuleDefinition, { rule: Rule }>,
  analysis: RunsAnalysis,
  limits: RunsLimits,
): readonly PlacedSignal[] {
  const detector: Detector<Rule> = DETECTORS[definition.rule as Rule];
  return detector(definition, analysis, limits);
}
