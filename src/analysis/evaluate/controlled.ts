import { fUpper } from '../../statistics/distributions/f.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { CONFIDENCE } from '../../statistics/estimate.ts';
import { BINOMIAL } from '../../statistics/glm/family.ts';
import { fitGlm, type GlmFit } from '../../statistics/glm/fit.ts';
import { type Dispersion, pearsonDispersion, pearsonResiduals, quasi } from '../../statistics/glm/inference.ts';
import { criticalValue, waldEstimate } from '../../statistics/intervals/wald.ts';
import { type Coefficients, coefficient, combination } from '../../statistics/linear/combination.ts';
import { jointTest } from '../../statistics/linear/joint-test.ts';
import { dot, type Matrix, quadraticForm } from '../../statistics/linear/matrix.ts';
import type { TestResult } from '../../statistics/test-result.ts';
import {
  basisOfPairs,
  counterfactualRow,
  effectColumnsOf,
  effectWeights,
  type Interrupted,
  labelAt,
  logSizeRatios,
  logTerm,
  namedTerms,
  type PairedQuarter,
  padded,
  seasonColumns,
  seasonNames,
  seasonTerms,
  segmentRow,
} from './design.ts';
import { innovationDiagnostics, largest } from './diagnostics.ts';
import type { ControlledPoint, PrimaryModel } from './result.ts';

export const PRIMARY_METHOD = 'conditional quasi-binomial, t';

/** A conditional fit: the practice's share of each quarter's events, given their sum. */
export interface ConditionalFit {
  readonly fit: GlmFit;
  readonly dispersion: Dispersion;
  readonly estimates: Coefficients;
  readonly offset: readonly number[];
  /** Quarters in which anything happened at all. */
  readonly quarters: readonly PairedQuarter[];
  /** Their rows. */
  readonly design: Matrix;
}

/**
 * Conditional quasi-binomial regression of the practice's share: y_p given y_p + y_c is binomial, logit = ln(n_p / n_c) + row b;
 * the same as a Poisson model of both areas with a fixed effect for every quarter, so that seasons and shocks that both share drop
 * out. Dispersion never below 1, t on n - k. methods.md 2(e) D. Null where a share runs to 0 or 1 or no freedom is left.
 */
export function conditionalFit(
  all: readonly PairedQuarter[],
  rowOf: (quarter: PairedQuarter) => readonly number[],
): ConditionalFit | null {
  const ratios = logSizeRatios(all);
  const held = all.map((quarter, i) => ({ quarter, ratio: ratios[i] as number }));
  const eventful = held.filter(({ quarter }) => quarter.events + quarter.others > 0);
  const quarters = eventful.map(({ quarter }) => quarter);
  const offset = eventful.map(({ ratio }) => ratio);
  const design: Matrix = quarters.map(rowOf);
  if (quarters.length <= (design[0]?.length ?? 0)) return null;
  const fit = fitGlm(
    design,
    quarters.map(({ events }) => events),
    BINOMIAL,
    { offset, trials: quarters.map(({ events, others }) => events + others) },
  );
  if (fit.atEdge) return null;
  const dispersion = pearsonDispersion(fit);
  return { fit, dispersion, estimates: quasi(fit, dispersion.used), offset, quarters, design };
}

/** What the primary model is made of besides its quarters. */
interface PrimaryOptions {
  /** The same with indicators of the quarter of the year: for the F test of seasons. */
  readonly seasonal?: ConditionalFit | null;
  /** Whether that one is the primary. */
  readonly withSeasons?: boolean;
}

/** The primary model with level, slope, both together, effect at the end, admissions avoided, and what a chart draws. */
export function primaryModel(
  all: readonly PairedQuarter[],
  timeline: Interrupted,
  { seasonal = null, withSeasons = false }: PrimaryOptions = {},
): PrimaryModel | null {
  const plain = conditionalFit(all, (quarter) => segmentRow(quarter, timeline));
  const isSeasonal = withSeasons && seasonal !== null;
  const model = isSeasonal ? seasonal : plain;
  if (!model) return null;
  const { fit, dispersion, estimates, quarters } = model;
  const last = all.at(-1) as PairedQuarter;
  const term = (of: Coefficients, j: number) => logTerm(of, j, PRIMARY_METHOD, dispersion.used);
  const points = pointsOf(model, timeline);
  const expected = points.reduce((sum, { counterfactual }) => sum + (counterfactual ?? 0), 0);
  const avoided = avoidedAdmissions(model, timeline);
  const residuals = pearsonResiduals(fit);
  const far = largest(residuals);
  const { durbinWatson, ljungBox } = innovationDiagnostics(residuals, quarters);
  return {
    model: 'conditional-quasi-binomial',
    basis: basisOfPairs(all),
    terms: namedTerms(estimates, timeline, term),
    seasonTerms: isSeasonal ? seasonTerms(estimates, seasonNames(all), term) : null,
    joint: jointTest(estimates, effectColumnsOf(timeline)),
    dispersion,
    n: quarters.length,
    df: fit.df,
    effectAtEnd: endOf(model, last, timeline),
    expected: Number.isFinite(expected) ? expected : null,
    observed: quarters
      .filter(({ index }) => index >= timeline.intervention)
      .reduce((sum, { events }) => sum + events, 0),
    avoided,
    avoidedPercent: avoided.estimate === null || !(expected > 0) ? null : (100 * avoided.estimate) / expected,
    deviance: fit.deviance,
    seasons: plain && seasonal && seasonsTest(plain, seasonal),
    diagnostics: {
      durbinWatson,
      ljungBox,
      largestResidual: far && { period: labelAt((quarters[far.place] as PairedQuarter).index), pearson: far.value },
    },
    points,
  };
}

