import type { EvaluateResult } from '../../analysis/evaluate/result.ts';
import { parsePeriodOption } from '../../data/period/parse.ts';
import { formatPeriod, type Period } from '../../data/period.ts';
import { matchArea } from '../../data/select/match-area.ts';
import type { NamedGroup } from '../../data/select/peer-groups.ts';
import { type Selection, select } from '../../data/select/select.ts';
import type { Area, Dataset } from '../../data/series.ts';
import { fold } from '../../data/text.ts';
import { QuarterlineError } from '../../errors.ts';
import { periodIn, stretchIn } from '../periods.ts';
import type { Settings } from '../settings.ts';
import type { PlanContents, Stretch } from './contents.ts';

/** What was done, for a plan to be held against. */
export interface Done {
  /** The options as given, and as the plan filled them. */
  readonly given: Settings;
  readonly settings: Settings;
  readonly dataset: Dataset;
  readonly selection: Selection;
  readonly result: EvaluateResult;
}

/** One choice of a plan beside what was done, and whether they mean the same. */
export interface Held {
  readonly planned: string;
  readonly used: string | null;
  readonly same: boolean;
}

/** Runs something that may not find its names in the data; null where it does not. */
export function attempt<T>(find: () => T): T | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof QuarterlineError) return null;
    throw error;
  }
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...new Set(a)].sort()) === JSON.stringify([...new Set(b)].sort());

/** The practice by the areas that its names mean. */
export function holdPractice({ practice }: PlanContents, { selection, dataset }: Done): Held | null {
  return practice && areasHeld(practice, resolved(practice, dataset), selection.practice.area);
}

/** The comparator by the areas that its names mean, so that `rest` and all the others by name are the same. */
export function holdComparator({ comparator }: PlanContents, { settings, dataset, selection }: Done): Held | null {
  if (comparator === null) return null;
  const { practice, comparatorIncludesPractice } = settings;
  const planned = attempt(() => select(dataset, { practice, comparator, comparatorIncludesPractice }).comparator);
  return areasHeld(comparator, planned && namesOf(planned.area), selection.comparator?.area ?? null);
}

/** The peer groups by their names and areas. */
export function holdGroups({ peerGroups }: PlanContents, { settings, dataset }: Done): Held | null {
  if (peerGroups === null) return null;
  const areasOf = ({ areas }: NamedGroup) => resolved(areas, dataset) ?? areas;
  const meant = (groups: readonly NamedGroup[]) =>
    groups.map((group) => `${fold(group.name)}=${[...areasOf(group)].sort().join()}`);
  const text = (groups: readonly NamedGroup[]) =>
    groups.map((group) => `${group.name}: ${areasOf(group).join(', ')}`).join('; ');
  const used = settings.peerGroups;
  return { planned: text(peerGroups), used: text(used) || null, same: sameSet(meant(peerGroups), meant(used)) };
}

/** By the areas that are meant; by the words where the data have no such area. */
function areasHeld(typed: readonly string[], planned: readonly string[] | null, used: Area | null): Held {
  const names = used && namesOf(used);
  const same =
    names !== null &&
    (sameSet(planned ?? [], names) || (typed.length === 1 && fold(typed[0] ?? '') === fold(used?.name ?? '')));
  return { planned: (planned ?? typed).join(', '), used: names?.join(', ') ?? null, same };
}

const namesOf = (area: Area): readonly string[] => area.members ?? [area.name];

function resolved(names: readonly string[], { areas }: Dataset): readonly string[] | null {
  return attempt(() => names.map((name) => matchArea(name, areas).name));
}

/** A quarter against the one that was used. */
export function holdQuarter(planned: Period | null, used: string | null): Held | null {
  const text = planned && formatPeriod(planned);
  return text === null ? null : { planned: text, used, same: text === used };
}

/** The quarters that were left out. */
export function holdWashout({ washout }: PlanContents, done: Done): Held | null {
  if (!washout) return null;
  const used = washoutOf(done);
  const same = used?.from.index === washout.from.index && used.to.index === washout.to.index;
  return { planned: stretchText(washout), used: used && stretchText(used), same };
}

/** How many quarters the window has, where it begins and ends as planned: those that are missing are a departure. */
export function holdCount({ from, to, washout }: PlanContents, { result }: Done): Held | null {
  const { before, after, intervention, ...design } = result.design;
  if (!from || !to || intervention === null) return null;
  if (formatPeriod(from) !== design.from || formatPeriod(to) !== design.to) return null;
  const planned = quartersIn({ from, to }, washout);
  return { planned: String(planned), used: String(before + after), same: planned === before + after };
}

/** One side of the change: how many quarters it has, or from when to when and how many. A washout beside the change is not counted. */
export function holdSide(planned: Stretch | number | null, side: 'before' | 'after', done: Done): Held | null {
  const { design } = done.result;
  const change = periodIn(done.settings, 'intervention');
  if (planned === null || change === null) return null;
  const held = design[side];
  if (typeof planned === 'number') return { planned: String(planned), used: String(held), same: planned === held };
  const quarter = (text: string) => parsePeriodOption('', text, done.settings);
  const whole: Stretch =
    side === 'before'
      ? { from: quarter(design.from), to: { ...change, index: change.index - 1 } }
      : { from: change, to: quarter(design.to) };
  const washout = washoutOf(done);
  const counted = (stretch: Stretch) => quartersIn(stretch, washout);
  // Only quarters of the washout may lie between the two.
  const union = { from: earlier(planned.from, whole.from), to: later(planned.to, whole.to) };
  const same = counted(union) === counted(planned) && counted(union) === counted(whole) && counted(planned) === held;
  return { planned: `${stretchText(planned)} (${counted(planned)})`, used: `${stretchText(whole)} (${held})`, same };
}

function washoutOf({ settings }: Done): Stretch | null {
  return stretchIn(settings, 'washout');
}

const earlier = (a: Period, b: Period): Period => (a.index <= b.index ? a : b);
const later = (a: Period, b: Period): Period => (a.index >= b.index ? a : b);

const stretchText = ({ from, to }: Stretch): string =>
  from.index === to.index ? formatPeriod(from) : `${formatPeriod(from)}..${formatPeriod(to)}`;

function quartersIn({ from, to }: Stretch, washout: Stretch | null): number {
  const all = to.index - from.index + 1;
  if (!washout) return all;
  const [first, last] = [Math.max(from.index, washout.from.index), Math.min(to.index, washout.to.index)];
  return all - Math.max(0, last - first + 1);
}
