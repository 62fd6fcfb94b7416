import { norm } from './householder.ts';
import { column, type Matrix } from './matrix.ts';

/** A design made ready for decomposition: centred on the constant column, where there is one, weighted, and of length 1. */
interface Standardised {
  readonly columns: readonly Float64Array[];
  /** k x k: coefficients of the design's columns = back x coefficients of these columns (y centred by `constant`). */
  readonly back: Matrix;
  readonly constant: Constant | null;
}

interface Constant {
  readonly index: number;
  readonly value: number;
}

/** Centres and scales the columns of a design whose rows are multiplied by `roots` (square roots of weights). */
export function standardise(design: Matrix, roots: readonly number[]): Standardised {
  const given = (design[0] ?? []).map((_, j) => column(design, j));
  const constant = findConstant(given);
  const centres = given.map((values, j) =>
    constant && j !== constant.index ? Math.fround(weightedMean(values, roots)) : 0,
  );
  const weighted = given.map((values, j) => {
    const centre = centres[j] as number;
    const made = new Float64Array(values.length);
    for (let i = 0; i < made.length; i += 1) made[i] = ((values[i] as number) - centre) * (roots[i] as number);
    return made;
  });
  const lengths = weighted.map((values) => 2 ** Math.round(Math.log2(norm(values) || 1)));
  return {
    columns: weighted.map((values, j) => values.map((value) => value / (lengths[j] as number))),
    back: lengths.map((_, i) =>
      lengths.map((length, j) => {
        if (i === j) return 1 / length;
        return constant && i === constant.index ? -(centres[j] as number) / (constant.value * length) : 0;
      }),
    ),
    constant,
  };
}

/** Mean of the values with weights `roots` squared. */
export function weightedMean(values: readonly number[], roots: readonly number[]): number {
  let sum = 0;
  let total = 0;
  values.forEach((value, i) => {
    const weight = (roots[i] as number) ** 2;
    sum += weight * value;
    total += weight;
  });
  return sum / total;
}

function findConstant(columns: readonly (readonly number[])[]): Constant | null {
  const index = columns.findIndex((values) => values[0] !== 0 && values.every((value) => value === values[0]));
  return index < 0 ? null : { index, value: columns[index]?.[0] as number };
}
