import { caution, type Finding, finding } from '../../finding.ts';
import type { EvaluateResult } from './result.ts';

/** With fewer areas a placebo test cannot reach P = 0.05. methods.md 2(f). */
const FOR_FIVE_PERCENT = 20;
const FIVE_PERCENT = 0.05;
/** How many areas a finding names. */
const NAMED = 6;

/** What the peers say: placebo in space and time, leaving one out, synthetic control, the baseline among them. */
export function peerFindings(result: EvaluateResult): readonly Finding[] {
  return [
    ...placeboFindings(result),
    ...timeFindings(result),
    ...leaveOneOutFindings(result),
    ...syntheticFindings(result),
    ...baselineFindings(result),
  ];
}

function placeboFindings(result: EvaluateResult): readonly Finding[] {
  const { placebo, design } = result;
  if (!placebo) return [];
  const { areas, rank, p, pWithoutPractice, smallestPossibleP, similarSize, excluded } = placebo;
  const incomplete = excluded.filter(({ reason }) => reason === 'incomplete').map(({ area }) => area);
  return [
    finding('evaluate.placebo', {
      practice: design.practice,
      areas,
      rank,
      p,
      pWithoutPractice,
      smallest: smallestPossibleP,
      similarAreas: similarSize?.areas ?? null,
      similarP: similarSize?.p ?? null,
    }),
    ...disagreement(result),
    ...(areas < FOR_FIVE_PERCENT ? [caution('evaluate.few-peers', { areas, smallest: smallestPossibleP })] : []),
    ...(incomplete.length > 0
      ? [caution('evaluate.peers-incomplete', { areas: incomplete.slice(0, NAMED), count: incomplete.length })]
      : []),
  ];
}

/** A caution where the model and enough peers give two verdicts on the change of slope at 5 %. methods.md 0.1. */
function disagreement({ placebo, controlled, design }: EvaluateResult): readonly Finding[] {
  const model = controlled?.primary?.terms.slope.p ?? null;
  if (!placebo || model === null) return [];
  const { similarSize } = placebo;
  const tests = [
    { areas: placebo.areas, p: placebo.p },
    { areas: placebo.areas, p: placebo.pWithoutPractice },
    ...(similarSize ? [{ areas: similarSize.areas, p: similarSize.p }] : []),
  ];
  const other = tests.find(
    ({ areas, p }) => areas >= FOR_FIVE_PERCENT && p !== null && p <= FIVE_PERCENT !== model <= FIVE_PERCENT,
  );
  return other
    ? [caution('evaluate.placebo-disagrees', { practice: design.practice, model, p: other.p, areas: other.areas })]
    : [];
}

function timeFindings({ placeboInTime }: EvaluateResult): readonly Finding[] {
  if (!placeboInTime) return [];
  const { intervention, effectAtEnd } = placeboInTime;
  const { estimate, lower, upper, p } = effectAtEnd;
  if (estimate === null || lower === null || upper === null) return [];
  return [caution('evaluate.placebo-in-time', { intervention, estimate, lower, upper, p })];
}

function leaveOneOutFindings({ leaveOneOut }: EvaluateResult): readonly Finding[] {
  if (!leaveOneOut) return [];
  const { lowest, highest, rows } = leaveOneOut;
  return [
    finding('evaluate.leave-one-out', {
      areas: rows.length,
      lowest: lowest.estimate,
      withoutLowest: lowest.without,
      highest: highest.estimate,
      withoutHighest: highest.without,
    }),
  ];
}

function syntheticFindings({ syntheticControl, design, series }: EvaluateResult): readonly Finding[] {
  if (!syntheticControl) return [];
  const { demeaned, plain, donors, donorChoice, placebo } = syntheticControl;
  const range = demeaned.attRange ?? plain.attRange;
  const outcome = series[0]?.outcome ?? 'count';
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
      weights: demeaned.weights.slice(0, NAMED).map(({ area }) => area),
    }),
    ...(range ? [caution('evaluate.synthetic-not-unique', { outcome, lower: range.lower, upper: range.upper })] : []),
  ];
}

function baselineFindings({ regressionToMean, design }: EvaluateResult): readonly Finding[] {
  const peers = regressionToMean?.peers;
  if (!peers) return [];
  const { areas, years, ratio, shrunken, ratioOfRatios, shrunkenRatioOfRatios } = peers;
  return [
    caution('evaluate.baseline-rank', {
      practice: design.practice,
      areas,
      ranks: years.map(({ rank }) => rank),
      ratio,
      shrunken,
      before: ratioOfRatios?.estimate ?? null,
      after: shrunkenRatioOfRatios?.estimate ?? null,
    }),
  ];
}
