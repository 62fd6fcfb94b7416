import { caution, type Finding, finding, problem } from '../../finding.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { meetsMinimum } from './gates.ts';
import { peerFindings } from './peer-findings.ts';
import { publishedFindings } from './published-findings.ts';
import type { Alternative, EvaluateResult, PrimaryModel } from './result.ts';

/** A rate this far from the comparator's before the change raises regression to the mean (10 %; our choice). */
const FAR_FROM_COMPARATOR = 10;

/** Least squares on a short series and every model on few quarters are said to be that. */
const failed = ({ gates }: EvaluateResult, rule: string): boolean =>
  gates.some((gate) => gate.rule === rule && !gate.passed);

/** What the evaluation shows, the detectable change first, then what to bear in mind. */
export function evaluateFindings(result: EvaluateResult): readonly Finding[] {
  return [
    ...detectableFindings(result),
    ...primaryFindings(result),
    ...slopeFindings(result),
    ...spreadFindings(result),
    ...sensitivityFindings(result),
    ...publishedFindings(result.published, result.publishedPercent),
    ...peerFindings(result),
    ...cautions(result),
  ];
}

function detectableFindings({ detectable, design }: EvaluateResult): readonly Finding[] {
  if (!detectable) return [];
  const { percentChange, levelPercent, power, dispersion } = detectable;
  const slots = { percent: percentChange, level: levelPercent, power: 100 * power, dispersion };
  return [finding('evaluate.detectable', { ...slots, before: design.before, after: design.after })];
}

function primaryFindings(result: EvaluateResult): readonly Finding[] {
  const primary = result.controlled?.primary;
  if (!primary) return [];
  const { design } = result;
  const names = { practice: design.practice, comparator: design.comparator, measure: design.measure };
  const { slope, level } = primary.terms;
  return [
    finding('evaluate.effect', {
      ...names,
      period: primary.points.at(-1)?.period ?? design.to,
      ...interval(primary.effectAtEnd),
      causal: !failed(result, 'causal-words'),
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
      intervention: design.intervention,
      n: primary.n,
      df: primary.df,
      raw: primary.dispersion.raw,
      used: primary.dispersion.used,
    }),
    ...avoidedFindings(primary, names),
  ];
}

function avoidedFindings(primary: PrimaryModel, names: Readonly<Record<string, string | null>>): readonly Finding[] {
  const { avoided, expected, observed } = primary;
  if (avoided.estimate === null || avoided.lower === null || expected === null) return [];
  return [
    finding('evaluate.avoided', { ...names, ...interval(avoided), expected, observed }),
    ...(avoided.estimate > 0 ? [caution('compare.not-cashable')] : []),
  ];
}

function slopeFindings({ slopeDifference, design }: EvaluateResult): readonly Finding[] {
  const slope = slopeDifference?.logRates;
  if (!slope || slope.estimate === null || slope.lower === null || slope.upper === null) return [];
  const percent = (value: number) => 100 * Math.expm1(value);
  return [
    finding('evaluate.slope-difference', {
      practice: design.practice,
      comparator: design.comparator,
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
  const side = Math.sign(Math.log(primary.estimate));
  const values = effects.map(({ estimate }) => estimate as number);
  return [
    finding('evaluate.spread', {
      models: effects.length,
      min: Math.min(...values),
      max: Math.max(...values),
      sameSide: values.filter((value) => Math.sign(Math.log(value)) === side).length,
      excludingOne: effects.filter(excludesOne).length,
    }),
  ];
}

function sensitivityFindings({ sensitivity }: EvaluateResult): readonly Finding[] {
  if (!sensitivity) return [];
  const { total, sameSign, significant, sameVerdict, contrary, min, max, comparators, stretches } = sensitivity;
  const counts = { total, sameSign, significant, sameVerdict, contrary };
  return [finding('evaluate.sensitivity', { ...counts, min, max, comparators: comparators.length, stretches })];
}

const excludesOne = ({ lower, upper }: Estimate): boolean =>
  lower !== null && upper !== null && (lower > 1 || upper < 1);

function preTrendFindings({ controlled, design }: EvaluateResult): readonly Finding[] {
  const trend = controlled?.preTrend;
  if (!trend || trend.estimate === null) return [];
  return [caution('evaluate.pre-trend', { ...interval(trend), practice: design.practice })];
}

function cautions(result: EvaluateResult): readonly Finding[] {
  const { design, segmented, regressionToMean, gates } = result;
  const list: Finding[] = [];
  const counts = { before: design.before, after: design.after };
  if (design.intervention === null) list.push(problem('evaluate.no-intervention'));
  else if (!meetsMinimum(design)) list.push(problem('evaluate.too-few-quarters', counts));
  else if (segmented.length === 0) list.push(problem('evaluate.too-few-quarters', counts));
  else if (failed(result, 'long-enough')) list.push(caution('evaluate.exploratory', counts));
  if (design.comparator === null) list.push(caution('evaluate.no-comparator', { practice: design.practice }));
  else if (design.basis === 'counts') list.push(caution('evaluate.counts-only'));
  if (design.missing.length > 0) list.push(caution('evaluate.missing-quarters', { quarters: [...design.missing] }));
  if (design.washout.length > 0) list.push(caution('evaluate.washout', { quarters: [...design.washout] }));
  const bound = segmented.filter(({ rhoAtBound }) => rhoAtBound);
  for (const { area, estimator } of bound) list.push(caution('evaluate.rho-at-bound', { area, estimator }));
  if (gates.some(({ rule, passed }) => rule === 'no-zero-counts' && !passed))
    list.push(caution('evaluate.zero-counts'));
  if (regressionToMean && Math.abs(regressionToMean.percent) > FAR_FROM_COMPARATOR) {
    const { practiceRate, comparatorRate, percent } = regressionToMean;
    const names = { practice: design.practice, comparator: design.comparator };
    list.push(caution('compare.regression-to-mean', { ...names, rate: practiceRate, comparatorRate, percent }));
  }
  list.push(...preTrendFindings(result));
  const primary = result.controlled?.primary;
  if (primary) list.push(wordsFor(result, primary));
  return list;
}

/** What may be said of the difference: a description, nothing beyond chance, or consistent with an effect. */
function wordsFor(result: EvaluateResult, { effectAtEnd }: PrimaryModel): Finding {
  const { practice, intervention } = result.design;
  if (failed(result, 'causal-words')) return caution('evaluate.describes-only', { practice, intervention });
  if (!excludesOne(effectAtEnd)) return caution('evaluate.could-be-chance', { practice, intervention });
  return caution('evaluate.consistent-with', { practice, intervention });
}

const interval = ({ estimate, lower, upper, p }: Estimate) => ({ estimate, lower, upper, p });
const exponent = (value: number | null): number | null => (value === null ? null : Math.exp(value));
