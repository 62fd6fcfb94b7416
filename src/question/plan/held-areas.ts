import { matchArea } from '../../data/select/match-area.ts';
import type { NamedGroup } from '../../data/select/peer-groups.ts';
import { select } from '../../data/select/select.ts';
import type { Area, Dataset } from '../../data/series.ts';
import { fold } from '../../data/text.ts';
import type { PlanContents } from './contents.ts';
import { attempt, type Done, type Held, sameSet } from './held.ts';

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
