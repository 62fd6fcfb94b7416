/** What a power calculation is asked. */
export interface PowerOptions {
  readonly listSizes: readonly number[];
  /** Admissions per 1,000 a year. */
  readonly rate: number;
  readonly quartersBefore: number;
  readonly quartersAfter: number;
  readonly dispersion: number;
  readonly autocorrelation: number;
  /** People in the comparator; null: none. */
  readonly comparatorSize: number | null;
  /** People in it in the later of two years; null or absent: as many. */
  readonly comparatorSizeAfter?: number | null;
  /** Chance of finding the change that is looked for (0.8), and two-sided level of the test (0.05). */
  readonly power?: number;
  readonly alpha?: number;
  /** A percent change whose power is asked for; null or absent: none. */
  readonly change?: number | null;
  /** Residual standard deviation of the admissions of a quarter, for lines by least squares; null or absent: none. */
  readonly sigma?: number | null;
  /** Runs of the simulation of the first list size; 0: none. */
  readonly runs: number;
  readonly seed: number;
}
