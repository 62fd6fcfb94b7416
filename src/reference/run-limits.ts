/** Fewest runs without a signal, for 10, 11, 12 ... useful points. */
const FEWEST: readonly number[] = [
  3, 3, 3, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 8, 8, 9, 10, 10, 10, 11, 11, 11, 12, 12, 12, 13, 13, 14, 14, 15, 15, 16, 16,
  17, 17, 17, 18, 18, 19, 19, 20, 20, 21, 21, 22, 22, 23, 23, 24, 24,
];

/** Most runs without a signal, likewise. */
const MOST: readonly number[] = [
  9, 10, 11, 11, 12, 12, 13, 13, 14, 15, 16, 16, 17, 17, 18, 18, 19, 19, 20, 20, 21, 22, 23, 23, 24, 24, 25, 25, 26, 26,
  27, 27, 28, 28, 29, 30, 31, 31, 32, 32, 33, 33, 34, 34, 35, 35, 36, 36, 37, 38, 38,
];

const FIRST = 10;

/** Where the table is from. `checked`: whether it was held against the print. */
export const PRINTED_RUNS_LIMITS = {
  citation:
    'Table of the number of runs, recalled and not held against the print: Perla RJ, Provost LP, Murray SK. BMJ Qual Saf 2011;20:46–51; Provost LP, Murray SK. The Health Care Data Guide, 2011.',
  checked: false,
} as const;

/**
 * The published range of the number of runs without a signal for `useful` points that do not lie on the median; null
 * outside 10 to 60. The table supposes that half the points lie on each side. Recalled, not checked against the print:
 * public transcriptions differ for some rows.
 */
export function printedRunsRange(useful: number): { readonly lower: number; readonly upper: number } | null {
  const lower = FEWEST[useful - FIRST];
  const upper = MOST[useful - FIRST];
  return lower === undefined || upper === undefined ? null : { lower, upper };
}
