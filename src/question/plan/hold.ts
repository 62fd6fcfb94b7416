import { parsePeriodOption } from '../../data/period/parse.ts';
import { toQuarter } from '../../data/period.ts';
import { chooseMeasure } from '../../data/select/choose-series.ts';
import { caution, type Finding, finding } from '../../finding.ts';
import { table } from '../../table.ts';
import { periodIn } from '../periods.ts';
import type { Settings } from '../settings.ts';
import { isGiven } from '../settings.ts';
import { type PlanContents, PRIMARY } from './contents.ts';
import {
  attempt,
  type Done,
  type Held,
  holdComparator,
  holdCount,
  holdGroups,
  holdPractice,
  holdQuarter,
  holdSide,
  holdWashout,
} from './held.ts';
import type { Plan, PlannedItem } from './result.ts';

/** Path and hash of a plan's file, and its contents. */
export interface PlanFile extends Pick<Plan, 'path' | 'sha256'> {
  readonly contents: PlanContents;
}

/** A choice that a plan may fix: the options that decide it, the one that is its own first. */
interface Choice {
  readonly by: readonly (keyof Settings)[];
  /** Every evaluation makes it: a plan that does not leaves it open. */
  readonly always?: boolean;
  /** Counts that follow from other choices: never left open by themselves. */
  readonly follows?: boolean;
  /** Null: the plan does not fix it. */
  readonly hold: (contents: PlanContents, done: Done) => Held | null;
}

const CHOICES: Readonly<Record<string, Choice>> = table<Choice>({
  practice: { by: ['practice'], hold: holdPractice },
  comparator: { by: ['comparator'], always: true, hold: holdComparator },
  'comparator-includes-practice': {
    by: ['comparatorIncludesPractice'],
    hold: ({ comparatorIncludesPractice: planned }, { settings }) =>
      plainly(planned, settings.comparatorIncludesPractice),
  },
  'peer-groups': { by: ['peerGroups'], hold: holdGroups },
  outcome: { by: ['measure'], always: true, hold: holdOutcome },
  intervention: {
    by: ['intervention'],
    always: true,
    hold: ({ intervention }, { result }) => holdQuarter(intervention, result.design.intervention),
  },
  'second-intervention': {
    by: ['secondIntervention'],
    hold: ({ secondIntervention }, { result }) => holdQuarter(secondIntervention, result.design.secondIntervention),
  },
  washout: { by: ['washout'], hold: holdWashout },
  from: { by: ['from'], always: true, hold: ({ from }, { result }) => holdQuarter(from, result.design.from) },
  to: { by: ['to'], always: true, hold: ({ to }, { result }) => holdQuarter(to, result.design.to) },
  window: { by: ['from', 'to', 'washout'], follows: true, hold: holdCount },
  baseline: {
    by: ['from', 'intervention', 'washout'],
    follows: true,
    hold: ({ baseline }, done) => holdSide(baseline, 'before', done),
  },
  'follow-up': {
    by: ['to', 'intervention', 'washout'],
    follows: true,
    hold: ({ followUp }, done) => holdSide(followUp, 'after', done),
  },
  seasons: { by: ['seasons'], always: true, hold: ({ seasons }, { settings }) => plainly(seasons, settings.seasons) },
  lag: { by: ['lag'], hold: ({ lag }, { settings }) => plainly(lag, settings.lag) },
  model: { by: [], always: true, hold: holdModel },
});

/** What else fixes the two ends of the window. */
const FIXED_BY: Readonly<Record<string, string>> = table<string>({ from: 'baseline', to: 'follow-up' });

/** The plan with each of its choices held against what was done: by what they mean, not by how they are spelled. */
export function holdPlan(
  { path, sha256, contents }: PlanFile,
  done: Done,
): { readonly plan: Plan; readonly findings: readonly Finding[] } {
  const items = Object.entries(CHOICES).flatMap(([item, { by, hold }]): readonly PlannedItem[] => {
    const held = hold(contents, done);
    if (!held) return [];
    const { planned, used, same } = held;
    const cause = item === 'model' ? 'model' : by.some((key) => isGiven(done.given, key)) ? 'option' : 'data';
    return [{ item, planned, used, departs: !same, cause: same ? null : cause }];
  });
  const fixed = items.map(({ item }) => item);
  const open = Object.entries(CHOICES).flatMap(
    ([
      item,
      {
        by: [own],
        always,
        follows,
      },
    ]) => {
      if (follows || fixed.includes(item) || fixed.includes(FIXED_BY[item] ?? '')) return [];
      return always || (own && isGiven(done.given, own)) ? [item] : [];
    },
  );
  const plan: Plan = { path, sha256, date: contents.date, items, open };
  return { plan, findings: [...planFindings(plan), ...lateness(plan, done)] };
}

/** The plan by itself, and each departure. */
function planFindings({ path, sha256, date, items, open }: Plan): readonly Finding[] {
  const departures = items.filter(({ departs }) => departs);
  return [
    finding('evaluate.plan', { path, sha256, date, items: items.length, departures: departures.length, open }),
    ...departures.map(({ item, planned, used, cause }) =>
      caution('evaluate.departure', { item, planned, used, cause }),
    ),
  ];
}

const DAY_MS = 86_400_000;

/** A plan written when quarters after the change were over, or all of them. */
function lateness({ date }: Plan, { result, settings }: Done): readonly Finding[] {
  if (date === null || settings.intervention === null) return [];
  const written = toQuarter({ frequency: 'day', index: Math.floor(Date.parse(date) / DAY_MS) }).index;
  const change = periodIn(settings, 'intervention')?.index ?? 0;
  const last = parsePeriodOption('--to', result.design.to, settings).index;
  const over = Math.min(written, last + 1) - change;
  if (over <= 0) return [];
  return [caution('evaluate.plan-late', { date, over, after: last - change + 1, last: result.design.to })];
}

function plainly(planned: string | number | boolean | null, used: string | number | boolean | null): Held | null {
  if (planned === null) return null;
  return { planned: String(planned), used: used === null ? null : String(used), same: planned === used };
}

function holdOutcome({ outcome }: PlanContents, { dataset, result }: Done): Held | null {
  if (outcome === null) return null;
  const planned = attempt(() => chooseMeasure(dataset, outcome).name) ?? outcome;
  return { planned, used: result.design.measure, same: planned === result.design.measure };
}

/** The model is the one primary, where that could be fitted. */
function holdModel({ model }: PlanContents, { result }: Done): Held | null {
  const used = result.controlled?.primary ? PRIMARY : null;
  return model === null ? null : { planned: model, used, same: model === used };
}
