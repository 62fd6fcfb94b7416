import type { Estimate } from '../../statistics/estimate.ts';
import type { Dispersion } from '../../statistics/glm/inference.ts';
import { type Coefficients, classical, coefficient, combination } from '../../statistics/linear/combination.ts';
import { durbinWatson } from '../../statistics/linear/durbin-watson.ts';
import { jointTest } from '../../statistics/linear/joint-test.ts';
import { leastSquares } from '../../statistics/linear/least-squares.ts';
import type { Attempts } from './attempt.ts';
import { type ConditionalFit, conditionalFit, PRIMARY_METHOD } from './controlled.ts';
import {
  lagFor,
  meanShift,
  offsetFit,
  type PlainFit,
  type SeriesChoice,
  type SeriesEstimator,
  seriesFit,
} from './controlled-fits.ts';
import {
  basisOfPairs,
  columnNames,
  effectColumnsOf,
  effectWeights,
  type Interrupted,
  logTerm,
  namedTerms,
  type PairedQuarter,
  padded,
  seasonColumns,
  seasonNames,
  seasonTerms,
  segmentCount,
  segmentRow,
} from './design.ts';
import { neweyWestErrors } from './diagnostics.ts';
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

interface AlternativeOptions {
  /** The primary model with indicators of the quarter of the year; null where that cannot be. */
  readonly seasonal: ConditionalFit | null;
  /** Whether that one is the primary: then the one without stands among the others. */
  readonly withSeasons: boolean;
  /** Lags of Newey and West; null: their rule of thumb. */
  readonly lag: number | null;
}

/**
 * The other forms of a controlled interrupted series, for the spread: A stacked least squares; C the difference series by several
 * estimators; D with seasons (without, where the primary has them); E the comparator's rate as offset; G before and after. methods.md 2(e).
 */
export function alternatives(
  quarters: readonly PairedQuarter[],
  timeline: Interrupted,
  { seasonal, withSeasons, lag }: AlternativeOptions,
  attempts: Attempts,
): readonly Alternative[] {
  const both = bothOf(quarters, timeline, lag);
  const seasons = seasonal !== null;
  const models: readonly Attempted[] = [
    ['stacked-ols', () => stacked(both, 'rate', false)],
    ['stacked-ols-log', () => stacked(both, 'log-rate', false)],
    ['stacked-ols-log-seasons', () => (seasons ? stacked(both, 'log-rate', true) : null)],
    ['difference-series-ols', () => series(both, 'log-ratio', 'ols', false)],
    ['difference-series-newey-west', () => series(both, 'log-ratio', 'newey-west', false)],
    ['difference-series-prais-winsten', () => series(both, 'log-ratio', 'prais-winsten', false)],
    ['difference-series-reml-ar1', () => series(both, 'log-ratio', 'reml-ar1', false)],
    ...(withSeasons ? autocorrelatedSeasons(both) : []),
    ['difference-series-ols-seasons', () => (seasons ? series(both, 'log-ratio', 'ols', true) : null)],
    ['rate-difference-ols', () => series(both, 'rate-difference', 'ols', false)],
    withSeasons
      ? ['conditional-quasi-binomial-no-seasons', () => conditionalPlain(both)]
      : ['conditional-quasi-binomial-seasons', () => seasonal && conditional(seasonal, both, true)],
    ['comparator-as-offset', () => comparatorAsOffset(both)],
    ['difference-in-differences', () => beforeAfter(both)],
  ];
  return models.flatMap(([model, fit]): readonly Alternative[] => {
    const made = attempts.run(model, '', fit);
    return made ? [{ ...made, model }] : [];
  });
}

type Attempted = readonly [name: string, fit: () => Alternative | null];

/** Models with autocorrelation for a primary with seasons: without them its seasons would pass for autocorrelation. */
const autocorrelatedSeasons = (both: Both): readonly Attempted[] => [
  ['difference-series-prais-winsten-seasons', () => series(both, 'log-ratio', 'prais-winsten', true)],
  ['difference-series-reml-ar1-seasons', () => series(both, 'log-ratio', 'reml-ar1', true)],
];

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
  const fit = leastSquares(design, values);
  const own = columnNames(timeline, []);
  const names = [...own, ...own.map(inComparator), ...(seasons ? seasonNames(quarters) : [])];
  const made = alternative(both, { outcome, seasons, of: classical(fit), method: STACKED, rho: null, stacked: true });
  const times = [...quarters, ...quarters].map(({ time }, i) => time + (i < quarters.length ? 0 : APART));
  const lag = lagFor(quarters.length, both.lag);
  const robustErrors = [neweyWestErrors(design, fit, names, { lag, times })];
  return { ...made, robustErrors, sigma: Math.sqrt(fit.rss / fit.df) };
}

