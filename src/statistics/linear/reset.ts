import { fUpper } from '../distributions/f.ts';
import type { FTest } from '../test-result.ts';
import { dependentColumn, type LeastSquares, leastSquares } from './least-squares.ts';
import type { Matrix } from './matrix.ts';

const POWERS = [2, 3] as const;

/**
 * Ramsey's RESET (1969): whether powers 2 and 3 of the fitted values explain what the model left over, as they would where a
 * straight segment should bend. F test. The powers are taken about the fitted values' mean: beside the design's constant column,
 * which there must be, the same test with less rounding. Null for a perfect fit with or without them, and where the powers say nothing new.
 */
export function reset(design: Matrix, y: readonly number[], fit: LeastSquares): FTest | null {
  const df = fit.df - POWERS.length;
  if (!(fit.rss > 0) || df <= 0) return null;
  const mean = fit.fitted.reduce((sum, value) => sum + value, 0) / y.length;
  const centred = fit.fitted.map((value) => value - mean);
  const reach = Math.max(...centred.map(Math.abs));
  if (!(reach > 0)) return null;
  const wider = design.map((row, i) => [...row, ...POWERS.map((power) => ((centred[i] as number) / reach) ** power)]);
  if (dependentColumn(wider) !== null) return null;
  const { rss } = leastSquares(wider, y);
  if (!(rss > 0)) return null;
  const statistic = (fit.rss - rss) / POWERS.length / (rss / df);
  return { statistic, terms: POWERS.length, df, p: fUpper(statistic, POWERS.length, df), method: 'RESET' };
}
