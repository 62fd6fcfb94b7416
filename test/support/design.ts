import type { Row } from './golden.ts';

/** Segmented-regression columns of the simulated quarters: 1, t, post, quarters since the 17th. */
export function segments(table: readonly Row[], first = 17): number[][] {
  return table.map(({ t }) => [1, Number(t), Number(t) >= first ? 1 : 0, Math.max(0, Number(t) - first)]);
}

/** Indicator columns of financial quarters 2 to 4, beside what is there. */
export function withSeasons(design: readonly (readonly number[])[], table: readonly Row[]): number[][] {
  return design.map((row, i) => [...row, ...['2', '3', '4'].map((quarter) => (table[i]?.fq === quarter ? 1 : 0))]);
}
