import { CONFIDENCE, type Estimate } from '../estimate.ts';
import { waldEstimate } from './wald.ts';

/** An estimate with its standard error and the degrees of freedom behind it. */
interface Measured {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
}

/**
 * Difference a - b of two independent estimates, t with the degrees of freedom of Welch (1947) and Satterthwaite (1946).
 * Without any error on either side the degrees of freedom are those of both together.
 */
export function welchDifference(a: Measured, b: Measured, method: string, confidence = CONFIDENCE): Estimate {
  const [first, second] = [a.se ** 2, b.se ** 2];
  const variance = first + second;
  const df = variance === 0 ? a.df + b.df : variance ** 2 / (first ** 2 / a.df + second ** 2 / b.df);
  const size = Math.max(Math.abs(a.estimate), Math.abs(b.estimate));
  return waldEstimate({ estimate: a.estimate - b.estimate, se: Math.sqrt(variance), df, method, confidence, size });
}
