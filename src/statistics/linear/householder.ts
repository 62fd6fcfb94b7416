/** Columns of a matrix, each a Float64Array of one length. */
export type Columns = readonly Float64Array[];

/** QR decomposition of n x k columns (n >= k) by Householder reflections (Golub and Van Loan, section 5.2). */
export interface Householder {
  /** Upper triangle, by rows: upper[i][j], j >= i. */
  readonly upper: readonly (readonly number[])[];
  /** Q' v, in place of a copy of v. */
  readonly applyTransposed: (vector: ArrayLike<number>) => Float64Array;
  /** Q v. */
  readonly apply: (vector: ArrayLike<number>) => Float64Array;
}

/** Decomposes the columns; they are left as they are. A column that depends on the ones before it leaves about 0 on the diagonal. */
export function householder(columns: Columns): Householder {
  const work = columns.map((values) => Float64Array.from(values));
  const reflections: Float64Array[] = [];
  work.forEach((values, k) => {
    const reflection = reflectionOf(values, k);
    reflections.push(reflection);
    for (let j = k; j < work.length; j += 1) reflect(reflection, k, work[j] as Float64Array);
  });
  return {
    upper: work.map((_, i) => work.map((values, j) => (j >= i ? (values[i] as number) : 0))),
    applyTransposed: (vector) => {
      const result = Float64Array.from(vector);
      reflections.forEach((reflection, k) => {
        reflect(reflection, k, result);
      });
      return result;
    },
    apply: (vector) => {
      const result = Float64Array.from(vector);
      for (let k = reflections.length - 1; k >= 0; k -= 1) reflect(reflections[k] as Float64Array, k, result);
      return result;
    },
  };
}

/** The unit vector whose reflection carries values[from..] to a multiple of the first axis; zeros if there is nothing to carry. */
function reflectionOf(values: Float64Array, from: number): Float64Array {
  const reflection = values.slice(from);
  const length = norm(reflection);
  if (length === 0) return reflection;
  const head = reflection[0] as number;
  reflection[0] = head + (head < 0 ? -length : length);
  const size = norm(reflection);
  return reflection.map((value) => value / size);
}

function reflect(reflection: Float64Array, from: number, vector: Float64Array): void {
  let sum = 0;
  for (let i = 0; i < reflection.length; i += 1) sum += (reflection[i] as number) * (vector[from + i] as number);
  for (let i = 0; i < reflection.length; i += 1) {
    vector[from + i] = (vector[from + i] as number) - 2 * sum * (reflection[i] as number);
  }
}

/** Euclidean length, without overflow. */
export function norm(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i += 1) largest = Math.max(largest, Math.abs(values[i] as number));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += ((values[i] as number) / largest) ** 2;
  return largest * Math.sqrt(sum);
}
