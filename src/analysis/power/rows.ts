import { normalLower, normalQuantile } from '../../statistics/distributions/normal.ts';
import { tLower, tQuantile } from '../../statistics/distributions/t.ts';
import { at } from '../../statistics/linear/matrix.ts';
import {
  detectableNcp,
  detectableRateRatio,
  detectableSlope,
  exactConditionalPower,
  tTestPower,
} from './closed-forms.ts';
import { designErrors, interruptedDesign, type LogDetectable } from './interrupted.ts';
import type { DetectableChange, PowerDesign } from './result.ts';

type Asked = 'listSize' | 'rate' | 'comparatorSize' | 'comparatorSizeAfter' | 'quartersBefore' | 'quartersAfter';

/** What every design of one list size shares; `asked` is the percent change whose power is wanted. */
export interface Shared extends Pick<DetectableChange, Asked | 'dispersion' | 'autocorrelation' | 'power' | 'alpha'> {
  readonly asked: number | null;
}

/** Admissions a year of so many people; of the practice unless said otherwise. */
export function eventsOf({ rate, listSize }: Shared, people: number = listSize): number {
  return (people * rate) / 1000;
}

/** A row with what most designs do not have. */
function row(
  { asked: _, ...shared }: Shared,
  own: Pick<DetectableChange, 'design' | 'percentChange' | 'percentIncrease' | 'method'> & Partial<DetectableChange>,
): DetectableChange {
  return {
    ...shared,
    reach: null,
    se: null,
    seOrdinary: null,
    seNaive: null,
    change: null,
    powerOfChange: null,
    simulated: null,
    ...own,
  };
}

/** Changes beyond a thousandth or a thousandfold say that nothing would be found, not what. */
const LARGEST = Math.log(1000);

/** Percent fall and rise of a change of this size on the log scale; null beyond a thousandfold. */
function percentsOf(size: number): Pick<DetectableChange, 'percentChange' | 'percentIncrease'> {
  return size > LARGEST
    ? { percentChange: null, percentIncrease: null }
    : { percentChange: 100 * Math.expm1(-size), percentIncrease: 100 * Math.expm1(size) };
}

/** A term of a segmented log-linear model: `end` is the effect in the last quarter. */
export function logRow(
  shared: Shared,
  design: PowerDesign,
  closed: LogDetectable,
  term: 'level' | 'slope' | 'end',
): DetectableChange {
  const size = closed[term];
  const se = closed[`${term}Error`];
  const { asked, alpha } = shared;
  const distance = asked === null ? null : Math.abs(Math.log1p(asked / 100)) / se;
  return row(shared, {
    design,
    ...percentsOf(size),
    method: `segmented log-linear model, phi (X'R^-1X)^-1 / W, t`,
    reach: closed.reach,
    se,
    powerOfChange: distance === null ? null : tLower(distance - tQuantile(alpha / 2, closed.df, 'upper'), closed.df),
  });
}

/**
 * Variance of the sum of a year's quarters over that of four independent ones: 1 + 2 (3/4 rho + 2/4 rho^2 + 1/4 rho^3).
 * @example yearInflation(0.8) // 3.096
 */
export function yearInflation(rho: number): number {
  return 1 + 2 * (0.75 * rho + 0.5 * rho ** 2 + 0.25 * rho ** 3);
}

/**
 * A year before against a year after. The dispersion is that of a year's sum, never below 1: quarters that resemble one another
 * leave more of the scatter in it. The years are taken for apart.
 */
