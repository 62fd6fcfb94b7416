import { normalQuantile } from '../distributions/normal.ts';
import { tQuantile, tUpper } from '../distributions/t.ts';
import { CONFIDENCE, type Estimate } from '../estimate.ts';
import { isRounding } from '../rounding.ts';

/** An estimate and its standard error on the working scale; `df` null or absent: normal distribution. */
interface WaldInput {
  readonly estimate: number;
  readonly se: number;
  readonly df?: number | null;
  readonly scale?: Estimate['scale'];
  readonly method: string;
  readonly dispersion?: number | null;
  readonly confidence?: number;
  /** Of the numbers that the estimate was made from: without any spread, rounding beside it is no difference. */
  readonly size?: number;
}

const TO_NATURAL: Readonly<Record<Estimate['scale'], (x: number) => number>> = {
  identity: (x) => x,
  log: Math.exp,
  logit: (x) => 1 / (1 + Math.exp(-x)),
};

/**
 * Estimate -+ quantile x standard error on the working scale, carried to the natural scale, with the two-sided P value of
 * "no difference" (0 on the working scale). A number too large for a double becomes null.
 */
export function waldEstimate(input: WaldInput): Estimate {
  const { se, df = null, scale = 'identity', method, dispersion = null, confidence = CONFIDENCE, size = 0 } = input;
  const estimate = se === 0 && isRounding(input.estimate, size) ? 0 : input.estimate;
  const reach = criticalValue(confidence, df) * se;
  const natural = (x: number) => finiteOrNull(TO_NATURAL[scale](x));
  return {
    estimate: natural(estimate),
    lower: natural(estimate - reach),
    upper: natural(estimate + reach),
    confidence,
    se: finiteOrNull(se),
    df,
    p: finiteOrNull(twoSidedP(estimate, se, df)),
    method,
    scale,
    dispersion,
  };
}

/** Half-width of a two-sided interval in standard errors: from the t distribution, or the normal where df is null. */
export function criticalValue(confidence: number, df: number | null): number {
  if (confidence !== CONFIDENCE) return computed(confidence, df);
  const kept = usual.get(df) ?? computed(confidence, df);
  usual.set(df, kept);
  return kept;
}

/** Critical values at the usual confidence: a run asks for a few degrees of freedom a thousand times. */
const usual = new Map<number | null, number>();

function computed(confidence: number, df: number | null): number {
  const tail = (1 - confidence) / 2;
  return df === null ? normalQuantile(tail, 'upper') : tQuantile(tail, df, 'upper');
}

/** P(|T| >= |estimate / se|). Without any spread: 0 where the estimate is not 0, else 1. */
export function twoSidedP(estimate: number, se: number, df: number | null): number {
  if (se === 0) return estimate === 0 ? 1 : 0;
  return Math.min(1, 2 * tUpper(Math.abs(estimate / se), df ?? Infinity));
}

export function finiteOrNull(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}
