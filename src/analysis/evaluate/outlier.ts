import type { Estimate } from '../../statistics/estimate.ts';
import { combination } from '../../statistics/linear/combination.ts';
import { conditionalFit, PRIMARY_METHOD } from './controlled.ts';
import { effectWeights, type Interrupted, padded, seasonColumns, segmentRow } from './design.ts';
import { allowsSegments } from './gates.ts';
import { labelAt, type PairedQuarter } from './quarters.ts';
import type { OutlierCheck, PrimaryModel } from './result.ts';

/** Standard deviations of the primary model from which on a quarter is called far from it (our choice). */
const FAR = 3;

/**
 * The quarter that lies more than 3 standard deviations (Pearson's residual over the root of the dispersion) from the primary
 * model, and the difference in the last quarter without it. The model's own dispersion is swollen by it, so that few quarters
 * come that far. Null where none does.
 */
export function outlierCheck(
  quarters: readonly PairedQuarter[],
  timeline: Interrupted,
  { diagnostics, dispersion, seasonTerms }: PrimaryModel,
): OutlierCheck | null {
  const { largestResidual } = diagnostics;
  const last = quarters.at(-1);
  if (!largestResidual || !last) return null;
  const standardised = largestResidual.pearson / Math.sqrt(dispersion.used);
  if (Math.abs(standardised) <= FAR) return null;
  const { period } = largestResidual;
  const others = quarters.filter(({ index }) => labelAt(index) !== period);
  return { period, standardised, effectAtEnd: effectOf(others, last, timeline, seasonTerms !== null) };
}

/** The difference in the last quarter, also where that is the one left out: then by the course of the others. */
function effectOf(
  quarters: readonly PairedQuarter[],
  last: PairedQuarter,
  timeline: Interrupted,
  withSeasons: boolean,
): Estimate | null {
  if (!allowsSegments(quarters, timeline)) return null;
  const season = withSeasons ? seasonColumns(quarters) : () => [];
  const model = conditionalFit(quarters, (quarter) => [...segmentRow(quarter, timeline), ...season(quarter)]);
  if (!model) return null;
  const { estimates, dispersion } = model;
  const weights = padded(effectWeights(last, timeline), estimates.coefficients.length);
  return combination(estimates, weights, { method: PRIMARY_METHOD, scale: 'log', dispersion: dispersion.used });
}
