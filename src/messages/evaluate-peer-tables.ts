/** Captions and headings of what other areas say of a practice. */
export const PEER_TABLES = {
  synthetic: (outcome: 'rate' | 'count', before: number, after: number) =>
    `Synthetic control: ${outcome === 'rate' ? 'admissions per 1,000 a quarter' : 'counts a quarter'} less those of a weighted mixture of other areas, weights from ${before} quarters before, gap over ${after} after`,
  demeaned: 'levels may differ (default)',
  plain: 'levels must match',
  alike: 'all alike (difference in differences)',
  weights: 'Weights of the synthetic control',
  leaveOneOut: (period: string) => `Difference in ${period} with one area at a time left out of the comparator`,
  notDefined: 'fit before is perfect',
  headings: {
    form: 'Form',
    gap: 'Mean gap',
    error: 'Error before',
    ratio: 'Error after to before',
    rank: 'Rank',
    p: 'P',
    area: 'Area',
    without: 'Left out',
    effect: 'Difference at end',
  },
} as const;
