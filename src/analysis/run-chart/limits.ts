/** Where the limits for the number of runs come from: their distribution, or the published table. */
export type RunsLimits = 'exact' | 'printed';

/** Fewest and most (of runs, for example) without a signal; null where no value would be a signal. */
export interface RunsRange {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Each tail of the runs test holds at most 1/40. */
const TAIL = 40n;

/** Binomial coefficients C(m, 0) to C(m, m), exactly. */
function binomials(m: number): readonly bigint[] {
  const row = [1n];
  for (let k = 0; k < m; k += 1) row.push(((row[k] ?? 0n) * BigInt(m - k)) / BigInt(k + 1));
  return row;
}

/**
 * Arrangements of `above` and `below` useful points that have exactly 1, 2, 3 ... runs, as whole numbers: entry r is
 * for r runs. Their sum is C(above + below, above). Swed and Eisenhart 1943:
 * 2 C(a-1, k-1) C(b-1, k-1) for 2k runs, C(a-1, k) C(b-1, k-1) + C(a-1, k-1) C(b-1, k) for 2k + 1.
 */
export function runsArrangements(above: number, below: number): readonly bigint[] {
  if (above === 0 || below === 0) return above + below > 0 ? [0n, 1n] : [1n];
  const a = binomials(above - 1);
  const b = binomials(below - 1);
  const most = above === below ? 2 * above : 2 * Math.min(above, below) + 1;
  const counts = [0n, 0n];
  for (let r = 2; r <= most; r += 1) {
    const k = Math.floor(r / 2);
    const at = (row: readonly bigint[], index: number) => row[index] ?? 0n;
    counts.push(r % 2 === 0 ? 2n * at(a, k - 1) * at(b, k - 1) : at(a, k) * at(b, k - 1) + at(a, k - 1) * at(b, k));
  }
  return counts;
}

/**
 * Range of the number of runs without a signal, given how many useful points lie above and below the median. A signal
 * is a number whose tail probability, all orders being equally likely, is at most 0.025 on its side. Exact: whole
 * numbers throughout. A side has no limit (null) where even its extreme is likelier than that, as when all points lie
 * on one side of a frozen median.
 *
 * @example exactRunsRange(5, 5) // { lower: 3, upper: 9 }
 */
export function exactRunsRange(above: number, below: number): RunsRange {
  const key = `${above} ${below}`;
  const range = known.get(key) ?? workedOut(above, below);
  known.set(key, range);
  return range;
}

/** Ranges that were worked out: many series have as many points above and below. */
const known = new Map<string, RunsRange>();

function workedOut(above: number, below: number): RunsRange {
  const counts = runsArrangements(above, below);
  const total = counts.reduce((sum, count) => sum + count, 0n);
  const runs = counts.map((_, r) => r).filter((r) => (counts[r] ?? 0n) > 0n);
  return { lower: limit(runs, 1), upper: limit(runs.reverse(), -1) };

  function limit(fromTheTail: readonly number[], inwards: 1 | -1): number | null {
    let tail = 0n;
    let found: number | null = null;
    for (const r of fromTheTail) {
      tail += counts[r] ?? 0n;
      if (tail * TAIL > total) break;
      found = r + inwards;
    }
    return found;
  }
}

/**
 * Longest run without a signal among `useful` points: round(log2(n)) + 3. Anhøj and Olesen 2014, after Schilling 2012.
 *
 * @example longestRunLimit(20) // 7
 */
export function longestRunLimit(useful: number): number | null {
  return useful > 0 ? Math.round(Math.log2(useful)) + 3 : null;
}

/**
 * Fewest crossings of the median without a signal among `useful` points: the 5 per cent quantile of the binomial with
 * n - 1 trials and probability one half, exactly. Anhøj and Olesen 2014, after Chen 2010.
 *
 * @example fewestCrossings(20) // 6
 */
export function fewestCrossings(useful: number): number | null {
  if (useful < 1) return null;
  const row = binomials(useful - 1);
  const total = 2n ** BigInt(useful - 1);
  let tail = 0n;
  return row.findIndex((ways) => {
    tail += ways;
    return tail * 20n >= total;
  });
}