export function twoYears(shared: Shared): DetectableChange {
  const { comparatorSize, comparatorSizeAfter, power, alpha, asked, autocorrelation } = shared;
  const dispersion = Math.max(1, shared.dispersion * yearInflation(autocorrelation));
  const before = eventsOf(shared);
  const others =
    comparatorSize === null
      ? {}
      : {
          comparatorBefore: eventsOf(shared, comparatorSize),
          comparatorAfter: eventsOf(shared, comparatorSizeAfter ?? comparatorSize),
        };
  const { lower, upper } = detectableRateRatio({ before, dispersion, power, alpha, ...others });
  const reach = normalQuantile(alpha / 2, 'upper') + normalQuantile(power);
  const { comparatorBefore = Infinity, comparatorAfter = Infinity } = others;
  const errorAt = (ratio: number) =>
    Math.sqrt(dispersion * (1 / before + 1 / (before * ratio) + 1 / comparatorBefore + 1 / comparatorAfter));
  const ratio = asked === null ? null : 1 + asked / 100;
  return row(shared, {
    design: 'two-years',
    percentChange: lower === null ? null : 100 * (lower - 1),
    percentIncrease: upper === null || Math.log(upper) > LARGEST ? null : 100 * (upper - 1),
    method: `rate ratio of two years, Wald, normal${autocorrelation === 0 ? '' : ', variance of sums of autocorrelated quarters'}`,
    reach,
    se: lower === null ? null : errorAt(lower),
    powerOfChange:
      ratio === null
        ? null
        : normalLower(Math.abs(Math.log(ratio)) / errorAt(ratio) - normalQuantile(alpha / 2, 'upper')),
  });
}

/** Above this many events the exact sum takes long, and Wald's power is the same. */
const EXACT_UP_TO = 20_000;

/** Chance that the exact conditional test of the practice alone finds the change that is asked about. methods.md 2(g) 2. */
export function exactRows(shared: Shared): readonly DetectableChange[] {
  const { asked, alpha } = shared;
  const before = eventsOf(shared);
  if (asked === null || before > EXACT_UP_TO) return [];
  const power = exactConditionalPower(before, before * (1 + asked / 100), alpha);
  return [
    row(
      { ...shared, power, comparatorSize: null, comparatorSizeAfter: null, dispersion: 1, autocorrelation: 0 },
      {
        design: 'two-years-exact',
        percentChange: asked,
        percentIncrease: null,
        method: 'two Poisson counts, exact conditional test, central P',
        powerOfChange: power,
      },
    ),
  ];
}

/**
 * A straight line through all quarters (methods.md 2(g) 3) and a segmented one (2(g) 4) on the practice's counts about which the
 * quarters scatter with the standard deviation given: noncentral t. `percentChange` is of the mean quarter.
 */
export function linearRows(shared: Shared, sigma: number | null = null): readonly DetectableChange[] {
  if (sigma === null) return [];
  const { quartersBefore, quartersAfter, autocorrelation, power, alpha, asked } = shared;
  const n = quartersBefore + quartersAfter;
  const mean = eventsOf(shared) / 4;
  const alone = { ...shared, comparatorSize: null, comparatorSizeAfter: null, dispersion: 1 };
  const make = (
    design: PowerDesign,
    se: number,
    df: number,
    method: string,
    more: Partial<DetectableChange> = {},
  ): DetectableChange => {
    const reach = detectableNcp(df, power, alpha);
    const percent = (100 * reach * se) / mean;
    return row(design === 'trend' ? { ...alone, autocorrelation: 0 } : alone, {
      design,
      percentChange: percent <= 100 ? -percent : null,
      percentIncrease: percent,
      method,
      reach,
      se,
      change: -reach * se,
      powerOfChange: asked === null ? null : tTestPower(Math.abs((asked / 100) * mean) / se, df, alpha),
      ...more,
    });
  };
  const { se } = detectableSlope(n, sigma, power, alpha);
  const trend = make('trend', se, n - 2, 'straight line on counts, least squares, noncentral t');
  if (n - 4 < 1) return [trend];
  const errors = designErrors(interruptedDesign(n, quartersBefore + 1), autocorrelation);
  const terms = (['linear-level', 'linear-slope'] as const).map((design, i) => {
    const of = (covariance: (typeof errors)['gls']) => sigma * Math.sqrt(at(covariance, i + 2, i + 2));
    const method = 'segmented line on counts, generalised least squares, noncentral t';
    return make(design, of(errors.gls), n - 4, method, { seOrdinary: of(errors.ols), seNaive: of(errors.naive) });
  });
  return [trend, ...terms];
}
