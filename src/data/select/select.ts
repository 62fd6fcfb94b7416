import { dataError, type Place, Problems, usageError } from '../../errors.ts';
import { caution, type Finding, finding } from '../../finding.ts';
import { formatPeriod } from '../period.ts';
import { type Area, type Dataset, type Series, valueAt } from '../series.ts';
import type { SelectionSettings } from '../settings.ts';
import { TOTAL_NAME } from '../sheet/headings.ts';
import { fold } from '../text.ts';
import { completeBeside } from './complete-areas.ts';
import { matchArea } from './match-area.ts';
import { poolAreas, type SelectedArea, subtractSeries } from './pool.ts';

export type { SelectedArea };

/** Who is looked at, and what with. */
export interface Selection {
  readonly practice: SelectedArea;
  readonly comparator: SelectedArea | null;
  readonly findings: readonly Finding[];
}

/** How many areas a problem names. */
const NAMED = 10;

/**
 * The practice and its comparator as the options name them. One area alone is the practice; among several it must be named.
 * Several names are pooled; `rest` is all areas that are not the practice, less those that lack periods which it holds; a
 * comparator that contains the practice has it subtracted. Throws data errors for names that are not there or not clear, and
 * where the practice is the larger.
 */
export function select(dataset: Dataset, settings: SelectionSettings): Selection {
  const { comparatorIncludesPractice } = settings;
  if (comparatorIncludesPractice && settings.comparator.length === 0)
    throw usageError('input.nothing-to-subtract-from');
  const named = practiceAreas(dataset, settings.practice);
  const others = comparatorAreas(dataset, settings.comparator, named.areas);
  const shared = named.areas.find((area) => others.areas.includes(area));
  if (shared) throw dataError('input.same-area', { area: shared.name }, placeOf(dataset));
  const byArea = seriesByArea(dataset);
  const practice = poolAreas(named.areas, byArea, poolName(named.areas));
  const findings: Finding[] = [...practice.findings];
  const renamed = named.rename === null ? practice.selected : rename(practice.selected, named.rename);
  if (others.areas.length === 0) return { practice: renamed, comparator: null, findings };
  const taken = others.isRest ? completeBeside(practice.selected.series, others.areas, byArea) : null;
  const areas = taken?.complete ?? others.areas;
  const pooled = poolAreas(areas, byArea, taken ? restName(areas) : poolName(areas));
  findings.push(
    ...(taken?.findings ?? []),
    ...pooled.findings,
    ...(taken ? doubtfulRest(others.areas, areas, dataset) : []),
  );
  if (!comparatorIncludesPractice) return { practice: renamed, comparator: pooled.selected, findings };
  const less = subtract(pooled.selected, renamed, dataset);
  return { practice: renamed, comparator: less.selected, findings: [...findings, ...less.findings] };
}

/** The areas that are pooled on either side. `isRest`: the comparator is every other area. Throws as `select` does. */
export function pooledAreas(
  dataset: Dataset,
  settings: SelectionSettings,
): { readonly practice: readonly Area[]; readonly comparator: readonly Area[]; readonly isRest: boolean } {
  const { areas: practice } = practiceAreas(dataset, settings.practice);
  const { areas: others, isRest } = comparatorAreas(dataset, settings.comparator, practice);
  if (!isRest) return { practice, comparator: others, isRest };
  const byArea = seriesByArea(dataset);
  const { series } = poolAreas(practice, byArea, poolName(practice)).selected;
  const { complete, incomplete } = completeBeside(series, others, byArea);
  return { practice, comparator: complete, isRest: incomplete.length === 0 };
}

/** The areas that `--practice` and `--comparator` name, each pooled; every area by itself where neither is given. */
export function selectAreas(
  dataset: Dataset,
  settings: SelectionSettings,
): { readonly areas: readonly SelectedArea[]; readonly findings: readonly Finding[] } {
  if (settings.practice.length > 0) {
    const { practice, comparator, findings } = select(dataset, settings);
    return { areas: comparator ? [practice, comparator] : [practice], findings };
  }
  const byArea = seriesByArea(dataset);
  const named = settings.comparator.length > 0 ? comparatorAreas(dataset, settings.comparator, []).areas : null;
  if (named) {
    const pooled = poolAreas(named, byArea, poolName(named));
    return { areas: [pooled.selected], findings: pooled.findings };
  }
  return { areas: dataset.areas.map((area) => ({ area, series: byArea.get(area) ?? [] })), findings: [] };
}

/** Where a problem with an area's name is to be looked for. */
export function placeOf({ areasAt, inputs }: Dataset): Place | undefined {
  if (areasAt) return areasAt;
  return inputs[0] ? { file: inputs[0].path } : undefined;
}

/** The series of a dataset by their areas. */
export function seriesByArea(dataset: Dataset): ReadonlyMap<Area, readonly Series[]> {
  const map = new Map<Area, Series[]>();
  for (const series of dataset.series) {
    const list = map.get(series.area);
    if (list) list.push(series);
    else map.set(series.area, [series]);
  }
  return map;
}

