import { failure } from '../../errors.ts';

const TINY = 1e-300;
const CLOSE = 2 ** -52;

/** One level of a continued fraction b0 + a1 / (b1 + a2 / (b2 + ...)): the partial numerator a and denominator b of level k >= 1. */
type Level = (k: number) => readonly [a: number, b: number];

/** Value of b0 + a1 / (b1 + a2 / (b2 + ...)), by Lentz's method as modified by Thompson and Barnett (1986). NaN stays NaN. */
export function continuedFraction(b0: number, level: Level, maximum = 10_000_000): number {
  let value = b0 === 0 ? TINY : b0;
  let c = value;
  let d = 0;
  for (let k = 1; k <= maximum; k += 1) {
    const [a, b] = level(k);
    d = 1 / nonZero(b + a * d);
    c = nonZero(b + a / c);
    const factor = c * d;
    value *= factor;
    if (!(Math.abs(factor - 1) > CLOSE)) return value;
  }
  throw failure('statistics.no-convergence', { method: 'continued-fraction' });
}

function nonZero(x: number): number {
  return x === 0 ? TINY : x;
}
