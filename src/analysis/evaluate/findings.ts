import type { FirstUsedSlots, SecondTermSlots } from '../../catalogue.ts';
import { caution, type Finding, finding } from '../../finding.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { cautions, comparatorFindings, dataCautions, modelCautions } from './cautions.ts';
import { disagreement, peerFindings } from './peer-findings.ts';
import { publishedFindings } from './published.ts';
import type { Alternative, Estimator, EvaluateDesign, EvaluateResult, PrimaryModel, Segmented } from './result.ts';
import { isBelowLevel, isUnmet, leavesOutOne, sideOf } from './significance.ts';
import type { Specification } from './specification-result.ts';
import { doubtsOf, type PeersDisagree, verdictOf } from './verdict.ts';

/** What the evaluation shows, the detectable change first, then what to bear in mind. */
export function evaluateFindings(result: EvaluateResult): readonly Finding[] {
  const peers = peerFindings(result);
  const disagree = peersDisagree(result);
  return [
    ...comparatorFindings(result),
    ...detectableFindings(result),
    ...primaryFindings(result, disagree),
    ...singleAreaFindings(result),
    ...slopeFindings(result),
    ...spreadFindings(result),
    ...sensitivityFindings(result),
    ...publishedFindings(result.published, result.publishedPercent),
    ...peers,
    ...cautions(result),
    ...dataCautions(result),
    ...modelCautions(result),
    ...verdict(result, disagree),
  ];
}

function verdict(result: EvaluateResult, peers: PeersDisagree | null): readonly Finding[] {
  const primary = result.controlled?.primary;
  return primary ? [verdictOf(result, primary, peers)] : [];
}

/** Peers beside which the difference in the last quarter is not unusual, though the primary model calls it beyond chance. */
function peersDisagree(result: EvaluateResult): PeersDisagree | null {
  const said = disagreement(result);
  return said?.quantity === 'effect' && isBelowLevel(said.model) ? { p: said.p, areas: said.areas } : null;
}

function detectableFindings({ detectable, design }: EvaluateResult): readonly Finding[] {
  if (!detectable) return [];
  const { percentChange, levelPercent, power, dispersion } = detectable;
  const slots = { percent: percentChange, level: levelPercent, power: 100 * power, dispersion };
  const { before, after } = detectable.design === 'single-area' ? design.own : design;
  return [finding('evaluate.detectable', { ...slots, before, after })];
}

function primaryFindings(result: EvaluateResult, peers: PeersDisagree | null): readonly Finding[] {
  const primary = result.controlled?.primary;
  const { design } = result;
  const { practice, comparator, measure, intervention } = design;
  if (!primary || comparator === null || intervention === null) return [];
  const { estimate, lower, upper, p } = primary.effectAtEnd;
  if (estimate === null) return [];
  const { slope, level } = primary.terms;
  return [
    finding('evaluate.effect', {
      ...{ practice, comparator, measure },
      period: primary.points.at(-1)?.period ?? design.to,
      ...{ estimate, lower, upper, p },
      second: design.secondIntervention,
      causal: !isUnmet(result, 'causal-words'),
      ...doubtsOf(result, primary, peers),
    }),
    finding('evaluate.terms', {
      level: exponent(level.estimate),
      levelLower: exponent(level.lower),
      levelUpper: exponent(level.upper),
      levelP: level.p,
      slope: exponent(slope.estimate),
      slopeLower: exponent(slope.lower),
      slopeUpper: exponent(slope.upper),
      slopeP: slope.p,
      ...secondTerms(primary, design),
      ...firstUsed(primary, result),
      joint: primary.joint?.p ?? null,
      jointTerms: primary.joint?.terms ?? null,
      intervention,
      n: primary.n,
      df: primary.df,
      raw: primary.dispersion.raw,
      used: primary.dispersion.used,
    }),
    ...avoidedFindings(primary, design),
    ...readingFindings(result, primary),
  ];
}

/** The terms of a second change, as ratios. */
function secondTerms(
  { terms: { secondLevel, secondSlope } }: PrimaryModel,
  { secondIntervention }: EvaluateDesign,
): Partial<SecondTermSlots> {
  if (!secondLevel || !secondSlope) return {};
  return {
    second: secondIntervention,
    secondLevel: exponent(secondLevel.estimate),
    secondLevelLower: exponent(secondLevel.lower),
    secondLevelUpper: exponent(secondLevel.upper),
    secondLevelP: secondLevel.p,
    secondSlope: exponent(secondSlope.estimate),
    secondSlopeLower: exponent(secondSlope.lower),
    secondSlopeUpper: exponent(secondSlope.upper),
    secondSlopeP: secondSlope.p,
  };
}

/** The first quarter after the change that is fitted, with the ratio there, where the first one of all is left out. */
function firstUsed(
  { terms: { level, slope } }: PrimaryModel,
  { design, quarters }: EvaluateResult,
): Partial<FirstUsedSlots> {
  const { interventionTime } = design;
  const first = quarters.find(({ time }) => interventionTime !== null && time >= interventionTime);
  if (!first || interventionTime === null || first.time === interventionTime) return {};
  const there =
    level.estimate === null || slope.estimate === null
      ? null
      : level.estimate + slope.estimate * (first.time - interventionTime);
  return { firstUsed: first.period, firstRatio: exponent(there) };
}

function avoidedFindings(
  { avoided, expected, observed }: PrimaryModel,
  { practice, comparator, measure, after, washout, missing }: EvaluateDesign,
): readonly Finding[] {
  const names = { practice, comparator, measure, after, leftOut: washout.length + missing.length };
  const { estimate, lower, upper, p } = avoided;
  if (estimate === null || lower === null || upper === null || expected === null) return [];
  return [
    finding('evaluate.avoided', { ...names, estimate, lower, upper, p, expected, observed }),
    ...(estimate > 0 ? [caution('compare.not-cashable')] : []),
  ];
}

