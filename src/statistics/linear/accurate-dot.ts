const SPLITTER = 2 ** 27 + 1;

/**
 * start + a . b as if summed in twice the working precision (Dot2 of Ogita, Rump and Oishi 2005): each rounding error of product
 * and sum is computed exactly and added at the end.
 */
export function accurateDot(a: ArrayLike<number>, b: ArrayLike<number>, start = 0): number {
  let sum = start;
  let lost = 0;
  for (let i = 0; i < a.length; i += 1) {
    const x = a[i] as number;
    const y = b[i] as number;
    const term = x * y;
    const next = sum + term;
    const part = next - sum;
    lost += sum - (next - part) + (term - part) + productError(x, y, term);
    sum = next;
  }
  return sum + lost;
}

/** x y - product, exactly (Dekker 1971, with Veltkamp's splitting). */
function productError(x: number, y: number, rounded: number): number {
  const xHigh = high(x);
  const yHigh = high(y);
  const xLow = x - xHigh;
  const yLow = y - yHigh;
  return xLow * yLow - (rounded - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
}

function high(x: number): number {
  const scaled = SPLITTER * x;
  return scaled - (scaled - x);
}
