import { classical, combination } from '../../statistics/linear/combination.ts';
import { leastSquares } from '../../statistics/linear/least-squares.ts';
import { dot } from '../../statistics/linear/matrix.ts';
import { counterfactualRow, segmentCount } from './design.ts';
import { labelAt } from './quarters.ts';
import type { EvaluateSeries, SeriesPoint } from './result.ts';
import type { SegmentedProblem } from './segmented.ts';

/** The outcome of one area with its least-squares fit and, from the intervention on, the counterfactual with its interval. */
export function fittedSeries(problem: SegmentedProblem, subject: EvaluateSeries['subject']): EvaluateSeries {
  const { area, outcome, design, values, quarters, timeline } = problem;
  const fit = values.length > (design[0]?.length ?? 0) ? classical(leastSquares(design, values)) : null;
  const points = quarters.map((quarter, i): SeriesPoint => {
    const row = design[i] as readonly number[];
    const place = { period: labelAt(quarter.index), index: quarter.index, value: values[i] as number };
    const bare = {
      ...place,
      fitted: fit && dot(row, fit.coefficients),
      counterfactual: null,
      lower: null,
      upper: null,
    };
    if (!fit || quarter.index < timeline.intervention) return bare;
    const without = [...counterfactualRow(quarter, timeline), ...row.slice(segmentCount(timeline))];
    const { estimate, lower, upper } = combination(fit, without, { method: 'least squares, t' });
    return { ...bare, counterfactual: estimate, lower, upper };
  });
  return { area, subject, outcome, points };
}
