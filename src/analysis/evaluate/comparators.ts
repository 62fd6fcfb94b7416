import type { FindingSlots } from '../../catalogue.ts';
import { caution, type Finding } from '../../finding.ts';
import { type AreaData, listSizeOf, seriesOf } from '../quarters/totals.ts';
import type { Interrupted } from './design.ts';
import { allowsSegments } from './gates.ts';
import { basisOfPairs, type PairedQuarter, pairedQuarters, quartersOf } from './quarters.ts';
import type { PeerGroup, Setup } from './setup.ts';
import type { SpecifiedComparator } from './specification-result.ts';

/** A comparator with the practice's quarters beside its. */
export interface ComparatorChoice extends Pick<SpecifiedComparator, 'name' | 'kind' | 'areas'> {
  readonly quarters: readonly PairedQuarter[];
}

/** The areas of a pool; the area itself where it is none. */
export const membersOf = ({ area }: AreaData): readonly string[] => area.members ?? [area.name];

/** The groups on the timeline. One that cannot be compared is left out, with a caution that says why. */
export function groupComparators(
  groups: readonly PeerGroup[],
  { pair, mine, timeline }: Setup,
  interrupted: Interrupted,
): { readonly choices: readonly ComparatorChoice[]; readonly findings: readonly Finding[] } {
  const choices: ComparatorChoice[] = [];
  const findings: Finding[] = [];
  for (const { name, area } of groups) {
    const series = seriesOf(area, pair.measure.name);
    const leaveOut = (reason: FindingSlots['evaluate.group-left-out']['reason']) =>
      findings.push(caution('evaluate.group-left-out', { group: name, reason, measure: pair.measure.name }));
    if (!series) {
      leaveOut('no-measure');
      continue;
    }
    const theirs = quartersOf({ name, series, listSize: listSizeOf(area) }, timeline);
    const quarters = pairedQuarters(mine, theirs);
    if (allowsSegments(quarters, interrupted))
      choices.push({ name, kind: 'peer-group', areas: membersOf(area), quarters });
    else leaveOut('too-few-quarters');
  }
  return { choices, findings };
}

/** A comparator as the result names it. */
export function describedComparator({ name, kind, areas, quarters }: ComparatorChoice): SpecifiedComparator {
  const people = quarters.map(({ otherPeople }) => otherPeople).filter((size) => size !== null);
  const isHeld = people.length === quarters.length && people.length > 0;
  return {
    name,
    kind,
    areas,
    listSize: isHeld ? people.reduce((sum, size) => sum + size, 0) / people.length : null,
    basis: basisOfPairs(quarters),
    quarters: quarters.length,
  };
}
