import type { StatisticsProblems } from '../statistics/catalogue.ts';
import type { Place, Places } from '../types.ts';
import { type FilesFindings, type FilesProblems, filesPlaces } from './files-catalogue.ts';
import { type PeerFindings, peerPlaces } from './peers-catalogue.ts';

/** An estimate with its 95% limits and its P. */
export interface Estimated {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number | null;
}

/** How many quarters lie before the change, and from it on. */
type Sides = { readonly before: number; readonly after: number };

/** What stands against a difference that is beyond chance: conditions that are not met, then what other models and areas say. */
export type Doubt =
  | 'pre-trend'
  | 'placebo-in-time'
  | 'list-sizes'
  | 'long-enough'
  | 'course-before'
  | 'joint'
  | 'autocorrelation'
  | 'peers'
  | 'course';

export interface DoubtSlots {
  readonly doubts: readonly Doubt[];
  /** Areas beside which the difference is not unusual. */
  readonly peers: number | null;
  readonly peersP: number | null;
  readonly preTrendP: number | null;
  readonly placeboP: number | null;
  /** Of jump and change of slope together. */
  readonly jointP: number | null;
  readonly faded: boolean;
  /** The model with autocorrelation that does not find it. */
  readonly lostModel: string | null;
  readonly lostP: number | null;
  /** Mean after over mean before, without any course. */
  readonly courseless: number | null;
  readonly courselessP: number | null;
}

/** Of what the verdict speaks. */
export interface Changed {
  readonly practice: string;
  readonly intervention: string | null;
  readonly second: string | null;
}

/** `p`: of jump and change of slope together; `period`: the last quarter. */
interface Tested extends Changed {
  readonly p: number | null;
  readonly period: string;
}

/** What one pair of areas cannot rule out: neighbouring quarters alike, and too few other areas to set it among. */
export interface Limits {
  readonly alike: boolean;
  readonly alone: boolean;
}

/** Terms of the primary model as ratios. */
interface TermSlots {
  readonly level: number | null;
  readonly levelLower: number | null;
  readonly levelUpper: number | null;
  readonly levelP: number | null;
  readonly slope: number | null;
  readonly slopeLower: number | null;
  readonly slopeUpper: number | null;
  readonly slopeP: number | null;
}

/** Those of a second change, where there is one. */
export interface SecondTermSlots {
  readonly second: string | null;
  readonly secondLevel: number | null;
  readonly secondLevelLower: number | null;
  readonly secondLevelUpper: number | null;
  readonly secondLevelP: number | null;
  readonly secondSlope: number | null;
  readonly secondSlopeLower: number | null;
  readonly secondSlopeUpper: number | null;
  readonly secondSlopeP: number | null;
}

/** The first quarter after the change that is fitted, where the quarter of the change itself is not, and the ratio there. */
export interface FirstUsedSlots {
  readonly firstUsed: string;
  readonly firstRatio: number | null;
}

/** What the models find. */
export interface EffectFindings {
  'evaluate.detectable': Sides & {
    readonly percent: number | null;
    readonly level: number | null;
    readonly power: number;
    readonly dispersion: number | null;
  };
  'evaluate.effect': DoubtSlots &
    Estimated & {
      readonly practice: string;
      readonly comparator: string;
      readonly measure: string;
      readonly period: string;
      readonly second: string | null;
      readonly estimate: number;
      readonly causal: boolean;
    };
  'evaluate.terms': TermSlots &
    Partial<SecondTermSlots> &
    Partial<FirstUsedSlots> & {
      /** P of all terms together, and how many they are. */
      readonly joint: number | null;
      readonly jointTerms: number | null;
      readonly intervention: string;
      readonly n: number;
      readonly df: number;
      /** Dispersion as found, and as used. */
      readonly raw: number | null;
      readonly used: number;
    };
  'evaluate.avoided': {
    readonly practice: string;
    readonly comparator: string | null;
    readonly measure: string;
    readonly after: number;
    /** Quarters left out or missing. */
    readonly leftOut: number;
    readonly expected: number;
    readonly observed: number;
    readonly estimate: number;
    readonly lower: number;
    readonly upper: number;
    readonly p: number | null;
  };
  'evaluate.slope-difference': {
    readonly practice: string;
    readonly comparator: string;
    readonly basis: 'rates' | 'counts';
    readonly from: string;
    readonly to: string;
    readonly percent: number;
    readonly lower: number;
    readonly upper: number;
    readonly p: number | null;
  };
  'evaluate.spread': {
    readonly models: number;
    readonly min: number;
    readonly max: number;
    readonly sameSide: number;
    readonly excludingOne: number;
  };
  'evaluate.sensitivity': {
    readonly total: number;
    readonly sameSign: number | null;
    readonly significant: number;
    readonly sameVerdict: number | null;
    readonly contrary: number | null;
    readonly mean: number | null;
    readonly meanLower: number | null;
    readonly meanUpper: number | null;
    readonly meanP: number | null;
    readonly min: number;
    readonly max: number;
    readonly comparators: number;
    readonly stretches: 'shortened' | 'whole-series';
  };
  'evaluate.group-left-out': {
    readonly group: string;
    readonly reason: 'no-measure' | 'too-few-quarters';
    readonly measure: string;
  };
  /** Whether each reading of one model is beyond chance; null where it is not known. */
  'evaluate.readings-differ': {
    readonly period: string;
    readonly end: boolean | null;
    readonly endP: number | null;
    readonly total: boolean | null;
    readonly totalP: number | null;
    readonly mean: boolean | null;
    readonly meanP: number | null;
  };
  'evaluate.single-area': {
    readonly practice: string;
    readonly measure: string;
    readonly comparator: string | null;
    readonly period: string;
    readonly estimator: string;
    readonly estimate: number;
    readonly lower: number;
    readonly upper: number;
    readonly p: number | null;
  };
}

