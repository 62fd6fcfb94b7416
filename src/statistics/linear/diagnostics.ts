/**
 * Durbin-Watson statistic of residuals in time order (Durbin and Watson 1950): sum of squared differences of neighbours over
 * the sum of squares; about 2 without autocorrelation, towards 0 where it is positive. `times` (whole numbers, ascending) says
 * where quarters are missing: a difference across a gap is left out. Null where the residuals are all 0.
 */
export function durbinWatson(residuals: readonly number[], times?: readonly number[]): number | null {
  let differences = 0;
  let squares = 0;
  residuals.forEach((residual, i) => {
    squares += residual * residual;
    const neighbours = i > 0 && (!times || (times[i] as number) - (times[i - 1] as number) === 1);
    if (neighbours) differences += (residual - (residuals[i - 1] as number)) ** 2;
  });
  return squares === 0 ? null : differences / squares;
}
