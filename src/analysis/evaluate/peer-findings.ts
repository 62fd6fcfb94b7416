import { caution, type Finding, finding } from '../../finding.ts';
import type { Placebo, PlaceboStatistic, SyntheticControl } from './peer-result.ts';
import { baselineFindings } from './regression-to-mean.ts';
import type { EvaluateResult } from './result.ts';
import { FOR_FIVE_PERCENT, isBelowLevel, isUnmet } from './significance.ts';

const FIVE_PERCENT = 0.05;
/** How many areas a finding names. */
const NAMED = 6;

/** What the peers say: placebo in space and time, leaving one out, synthetic control, the baseline among them. */
export function peerFindings(result: EvaluateResult): readonly Finding[] {
  return [...placeboFindings(result), ...timeFindings(result), ...donorFindings(result), ...baselineFindings(result)];
}

function placeboFindings(result: EvaluateResult): readonly Finding[] {
  const { placebo, design } = result;
  if (!placebo) return [];
  const { areas, smallestPossibleP, similarSize, excluded } = placebo;
  const incomplete = excluded.filter(({ reason }) => reason === 'incomplete').map(({ area }) => area);
  const test = (statistic: PlaceboStatistic) => placebo.tests.find((one) => one.statistic === statistic) ?? null;
  const near = (statistic: PlaceboStatistic) => similarSize?.tests.find((one) => one.statistic === statistic) ?? null;
  const disagree = disagreement(result);
  const [effect, slope, ratio] = [test('studentised-effect'), test('studentised-slope'), test('ratio-of-ratios')];
  return [
    finding('evaluate.placebo', {
      practice: design.practice,
      areas,
      smallest: smallestPossibleP,
      effectRank: effect?.rank ?? null,
      effectP: effect?.p ?? null,
      slopeRank: slope?.rank ?? null,
      slopeP: slope?.p ?? null,
      ratioRank: ratio?.rank ?? null,
      ratioP: ratio?.p ?? null,
      similarAreas: similarSize?.areas ?? null,
      similarSmallest: similarSize?.smallestPossibleP ?? null,
      similarEffectP: near('studentised-effect')?.p ?? null,
      similarSlopeP: near('studentised-slope')?.p ?? null,
    }),
    ...(disagree ? [caution('evaluate.placebo-disagrees', { practice: design.practice, ...disagree })] : []),
    ...(areas < FOR_FIVE_PERCENT ? [caution('evaluate.few-peers', { areas, smallest: smallestPossibleP })] : []),
    ...(incomplete.length > 0
      ? [caution('evaluate.peers-incomplete', { areas: incomplete.slice(0, NAMED), count: incomplete.length })]
      : []),
  ];
}

/** Two verdicts at 5 %: P by the model, and beside so many areas. */
interface Disagreement {
  readonly quantity: 'effect' | 'slope';
  readonly model: number;
  readonly p: number;
  readonly areas: number;
}

/**
 * Where the model and enough peers give two verdicts: on the difference in the last quarter, which the summary
 * gives, else on the change of slope. methods.md 0.1.
 */
export function disagreement({ placebo, controlled }: EvaluateResult): Disagreement | null {
  const primary = controlled?.primary;
  if (!placebo || !primary) return null;
  const contrary = (
    quantity: 'effect' | 'slope',
    model: number | null,
    statistic: PlaceboStatistic,
  ): readonly Disagreement[] => {
    if (model === null) return [];
    const other = testsOf(placebo, statistic).find(({ p }) => isBeyond(p) !== isBeyond(model));
    return other ? [{ quantity, model, p: other.p, areas: other.areas }] : [];
  };
  const [first = null] = [
    ...contrary('effect', primary.effectAtEnd.p, 'studentised-effect'),
    ...contrary('slope', primary.terms.slope.p, 'studentised-slope'),
  ];
  return first;
}

const isBeyond = (p: number): boolean => p <= FIVE_PERCENT;

/** The P values of a statistic among peers enough for 5 %: all, without the practice, and those of similar size. */
function testsOf(
  placebo: Placebo,
  statistic: PlaceboStatistic,
): readonly { readonly areas: number; readonly p: number }[] {
  const { areas, tests, similarSize } = placebo;
  const all = tests.find((one) => one.statistic === statistic);
  const near = similarSize?.tests.find((one) => one.statistic === statistic);
  const found = [
    { areas, p: all?.p ?? null },
    { areas, p: all?.pWithoutPractice ?? null },
    { areas: similarSize?.areas ?? 0, p: near?.p ?? null },
  ];
  return found.flatMap(({ areas: n, p }) => (p !== null && n >= FOR_FIVE_PERCENT ? [{ areas: n, p }] : []));
}

function timeFindings(result: EvaluateResult): readonly Finding[] {
  const { placeboInTime } = result;
  if (!placeboInTime) return [];
  const { intervention, effectAtEnd, detectable } = placeboInTime;
  const { estimate, lower, upper, p } = effectAtEnd;
  if (estimate === null || lower === null || upper === null) return [];
  const slots = { intervention, estimate, lower, upper, p };
  if (isBelowLevel(p)) return [caution('evaluate.found-before', { ...slots, change: result.design.intervention })];
  return [
    finding('evaluate.placebo-in-time', {
      ...slots,
      fall: detectable?.percentChange ?? null,
      rise: detectable?.percentIncrease ?? null,
      trendsDiffer: isUnmet(result, 'pre-trend'),
    }),
  ];
}

/** What happens to the answer when one area of the comparator is left out, and when a mixture of areas is the comparator. */
function donorFindings(result: EvaluateResult): readonly Finding[] {
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
