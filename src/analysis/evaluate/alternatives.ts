import type { Estimate } from '../../statistics/estimate.ts';
import { POISSON } from '../../statistics/glm/family.ts';
import { fitGlm } from '../../statistics/glm/fit.ts';
import { pearsonDispersion, quasi } from '../../statistics/glm/inference.ts';
import { ar1 } from '../../statistics/linear/ar1.ts';
import { type Coefficients, classical, coefficient, combination } from '../../statistics/linear/combination.ts';
import { leastSquares } from '../../statistics/linear/least-squares.ts';
import type { Matrix } from '../../statistics/linear/matrix.ts';
import { praisWinsten } from '../../statistics/linear/prais-winsten.ts';
import { neweyWest, neweyWestLag } from '../../statistics/linear/sandwich.ts';
import type { Attempts } from './attempt.ts';
import { type ConditionalFit, PRIMARY_METHOD } from './controlled.ts';
import { effectWeights, type Interrupted, logTerm, namedTerms, padded, seasonColumns, segmentRow } from './design.ts';
import { basisOfPairs, logSizeRatios, type PairedQuarter } from './quarters.ts';
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
    ['difference-series-ols', () => difference(both, 'log-ratio', 'ols', false)],
    ['difference-series-newey-west', () => difference(both, 'log-ratio', 'newey-west', false)],
    ['difference-series-prais-winsten', () => difference(both, 'log-ratio', 'prais-winsten', false)],
    ['difference-series-reml-ar1', () => difference(both, 'log-ratio', 'reml-ar1', false)],
    ['difference-series-ols-seasons', () => (seasons ? difference(both, 'log-ratio', 'ols', true) : null)],
    ['rate-difference-ols', () => difference(both, 'rate-difference', 'ols', false)],
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

type SeriesEstimator = 'ols' | 'newey-west' | 'prais-winsten' | 'reml-ar1';

interface SeriesFit {
  readonly of: Coefficients;
  readonly rho: number | null;
}

/** How the difference series is fitted. A new estimator is an entry. */
const SERIES: Readonly<
  Record<SeriesEstimator, (design: Matrix, y: readonly number[], times: readonly number[], lag: number) => SeriesFit>
> = {
  ols: (design, y) => ({ of: classical(leastSquares(design, y)), rho: null }),
  'newey-west': (design, y, times, lag) => ({
    of: neweyWest(design, leastSquares(design, y), { lag, times }),
    rho: null,
  }),
  'prais-winsten': (design, y, times) => {
    const fit = praisWinsten(design, y, { times });
    return { of: fit.estimates, rho: fit.rho };
  },
  'reml-ar1': (design, y, times) => {
    const fit = ar1(design, y, 'reml', times);
    return { of: fit.estimates, rho: fit.rho };
  },
};

/** C: the practice less the comparator, quarter by quarter, as one series (Bottomley 2019). */
function difference(
  both: Both,
  outcome: 'log-ratio' | 'rate-difference',
  estimator: SeriesEstimator,
  seasons: boolean,
): Alternative | null {
  const { quarters, timeline, mine, theirs, positive, rated, lag } = both;
  if (outcome === 'log-ratio' ? !positive : !rated) return null;
  const season = seasonColumns(quarters);
  const design = quarters.map((quarter) => [...segmentRow(quarter, timeline), ...(seasons ? season(quarter) : [])]);
  const y = mine.map((value, i) => {
    const other = theirs[i] as number;
    return outcome === 'log-ratio' ? Math.log(value) - Math.log(other) : value - other;
  });
  if (y.length <= (design[0]?.length ?? 0)) return null;
  const times = quarters.map(({ time }) => time);
  const lags = Math.min(lag ?? neweyWestLag(y.length), y.length - 1);
  const { of, rho } = SERIES[estimator](design, y, times, lags);
  return alternative(both, outcome, seasons, of, `difference series, ${estimator}, t`, rho);
}

function conditionalSeasons(model: ConditionalFit, both: Both): Alternative {
  const made = alternative(both, 'share', true, model.estimates, PRIMARY_METHOD, null, model.dispersion.used);
  return { ...made, dispersion: model.dispersion };
}

/** E: Poisson counts of the practice with the comparator's rate as offset; the comparator's own noise is ignored. */
function comparatorAsOffset(both: Both): Alternative | null {
  const { quarters, timeline } = both;
  if (quarters.some(({ others }) => others <= 0)) return null;
  const ratios = logSizeRatios(quarters);
  const design = quarters.map((quarter) => segmentRow(quarter, timeline));
  if (design.length <= (design[0]?.length ?? 0)) return null;
  const fit = fitGlm(
    design,
    quarters.map(({ events }) => events),
    POISSON,
    { offset: quarters.map(({ others }, i) => (ratios[i] as number) + Math.log(others)) },
  );
  if (fit.atEdge) return null;
  const dispersion = pearsonDispersion(fit);
  const of = quasi(fit, dispersion.used);
  const made = alternative(both, 'count', false, of, 'comparator as offset, quasi-Poisson, t', null, dispersion.used);
  return { ...made, dispersion };
}

/** G: mean of the log ratio after less before. */
function beforeAfter(both: Both): Alternative | null {
  const { quarters, timeline, mine, theirs, positive } = both;
  if (!positive || quarters.length < 3) return null;
  const design = quarters.map(({ index }) => [1, index >= timeline.intervention ? 1 : 0]);
  const y = mine.map((value, i) => Math.log(value) - Math.log(theirs[i] as number));
  const of = classical(leastSquares(design, y));
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
