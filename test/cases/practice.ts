import { segments, withSeasons } from '../support/design.ts';
import { numbers, type Row, simulated } from '../support/golden.ts';

/** The simulated practice, quarter by quarter, t = 1 to 32, the change in the 17th. */
export const practice: readonly Row[] = simulated('two_area').filter(({ area }) => area === 'practice');

/** Admissions per 1,000 list size. */
export function ratesOf(table: readonly Row[]): number[] {
  const lists = numbers(table, 'list_size');
  return numbers(table, 'admissions').map((count, i) => (1000 * count) / (lists[i] ?? Number.NaN));
}

/** Segmented regression of the practice as R's scripts write it: names of the columns, and the columns. */
export const PLAIN = { terms: ['(Intercept)', 't', 'post', 'tpost'], design: segments(practice) };

export const SEASONAL = {
  terms: [...PLAIN.terms, 'factor(fq)2', 'factor(fq)3', 'factor(fq)4'],
  design: withSeasons(PLAIN.design, practice),
};