function slopeFindings({ slopeDifference, design }: EvaluateResult): readonly Finding[] {
  const slope = slopeDifference?.logRates;
  const { practice, comparator } = design;
  if (!slope || slope.estimate === null || slope.lower === null || slope.upper === null) return [];
  if (comparator === null) return [];
  const percent = (value: number) => 100 * Math.expm1(value);
  return [
    finding('evaluate.slope-difference', {
      practice,
      comparator,
      basis: design.basis,
      from: design.from,
      to: design.to,
      percent: percent(slope.estimate),
      lower: percent(slope.lower),
      upper: percent(slope.upper),
      p: slope.p,
    }),
  ];
}

/** How far the effect in the last quarter hangs on the form of the model. */
function spreadFindings({ controlled }: EvaluateResult): readonly Finding[] {
  const effects = (controlled?.alternatives ?? [])
    .filter((one): one is Alternative & { effectAtEnd: Estimate } => one.effectAtEnd?.estimate != null)
    .map(({ effectAtEnd }) => effectAtEnd);
  const primary = controlled?.primary?.effectAtEnd;
  if (!primary || effects.length < 2 || primary.estimate === null) return [];
  const side = sideOf(primary);
  const values = effects.map(({ estimate }) => estimate as number);
  return [
    finding('evaluate.spread', {
      models: effects.length,
      min: Math.min(...values),
      max: Math.max(...values),
      sameSide: effects.filter((effect) => sideOf(effect) === side).length,
      excludingOne: effects.filter(leavesOutOne).length,
    }),
  ];
}

function sensitivityFindings(result: EvaluateResult): readonly Finding[] {
  const { sensitivity } = result;
  if (!sensitivity) return [];
  const own = primaryMean(result);
  const primary = {
    mean: own?.estimate ?? null,
    meanLower: own?.lower ?? null,
    meanUpper: own?.upper ?? null,
    meanP: own?.p ?? null,
  };
  const { total, sameSign, significant, sameVerdict, contrary, min, max, comparators, stretches } = sensitivity;
  const counts = { total, sameSign, significant, sameVerdict, contrary };
  return [
    finding('evaluate.sensitivity', { ...counts, ...primary, min, max, comparators: comparators.length, stretches }),
  ];
}

const exponent = (value: number | null): number | null => (value === null ? null : Math.exp(value));

/** The primary model's mean difference over the quarters after, as the specification curve has it; null without a curve. */
function primaryMean({ sensitivity }: EvaluateResult): Specification | null {
  return sensitivity?.specifications.find(({ primary }) => primary) ?? null;
}

/** Where last quarter, sum and mean of one model do not agree in whether chance would do: said once, with the three P values. */
function readingFindings(result: EvaluateResult, primary: PrimaryModel): readonly Finding[] {
  const { effectAtEnd, avoided } = primary;
  const mean = primaryMean(result);
  const verdicts = {
    end: leavesOutOne(effectAtEnd),
    total: avoided.lower === null || avoided.upper === null ? null : avoided.lower > 0 || avoided.upper < 0,
    mean: mean && leavesOutOne(mean),
  };
  const known = Object.values(verdicts).filter((one) => one !== null);
  if (!known.includes(true) || !known.includes(false)) return [];
  const slots = { endP: effectAtEnd.p, totalP: avoided.p, meanP: mean?.p ?? null };
  return [
    finding('evaluate.readings-differ', {
      period: primary.points.at(-1)?.period ?? result.design.to,
      ...slots,
      ...verdicts,
    }),
  ];
}

/** Models of one area, the one to speak of first: with autocorrelation, then counts, then least squares (Turner and colleagues 2021). */
const PREFERRED: readonly Estimator[] = ['reml-ar1', 'quasi-poisson', 'ols'];

/** What the practice's own series gives where no controlled model could be fitted: a description. */
function singleAreaFindings(result: EvaluateResult): readonly Finding[] {
  const { controlled, segmented, design } = result;
  if (controlled?.primary || isEmptyAfter(result)) return [];
  const own = segmented.filter(({ area }) => area === design.practice);
  const [best] = PREFERRED.flatMap((name) => own.filter(({ estimator }) => estimator === name))
    .map(relativeOf)
    .filter((one) => one !== null);
  if (!best) return [];
  const { practice, measure, to, comparator } = design;
  return [finding('evaluate.single-area', { practice, measure, comparator, period: to, ...best })];
}

/** Nothing is counted after the change: that says more than any percentage. */
function isEmptyAfter({ series }: EvaluateResult): boolean {
  const points = series.find(({ subject }) => subject === 'practice')?.points ?? [];
  const after = points.filter(({ counterfactual }) => counterfactual !== null);
  return after.length > 0 && after.every(({ value }) => value === 0);
}

/** Percent from the course before in the last quarter, with what made it. */
function relativeOf({ estimator, rhoAtBound, effectAtEnd, relativeEffectAtEnd }: Segmented) {
  const effect = estimator === 'quasi-poisson' ? percentOf(effectAtEnd) : relativeEffectAtEnd;
  const { estimate = null, lower = null, upper = null, p = null } = effect ?? {};
  if (rhoAtBound || estimate === null || lower === null || upper === null) return null;
  return { estimator, estimate, lower, upper, p };
}

function percentOf(ratio: Estimate): Pick<Estimate, 'estimate' | 'lower' | 'upper' | 'p'> {
  const percent = (value: number | null) => (value === null ? null : 100 * (value - 1));
  return { estimate: percent(ratio.estimate), lower: percent(ratio.lower), upper: percent(ratio.upper), p: ratio.p };
}
