/** Units measured several times: how far they vary within themselves and between one another. */
interface VarianceComponents {
  /** Variance of a unit from one measurement to the next beyond what chance explains; not below 0. */
  readonly within: number;
  /** Variance between the units' own levels; not below 0. */
  readonly between: number;
  /** Mean of each unit's measurements. */
  readonly means: readonly number[];
  /** Degrees of freedom of `within`: units x (measurements - 1). */
  readonly df: number;
}

/**
 * Variance components of one-way layouts by moments (Searle, Casella and McCulloch 1992, 3.5), with the variance that chance gives
 * each measurement taken out of `within`. One row a unit, all of the same length of two or more; at least two units.
 *
 * @example varianceComponents([[1, 3], [5, 7]], [[0, 0], [0, 0]]) // within 2, between 7, means [2, 6]
 */
export function varianceComponents(
  rows: readonly (readonly number[])[],
  chance: readonly (readonly number[])[],
): VarianceComponents {
  const times = rows[0]?.length ?? 0;
  const means = rows.map(mean);
  const df = rows.length * (times - 1);
  const squares = rows.reduce(
    (sum, row, i) => sum + row.reduce((part, value) => part + (value - (means[i] as number)) ** 2, 0),
    0,
  );
  const total = squares / df;
  const centre = mean(means);
  const spread = means.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (means.length - 1);
  return {
    within: Math.max(0, total - mean(chance.map(mean))),
    between: Math.max(0, spread - total / times),
    means,
    df,
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
