import { polynomial } from './polynomial.ts';

/** From here on the asymptotic series are exact to double precision. */
const LARGE = 12;

/** B(2k) / (2k) and B(2k), k = 1, 2, ... */
const DIGAMMA_SERIES = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];
const TRIGAMMA_SERIES = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6];

/** First derivative of log-gamma, for x > 0: recurrence up to 12, then Abramowitz and Stegun 6.3.18. */
export function digamma(x: number): number {
  let shifted = 0;
  let y = x;
  while (y < LARGE) {
    shifted += 1 / y;
    y += 1;
  }
  const square = 1 / (y * y);
  return Math.log(y) - 0.5 / y - square * polynomial(DIGAMMA_SERIES, square) - shifted;
}

/** Second derivative of log-gamma, for x > 0: recurrence up to 12, then Abramowitz and Stegun 6.4.12. */
export function trigamma(x: number): number {
  let shifted = 0;
  let y = x;
  while (y < LARGE) {
    shifted += 1 / (y * y);
    y += 1;
  }
  const square = 1 / (y * y);
  return shifted + 1 / y + 0.5 * square + (square / y) * polynomial(TRIGAMMA_SERIES, square);
}
