import { polynomial } from './polynomial.ts';

const HALF_LOG_2PI = 0.9189385332046728;
const ONE_MINUS_EULER = 0.42278433509846713;

/** From here on the Stirling series below is exact to double precision. */
const LARGE = 10;

/** zeta(k) - 1 for k = 2, 3, ...: the coefficients of log-gamma's Taylor series at 2. */
const ZETA_MINUS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194646,
  0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.63719763789976e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.53962033872796e-7, 4.769329867878066e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.490155482836504e-8,
];
const TAYLOR_AT_TWO = ZETA_MINUS_ONE.map((value, i) => ((i % 2 === 0 ? 1 : -1) * value) / (i + 2));

/** B(2k) / (2k (2k - 1)), k = 1, 2, ...: Stirling's series in 1/x. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/** log-gamma(2 + z) for |z| <= 1/2; its relative error stays small at the zero z = 0. */
function nearTwo(z: number): number {
  return z * (ONE_MINUS_EULER + z * polynomial(TAYLOR_AT_TWO, z));
}

/**
 * Natural logarithm of the gamma function for x > 0 (Infinity at 0). Relative error about 1e-15, also at the zeros 1 and 2.
 * Taylor series at 2 (Abramowitz and Stegun 6.1.33, shifted by one) below 10, Stirling's series (6.1.40) from there.
 */
export function logGamma(x: number): number {
  if (x >= LARGE) return (x - 0.5) * Math.log(x) - x + HALF_LOG_2PI + stirlingSeries(x);
  if (x < 0.5) return nearTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return nearTwo(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let y = x;
  while (y > 2.5) {
    y -= 1;
    product *= y;
  }
  return nearTwo(y - 2) + Math.log(product);
}

function stirlingSeries(x: number): number {
  return polynomial(STIRLING, 1 / (x * x)) / x;
}

/**
 * What Stirling's formula leaves out: log-gamma(x + 1) - (x + 1/2) log x + x - log(2 pi) / 2, for x > 0.
 * Carried from 10 downwards step by step, so that nothing large cancels (Loader 2000, section 3).
 */
export function stirlingError(x: number): number {
  let error = 0;
  let y = x;
  while (y < LARGE) {
    error += (y + 0.5) * Math.log1p(1 / y) - 1;
    y += 1;
  }
  return error + stirlingSeries(y);
}
