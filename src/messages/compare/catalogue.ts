import type { Places } from '../types.ts';

/** The two windows that are compared, by name. */
interface Windows {
  readonly baseline: string;
  readonly followUp: string;
}

/** The practice's measure in the two windows. */
interface Compared extends Windows {
  readonly practice: string;
  readonly measure: string;
  readonly unit: string;
}

/** A change in percent, and the values before and after. */
interface Change extends Compared {
  readonly percent: number;
  readonly before: number;
  readonly after: number;
}

/** A ratio with its 95% interval and P. */
interface Ratio {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number | null;
}

/** Change of money as paid, in percent; the comparator's is null without one, and where it started at nought. */
interface Nominal extends Windows {
  readonly practice: string;
  readonly comparator: string | null;
  readonly measure: string;
  readonly nominal: number;
  readonly comparatorNominal: number | null;
}

/** How much more than chance the quarters vary, and the interval of the relative change at chance alone. */
interface Dispersed {
  readonly practice: string;
  readonly dispersion: number;
  readonly plainLower: number;
  readonly plainUpper: number;
}

/** Where a window lies beside the date of a change. */
type Side = 'before' | 'across' | 'after';

/** What a comparison of two windows finds. */
export interface CompareFindings {
  'compare.change': Change & {
    readonly comparator: string;
    readonly comparatorPercent: number;
    readonly comparatorBefore: number;
    readonly comparatorAfter: number;
  };
  'compare.change-alone': Change;
  /** Rates per 1,000 people on the list a year. */
  'compare.rate-alone': Ratio & { readonly before: number; readonly after: number };
  'compare.relative': Compared &
    Ratio & {
      readonly comparator: string;
      readonly basis: 'rates' | 'counts';
      readonly dispersion: number | null;
    };
  'compare.avoided': Compared & {
    readonly comparator: string;
    readonly expected: number;
    readonly observed: number;
    readonly avoided: number;
    readonly lower: number;
    readonly upper: number;
  };
  'compare.cost': Nominal & {
    readonly real: number;
    readonly comparatorReal: number | null;
    readonly deflator: string;
    readonly vintage: string;
    readonly priceYear: string;
  };
  'compare.cost-nominal': Nominal;
  'compare.trend': {
    readonly area: string;
    readonly measure: string;
    readonly unit: string;
    readonly n: number;
    readonly from: string;
    readonly to: string;
    readonly slope: number;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly p: number | null;
    /** From the line's first value to its last; null where it starts at nought. */
    readonly percent: number | null;
  };
  'compare.sensitivity': {
    readonly pairs: number;
    readonly min: number;
    readonly max: number;
    /** Pairs with a ratio below 1, and with an interval that leaves out 1. */
    readonly below: number;
    readonly excludingOne: number;
    readonly intervention: string | null;
    /** Whether only pairs around the change are counted. */
    readonly around: boolean;
  };
  'compare.overdispersed': Dispersed;
  'compare.own-season': Dispersed & {
    readonly comparator: string;
    readonly p: number | null;
    readonly lower: number;
    readonly upper: number;
  };
  'compare.dispersion-given': Dispersed;
  'compare.not-causal': { readonly practice: string };
  'compare.regression-to-mean': {
    readonly practice: string;
    readonly comparator: string;
    readonly rate: number;
    readonly comparatorRate: number;
    readonly percent: number;
  };
  /** The largest of `count` steps of an area's list size. */
  'compare.list-size-step': {
    readonly area: string;
    readonly from: string;
    readonly to: string;
    readonly percent: number;
    readonly count: number;
  };
  'compare.no-comparator': { readonly practice: string };
  'compare.no-list-sizes': object;
  'compare.small-counts': { readonly smallest: number };
  'compare.not-cashable': object;
  'compare.autocorrelation': { readonly area: string; readonly durbinWatson: number };
  'compare.deflator-forecast': { readonly from: string };
  'compare.like-for-like': Windows;
  'compare.years-beside-change': Windows & {
    readonly intervention: string;
    readonly baselineSide: Side;
    readonly followUpSide: Side;
  };
  'compare.default-years': Windows;
  'compare.measure-incomplete': { readonly measure: string; readonly missing: readonly string[] };
  'compare.baseline-zero': Windows & {
    readonly area: string;
    readonly measure: string;
    readonly unit: string;
    readonly after: number;
  };
}

/** The first and the last quarter of the data. */
interface Span {
  readonly first: string;
  readonly last: string;
}

/** Why nothing can be compared, or money not be deflated. */
export interface CompareProblems {
  'deflator.year-missing': Span & { readonly deflator: string; readonly year: string };
  'deflator.price-year': { readonly text: string };
  'deflator.headings': { readonly headings: readonly string[] };
  'deflator.year': { readonly text: string };
  'deflator.level': { readonly text: string };
  'deflator.twice': { readonly year: string };
  'deflator.empty': object;
  'compare.no-measure': object;
  'compare.frequency': { readonly frequency: string };
  'compare.window-not-held': Span & {
    readonly option: '--baseline' | '--follow-up';
    readonly window: string;
    readonly missing: readonly string[];
  };
  'compare.no-like-quarters': Windows;
  'compare.unequal-windows': Windows;
  'compare.windows-overlap': Windows;
  'compare.too-few-years': Span & { readonly years: number };
  'compare.trend-window': Span & { readonly from: string; readonly to: string };
  'compare.intervention-outside': Span & { readonly intervention: string };
}

export const comparePlaces: Places<CompareFindings> = {
  'compare.change': 'lead',
  'compare.change-alone': 'lead',
  'compare.rate-alone': 'lead',
  'compare.relative': 'lead',
  'compare.avoided': 'lead',
  'compare.cost': 'lead',
  'compare.cost-nominal': 'lead',
  'compare.trend': 'trend',
  'compare.sensitivity': 'sensitivity',
  'compare.overdispersed': 'cautions',
  'compare.own-season': 'cautions',
  'compare.dispersion-given': 'cautions',
  'compare.not-causal': 'cautions',
  'compare.regression-to-mean': 'cautions',
  'compare.list-size-step': { in: 'cautions', also: ['answer', 'main'] },
  'compare.no-comparator': 'cautions',
  'compare.no-list-sizes': 'cautions',
  'compare.small-counts': 'cautions',
  'compare.not-cashable': 'cautions',
  'compare.autocorrelation': 'cautions',
  'compare.deflator-forecast': 'cautions',
  'compare.like-for-like': 'cautions',
  'compare.years-beside-change': { in: 'cautions', also: ['lead'] },
  'compare.default-years': 'cautions',
  'compare.measure-incomplete': 'cautions',
  'compare.baseline-zero': 'lead',
};
