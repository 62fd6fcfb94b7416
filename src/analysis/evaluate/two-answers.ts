import { type Finding, finding } from '../../finding.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { type CompareResult, isCost } from '../compare/result.ts';
import type { EvaluateResult } from './result.ts';

/**
 * Where the comparison of two periods and the controlled series give two verdicts on the same measure at the 5 % level: a finding
 * with what sets them apart, the quarters before and the course that the practice was already on. None where they agree.
 */
export function twoAnswers(compare: CompareResult, evaluated: EvaluateResult): readonly Finding[] {
  const { design, controlled } = evaluated;
  const measure = compare.measures.find((one) => one.measure === design.measure);
  const relative = measure && !isCost(measure) ? measure.relative : null;
  const compared = relative?.ratioOfRatiosDispersed ?? relative?.ratioOfRatios;
  const primary = controlled?.primary;
  if (!primary || !compared) return [];
  const isBeyondChance = excludesOne(compared);
  if (isBeyondChance === null || isBeyondChance === !!excludesOne(primary.effectAtEnd)) return [];
  return [
    finding('report.two-answers', {
      practice: design.practice,
      comparator: design.comparator,
      baseline: compare.baseline.label,
      followUp: compare.followUp.label,
      intervention: design.intervention,
      before: design.before,
      beyondChance: isBeyondChance ? 'comparison' : 'evaluation',
      slope: primary.terms.time.estimate,
    }),
  ];
}

/** Whether the interval of a ratio leaves out 1; null without an interval. */
function excludesOne({ lower, upper }: Estimate): boolean | null {
  return lower === null || upper === null ? null : lower > 1 || upper < 1;
}
