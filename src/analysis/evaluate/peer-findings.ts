import { caution, type Finding, finding } from '../../finding.ts';
import { baselineFindings } from './baseline-findings.ts';
import { donorFindings } from './donor-findings.ts';
import type { Placebo, PlaceboStatistic } from './peer-result.ts';
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
