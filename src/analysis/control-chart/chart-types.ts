import { a3, b3, b4, EXACT_D4 } from '../../reference/control-constants.ts';
import {
  between,
  counts,
  deviations,
  type Estimated,
  individuals,
  inflated,
  means,
  normalised,
  type RangePolicy,
  ranges,
  rates,
  shares,
  sigmaOfMean,
  TIME_BETWEEN_EXPONENT,
  transformed,
} from './estimates.ts';
import type { ChartName } from './result.ts';
import type { ControlRuleSet } from './rule-sets.ts';
import type { RuleFamily } from './rules.ts';
import type { Sample, Span } from './sample.ts';

/** Centre line and limits at one point; NaN where there is none. Sigma only where the limits lie symmetrically. */
interface Limits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly sigma: number;
}

/** A chart: what it is made of, how its limits are estimated and drawn, and which rules belong on it. */
export interface ChartType {
  readonly name: ChartName;
  /** `either`: of a measure as it stands, or per denominator where there is one. */
  readonly input: 'counts' | 'rates' | 'either' | 'subgroups';
  /** Whether limits depend on each point's denominator or subgroup size. */
  readonly varying: boolean;
  /** Values that the chart cannot be made of are refused. `share`: between none and all of the denominator. */
  readonly values: 'any' | 'not-negative' | 'positive' | 'share';
  readonly families: readonly RuleFamily[];
  /** Whether higher or lower can be better here: not where the chart shows how much points vary. */
  readonly directed: boolean;
  /** Where limits stop, for a denominator of one: a count is not below 0, a share not above 1. */
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly estimate: (sample: Sample, span: Span, policy: RangePolicy) => Estimated;
  /** Limits at a point of denominator or size `n`, before they are stopped at floor and ceiling. */
  readonly limits: (estimated: Estimated, n: number, ruleSet: ControlRuleSet) => Limits;
  /** Constants used, by name, at a last point of size `n`. */
  readonly constants: (ruleSet: ControlRuleSet, n: number, screened: boolean) => Readonly<Record<string, number>>;
  /** The chart under which the verdict is worked out too. */
  readonly alternative: ChartName | null;
}

const SYMMETRIC: readonly RuleFamily[] = ['outside', 'run', 'trend', 'zone'];
const WITHOUT_ZONES: readonly RuleFamily[] = ['outside', 'run', 'trend'];
const OUTSIDE_ONLY: readonly RuleFamily[] = ['outside'];

/** Three sigma on both sides of the centre. No spread: no limits. */
function symmetric(centre: number, sigma: number): Limits {
  if (!(sigma > 0)) return { centre, lower: Number.NaN, upper: Number.NaN, sigma: Number.NaN };
  return { centre, lower: centre - 3 * sigma, upper: centre + 3 * sigma, sigma };
}

const constantWidth = ({ centre, spread }: Estimated): Limits => symmetric(centre, spread);
const byRoot = ({ centre, spread }: Estimated, n: number): Limits => symmetric(centre, spread / Math.sqrt(n));

const fromRanges: ChartType['constants'] = ({ constants }, _, screened) => ({
  [constants.name]: constants.value,
  ...(screened ? { D4: constants.d4 } : {}),
});

const none = (): Readonly<Record<string, number>> => ({});

/** Smallest number of cases k with a chance of at least `q` of the next event within k cases, at `mean` between events. */
function geometricQuantile(q: number, mean: number): number {
  const p = 1 / (mean + 1);
  return Math.max(0, Math.ceil(Math.log1p(-q) / Math.log1p(-p)) - 1);
}

/** Chance beyond three sigma on one side of a normal distribution, rounded as is usual. */
const TAIL = 0.00135;

function geometric(estimated: Estimated, _: number, { geometric: version }: ControlRuleSet): Limits {
  const { centre: mean, spread } = estimated;
  const sigma = Number.NaN;
  if (!(spread > 0)) return { centre: mean, lower: Number.NaN, upper: Number.NaN, sigma };
  if (version === 'quantiles')
    return { centre: mean, lower: geometricQuantile(TAIL, mean), upper: geometricQuantile(1 - TAIL, mean), sigma };
  const upper = mean + 3 * spread;
  if (version === 'no-lower') return { centre: Math.LN2 * mean, lower: Number.NaN, upper, sigma };
  const { median } = estimated as ReturnType<typeof between>;
  return { centre: median, lower: mean - 3 * spread, upper, sigma };
}

