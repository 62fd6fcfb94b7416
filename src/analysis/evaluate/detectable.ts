import { tQuantile } from '../../statistics/distributions/t.ts';
import { CONFIDENCE } from '../../statistics/estimate.ts';
import { leastSquares } from '../../statistics/linear/least-squares.ts';
import type { Matrix } from '../../statistics/linear/matrix.ts';
import { quadraticForm } from '../../statistics/linear/matrix.ts';
import { effectWeights, type Interrupted, padded, type Quarter } from './design.ts';
import type { Detectable } from './result.ts';

/** Chance of finding a change of the size that is named. */
export const POWER = 0.8;
export const ALPHA = 1 - CONFIDENCE;

interface DetectableInput {
  readonly design: Matrix;
  readonly timeline: Interrupted;
  /** Events of a typical quarter before the intervention: the practice's, and the comparator's where there is one. */
  readonly events: number;
  readonly others: number | null;
  readonly dispersion: number;
}

/**
 * The smallest fall that a segmented model on these quarters would find with 80 % power at two-sided 5 %: Var(b) = phi (X'WX)^-1
 * with W = m M / (m + M) from the quarters before (m practice, M comparator), percent = 100 (exp(-(t_.975 + t_.80) SE) - 1).
 * It knows the design and the noise, not the result. methods.md 2(g) 5. Null where no freedom is left or nothing happened.
 */
export function detectable(input: DetectableInput, last: Quarter): Detectable | null {
  const { design, timeline, events, others, dispersion } = input;
  const width = design[0]?.length ?? 0;
  const df = design.length - width;
  const weight = others === null ? events : (events * others) / (events + others);
  if (df <= 0 || !(weight > 0)) return null;
  const { covariance } = leastSquares(
    design,
    design.map(() => 0),
  );
  const reach = tQuantile(ALPHA / 2, df, 'upper') + tQuantile(POWER, df);
  const percent = (weights: readonly number[]): number => {
    const se = Math.sqrt((dispersion * quadraticForm(covariance, padded(weights, width))) / weight);
    return 100 * Math.expm1(-reach * se);
  };
  return {
    percentChange: percent(effectWeights(last, timeline)),
    levelPercent: percent([0, 0, 1]),
    slopePercentPerQuarter: percent([0, 0, 0, 1]),
    power: POWER,
    alpha: 0.05,
    design: others === null ? 'single-area' : 'controlled',
    dispersion,
  };
}