/** On what the primary model leans, and what may be said of the change. */
export interface VerdictFindings {
  'evaluate.pre-trend': {
    readonly practice: string;
    readonly basis: 'rates' | 'counts';
    readonly test: 'conditional' | 'least-squares';
    readonly before: number;
    readonly estimate: number;
    readonly p: number | null;
    readonly primary: number | null;
    readonly primaryP: number | null;
  };
  'evaluate.autocorrelation': Estimated & {
    readonly found: boolean;
    readonly alike: boolean;
    readonly ljungBox: number | null;
    readonly rho: number | null;
    readonly model: string | null;
    readonly joint: number | null;
    readonly lost: boolean;
    /** P of the primary model: of its last quarter, and of jump and change of slope together. */
    readonly primary: number | null;
    readonly primaryJoint: number | null;
  };
  'evaluate.seasons-differ': Estimated & {
    readonly test: number | null;
    readonly primary: number | null;
    readonly primaryP: number | null;
  };
  'evaluate.extrapolated': Sides &
    Estimated & {
      readonly contrary: boolean;
      readonly other: boolean;
      readonly primary: number | null;
      readonly primaryP: number | null;
    };
  'evaluate.describes-only': Changed;
  'evaluate.consistent-with': Changed & Limits;
  'evaluate.could-be-chance': Tested;
  'evaluate.weak-evidence': Tested & DoubtSlots & { readonly end: number | null };
  'evaluate.course-changed': Tested &
    Limits & {
      readonly end: number | null;
      readonly faded: boolean;
      /** Logarithms of jump and change of slope where these point opposite ways. */
      readonly level: number | null;
      readonly slope: number | null;
    };
}

interface Emptied extends Sides {
  readonly area: string;
  readonly measure: string;
  readonly intervention: string;
  readonly events: number;
}

/** What the data lack, or have that needs care; options that were read otherwise than they look. */
export interface CautionFindings {
  'evaluate.no-intervention': object;
  'evaluate.too-few-quarters': Sides;
  'evaluate.comparator-too-short': Sides & {
    readonly practice: string;
    readonly comparator: string;
    readonly ownBefore: number;
    readonly ownAfter: number;
  };
  'evaluate.exploratory': Sides;
  'evaluate.no-comparator': { readonly practice: string };
  'evaluate.counts-only': object;
  'evaluate.missing-quarters': { readonly quarters: readonly string[] };
  'evaluate.washout': { readonly quarters: readonly string[] };
  'evaluate.rho-at-bound': { readonly area: string; readonly estimator: string };
  /** Whether the primary model could be fitted all the same. */
  'evaluate.zero-counts': { readonly primary: boolean };
  'evaluate.not-fitted': {
    readonly model: string;
    /** Empty for models of two areas. */
    readonly area: string;
    readonly reason: 'at-edge' | keyof StatisticsProblems;
  };
  'evaluate.outlier': Estimated & {
    readonly period: string;
    readonly standardised: number;
    readonly last: string;
    readonly primary: number | null;
    readonly primaryP: number | null;
    /** That one quarter decides the answer. */
    readonly decides: boolean;
  };
  'evaluate.nothing-after': Emptied;
  'evaluate.nothing-before': Emptied;
  'evaluate.nothing-at-all': Emptied;
  'evaluate.within-quarter': { readonly option: string; readonly text: string; readonly quarter: string };
  'evaluate.longer-than-quarter': { readonly option: string; readonly text: string; readonly quarter: string };
  'evaluate.unused': { readonly options: readonly string[]; readonly needs: 'intervention' | 'percentage' };
  'evaluate.lag-cut': { readonly lag: number; readonly quarters: number; readonly used: number };
}