function practiceAreas(
  dataset: Dataset,
  names: readonly string[],
): { readonly areas: readonly Area[]; readonly rename: string | null } {
  const [only, second] = dataset.areas;
  const [name, secondName] = names;
  if (only && !second) {
    if (name === undefined) return { areas: [only], rename: null };
    if (secondName === undefined && dataset.namedByFile?.includes(only.name))
      return { areas: [only], rename: name.trim() };
  }
  if (name === undefined)
    throw dataError(
      'input.which-practice',
      { areas: dataset.areas.slice(0, NAMED).map((area) => area.name), count: dataset.areas.length },
      placeOf(dataset),
    );
  return { areas: matchAll(names, dataset), rename: null };
}

function matchAll(names: readonly string[], dataset: Dataset): readonly Area[] {
  return [...new Set(names.map((name) => matchArea(name, dataset.areas, placeOf(dataset))))];
}

function comparatorAreas(
  dataset: Dataset,
  names: readonly string[],
  practice: readonly Area[],
): { readonly areas: readonly Area[]; readonly isRest: boolean } {
  if (!names.some((name) => fold(name) === 'rest')) return { areas: matchAll(names, dataset), isRest: false };
  const areas = dataset.areas.filter((area) => !practice.includes(area));
  if (areas.length === 0) throw dataError('input.no-rest', {}, placeOf(dataset));
  const totals = areas.filter(({ name, code }) => TOTAL_NAME.test(name) || TOTAL_NAME.test(code ?? ''));
  if (areas.length > 1 && totals.length > 0)
    throw dataError('input.rest-holds-total', { areas: totals.map(({ name }) => name) }, placeOf(dataset));
  return { areas, isRest: true };
}

/**
 * Areas that are at least as large as all the others of a list together, so that they may hold them: of three or more, by
 * the sum of their first series. Areas of nothing hold nobody.
 */
export function likelyTotals(areas: readonly Area[], all: readonly Series[]): readonly Area[] {
  if (areas.length < 3) return [];
  const first = new Map<Area, Series>();
  for (const series of all) if (!first.has(series.area)) first.set(series.area, series);
  const sums = areas.map((area) =>
    (first.get(area)?.values ?? []).reduce<number>((sum, value) => sum + (value ?? 0), 0),
  );
  const whole = sums.reduce((sum, value) => sum + value, 0);
  return whole > 0 ? areas.filter((_, at) => 2 * (sums[at] ?? 0) >= whole) : [];
}

/** Those of the areas taken that may hold the other areas. */
function doubtfulRest(others: readonly Area[], taken: readonly Area[], { series }: Dataset): readonly Finding[] {
  const areas = likelyTotals(others, series).filter((area) => taken.includes(area));
  return areas.length === 0 ? [] : [caution('input.rest-may-hold-total', { areas: areas.map(({ name }) => name) })];
}

/** `A`, `A + B`, `A + B + 3 more`. */
function poolName(areas: readonly Area[]): string {
  const names = areas.map(({ name }) => name);
  return names.length <= 3 ? names.join(' + ') : `${names.slice(0, 2).join(' + ')} + ${names.length - 2} more`;
}

function restName(areas: readonly Area[]): string {
  return areas.length === 1 ? poolName(areas) : `${areas.length} other areas`;
}

function rename({ area, series }: SelectedArea, name: string): SelectedArea {
  const renamed: Area = { ...area, name };
  return { area: renamed, series: series.map((one) => ({ ...one, area: renamed })) };
}

/** The comparator less the practice, measure by measure. Throws where the practice is the larger in any period. */
function subtract(
  whole: SelectedArea,
  part: SelectedArea,
  dataset: Dataset,
): { readonly selected: SelectedArea; readonly findings: readonly Finding[] } {
  const area: Area = {
    code: null,
    name: `${whole.area.name} less ${part.area.name}`,
    members: whole.area.members ?? [whole.area.name],
  };
  const problems = new Problems();
  const findings: Finding[] = [];
  const series = whole.series.flatMap((one) => {
    const own = part.series.find((other) => sameKind(other, one));
    if (!own) {
      findings.push(
        caution('input.not-subtracted', { measure: one.measure.name, whole: whole.area.name, part: part.area.name }),
      );
      return [];
    }
    addLarger(one, own, problems, dataset);
    const less = subtractSeries(one, own, area);
    return less.periods.length > 0 ? [less] : [];
  });
  problems.throwIfAny();
  findings.push(
    finding('input.subtracted', {
      whole: whole.area.name,
      part: part.area.name,
      measures: series.map(({ measure }) => measure.name),
    }),
  );
  return { selected: { area, series }, findings };
}

function addLarger(whole: Series, part: Series, problems: Problems, dataset: Dataset): void {
  part.periods.forEach((period, at) => {
    const value = part.values[at] ?? null;
    const total = valueAt(whole, period);
    if (value === null || total === null || value <= total) return;
    const line = part.origin?.lines[at] ?? null;
    const place = part.origin
      ? { file: part.origin.file, column: part.origin.column, ...(line === null ? {} : { line }) }
      : placeOf(dataset);
    problems.add(
      'input.practice-larger',
      {
        practice: part.area.name,
        comparator: whole.area.name,
        measure: part.measure.name,
        period: formatPeriod(period),
        value,
        total,
      },
      place,
    );
  });
}

/** The same measure of the same stratum. */
function sameKind(a: Series, b: Series): boolean {
  return (
    a.measure.name === b.measure.name &&
    JSON.stringify(Object.entries(a.stratum).sort()) === JSON.stringify(Object.entries(b.stratum).sort())
  );
}
