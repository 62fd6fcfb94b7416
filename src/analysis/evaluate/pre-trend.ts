import type { Estimate } from '../../statistics/estimate.ts';
import { type Coefficients, classical, coefficient } from '../../statistics/linear/combination.ts';
import { dependentColumn, leastSquares } from '../../statistics/linear/least-squares.ts';
import { dot } from '../../statistics/linear/matrix.ts';
import { differenceOf } from '../../statistics/rounding.ts';
import {
  counterfactualRow,
  type Interrupted,
  labelAt,
  logSizeRatios,
  type PairedQuarter,
  segmentRow,
} from './design.ts';
import type { Controlled } from './result.ts';

/** ln(practice's rate / comparator's) in each quarter; null where a count is 0. */
export function logRatios(quarters: readonly PairedQuarter[]): readonly (number | null)[] {
  const ratios = logSizeRatios(quarters);
  return quarters.map(({ events, others }, i) =>
    events > 0 && others > 0 ? differenceOf(Math.log(events / others), ratios[i] as number, 1) : null,
  );
}

/** Slope of the log ratio before the intervention, least squares, with its P. No proof of parallel trends. methods.md 2(e), 4.2. */
export function preTrend(quarters: readonly PairedQuarter[], { intervention }: Interrupted): Estimate | null {
  const before = quarters.filter(({ index }) => index < intervention);
  const values = logRatios(before);
  if (before.length < 3 || values.includes(null)) return null;
  const design = before.map(({ time }) => [1, time]);
  const of = classical(leastSquares(design, values as number[]));
  return coefficient(of, 1, { method: 'difference series before, least squares, t' });
}

/** The trend before that conditions are held against: by least squares, or by the primary model where a quarter counts nothing. */
export function trendBefore(
  controlled: Pick<Controlled, 'preTrend' | 'preTrendConditional'> | null,
): TrendBefore | null {
  const { preTrend: plain = null, preTrendConditional: conditional = null } = controlled ?? {};
  const estimate = plain ?? conditional;
  return estimate && { estimate, test: plain ? 'least-squares' : 'conditional' };
}

export interface TrendBefore {
  readonly estimate: Estimate;
  readonly test: 'least-squares' | 'conditional';
}

/** The difference series with its least-squares fit, as a chart draws it. */
export function differenceSeries(
  quarters: readonly PairedQuarter[],
  timeline: Interrupted,
): Controlled['differenceSeries'] {
  const values = logRatios(quarters);
  const rows = quarters.map((quarter) => segmentRow(quarter, timeline));
  const held = rows.flatMap((row, i) => {
    const value = values[i] ?? null;
    return value === null ? [] : [{ row, value }];
  });
  let of: Coefficients | null = null;
  const design = held.map(({ row }) => row);
  if (held.length > (rows[0]?.length ?? 0) && dependentColumn(design) === null)
    of = leastSquares(
      design,
      held.map(({ value }) => value),
    );
  return quarters.map((quarter, i) => ({
    period: labelAt(quarter.index),
    index: quarter.index,
    value: values[i] ?? null,
    fitted: of && dot(rows[i] as readonly number[], of.coefficients),
    counterfactual:
      of && quarter.index >= timeline.intervention ? dot(counterfactualRow(quarter, timeline), of.coefficients) : null,
  }));
}
