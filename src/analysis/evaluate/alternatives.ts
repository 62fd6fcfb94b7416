import type { Estimate } from '../../statistics/estimate.ts';
import { type Coefficients, classical, coefficient, combination } from '../../statistics/linear/combination.ts';
import { leastSquares } from '../../statistics/linear/least-squares.ts';
import type { Attempts } from './attempt.ts';
import { type ConditionalFit, PRIMARY_METHOD } from './controlled.ts';
import { meanShift, offsetFit, type SeriesChoice, type SeriesEstimator, seriesFit } from './controlled-fits.ts';
import { effectWeights, type Interrupted, logTerm, namedTerms, padded, seasonColumns, segmentRow } from './design.ts';
import { basisOfPairs, type PairedQuarter } from './quarters.ts';
import type { Alternative, ControlledTerms } from './result.ts';

type Outcome = Alternative['outcome'];

/** The quarters as every alternative needs them: rates (or counts) of both areas, and their logs. */
interface Both {
  readonly quarters: readonly PairedQuarter[];
  readonly timeline: Interrupted;
  readonly mine: readonly number[];
  readonly theirs: readonly number[];
  readonly rated: boolean;
  /** No count is 0, so that logarithms exist. */
  readonly positive: boolean;
  readonly lag: number | null;
}

const LOGARITHMIC: readonly Outcome[] = ['log-rate', 'log-ratio', 'count', 'share'];

/**
 * The other forms of a controlled interrupted series, for the spread: A stacked least squares; C the difference series by several
 * estimators; D with seasons; E the comparator's rate as offset; G before and after. methods.md 2(e).
 */
export function alternatives(
  quarters: readonly PairedQuarter[],
  timeline: Interrupted,
  seasonal: ConditionalFit | null,
  lag: number | null,
  attempts: Attempts,
): readonly Alternative[] {
  const both = bothOf(quarters, timeline, lag);
  const seasons = seasonal !== null;
  const models: readonly (readonly [string, () => Alternative | null])[] = [
    ['stacked-ols', () => stacked(both, 'rate', false)],
    ['stacked-ols-log', () => stacked(both, 'log-rate', false)],
    ['stacked-ols-log-seasons', () => (seasons ? stacked(both, 'log-rate', true) : null)],
    ['difference-series-ols', () => series(both, 'log-ratio', 'ols', false)],
    ['difference-series-newey-west', () => series(both, 'log-ratio', 'newey-west', false)],
    ['difference-series-prais-winsten', () => series(both, 'log-ratio', 'prais-winsten', false)],
    ['difference-series-reml-ar1', () => series(both, 'log-ratio', 'reml-ar1', false)],
    ['difference-series-ols-seasons', () => (seasons ? series(both, 'log-ratio', 'ols', true) : null)],
    ['rate-difference-ols', () => series(both, 'rate-difference', 'ols', false)],
    ['conditional-quasi-binomial-seasons', () => seasonal && conditionalSeasons(seasonal, both)],
    ['comparator-as-offset', () => comparatorAsOffset(both)],
    ['difference-in-differences', () => beforeAfter(both)],
  ];
  return models.flatMap(([model, fit]): readonly Alternative[] => {
    const made = attempts.run(model, '', fit);
    return made ? [{ ...made, model }] : [];
  });
}

function bothOf(quarters: readonly PairedQuarter[], timeline: Interrupted, lag: number | null): Both {
  const rated = basisOfPairs(quarters) === 'rates';
  return {
    quarters,
    timeline,
    rated,
    mine: quarters.map(({ events, people }) => (rated ? (1000 * events) / (people ?? 1) : events)),
    theirs: quarters.map(({ others, otherPeople }) => (rated ? (1000 * others) / (otherPeople ?? 1) : others)),
    positive: quarters.every(({ events, others }) => events > 0 && others > 0),
    lag,
  };
}

/** A: both areas' rows, eight parameters; those of the practice's difference are the terms (Linden 2015; Bernal 2018). */
function stacked(both: Both, outcome: 'rate' | 'log-rate', seasons: boolean): Alternative | null {
  const { quarters, timeline, mine, theirs, positive } = both;
  if (outcome === 'log-rate' && !positive) return null;
  const season = seasonColumns(quarters);
  const rowOf = (quarter: PairedQuarter, isMine: boolean) => {
    const segments = segmentRow(quarter, timeline);
    return [...segments.map((x) => (isMine ? x : 0)), ...segments, ...(seasons ? season(quarter) : [])];
  };
  const design = [
    ...quarters.map((quarter) => rowOf(quarter, true)),
    ...quarters.map((quarter) => rowOf(quarter, false)),
  ];
  const values = [...mine, ...theirs].map((value) => (outcome === 'rate' ? value : Math.log(value)));
  if (design.length <= (design[0]?.length ?? 0)) return null;
  const fit = classical(leastSquares(design, values));
  return alternative(both, outcome, seasons, fit, 'both areas stacked, least squares, t', null);
}

/** C: the practice less the comparator, quarter by quarter, as one series (Bottomley 2019). */
function series(
  both: Both,
  outcome: SeriesChoice['outcome'],
  estimator: SeriesEstimator,
  seasons: boolean,
): Alternative | null {
  const fit = seriesFit(both.quarters, both.timeline, { outcome, estimator, seasons, lag: both.lag });
  return fit && alternative(both, outcome, seasons, fit.of, `difference series, ${estimator}, t`, fit.rho);
}

function conditionalSeasons(model: ConditionalFit, both: Both): Alternative {
  const made = alternative(both, 'share', true, model.estimates, PRIMARY_METHOD, null, model.dispersion.used);
  return { ...made, dispersion: model.dispersion };
}

/** E: Poisson counts of the practice with the comparator's rate as offset. */
function comparatorAsOffset(both: Both): Alternative | null {
  const fit = offsetFit(both.quarters, both.timeline, false);
  if (!fit) return null;
  const method = 'comparator as offset, quasi-Poisson, t';
  const made = alternative(both, 'count', false, fit.of, method, null, fit.dispersion.used);
  return { ...made, dispersion: fit.dispersion };
}

/** G: mean of the log ratio after less before. */
function beforeAfter({ quarters, timeline }: Both): Alternative | null {
  const of = meanShift(quarters, timeline);
  if (!of) return null;
  const method = 'mean log ratio after less before, t';
  return {
    model: '',
    outcome: 'log-ratio',
    seasons: false,
    terms: { level: { ...coefficient(of, 1, { method }), scale: 'log' } },
    effectAtEnd: coefficient(of, 1, { method, scale: 'log' }),
    rho: null,
    dispersion: null,
    df: of.df ?? 0,
  };
}

function alternative(
  { quarters, timeline }: Both,
  outcome: Outcome,
  seasons: boolean,
  of: Coefficients,
  method: string,
  rho: number | null,
  dispersion: number | null = null,
): Alternative {
  const isLog = LOGARITHMIC.includes(outcome);
  const term = (fit: Coefficients, j: number): Estimate =>
    isLog ? logTerm(fit, j, method, dispersion) : coefficient(fit, j, { method });
  const terms: ControlledTerms = namedTerms(of, timeline, term);
  const last = quarters.at(-1) as PairedQuarter;
  const weights = padded(effectWeights(last, timeline), of.coefficients.length);
  return {
    model: '',
    outcome,
    seasons,
    terms,
    effectAtEnd: isLog ? combination(of, weights, { method, scale: 'log', dispersion }) : null,
    rho,
    dispersion: null,
    df: of.df ?? 0,
  };
}
