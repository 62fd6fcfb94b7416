import type { Problems } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import type { Frequency } from '../period.ts';
import type { Area, Measure, Series, Stratum } from '../series.ts';
import type { InputSettings } from '../settings.ts';
import { readName } from '../sheet/measures.ts';
import { fileStem } from '../text.ts';
import { AreaRegistry } from './areas.ts';
import { allByQuarter } from './by-quarter.ts';
import { addClash, type DraftNames, Drafts, type Duplicate } from './drafts.ts';
import { checkTogether, frequencyLabel, tellsApart } from './join-checks.ts';
import { coverageFindings, duplicateFindings } from './join-findings.ts';
import type { Observed } from './observe.ts';
import { withWholes } from './strata.ts';

/** Files as one body of data, and where the same was found twice. */
export interface Joined {
  readonly frequency: Frequency;
  readonly step: number;
  readonly areas: readonly Area[];
  readonly measures: readonly Measure[];
  readonly series: readonly Series[];
  readonly findings: readonly Finding[];
  readonly duplicates: readonly Duplicate[];
  readonly namedByFile: readonly string[];
  /** For every file, the place in `areas` of each area that the file names. */
  readonly areaIds: readonly (readonly number[])[];
}

/**
 * Joins files on area and period: one series for each area, measure and stratum over a regular range. What cannot be joined
 * (other frequencies, no period or area in common, two values for one thing) goes to `problems`; then the result is null.
 */
export function joinFiles(files: readonly Observed[], settings: InputSettings, problems: Problems): Joined | null {
  const target = commonFrequency(files, settings, problems);
  if (!target) return null;
  const registry = new AreaRegistry(problems);
  const areaIds = resolveAreas(files, registry);
  const measures = new Numbering<Measure>(({ name }) => name);
  const strata = new Numbering<Stratum>((stratum) => JSON.stringify(Object.entries(stratum).sort()));
  for (const file of files) {
    for (const { source } of file.columns) measures.of(source.measure);
    for (const stratum of file.strata) strata.of(stratum);
  }
  checkTogether(files, areaIds, registry.areas(), target.frequency, problems);
  const names: DraftNames = { areas: registry.areas(), measures: measures.list, strata: strata.list };
  const finer = files.filter((file) => file.frequency !== target.frequency);
  const duplicates: Duplicate[] = [];
  const draft = (group: readonly Observed[]) => {
    const drafts = new Drafts(measures.list.length, strata.list.length);
    for (const file of group)
      addFile(drafts, file, areaIds[files.indexOf(file)] ?? [], { names, measures, strata, problems });
    duplicates.push(...drafts.duplicates);
    return drafts;
  };
  const findings: Finding[] = [];
  const drafts = draft(files.filter((file) => file.frequency === target.frequency));
  if (finer.length > 0) {
    const [example] = finer as [Observed];
    const made = allByQuarter(draft(finer).series(example.frequency, example.step, names, new Map()));
    findings.push(...made.findings);
    for (const series of made.series) addSeries(drafts, series, { names, measures, strata, problems });
  }
  if (!problems.empty) return null;
  const all = withWholes(drafts.series(target.frequency, target.step, names, eventLabels(files, areaIds)));
  const byQuarter = settings.by === 'quarter' && target.frequency !== 'quarter' ? allByQuarter(all.series) : null;
  const series = byQuarter?.series ?? all.series;
  findings.push(...all.findings, ...(byQuarter?.findings ?? []), ...registry.findings());
  findings.push(...duplicateFindings(duplicates, names, target.frequency));
  findings.push(...coverageFindings(series, names.areas));
  return {
    frequency: byQuarter ? 'quarter' : target.frequency,
    step: byQuarter ? 1 : target.step,
    areas: names.areas,
    measures: measures.list,
    series,
    findings,
    duplicates,
    namedByFile: registry.namedByFile().flatMap((index) => names.areas[index]?.name ?? []),
    areaIds,
  };
}

/** Things numbered in the order in which they are first met. */
class Numbering<T> {
  readonly list: T[] = [];
  readonly #known = new Map<string, number>();
  readonly #key: (thing: T) => string;

  constructor(key: (thing: T) => string) {
    this.#key = key;
  }

  of(thing: T): number {
    const key = this.#key(thing);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.list.length);
    return this.list.push(thing) - 1;
  }
}

interface Context {
  readonly names: DraftNames;
  readonly measures: Numbering<Measure>;
  readonly strata: Numbering<Stratum>;
  readonly problems: Problems;
}

