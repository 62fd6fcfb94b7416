import type { Places } from '../types.ts';

/** How a percentage is read from data. */
export interface SpokenReading {
  readonly kind: 'fitted' | 'years';
  readonly form: 'change' | 'points' | 'ratio';
  readonly basis: 'counts' | 'rates' | 'nominal' | 'real';
}

/** What was published, beside the data. */
export interface PublishedFindings {
  'evaluate.published': {
    readonly area: string;
    readonly slope: number;
    readonly lower: number;
    readonly upper: number;
    readonly p: number;
    /** P is a bound. */
    readonly bound: boolean;
    /** Quarters as stated, and those with which slope, interval and P agree. */
    readonly quarters: number | null;
    readonly agreeing: readonly number[];
    readonly n: number | null;
    readonly own: number | null;
    readonly ownLower: number | null;
    readonly ownUpper: number | null;
    readonly within: boolean | null;
  };
  'evaluate.percent-unread': {
    readonly area: string;
    readonly percent: number;
    readonly decimals: number;
    readonly measure: string;
  };
  /** Readings as lists, one for each of their fields: those that print the same (or the nearest), and another area's. */
  'evaluate.published-percent': {
    readonly area: string;
    readonly measure: string;
    readonly percent: number;
    readonly decimals: number;
    readonly relative: boolean;
    readonly total: number;
    readonly agreeing: number;
    readonly readingKinds: readonly SpokenReading['kind'][];
    readonly readingForms: readonly SpokenReading['form'][];
    readonly readingBases: readonly SpokenReading['basis'][];
    readonly readingFroms: readonly string[];
    readonly readingTos: readonly string[];
    readonly readingQuarters: readonly number[];
    readonly readingPercents: readonly number[];
    readonly yearsMin: number | null;
    readonly yearsMax: number | null;
    readonly rolling: number;
    readonly rollingAgreeing: number;
    readonly theirsKinds: readonly SpokenReading['kind'][];
    readonly theirsForms: readonly SpokenReading['form'][];
    readonly theirsBases: readonly SpokenReading['basis'][];
    readonly theirsFroms: readonly string[];
    readonly theirsTos: readonly string[];
    readonly theirsQuarters: readonly number[];
    readonly theirsPercents: readonly number[];
    readonly theirArea: string | null;
    readonly hasSlope: boolean;
    readonly implied: readonly number[];
  };
}

/** What was planned before the data were seen. */
export interface PlanFindings {
  'evaluate.plan': PlanFileSlots & {
    readonly items: number;
    readonly departures: number;
    readonly open: readonly string[];
  };
  'evaluate.plan-unheld': PlanFileSlots;
  'evaluate.departure': {
    readonly item: string;
    readonly planned: string;
    readonly used: string | null;
    readonly cause: 'option' | 'data' | 'model' | null;
  };
  'evaluate.plan-late': {
    readonly date: string;
    readonly over: number;
    readonly after: number;
    readonly last: string;
  };
}

/** How much of the reporting standards is reported. */
export interface ReportingFindings {
  'reporting.no-answers': { readonly path: string };
  'evaluate.reporting': {
    readonly total: number;
    readonly computed: number;
    readonly given: number;
    /** The file of the authors' answers; null without one. */
    readonly checklist: string | null;
    readonly standards: readonly string[];
    readonly reported: readonly number[];
    readonly totals: readonly number[];
  };
}

/** A plan's file; without a date nothing says when it was made. */
export interface PlanFileSlots {
  readonly path: string;
  readonly sha256: string;
  readonly date: string | null;
}

/** What is said of files that stand beside the data. */
export interface FilesFindings extends PublishedFindings, PlanFindings, ReportingFindings {}

export const filesPlaces: Places<FilesFindings> = {
  'evaluate.published': 'published',
  'evaluate.percent-unread': 'cautions',
  'evaluate.published-percent': 'published',
  'evaluate.plan': 'answer',
  'evaluate.plan-unheld': 'cautions',
  'evaluate.departure': 'cautions',
  'evaluate.plan-late': 'cautions',
  'reporting.no-answers': 'cautions',
  'evaluate.reporting': 'reporting',
};

/** Why a plan cannot be read. */
export interface PlanProblems {
  'evaluate.plan-shape': { readonly key: string | null; readonly keys: readonly string[] };
  'evaluate.plan-twice': { readonly key: string };
  'evaluate.plan-value': {
    readonly key: string;
    readonly text: string | null;
    readonly kind: string;
    readonly choices: readonly string[];
  };
}

/** Why what was published cannot be read. */
export interface PublishedProblems {
  'evaluate.published-shape': { readonly key: string; readonly entry: number; readonly text: string | null };
  'evaluate.published-key': { readonly key: string; readonly entry: number; readonly near: readonly string[] };
  'evaluate.published-alone': { readonly key: string; readonly entry: number; readonly needs: readonly string[] };
  'evaluate.published-entry': { readonly entry: number; readonly text: string | null };
  'evaluate.published-none': object;
  'evaluate.published-many': { readonly entries: number; readonly most: number };
}

/** Why a checklist cannot be read. */
export interface ReportingProblems {
  'reporting.unknown-item': { readonly key: string; readonly near: readonly string[] };
  'reporting.not-text': { readonly key: string; readonly longest: number };
  'reporting.shape': object;
}

export interface FilesProblems extends PlanProblems, PublishedProblems, ReportingProblems {}

interface Completeness {
  readonly quarters: number;
  readonly missing: readonly string[];
  readonly washout: readonly string[];
  readonly zeros: number;
  readonly rates: boolean;
  readonly both: boolean;
}

/** Tests of the residuals of an area's least-squares fit. */
export interface ResidualSlots {
  readonly area: string;
  readonly durbinWatson: number | null;
  readonly durbinWatsonP: number | null;
  readonly ljungBoxP: number | null;
}

/** What the tool knows of the items of the reporting standards, by fact. */
export interface FactSlots {
  'point-in-time': {
    readonly intervention: string;
    readonly second: string | null;
    readonly washout: readonly string[];
  };
  points: { readonly before: number; readonly after: number; readonly met: boolean };
  plan: PlanFileSlots & { readonly items: number; readonly departures: number };
  'objective-outcome': { readonly measure: string };
  'incomplete-data': Completeness;
  'everything-printed': {
    readonly measure: string;
    readonly others: readonly string[];
    readonly models: number;
    readonly specifications: number;
    readonly notFitted: number;
  };
  'other-risks': ResidualSlots & {
    readonly seasons: 'shared' | 'indicators' | 'none';
    readonly before: number;
    readonly year: boolean;
  };
  'data-sources': { readonly sources: readonly string[]; readonly files: readonly string[] };
  'places-and-times': {
    readonly practice: string;
    readonly comparator: string | null;
    readonly from: string;
    readonly to: string;
  };
  cleaning: { readonly remarks: number };
  joining: { readonly files: number };
  rows: {
    readonly rows: number;
    readonly files: number;
    readonly quarters: number;
    readonly from: string;
    readonly to: string;
    readonly missing: number;
    readonly washout: number;
    readonly excluded: number | null;
  };
  reproducible: {
    readonly version: string;
    readonly command: string;
    readonly files: number;
    readonly plan: string | null;
  };
  inference: { readonly controlled: boolean; readonly segmented: boolean };
  /** Run charts by area, with the signals of each; `area`: null without a fit. */
  variation: { readonly charts: readonly string[]; readonly signals: readonly number[] } & (
    | ResidualSlots
    | { readonly area: null }
  );
  completeness: Completeness;
}
