import { caution, type Finding, finding } from '../../finding.ts';
import type { SyntheticControl } from './peer-result.ts';
import type { EvaluateResult } from './result.ts';

/** How many areas a finding names. */
const NAMED = 6;

/** What happens to the answer when one area of the comparator is left out, and when a mixture of areas is the comparator. */
export function donorFindings(result: EvaluateResult): readonly Finding[] {
  return [...leaveOneOutFindings(result), ...syntheticFindings(result)];
}

function leaveOneOutFindings({ leaveOneOut, controlled, design }: EvaluateResult): readonly Finding[] {
  if (!leaveOneOut) return [];
  const { lowest, highest, rows } = leaveOneOut;
  const slots = {
    areas: rows.length,
    lowest: lowest.estimate,
    withoutLowest: lowest.without,
    highest: highest.estimate,
    withoutHighest: highest.without,
  };
  const se = controlled?.primary?.effectAtEnd.se ?? null;
  const swing = Math.log(highest.estimate) - Math.log(lowest.estimate);
  // Two answers about nothing differ in sign, too: only a swing beyond the estimate's own error says that one area decides.
  const decides = lowest.estimate < 1 && highest.estimate > 1 && se !== null && swing > se;
  return [
    finding('evaluate.leave-one-out', slots),
    ...(decides ? [caution('evaluate.one-area-decides', { ...slots, practice: design.practice })] : []),
  ];
}

function syntheticFindings({ syntheticControl, design, series }: EvaluateResult): readonly Finding[] {
  if (!syntheticControl) return [];
  const { demeaned, plain, donors, donorChoice, placebo } = syntheticControl;
  const range = demeaned.attRange ?? plain.attRange;
  const outcome = series[0]?.outcome ?? 'count';
  const opposite = demeaned.att * plain.att < 0;
  return [
    finding('evaluate.synthetic', {
      practice: design.practice,
      outcome,
      donors,
      donorChoice,
      gap: demeaned.att,
      plainGap: plain.att,
      error: demeaned.preRmspe,
      rank: placebo.demeaned?.rank ?? null,
      areas: placebo.demeaned?.areas ?? null,
      p: placebo.demeaned?.p ?? null,
      smallest: placebo.demeaned?.smallestPossibleP ?? null,
      weights: demeaned.weights.slice(0, NAMED).map(({ area }) => area),
    }),
    ...syntheticChecks(syntheticControl, outcome),
    ...(opposite ? [caution('evaluate.synthetic-opposite', { outcome, gap: demeaned.att, plainGap: plain.att })] : []),
    ...(range ? [caution('evaluate.synthetic-not-unique', { outcome, lower: range.lower, upper: range.upper })] : []),
  ];
}

/** The synthetic control before the change, where there should be no gap, and without each of its donors. */
function syntheticChecks(
  { placeboInTime, leaveOneOut, demeaned, before }: SyntheticControl,
  outcome: 'rate' | 'count',
): readonly Finding[] {
  const sorted = [...leaveOneOut].sort((a, b) => a.att - b.att);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!placeboInTime && !lowest) return [];
  return [
    finding('evaluate.synthetic-checks', {
      outcome,
      gap: demeaned.att,
      timeGap: placeboInTime?.att ?? null,
      timeQuarters: placeboInTime ? before - placeboInTime.from : null,
      lowest: lowest?.att ?? null,
      withoutLowest: lowest?.without ?? null,
      highest: highest?.att ?? null,
      withoutHighest: highest?.without ?? null,
    }),
  ];
}