export interface EvaluateFindings
  extends EffectFindings,
    VerdictFindings,
    CautionFindings,
    PeerFindings,
    FilesFindings {}

/** What a reader of the summary alone has to know: the answer, or on how little it stands. */
const MAIN_ANSWER: Place = { in: 'answer', also: ['main'] };
const MAIN_CAUTION: Place = { in: 'cautions', also: ['answer', 'main'] };

export const evaluatePlaces: Places<EvaluateFindings> = {
  ...peerPlaces,
  ...filesPlaces,
  'evaluate.detectable': 'answer',
  'evaluate.effect': MAIN_ANSWER,
  'evaluate.terms': 'primary',
  'evaluate.avoided': MAIN_ANSWER,
  'evaluate.slope-difference': 'slopes',
  'evaluate.spread': 'spread',
  'evaluate.sensitivity': 'answer',
  'evaluate.group-left-out': 'cautions',
  'evaluate.readings-differ': 'answer',
  'evaluate.single-area': MAIN_ANSWER,
  'evaluate.describes-only': 'cautions',
  'evaluate.consistent-with': 'cautions',
  'evaluate.could-be-chance': 'cautions',
  'evaluate.weak-evidence': 'cautions',
  'evaluate.course-changed': 'cautions',
  'evaluate.no-intervention': { in: 'cautions', also: ['answer'] },
  'evaluate.too-few-quarters': MAIN_CAUTION,
  'evaluate.comparator-too-short': MAIN_CAUTION,
  'evaluate.exploratory': MAIN_CAUTION,
  'evaluate.no-comparator': { in: 'cautions', also: ['answer'] },
  'evaluate.counts-only': 'cautions',
  'evaluate.missing-quarters': 'cautions',
  'evaluate.washout': 'cautions',
  'evaluate.rho-at-bound': 'cautions',
  'evaluate.zero-counts': 'cautions',
  'evaluate.not-fitted': 'cautions',
  'evaluate.outlier': ({ decides }) => (decides ? MAIN_CAUTION : 'cautions'),
  'evaluate.nothing-after': 'answer',
  'evaluate.nothing-before': 'answer',
  'evaluate.nothing-at-all': 'answer',
  'evaluate.pre-trend': 'cautions',
  'evaluate.autocorrelation': 'cautions',
  'evaluate.seasons-differ': 'cautions',
  'evaluate.extrapolated': 'cautions',
  'evaluate.within-quarter': 'cautions',
  'evaluate.longer-than-quarter': 'cautions',
  'evaluate.unused': 'cautions',
  'evaluate.lag-cut': 'cautions',
};

/** Why something cannot be evaluated, or checked by R. */
export interface EvaluateProblems extends FilesProblems {
  'evaluate.no-counts': { readonly measures: readonly string[] };
  'evaluate.no-such-measure': { readonly measure: string; readonly measures: readonly string[] };
  'evaluate.money': { readonly measure: string };
  'evaluate.second-intervention': {
    readonly second: string;
    readonly intervention: string | null;
    readonly first: string;
    readonly last: string;
  };
  'evaluate.washout-outside': { readonly washout: string; readonly first: string; readonly last: string };
  'evaluate.script-input': object;
  'evaluate.script-groups': object;
  'evaluate.lag': { readonly lag: number; readonly most: number };
}

/** What the data must offer before a word such as effect may be used, by rule, with the slots of both its sentences. */
export interface GateSlots {
  'point-in-time': { readonly intervention: string | null };
  /** `alone`: the practice by itself has points enough. */
  'epoc-minimum': Sides & { readonly points: number; readonly alone: boolean };
  'full-year-before': Sides;
  'long-enough': Sides & { readonly beforeNeeded: number; readonly afterNeeded: number; readonly totalNeeded: number };
  'course-before': { readonly before: number; readonly needed: number };
  seasons: Sides;
  comparator: { readonly comparator: string | null };
  'list-sizes': Readonly<Record<string, never>>;
  complete: { readonly missing: number };
  'no-zero-counts': { readonly zeros: number };
  'pre-trend': {
    readonly before: number;
    readonly estimate: number | null;
    readonly p: number | null;
    readonly test: 'conditional' | 'least-squares' | null;
  };
  'placebo-in-time': { readonly estimate: number | null; readonly p: number | null };
  /** Conditions that are not met, and those of them that could not be checked. */
  'causal-words': { readonly failed: readonly Condition[]; readonly unchecked: readonly Condition[] };
}

/** A condition of causal words. */
export type Condition =
  | 'point-in-time'
  | 'epoc-minimum'
  | 'long-enough'
  | 'course-before'
  | 'comparator'
  | 'list-sizes'
  | 'pre-trend'
  | 'placebo-in-time'
  | 'primary';