/** One frequency for all files; quarters where `--by quarter` may make them of months. */
function commonFrequency(
  files: readonly Observed[],
  settings: InputSettings,
  problems: Problems,
): { readonly frequency: Frequency; readonly step: number } | null {
  const [first] = files;
  if (!first) return null;
  const { frequency, step } = first;
  const other = files.find((file) => file.frequency !== frequency || file.step !== step || !inStep(file, first));
  if (!other) return { frequency, step };
  const kinds = new Set(files.map((file) => file.frequency));
  const quarterly = [...kinds].every((kind) => kind === 'quarter' || kind === 'month');
  if (quarterly && settings.by === 'quarter') return { frequency: 'quarter', step: 1 };
  problems.add(
    'input.frequencies-differ',
    {
      frequency: frequencyLabel(other),
      otherFile: first.sheet.grid.path,
      otherFrequency: frequencyLabel(first),
      byQuarter: quarterly,
    },
    { file: other.sheet.grid.path, line: other.sheet.lines[0] ?? 1, column: other.plan.roles.period?.heading ?? 1 },
  );
  return null;
}

/** Weeks of two files must begin on the same day. */
const inStep = (a: Observed, b: Observed): boolean => ((a.periods[0] ?? 0) - (b.periods[0] ?? 0)) % a.step === 0;

/**
 * The numbers of every file's areas. A file that names no area gives its own name, less the words that name its measure;
 * files of which nothing is left then are of one area.
 */
function resolveAreas(files: readonly Observed[], registry: AreaRegistry): readonly (readonly number[])[] {
  let shared: string | null = null;
  return files.map(
    ({
      sheet: {
        grid: { path },
      },
      areas,
    }) =>
      areas.map((local) => {
        if (local.name !== null) return registry.resolve(local, local.name, path, false);
        const own = readName(fileStem(path)).rest;
        if (own === '') shared ??= fileStem(path);
        return registry.resolve(local, own || (shared ?? ''), path, true);
      }),
  );
}

function addFile(drafts: Drafts, file: Observed, areaIds: readonly number[], context: Context): void {
  const { names, measures, strata, problems } = context;
  const {
    grid: { path },
    lines,
  } = file.sheet;
  const stratumIds = file.strata.map((stratum) => strata.of(stratum));
  let apart: { readonly column: string | null } | undefined;
  for (const { source, numbers, areas } of file.columns) {
    const measure = measures.of(source.measure);
    const from = { file: path, column: source.column.heading };
    for (let row = 0; row < numbers.length; row += 1) {
      const area = areaIds[areas[row] ?? 0] ?? 0;
      const index = file.periods[row] ?? 0;
      const number = numbers[row] ?? Number.NaN;
      const line = lines[row] ?? 0;
      const draft = drafts.of(area, measure, stratumIds[file.rowStrata[row] ?? 0] ?? 0, from);
      const clash = drafts.add(draft, index, Number.isNaN(number) ? null : number, from, line);
      if (!clash) continue;
      apart ??= { column: tellsApart(file) };
      const period = { frequency: file.frequency, index };
      const what = { area: names.areas[area]?.name ?? '', measure: source.measure.name, period, apart: apart.column };
      addClash(problems, what, clash, number, { ...from, line });
    }
  }
}

/** Adds a series that was made of a finer one to drafts of its new frequency. */
function addSeries(drafts: Drafts, series: Series, { names, measures, strata, problems }: Context): void {
  const from = { file: '', column: '' };
  const area = names.areas.indexOf(series.area);
  const draft = drafts.of(area, measures.of(series.measure), strata.of(series.stratum), from);
  series.periods.forEach((period, i) => {
    const value = series.values[i] ?? null;
    const clash = drafts.add(draft, period.index, value, from, 0);
    if (!clash) return;
    const what = { area: series.area.name, measure: series.measure.name, period, apart: null };
    addClash(problems, what, clash, value ?? Number.NaN, { ...from, line: 0 });
  });
}

function eventLabels(
  files: readonly Observed[],
  areaIds: readonly (readonly number[])[],
): ReadonlyMap<number, readonly string[]> {
  const labels = new Map<number, string[]>();
  files.forEach((file, at) => {
    if (!file.labels) return;
    const own = new Map<number, string[]>();
    for (const { areas } of file.columns) {
      file.labels.forEach((label, row) => {
        const area = areaIds[at]?.[areas[row] ?? 0] ?? 0;
        const list = own.get(area) ?? [];
        own.set(area, list);
        list[file.periods[row] ?? 0] = label;
      });
    }
    for (const [area, list] of own) if (!labels.has(area)) labels.set(area, list);
  });
  return labels;
}
