import type { Problems } from '../../errors.ts';
import { type Frequency, formatPeriod, type Period, toQuarter } from '../period.ts';
import type { Area } from '../series.ts';
import { headerLine } from '../sheet/sheet.ts';
import type { Observed } from './observe.ts';

/** How many areas a problem names. */
const NAMED = 3;

/** `week` for days seven apart, else the frequency. */
export function frequencyLabel({
  frequency,
  step,
}: {
  readonly frequency: Frequency;
  readonly step: number;
}): Frequency | 'week' {
  return frequency === 'day' && step === 7 ? 'week' : frequency;
}

/** Files that are joined must share a period, each two of them, and must hang together by areas or measures. */
export function checkTogether(
  files: readonly Observed[],
  areaIds: readonly (readonly number[])[],
  areas: readonly Area[],
  frequency: Frequency,
  problems: Problems,
): void {
  const spans = files.map((file) => indicesIn(file, frequency));
  const loose = files.findIndex((_, at) => spans.slice(0, at).some((span) => !shares(span, spans[at])));
  if (loose > 0) {
    const other = spans.findIndex((span) => !shares(span, spans[loose]));
    const [a, b] = [files[other], files[loose]];
    if (a && b)
      problems.add(
        'input.no-shared-period',
        {
          from: edge(b, 'first'),
          to: edge(b, 'last'),
          otherFile: a.sheet.grid.path,
          otherFrom: edge(a, 'first'),
          otherTo: edge(a, 'last'),
        },
        { file: b.sheet.grid.path, line: b.sheet.lines[0] ?? 1, column: b.plan.roles.period?.heading ?? 1 },
      );
  }
  const apart = firstApart(files, areaIds);
  const [a, b] = [files[0], files[apart]];
  if (!a || !b) return;
  const named = (at: number) => (areaIds[at] ?? []).slice(0, NAMED).map((id) => areas[id]?.name ?? '');
  problems.add(
    'input.no-shared-area',
    { areas: named(apart), otherFile: a.sheet.grid.path, otherAreas: named(0) },
    { file: b.sheet.grid.path, line: headerLine(b.sheet) },
  );
}

function indicesIn(file: Observed, frequency: Frequency): ReadonlySet<number> {
  if (file.frequency === frequency) return new Set(file.periods);
  return new Set(Array.from(file.periods, (index) => toQuarter({ frequency: file.frequency, index }).index));
}

function shares(a: ReadonlySet<number>, b: ReadonlySet<number> = new Set()): boolean {
  for (const index of a) if (b.has(index)) return true;
  return false;
}

function edge(file: Observed, which: 'first' | 'last'): string {
  const index = file.periods.reduce((a, b) => (which === 'first' ? Math.min(a, b) : Math.max(a, b)));
  const period: Period = { frequency: file.frequency, index };
  return formatPeriod(period);
}

/** The first file that no chain of common areas or measures joins to the first one; -1 where all hang together. */
function firstApart(files: readonly Observed[], areaIds: readonly (readonly number[])[]): number {
  const traits = files.map((file, at) => [
    ...(areaIds[at] ?? []).map((id) => `area ${id}`),
    ...file.columns.map(({ source }) => `measure ${source.measure.name}`),
  ]);
  const reached = new Set([0]);
  const seen = new Set(traits[0] ?? []);
  for (let grew = true; grew; ) {
    grew = false;
    traits.forEach((list, at) => {
      if (reached.has(at) || !list.some((trait) => seen.has(trait))) return;
      reached.add(at);
      for (const trait of list) seen.add(trait);
      grew = true;
    });
  }
  return files.findIndex((_, at) => !reached.has(at));
}

/** More values than this do not divide an area into groups. */
const MOST_GROUPS = 60;

/**
 * The heading of an unused column that would tell apart all rows of one area and period, so that a message can propose it.
 * Null where there is none.
 */
export function tellsApart(file: Observed): string | null {
  const { sheet, plan, periods } = file;
  const [first] = file.columns;
  if (!first || plan.shape === 'wide') return null;
  const rows = sheet.rows.map((_, row) => `${first.areas[row]} ${periods[row]} ${file.rowStrata[row]}`);
  for (const { kind, position, heading } of plan.unused) {
    if (kind === 'empty') continue;
    const cells = sheet.rows.map((row) => (row[position] ?? '').trim());
    const groups = new Set(cells).size;
    if (groups < 2 || groups > MOST_GROUPS) continue;
    if (new Set(rows.map((key, row) => `${key} ${cells[row]}`)).size === rows.length) return heading;
  }
  return null;
}
