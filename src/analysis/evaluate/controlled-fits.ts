import { POISSON } from '../../statistics/glm/family.ts';
import { fitGlm } from '../../statistics/glm/fit.ts';
import { type Dispersion, pearsonDispersion, quasi } from '../../statistics/glm/inference.ts';
import { ar1 } from '../../statistics/linear/ar1.ts';
import { type Coefficients, classical } from '../../statistics/linear/combination.ts';
import { type LeastSquares, leastSquares } from '../../statistics/linear/least-squares.ts';
import type { Matrix } from '../../statistics/linear/matrix.ts';
import { praisWinsten } from '../../statistics/linear/prais-winsten.ts';
import { neweyWest, neweyWestLag } from '../../statistics/linear/sandwich.ts';
import { differenceOf } from '../../statistics/rounding.ts';
import {
  basisOfPairs,
  type Interrupted,
  logSizeRatios,
  type PairedQuarter,
  seasonColumns,
  segmentRow,
} from './design.ts';

export type SeriesEstimator = 'ols' | 'newey-west' | 'prais-winsten' | 'reml-ar1';

/** A fit by ordinary least squares with what it was made from: what other standard errors need. */
export interface PlainFit {
  readonly design: Matrix;
  readonly fit: LeastSquares;
  readonly times: readonly number[];
  readonly lag: number;
}

interface SeriesFit {
  readonly of: Coefficients;
  readonly rho: number | null;
  /** Null unless by ordinary least squares. */
  readonly plain: PlainFit | null;
}

/** How a difference series is fitted. A new estimator is an entry. */
const SERIES: Readonly<
  Record<SeriesEstimator, (design: Matrix, y: readonly number[], times: readonly number[], lag: number) => SeriesFit>
> = {
  ols: (design, y, times, lag) => {
    const fit = leastSquares(design, y);
    return { of: classical(fit), rho: null, plain: { design, fit, times, lag } };
  },
  'newey-west': (design, y, times, lag) => ({
    of: neweyWest(design, leastSquares(design, y), { lag, times }),
    rho: null,
    plain: null,
  }),
  'prais-winsten': (design, y, times) => {
    const fit = praisWinsten(design, y, { times });
    return { of: fit.estimates, rho: fit.rho, plain: null };
  },
  'reml-ar1': (design, y, times) => {
    const fit = ar1(design, y, 'reml', times);
    return { of: fit.estimates, rho: fit.rho, plain: null };
  },
};

export interface SeriesChoice {
  readonly outcome: 'log-ratio' | 'rate-difference';
  readonly estimator: SeriesEstimator;
  readonly seasons: boolean;
  readonly lag: number | null;
}

/** The segmented model's rows, with indicators of the quarter of the year where asked for. */
export function controlledDesign(quarters: readonly PairedQuarter[], timeline: Interrupted, seasons: boolean): Matrix {
  const season = seasonColumns(quarters);
  return quarters.map((quarter) => [...segmentRow(quarter, timeline), ...(seasons ? season(quarter) : [])]);
}

/** Practice less comparator, quarter by quarter: log rates, or rates per 1,000. Null where that does not exist. */
function difference(quarters: readonly PairedQuarter[], outcome: SeriesChoice['outcome']): number[] | null {
  if (outcome === 'rate-difference') {
    if (basisOfPairs(quarters) !== 'rates') return null;
    return quarters.map(({ events, people, others, otherPeople }) =>
      differenceOf((1000 * events) / (people ?? 1), (1000 * others) / (otherPeople ?? 1)),
    );
  }
  if (quarters.some(({ events, others }) => events <= 0 || others <= 0)) return null;
  const ratios = logSizeRatios(quarters);
  return quarters.map(({ events, others }, i) => differenceOf(Math.log(events / others), ratios[i] as number, 1));
}

/** C: the difference series on the segments (Bottomley 2019). Null where logs do not exist or no freedom is left. */
export function seriesFit(
  quarters: readonly PairedQuarter[],
  timeline: Interrupted,
  { outcome, estimator, seasons, lag }: SeriesChoice,
): SeriesFit | null {
  const y = difference(quarters, outcome);
  const design = controlledDesign(quarters, timeline, seasons);
  if (!y || y.length <= (design[0]?.length ?? 0)) return null;
  const times = quarters.map(({ time }) => time);
  return SERIES[estimator](design, y, times, lagFor(y.length, lag));
}

/** Lags of Newey and West: as asked, or by their rule of thumb; fewer than there are quarters. */
export function lagFor(n: number, asked: number | null): number {
  return Math.min(asked ?? neweyWestLag(n), n - 1);
}

/** E: Poisson counts of the practice with the comparator's rate as offset; the comparator's own noise is ignored. */
export function offsetFit(
  quarters: readonly PairedQuarter[],
  timeline: Interrupted,
  seasons: boolean,
): { readonly of: Coefficients; readonly dispersion: Dispersion } | null {
  if (quarters.some(({ others }) => others <= 0)) return null;
  const ratios = logSizeRatios(quarters);
  const design = controlledDesign(quarters, timeline, seasons);
  if (design.length <= (design[0]?.length ?? 0)) return null;
  const fit = fitGlm(
    design,
    quarters.map(({ events }) => events),
    POISSON,
    { offset: quarters.map(({ others }, i) => (ratios[i] as number) + Math.log(others)) },
  );
  if (fit.atEdge) return null;
  const dispersion = pearsonDispersion(fit);
  return { of: quasi(fit, dispersion.used), dispersion };
}

/** G: mean of the log ratio after less before: two coefficients, the second the shift. */
export function meanShift(
  quarters: readonly PairedQuarter[],
  { intervention }: Interrupted,
  lag: number | null,
): SeriesFit | null {
  const y = difference(quarters, 'log-ratio');
  if (!y || y.length < 3) return null;
  const design = quarters.map(({ index }) => [1, index >= intervention ? 1 : 0]);
  const times = quarters.map(({ time }) => time);
  return SERIES.ols(design, y, times, lagFor(y.length, lag));
}