function timeBetween({ centre, spread }: Estimated, _: number, ruleSet: ControlRuleSet): Limits {
  const back = (v: number): number => v ** TIME_BETWEEN_EXPONENT;
  const sigma = Number.NaN;
  if (!(spread > 0)) return { centre: back(centre), lower: Number.NaN, upper: Number.NaN, sigma };
  const low = centre - 3 * spread;
  const stopped = ruleSet.timeBetweenLower === 'zero' ? 0 : Number.NaN;
  return { centre: back(centre), lower: low < 0 ? stopped : back(low), upper: back(centre + 3 * spread), sigma };
}

const RATE = { input: 'rates', varying: true, directed: true, families: SYMMETRIC, limits: byRoot } as const;

export const CHARTS: Readonly<Record<ChartName, ChartType>> = {
  i: {
    name: 'i',
    input: 'either',
    varying: false,
    values: 'any',
    families: [...SYMMETRIC, 'moving-range'],
    directed: true,
    floor: null,
    ceiling: null,
    estimate: individuals,
    limits: constantWidth,
    constants: fromRanges,
    alternative: null,
  },
  mr: {
    name: 'mr',
    input: 'either',
    varying: false,
    values: 'any',
    families: OUTSIDE_ONLY,
    directed: false,
    floor: 0,
    ceiling: null,
    estimate: ranges,
    limits: ({ centre }, _, { constants }) => ({
      centre,
      lower: centre > 0 ? 0 : Number.NaN,
      upper: centre > 0 ? constants.d4 * centre : Number.NaN,
      sigma: Number.NaN,
    }),
    constants: ({ constants }) => ({ D4: constants.d4 }),
    alternative: null,
  },
  iprime: {
    ...RATE,
    name: 'iprime',
    values: 'any',
    floor: null,
    ceiling: null,
    estimate: normalised,
    constants: (_, __, screened) => ({
      'sqrt(pi/2)': Math.sqrt(Math.PI / 2),
      ...(screened ? { D4: EXACT_D4 } : {}),
    }),
    alternative: null,
  },
  c: {
    name: 'c',
    input: 'counts',
    varying: false,
    values: 'not-negative',
    families: SYMMETRIC,
    directed: true,
    floor: 0,
    ceiling: null,
    estimate: counts,
    limits: constantWidth,
    constants: none,
    alternative: 'i',
  },
  u: {
    ...RATE,
    name: 'u',
    values: 'not-negative',
    floor: 0,
    ceiling: null,
    estimate: rates,
    constants: none,
    alternative: 'uprime',
  },
  uprime: {
    ...RATE,
    name: 'uprime',
    values: 'not-negative',
    floor: 0,
    ceiling: null,
    estimate: inflated(rates),
    constants: fromRanges,
    alternative: 'u',
  },
  p: {
    ...RATE,
    name: 'p',
    values: 'share',
    floor: 0,
    ceiling: 1,
    estimate: shares,
    constants: none,
    alternative: 'pprime',
  },
  pprime: {
    ...RATE,
    name: 'pprime',
    values: 'share',
    floor: 0,
    ceiling: 1,
    estimate: inflated(shares),
    constants: fromRanges,
    alternative: 'p',
  },
  xbar: {
    name: 'xbar',
    input: 'subgroups',
    varying: true,
    values: 'any',
    families: SYMMETRIC,
    directed: true,
    floor: null,
    ceiling: null,
    estimate: means,
    limits: ({ centre, spread }, n) => symmetric(centre, sigmaOfMean(spread, n)),
    constants: (_, n) => ({ A3: a3(n) }),
    alternative: null,
  },
  s: {
    name: 's',
    input: 'subgroups',
    varying: true,
    values: 'any',
    families: OUTSIDE_ONLY,
    directed: false,
    floor: 0,
    ceiling: null,
    estimate: deviations,
    limits: ({ centre }, n) =>
      centre > 0
        ? { centre, lower: b3(n) * centre, upper: b4(n) * centre, sigma: Number.NaN }
        : { centre, lower: Number.NaN, upper: Number.NaN, sigma: Number.NaN },
    constants: (_, n) => ({ B3: b3(n), B4: b4(n) }),
    alternative: null,
  },
  g: {
    name: 'g',
    input: 'counts',
    varying: false,
    values: 'not-negative',
    families: WITHOUT_ZONES,
    directed: true,
    floor: 0,
    ceiling: null,
    estimate: between,
    limits: geometric,
    constants: none,
    alternative: null,
  },
  t: {
    name: 't',
    input: 'counts',
    varying: false,
    values: 'positive',
    families: WITHOUT_ZONES,
    directed: true,
    floor: 0,
    ceiling: null,
    estimate: transformed,
    limits: timeBetween,
    constants: (ruleSet, n, screened) => ({ ...fromRanges(ruleSet, n, screened), exponent: TIME_BETWEEN_EXPONENT }),
    alternative: null,
  },
};
