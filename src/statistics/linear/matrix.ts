/** Rows of a matrix. All rows are of one length. */
export type Matrix = readonly (readonly number[])[];

/** The element in row i and column j. */
export function at(matrix: Matrix, i: number, j: number): number {
  return matrix[i]?.[j] as number;
}

export function column(matrix: Matrix, j: number): number[] {
  return matrix.map((row) => row[j] as number);
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** matrix x vector. */
export function times(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

/** a x b. */
export function product(a: Matrix, b: Matrix): number[][] {
  const columns = (b[0] ?? []).map((_, j) => column(b, j));
  return a.map((row) => columns.map((values) => dot(row, values)));
}

export function transpose(matrix: Matrix): number[][] {
  return (matrix[0] ?? []).map((_, j) => column(matrix, j));
}

/** w' M w: the variance of the combination w of coefficients with covariance M. */
export function quadraticForm(matrix: Matrix, w: readonly number[]): number {
  return dot(w, times(matrix, w));
}

export function scaleMatrix(matrix: Matrix, factor: number): number[][] {
  return matrix.map((row) => row.map((value) => value * factor));
}
