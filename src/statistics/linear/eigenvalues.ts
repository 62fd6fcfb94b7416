import type { Matrix } from './matrix.ts';

const MAX_SWEEPS = 60;

/** Eigenvalues of a symmetric matrix, ascending, by cyclic Jacobi rotations (Golub and Van Loan, section 8.5). */
export function symmetricEigenvalues(matrix: Matrix): number[] {
  const a = matrix.map((row) => Float64Array.from(row));
  for (let sweep = 0; sweep < MAX_SWEEPS && offDiagonal(a) > 0; sweep += 1) {
    for (let p = 0; p < a.length; p += 1) {
      for (let q = p + 1; q < a.length; q += 1) rotate(a, p, q);
    }
  }
  return a.map((row, i) => row[i] as number).sort((x, y) => x - y);
}

/** Largest element off the diagonal; 0 where it is rounding beside the largest on it. */
function offDiagonal(a: readonly Float64Array[]): number {
  let off = 0;
  let on = 0;
  a.forEach((row, i) => {
    row.forEach((value, j) => {
      if (i === j) on = Math.max(on, Math.abs(value));
      else off = Math.max(off, Math.abs(value));
    });
  });
  return off <= 1e-17 * on ? 0 : off;
}

/** Makes a[p][q] zero. */
function rotate(a: readonly Float64Array[], p: number, q: number): void {
  const rowP = a[p] as Float64Array;
  const rowQ = a[q] as Float64Array;
  const off = rowP[q] as number;
  if (off === 0) return;
  const theta = ((rowQ[q] as number) - (rowP[p] as number)) / (2 * off);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(1, theta));
  const c = 1 / Math.hypot(1, t);
  const s = t * c;
  for (const row of a) {
    const x = row[p] as number;
    const y = row[q] as number;
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  for (let j = 0; j < rowP.length; j += 1) {
    const x = rowP[j] as number;
    const y = rowQ[j] as number;
    rowP[j] = c * x - s * y;
    rowQ[j] = s * x + c * y;
  }
  rowP[q] = 0;
  rowQ[p] = 0;
}
