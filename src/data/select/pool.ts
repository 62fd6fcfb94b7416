import { caution, type Finding } from '../../finding.ts';
import { periodRange } from '../period.ts';
import { type Area, type Series, valueAt } from '../series.ts';

/** One area (as it stands, pooled, or less another) with all its measures. */
export interface SelectedArea {
  readonly area: Area;
  readonly series: readonly Series[];
}

/** How many areas a finding names. */
const NAMED = 3;

/**
 * Areas added up under one name, measure by measure; a single one as it stands. A period in which any member has no value is
 * missing, a measure that any member lacks is left out, each with a caution.
 */
export function poolAreas(
  areas: readonly Area[],
  byArea: ReadonlyMap<Area, readonly Series[]>,
  name: string,
): { readonly selected: SelectedArea; readonly findings: readonly Finding[] } {
  const [only, second] = areas as readonly [Area, ...Area[]];
  if (!second) return { selected: { area: only, series: byArea.get(only) ?? [] }, findings: [] };
  const area: Area = { code: null, name, members: areas.map((member) => member.name) };
  const groups = new Map<string, Series[]>();
  for (const member of areas) {
    for (const series of byArea.get(member) ?? []) {
      const key = JSON.stringify([series.measure.name, Object.entries(series.stratum).sort()]);
      const group = groups.get(key);
      if (group) group.push(series);
      else groups.set(key, [series]);
    }
  }
  const findings: Finding[] = [];
  const series = [...groups.values()].flatMap((members) => {
    const measure = members[0]?.measure.name ?? '';
    if (members.length < areas.length) {
      const without = areas
        .filter((member) => !members.some((one) => one.area === member))
        .map((member) => member.name);
      findings.push(
        caution('input.pool-lacks', { area: name, measure, areas: without.slice(0, NAMED), count: without.length }),
      );
      return [];
    }
    const sum = addSeries(members, area);
    const lost = lostPeriods(members, sum);
    if (lost.count > 0) findings.push(caution('input.pool-gaps', { area: name, measure, ...lost }));
    if (members[0]?.measure.role === 'other') findings.push(caution('input.pool-other', { area: name, measure }));
    return sum.periods.length > 0 ? [sum] : [];
  });
  return { selected: { area, series }, findings };
}

/** Periods that some member holds and the sum does not, and the members to blame. */
function lostPeriods(
  members: readonly Series[],
  sum: Series,
): { readonly count: number; readonly areas: readonly string[] } {
  const held = new Map<number, number>();
  for (const { periods, values } of members)
    periods.forEach(({ index }, at) => {
      if (values[at] !== null) held.set(index, (held.get(index) ?? 0) + 1);
    });
  const lost = [...held].filter(([, count]) => count < members.length).map(([index]) => index);
  if (lost.length === 0) return { count: 0, areas: [] };
  const frequency = sum.periods[0]?.frequency ?? members[0]?.periods[0]?.frequency ?? 'quarter';
  const guilty = members.filter((one) => lost.some((index) => valueAt(one, { frequency, index }) === null));
  return { count: lost.length, areas: guilty.slice(0, NAMED).map(({ area }) => area.name) };
}

/**
 * Several series of one measure added up, period by period; null in a period in which any of them has no value. The result
 * begins and ends with the first and last period that all of them hold. Of one measure and frequency, at least one series.
 */
export function addSeries(members: readonly Series[], area: Area): Series {
  return combine(members, area, (values) => values.reduce((sum, value) => sum + value, 0));
}

/** `whole` less `part`, period by period; null where either has no value. */
export function subtractSeries(whole: Series, part: Series, area: Area): Series {
  return combine([whole, part], area, ([a = 0, b = 0]) => a - b);
}

function combine(members: readonly Series[], area: Area, make: (values: readonly number[]) => number): Series {
  const [model] = members as readonly [Series];
  const from = Math.max(...members.map(({ periods }) => periods[0]?.index ?? Number.POSITIVE_INFINITY));
  const to = Math.min(...members.map(({ periods }) => periods.at(-1)?.index ?? Number.NEGATIVE_INFINITY));
  const frequency = model.periods[0]?.frequency ?? 'quarter';
  const span = periodRange({ frequency, index: from }, { frequency, index: to }, model.step);
  const values = span.map((period) => {
    const cells = members.map((series) => valueAt(series, period));
    return cells.some((cell) => cell === null) ? null : make(cells as number[]);
  });
  const first = values.findIndex((value) => value !== null);
  const last = values.findLastIndex((value) => value !== null);
  const { origin: _, ...rest } = model;
  return {
    ...rest,
    area,
    periods: first < 0 ? [] : span.slice(first, last + 1),
    values: first < 0 ? [] : values.slice(first, last + 1),
    denominator: null,
    flags: [],
    labels: null,
  };
}
