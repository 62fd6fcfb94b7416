import type { Matrix } from './matrix.ts';

/** x with R x = b, R upper triangular. */
export function backSubstitute(upper: Matrix, b: ArrayLike<number>): number[] {
  const x = new Array<number>(upper.length).fill(0);
  for (let i = upper.length - 1; i >= 0; i -= 1) {
    const row = upper[i] as readonly number[];
    let sum = b[i] as number;
    for (let j = i + 1; j < upper.length; j += 1) sum -= (row[j] as number) * (x[j] as number);
    x[i] = sum / (row[i] as number);
  }
  return x;
}

/** x with R' x = b, R upper triangular. */
export function forwardSubstitute(upper: Matrix, b: ArrayLike<number>): number[] {
  const x: number[] = [];
  upper.forEach((row, i) => {
    const sum = x.reduce((rest, value, j) => rest - (upper[j]?.[i] as number) * value, b[i] as number);
    x.push(sum / (row[i] as number));
  });
  return x;
}

/** Inverse of an upper triangular matrix, by rows. */
export function invertUpper(upper: Matrix): number[][] {
  const columns = upper.map((_, j) =>
    backSubstitute(
      upper,
      upper.map((__, i) => (i === j ? 1 : 0)),
    ),
  );
  return upper.map((_, i) => columns.map((values) => values[i] as number));
}
