/** Mean moving range of two over the standard deviation of normal data, as it is printed and used: d2 for n = 2. */
export const D2 = 1.128;

/** The same without rounding: 2 / sqrt(pi). */
export const EXACT_D2 = 2 / Math.sqrt(Math.PI);

/** Largest range over the mean range of two, for subgroups of two: 3.267 to three decimals, and without rounding. */
export const D4 = 3.267;
export const EXACT_D4 = 1 + (3 * Math.sqrt(1 - 2 / Math.PI)) / Math.sqrt(2 / Math.PI);

/**
 * Mean of the standard deviation (divisor n - 1) of `n` normal values over their true one:
 * sqrt(2 / (n - 1)) gamma(n / 2) / gamma((n - 1) / 2), for n of 2 or more. By the recurrence of the ratio of gammas.
 *
 * @example c4(5) // 0.93999
 */
export function c4(n: number): number {
  let ratio = n % 2 === 0 ? 1 / Math.sqrt(Math.PI) : Math.sqrt(Math.PI) / 2;
  for (let k = n % 2 === 0 ? 2 : 3; k < n; k += 2) ratio *= k / (k - 1);
  return ratio * Math.sqrt(2 / (n - 1));
}

/** Distance of the limits of an Xbar chart from its centre over the mean standard deviation: 3 / (c4 sqrt(n)). */
export function a3(n: number): number {
  return 3 / (c4(n) * Math.sqrt(n));
}

/** Lower limit of an S chart over its centre: 1 - 3 sqrt(1 - c4^2) / c4, not below zero. */
export function b3(n: number): number {
  return Math.max(0, 1 - spread(n));
}

/** Upper limit of an S chart over its centre. */
export function b4(n: number): number {
  return 1 + spread(n);
}

function spread(n: number): number {
  const c = c4(n);
  return (3 * Math.sqrt(1 - c * c)) / c;
}
