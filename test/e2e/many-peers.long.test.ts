import { describe, expect, it } from 'vitest';
import { document, quarterline, quarterly } from './support.ts';

const PEERS = 420;
const QUARTERS = 16;

/** Practices of 5,000 to 9,190 people, the larger the further down; the one that is asked about has 7,000. */
const size = (area: number): number => (area === 0 ? 7000 : 5000 + 10 * area);
const HEADER = 'quarter,area,admissions,list_size';
const rows = Array.from({ length: PEERS + 1 }, (_, area) =>
  quarterly(
    2012,
    QUARTERS,
    (at) => [
      `P${String(area).padStart(3, '0')}`,
      Math.round(size(area) / 50) + ((area * 31 + at * 17) % 23),
      size(area),
    ],
    '',
  ).trim(),
);
const FILES = { 'national.csv': [HEADER, ...rows, ''].join('\n') };
const EVALUATE = [
  ...['evaluate', 'national.csv', '--practice', 'P000', '--comparator', 'rest'],
  ...['--intervention', '2014/15 Q1'],
] as const;

describe('many peers', () => {
  it('all take part in the placebo test; a synthetic control takes the 400 that are nearest in size, and says so', async () => {
    const { result, findings } = await document(EVALUATE, FILES);
    expect(result.placebo.areas).toBe(PEERS + 1);
    expect(result.leaveOneOut.rows).toHaveLength(PEERS);
    const { donors, donorChoice, demeaned, placebo } = result.syntheticControl;
    expect([donors, donorChoice, placebo.demeaned.areas]).toEqual([400, 'nearest-size', 401]);
    // The 20 furthest on the log scale are left out.
    const used = demeaned.weights.map(({ area }: { area: string }) => size(Number(area.slice(1))));
    const far = Array.from({ length: PEERS }, (_, i) => Math.abs(Math.log(size(i + 1) / 7000))).sort((a, b) => a - b);
    for (const people of used) expect(Math.abs(Math.log(people / 7000))).toBeLessThanOrEqual(far[399] ?? 0);
    const said = findings.find(({ id }: { id: string }) => id === 'evaluate.synthetic');
    expect(said.text).toContain('400 areas, those nearest to it in size');
  });

  it('are all shown', async () => {
    const { code, out } = await quarterline(EVALUATE, FILES);
    expect([code, out]).toEqual([0, expect.stringContaining('420')]);
  });
});
