/** A percentage of simulated series, with its Monte Carlo standard error (binomial), in percentage points. */
export interface SimulatedShare {
  readonly percent: number;
  readonly se: number;
}

/** A count of series as a percentage of all. */
export function share(count: number, of: number): SimulatedShare {
  const p = count / of;
  return { percent: 100 * p, se: 100 * Math.sqrt((p * (1 - p)) / of) };
}
