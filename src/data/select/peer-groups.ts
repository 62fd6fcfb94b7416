import { dataError } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import type { Dataset } from '../series.ts';
import { fold } from '../text.ts';
import { matchArea } from './match-area.ts';
import { poolAreas, type SelectedArea } from './pool.ts';
import { placeOf, type Selection, seriesByArea } from './select.ts';

/** A group of areas by name, each area as a person names it. */
export interface NamedGroup {
  readonly name: string;
  readonly areas: readonly string[];
}

/** The areas of a group, pooled under its name. */
interface SelectedGroup {
  readonly name: string;
  readonly area: SelectedArea;
}

/** Names that other comparators of an evaluation go by. */
const TAKEN = ['similar-size', 'rest'];

/**
 * The groups with their areas pooled. Throws data errors for areas that are not there, not clear, named twice or the practice's
 * own, and for a group whose name another comparator has.
 */
export function selectPeerGroups(
  dataset: Dataset,
  groups: readonly NamedGroup[],
  { practice, comparator }: Selection,
  comparatorIncludesPractice = false,
): { readonly groups: readonly SelectedGroup[]; readonly findings: readonly Finding[] } {
  const place = placeOf(dataset);
  const own = practice.area.members ?? [practice.area.name];
  const holdPractice = comparatorIncludesPractice ? (comparator?.area.members ?? []) : [];
  const byArea = seriesByArea(dataset);
  const taken = [...TAKEN, ...(comparator ? [comparator.area.name] : [])].map(fold);
  const pooled = groups.map(({ name, areas: names }, at) => {
    const before = groups.slice(0, at).map((group) => fold(group.name));
    if (before.includes(fold(name)) || taken.includes(fold(name)))
      throw dataError('input.group-name-taken', { group: name }, place);
    const areas = names.map((one) => matchArea(one, dataset.areas, place));
    const again = areas.find((area, at) => areas.indexOf(area) < at);
    if (again) throw dataError('input.group-twice', { group: name, area: again.name }, place);
    const mine = areas.find((area) => own.includes(area.name) || holdPractice.includes(area.name));
    if (mine) {
      const isPractice = own.includes(mine.name);
      throw dataError('input.group-holds-practice', { group: name, area: mine.name, isPractice }, place);
    }
    const { selected, findings } = poolAreas(areas, byArea, name);
    return { group: { name, area: selected }, findings };
  });
  return { groups: pooled.map(({ group }) => group), findings: pooled.flatMap(({ findings }) => findings) };
}
