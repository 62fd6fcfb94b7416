import type { Alarms, Cell } from '../../../scripts/simulations/experiments.js';

/** Data sets a cell of the reference study. */
const REFERENCE_RUNS = 2000;

interface Published {
  readonly design: string;
  readonly sd: number;
  readonly rho: number;
  readonly shares: Readonly<Record<keyof Alarms, number>>;
}

/**
 * Shares of false alarms of an independent study with other random numbers: 2,000 data sets a cell,
 * printed to two decimals (change of slope at 5%; practice of 27,000 beside 520,000, shared shocks).
 */
export const PUBLISHED: readonly Published[] = [
  { design: '16+16', sd: 0, rho: 0, shares: { primary: 0.03, differenceSeries: 0.04, neweyWest: 0.12 } },
  { design: '16+16', sd: 0.03, rho: 0.3, shares: { primary: 0.07, differenceSeries: 0.07, neweyWest: 0.15 } },
  { design: '16+16', sd: 0.03, rho: 0.6, shares: { primary: 0.17, differenceSeries: 0.17, neweyWest: 0.23 } },
  { design: '4+15', sd: 0.03, rho: 0.3, shares: { primary: 0.05, differenceSeries: 0.06, neweyWest: 0.41 } },
  { design: '8+8', sd: 0.03, rho: 0.3, shares: { primary: 0.07, differenceSeries: 0.08, neweyWest: 0.23 } },
];

/**
 * Coverage of b ± t √max(1, φ) SE where the counts vary by chance alone: 1 − E[2Φ(−t √max(1, X / 28))] over X, chi-squared with 28 degrees
 * of freedom, t = 2.0484; integrated numerically.
 */
export const FLOORED_COVERAGE = 0.9665;

/** A cell in words, for the name of a test. */
export const nameOf = ({ design, sd, rho }: Published): string =>
  `${design} quarters, own noise ${sd}, autocorrelation ${rho}`;

export function cellOf<T extends Pick<Cell, 'before' | 'after' | 'own'>>(
  cells: readonly T[],
  { design, sd, rho }: Pick<Published, 'design' | 'sd' | 'rho'>,
): T {
  const found = cells.find(
    ({ before, after, own }) => `${before}+${after}` === design && own.sd === sd && own.rho === rho,
  );
  if (!found) throw new Error(`no cell ${design}, ${sd}, ${rho}`);
  return found;
}

/** Smallest and largest count of `runs` that agree with a share: so many standard errors of a binomial on either side. */
export function bounds(share: number, runs: number, errors: number, rounding = 0): readonly [number, number] {
  const reach = rounding + errors * Math.sqrt((share * (1 - share)) / runs);
  return [runs * (share - reach), runs * (share + reach)];
}

/** `bounds` for a published share: its own Monte Carlo error and its rounding count too. */
export function publishedBounds(share: number, runs: number, errors: number): readonly [number, number] {
  const both = 1 / (1 / runs + 1 / REFERENCE_RUNS);
  const [low, high] = bounds(share, both, errors, 0.005);
  return [(low / both) * runs, (high / both) * runs];
}
