import type { FactSlots, ResidualSlots } from '../../catalogue.ts';
import type { Input } from '../../data/series.ts';
import type { Slots } from '../../errors.ts';
import { type Finding, finding } from '../../finding.ts';
import {
  REPORTING_ITEMS,
  type ReportingFact,
  STANDARDS,
  type StandardName,
} from '../../reference/reporting-standards.ts';
import { meetsMinimum } from './gates.ts';
import type { EvaluateResult, Segmented } from './result.ts';
import { gateSlots } from './significance.ts';

type Fact<Slots> = (result: EvaluateResult, context: ReportingContext) => Slots | null;

/** Counts that come from records of what was done, whoever looks at them. */
const FROM_RECORDS: readonly string[] = ['admissions', 'attendances', 'bed_days'];
/** A year: shorter baselines cannot tell a season from a trend. */
const YEAR = 4;

/** What can be said of an item without asking anybody; null where there is nothing to say. */
const FACTS: { readonly [Name in ReportingFact]: Fact<FactSlots[Name]> } = {
  'point-in-time': ({ design: { intervention, secondIntervention, washout } }) =>
    intervention === null ? null : { intervention, second: secondIntervention, washout: [...washout] },
  points: ({ design: { intervention, before, after } }) =>
    intervention === null ? null : { before, after, met: meetsMinimum({ before, after }) },
  plan: (_, { plan }) =>
    plan && {
      path: plan.path,
      sha256: plan.sha256,
      date: plan.date,
      items: plan.items.length,
      departures: plan.items.filter(({ departs }) => departs).length,
    },
  'objective-outcome': ({ design: { measure } }) => (FROM_RECORDS.includes(measure) ? { measure } : null),
  'incomplete-data': completeness,
  'everything-printed': (result, { findings, outcomes }) => ({
    measure: result.design.measure,
    others: outcomes.filter((name) => name !== result.design.measure),
    models: modelsOf(result),
    specifications: result.sensitivity?.total ?? 0,
    notFitted: findings.filter(({ id }) => id === 'evaluate.not-fitted').length,
  }),
  'other-risks': (result) => {
    const fit = ownFit(result);
    if (!fit) return null;
    const { before } = result.design;
    const seasons = result.controlled?.primary ? 'shared' : fit.seasons ? 'indicators' : 'none';
    return { seasons, before, year: before >= YEAR, ...autocorrelation(fit) };
  },
  'data-sources': (_, { inputs }) => {
    const sources = unique(inputs.map(({ source }) => source));
    return sources.length === 0 ? null : { sources, files: inputs.map(({ path }) => path) };
  },
  'places-and-times': ({ design: { practice, comparator, from, to } }) => ({ practice, comparator, from, to }),
  cleaning: (_, { remarks }) => ({ remarks }),
  joining: (_, { inputs }) => ({ files: inputs.length }),
  rows: (result, { inputs }) => ({
    rows: inputs.reduce((sum, { rows }) => sum + rows, 0),
    files: inputs.length,
    quarters: usedQuarters(result),
    from: result.design.from,
    to: result.design.to,
    missing: result.design.missing.length,
    washout: result.design.washout.length,
    excluded: result.placebo?.excluded.length ?? null,
  }),
  reproducible: (_, { version, commandLine, inputs, plan }) => ({
    version,
    command: commandLine,
    files: inputs.length,
    plan: plan?.path ?? null,
  }),
  inference: ({ controlled, segmented, trends }) =>
    segmented.length === 0 && trends.length === 0
      ? null
      : { controlled: controlled?.primary != null, segmented: segmented.length > 0 },
  variation: (result, { runCharts }) => {
    const fit = ownFit(result);
    if (!fit && runCharts === null) return null;
    return {
      charts: (runCharts ?? []).map(({ area }) => area),
      signals: (runCharts ?? []).map(({ signals }) => signals),
      ...(fit ? autocorrelation(fit) : { area: null }),
    };
  },
  completeness,
};

function completeness(result: EvaluateResult): FactSlots['completeness'] {
  const { missing, washout, basis, comparator } = result.design;
  return {
    quarters: usedQuarters(result),
    missing: [...missing],
    washout: [...washout],
    zeros: gateSlots(result, 'no-zero-counts')?.zeros ?? 0,
    rates: basis === 'rates',
    both: comparator !== null,
  };
}