const STACKED = 'both areas stacked, least squares, t';
/** Quarters between the two areas' rows: no lag reaches from one to the other. */
const APART = 1e6;
/** Name of the comparator's own term in a stacked model: comparatorSlope. */
const inComparator = (name: string): string => `comparator${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;

/** C: the practice less the comparator, quarter by quarter, as one series (Bottomley 2019). */
function series(
  both: Both,
  outcome: SeriesChoice['outcome'],
  estimator: SeriesEstimator,
  seasons: boolean,
): Alternative | null {
  const fit = seriesFit(both.quarters, both.timeline, { outcome, estimator, seasons, lag: both.lag });
  if (!fit) return null;
  const names = columnNames(both.timeline, seasons ? seasonNames(both.quarters) : []);
  const method = `difference series, ${estimator}, t`;
  const made = alternative(both, { outcome, seasons, of: fit.of, method, rho: fit.rho });
  return { ...made, ...ofPlain(fit.plain, names) };
}

/** What ordinary least squares gives beside its terms. */
function ofPlain(
  plain: PlainFit | null,
  names: readonly string[],
): Pick<Alternative, 'robustErrors' | 'sigma' | 'durbinWatson'> {
  if (!plain) return { robustErrors: [], sigma: null, durbinWatson: null };
  const { design, fit, times } = plain;
  return {
    robustErrors: [neweyWestErrors(design, fit, names, plain)],
    sigma: fit.df > 0 ? Math.sqrt(fit.rss / fit.df) : null,
    durbinWatson: durbinWatson(fit.residuals, times),
  };
}

function conditionalPlain(both: Both): Alternative | null {
  const model = conditionalFit(both.quarters, (quarter) => segmentRow(quarter, both.timeline));
  return model && conditional(model, both, false);
}

function conditional(model: ConditionalFit, both: Both, seasons: boolean): Alternative {
  const { estimates: of, dispersion } = model;
  const shape = { outcome: 'share', seasons, method: PRIMARY_METHOD, rho: null } as const;
  return alternative(both, { ...shape, of, dispersion });
}

/** E: Poisson counts of the practice with the comparator's rate as offset. */
function comparatorAsOffset(both: Both): Alternative | null {
  const fit = offsetFit(both.quarters, both.timeline, false);
  if (!fit) return null;
  const method = 'comparator as offset, quasi-Poisson, t';
  return alternative(both, { outcome: 'count', seasons: false, method, rho: null, ...fit });
}

/** G: mean of the log ratio after less before. */
function beforeAfter({ quarters, timeline, lag }: Both): Alternative | null {
  const fit = meanShift(quarters, timeline, lag);
  if (!fit) return null;
  const { of, plain } = fit;
  const method = 'mean log ratio after less before, t';
  return {
    model: '',
    outcome: 'log-ratio',
    seasons: false,
    terms: { level: { ...coefficient(of, 1, { method }), scale: 'log' } },
    joint: null,
    effectAtEnd: coefficient(of, 1, { method, scale: 'log' }),
    comparatorTerms: null,
    seasonTerms: null,
    rho: null,
    dispersion: null,
    df: of.df ?? 0,
    ...ofPlain(plain, ['intercept', 'level']),
  };
}

/** A fit whose first columns are the practice's difference, and whose last are seasons where it has them. */
interface Fitted extends Pick<Alternative, 'outcome' | 'seasons' | 'rho'> {
  readonly of: Coefficients;
  readonly method: string;
  readonly dispersion?: Dispersion;
  /** The comparator's own segments stand between. */
  readonly stacked?: boolean;
}

function alternative({ quarters, timeline }: Both, fitted: Fitted): Alternative {
  const { outcome, seasons, of, method, rho, dispersion = null, stacked = false } = fitted;
  const isLog = LOGARITHMIC.includes(outcome);
  const used = dispersion?.used ?? null;
  const term = (fit: Coefficients, j: number): Estimate =>
    isLog ? logTerm(fit, j, method, used) : coefficient(fit, j, { method });
  const terms: ControlledTerms = namedTerms(of, timeline, term);
  const last = quarters.at(-1) as PairedQuarter;
  const weights = padded(effectWeights(last, timeline), of.coefficients.length);
  return {
    model: '',
    outcome,
    seasons,
    terms,
    joint: jointTest(of, effectColumnsOf(timeline)),
    effectAtEnd: isLog ? combination(of, weights, { method, scale: 'log', dispersion: used }) : null,
    comparatorTerms: stacked ? namedTerms(of, timeline, (fit, j) => term(fit, j + segmentCount(timeline))) : null,
    seasonTerms: seasons ? seasonTerms(of, seasonNames(quarters), term) : null,
    robustErrors: [],
    rho,
    dispersion,
    df: of.df ?? 0,
    sigma: null,
    durbinWatson: null,
  };
}