/** The difference in the last quarter by the primary model, and nothing else of it: for where it is fitted to many areas. */
export function effectAtEnd(all: readonly PairedQuarter[], timeline: Interrupted): Estimate | null {
  const model = conditionalFit(all, (quarter) => segmentRow(quarter, timeline));
  return model && endOf(model, all.at(-1) as PairedQuarter, timeline);
}

function endOf({ estimates, dispersion }: ConditionalFit, last: PairedQuarter, timeline: Interrupted): Estimate {
  const weights = padded(effectWeights(last, timeline), estimates.coefficients.length);
  return combination(estimates, weights, { method: PRIMARY_METHOD, dispersion: dispersion.used, scale: 'log' });
}

/** The row of a quarter as it was fitted, and the same on the course from before: seasons stay. */
function rowsAt({ design, quarters }: ConditionalFit, i: number, timeline: Interrupted) {
  const row = design[i] as readonly number[];
  const without = counterfactualRow(quarters[i] as PairedQuarter, timeline);
  return { row, without: [...without, ...row.slice(without.length)] };
}

/** Expected in a quarter given the comparator's count: y_c (n_p / n_c) exp(row b). */
function expectedAt(model: ConditionalFit, i: number, row: readonly number[]): number {
  const { others } = model.quarters[i] as PairedQuarter;
  return others * Math.exp((model.offset[i] as number) + dot(row, model.estimates.coefficients));
}

/** Sum over the quarters after of expected without and with the effect; the comparator's counts are taken as given (delta method). */
function avoidedAdmissions(model: ConditionalFit, timeline: Interrupted): Estimate {
  const { estimates, quarters, dispersion } = model;
  let total = 0;
  const gradient = estimates.coefficients.map(() => 0);
  quarters.forEach((quarter, i) => {
    if (quarter.index < timeline.intervention) return;
    const { row, without } = rowsAt(model, i, timeline);
    const [unchanged, changed] = [expectedAt(model, i, without), expectedAt(model, i, row)];
    total += unchanged - changed;
    gradient.forEach((value, j) => {
      gradient[j] = value + (without[j] ?? 0) * unchanged - (row[j] ?? 0) * changed;
    });
  });
  return waldEstimate({
    estimate: total,
    se: Math.sqrt(Math.max(0, quadraticForm(estimates.covariance, gradient))),
    df: estimates.df,
    method: `${PRIMARY_METHOD}, delta`,
    dispersion: dispersion.used,
  });
}

function pointsOf(model: ConditionalFit, timeline: Interrupted): readonly ControlledPoint[] {
  const { estimates, fit, quarters } = model;
  const critical = criticalValue(CONFIDENCE, estimates.df);
  return quarters.map((quarter, i) => {
    const place = { period: labelAt(quarter.index), index: quarter.index, observed: quarter.events };
    const fitted = fit.fitted[i] as number;
    if (quarter.index < timeline.intervention) {
      return { ...place, fitted, counterfactual: null, lower: null, upper: null };
    }
    const { without } = rowsAt(model, i, timeline);
    const expected = expectedAt(model, i, without);
    const reach = critical * Math.sqrt(Math.max(0, quadraticForm(estimates.covariance, without)));
    const finite = (value: number) => (Number.isFinite(value) ? value : null);
    return {
      ...place,
      fitted,
      counterfactual: finite(expected),
      lower: finite(expected * Math.exp(-reach)),
      upper: finite(expected * Math.exp(reach)),
    };
  });
}

/** Whether the practice's seasons differ from the comparator's: drop in deviance over the dispersion, F. */
function seasonsTest(plain: ConditionalFit, seasonal: ConditionalFit): TestResult | null {
  const added = plain.fit.df - seasonal.fit.df;
  if (added <= 0) return null;
  const statistic = Math.max(0, plain.fit.deviance - seasonal.fit.deviance) / added / seasonal.dispersion.used;
  return { statistic, df: added, p: fUpper(statistic, added, seasonal.fit.df), method: 'F, seasons in the share' };
}

/** Quarters from which on seasons are tried unasked. methods.md 2(c). */
const FOR_SEASONS = 16;

/** The primary model with indicators of the quarter of the year; null with fewer quarters than `fewest`, or where no freedom is left. */
export function seasonalFit(
  all: readonly PairedQuarter[],
  timeline: Interrupted,
  fewest = FOR_SEASONS,
): ConditionalFit | null {
  const seasons = seasonColumns(all);
  if (all.length < fewest || seasons(all[0] as PairedQuarter).length === 0) return null;
  return conditionalFit(all, (quarter) => [...segmentRow(quarter, timeline), ...seasons(quarter)]);
}

/** Slope of the log ratio before the intervention, from the same model: absence of significance is not parallel trends. */
export function conditionalPreTrend(all: readonly PairedQuarter[], { intervention }: Interrupted): Estimate | null {
  const before = all.filter(({ index }) => index < intervention);
  const model = conditionalFit(before, ({ time }) => [1, time]);
  return model && coefficient(model.estimates, 1, { method: PRIMARY_METHOD, dispersion: model.dispersion.used });
}