/** The least-squares fit of the practice by itself. */
function ownFit({ segmented, design }: EvaluateResult): Segmented | undefined {
  return segmented.find(({ area, estimator }) => area === design.practice && estimator === 'ols');
}

function autocorrelation({ area, diagnostics: { durbinWatson, ljungBox } }: Segmented): ResidualSlots {
  return { area, durbinWatson: durbinWatson.statistic, durbinWatsonP: durbinWatson.p, ljungBoxP: ljungBox?.p ?? null };
}

function usedQuarters({ quarters, series, trends }: EvaluateResult): number {
  const own = series.find(({ subject }) => subject === 'practice')?.points.filter(({ value }) => value !== null).length;
  return quarters.length > 0 ? quarters.length : (own ?? trends[0]?.n ?? 0);
}

function modelsOf({ controlled, segmented, trends }: EvaluateResult): number {
  const beside = controlled ? controlled.alternatives.length + (controlled.primary ? 1 : 0) : 0;
  return beside + segmented.length + trends.length;
}

const unique = (texts: readonly (string | null)[]): string[] => [...new Set(texts.filter((text) => text !== null))];

/**
 * Every item of the reporting standards: in the authors' words where a checklist has them, computed where the tool knows,
 * else not reported. Whether an item is met is for its sentence to say: a series of two points is reported, too.
 *
 * @example reporting(result, context).filter(({ status }) => status === 'not-reported').map(({ item }) => item)
 */
export function reporting(result: EvaluateResult, context: ReportingContext): readonly ReportedItem[] {
  return REPORTING_ITEMS.map(({ standard, id, fact }) => {
    const slots = fact && (FACTS[fact] as Fact<Slots>)(result, context);
    const given = context.checklist?.texts.get(id) ?? null;
    const status = given !== null ? 'given' : slots ? 'computed' : 'not-reported';
    return { standard, item: id, status, fact: slots ? fact : null, slots, given };
  });
}

/** How many items of each standard are reported, and where the others can be given. */
export function reportingFinding(items: readonly ReportedItem[], { checklist }: ReportingContext): Finding {
  const count = (chosen: readonly ReportedItem[], status: ReportedItem['status']) =>
    chosen.filter((one) => one.status === status).length;
  const each = STANDARDS.map((name) => items.filter(({ standard }) => standard === name));
  return finding('evaluate.reporting', {
    total: items.length,
    computed: count(items, 'computed'),
    given: count(items, 'given'),
    checklist: checklist?.path ?? null,
    standards: [...STANDARDS],
    reported: each.map((own) => own.length - count(own, 'not-reported')),
    totals: each.map((own) => own.length),
  });
}

/** One item of a reporting standard: whether it is reported, and by whom. */
export interface ReportedItem {
  readonly standard: StandardName;
  /** The item's id, as a checklist file has it. */
  readonly item: string;
  /** given: in the authors' words (the tool may add its own); computed: by the tool alone. */
  readonly status: 'computed' | 'given' | 'not-reported';
  /** What the tool knows, and the slots of its sentence; null where it knows nothing. */
  readonly fact: ReportingFact | null;
  /** What fills that sentence; null without one. */
  readonly slots: Slots | null;
  /** The authors' words, as they stand in the checklist file; null: they gave none. */
  readonly given: string | null;
}

/** A plan, as far as a report speaks of it. */
interface PlanInBrief {
  readonly path: string;
  readonly sha256: string;
  /** As its author wrote it; null where there is none. */
  readonly date: string | null;
  readonly items: readonly { readonly departs: boolean }[];
}

/** What is known of a run besides its result. */
export interface ReportingContext {
  readonly inputs: readonly Input[];
  readonly commandLine: string;
  readonly version: string;
  readonly plan: PlanInBrief | null;
  /** Everything that was said in reading and evaluating. */
  readonly findings: readonly Finding[];
  /** How many remarks were made on what was assumed or left out in reading. */
  readonly remarks: number;
  /** Names of all measures in the data but list sizes. */
  readonly outcomes: readonly string[];
  /** Run charts made beside the evaluation; null where there are none. */
  readonly runCharts: readonly { readonly area: string; readonly signals: number }[] | null;
  /** The authors' words by item, and the file that they stand in. */
  readonly checklist: { readonly path: string; readonly texts: ReadonlyMap<string, string> } | null;
}
