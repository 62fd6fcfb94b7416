import { type Coefficients, classical } from './combination.ts';
import { leastSquares } from './least-squares.ts';
import { dot, type Matrix } from './matrix.ts';
import { whiten } from './whiten.ts';

/** Least squares with first-order autocorrelated errors, by Prais and Winsten. */
export interface PraisWinsten {
  readonly rho: number;
  /** Estimates of rho, from the first to the last. */
  readonly path: readonly number[];
  readonly converged: boolean;
  /** rho was held at its bound: the level of the series can hardly be told from its drift. */
  readonly clamped: boolean;
  readonly estimates: Coefficients;
  /** Standard deviation of the transformed residuals. */
  readonly sigma: number;
  /** Observed less fitted. */
  readonly residuals: readonly number[];
  /** Free of the autocorrelation that was found. */
  readonly innovations: readonly number[];
}

export interface PraisWinstenOptions {
  /** Stop when rho moves by no more than this: 1e-12 (R and Stata: 1e-6). */
  readonly tolerance?: number;
  /** 1: the two-step estimator. */
  readonly maxIterations?: number;
  /** Positions in time (whole numbers, ascending) where quarters are missing. */
  readonly times?: readonly number[];
}

/** |rho| is held within this. */
export const RHO_LIMIT = 0.99;

/**
 * Iterated Prais-Winsten estimation (Prais and Winsten 1954; Stata's `prais` with its defaults): rho from the regression of each
 * residual on the one before, all rows kept, the first scaled by sqrt(1 - rho^2); t on n - k degrees of freedom.
 * methods.md 2(c). Throws as `leastSquares` does.
 */
export function praisWinsten(design: Matrix, y: readonly number[], options: PraisWinstenOptions = {}): PraisWinsten {
  const { tolerance = 1e-12, maxIterations = 500, times = y.map((_, i) => i) } = options;
  const start = leastSquares(design, y);
  const path: number[] = [];
  let residuals = start.residuals;
  let fit = start;
  let clamped = false;
  let converged = false;
  while (!converged && path.length < maxIterations) {
    const free = lagRegression(residuals, times);
    const rho = Math.max(-RHO_LIMIT, Math.min(RHO_LIMIT, free));
    clamped = rho !== free;
    converged = Math.abs(rho - (path.at(-1) ?? 0)) <= tolerance;
    path.push(rho);
    const rows = whiten(design, y, times, rho);
    fit = leastSquares(rows.design, rows.y);
    const { coefficients } = fit;
    residuals = design.map((row, i) => (y[i] as number) - dot(row, coefficients));
  }
  const rho = path.at(-1) ?? 0;
  const scale = Math.sqrt(1 - rho * rho);
  return {
    rho,
    path,
    converged,
    clamped,
    estimates: classical(fit),
    sigma: scale * Math.sqrt(fit.rss / fit.df),
    residuals,
    innovations: fit.residuals.map((value) => scale * value),
  };
}

/** Slope without intercept of each residual on the one a quarter before. */
function lagRegression(residuals: readonly number[], times: readonly number[]): number {
  let products = 0;
  let squares = 0;
  for (let i = 1; i < residuals.length; i += 1) {
    if ((times[i] as number) - (times[i - 1] as number) !== 1) continue;
    const before = residuals[i - 1] as number;
    products += (residuals[i] as number) * before;
    squares += before * before;
  }
  return squares === 0 ? 0 : products / squares;
}
