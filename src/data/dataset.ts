import { Problems, usageError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import type { InputSettings } from '../question/settings.ts';
import { parseCells, type RawTable, tableOf } from './grid/csv.ts';
import { NO_NOTES, type Notes } from './notes/notes.ts';
import { type Joined, joinFiles } from './series/join.ts';
import { type Observed, observe } from './series/observe.ts';
import type { Dataset, Input } from './series.ts';
import { describeColumns } from './sheet/columns.ts';
import { planFile } from './sheet/plan.ts';
import type { Sheet } from './sheet/roles.ts';
import { excerpt, nearest } from './text.ts';

/** A file after its bytes have become text. What is not known of it may be left out. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly encoding?: string;
  readonly sha256?: string;
  readonly notes?: Notes;
  readonly findings?: readonly Finding[];
}

/** Everything that was understood of files: the data, and how each file was read. */
export interface Reading {
  readonly dataset: Dataset;
  readonly files: readonly Observed[];
  readonly joined: Joined;
}

/** Texts of CSV files to a dataset, joined on area and period. Pure. Throws data errors with everything that is wrong, up to 20 problems. */
export function datasetFromText(files: readonly TextFile[], settings: InputSettings): Dataset {
  return readText(files, settings).dataset;
}

/** As `datasetFromText`, with how each file was read. */
export function readText(files: readonly TextFile[], settings: InputSettings): Reading {
  if (files.length === 0) throw usageError('input.no-files');
  const problems = new Problems();
  const raw = files.map(({ path, text }) => parseCells(text, path));
  const sheets = raw.map((table) => sheetOf(table, settings, files.length === 1, problems));
  const named = new Set<string>();
  const observed = sheets.flatMap((sheet) => {
    const plan = planFile(sheet);
    for (const role of plan?.roles.named ?? []) named.add(role);
    return (plan && observe(sheet, plan)) ?? [];
  });
  checkNamed(settings, sheets, named, problems);
  problems.throwIfAny();
  const joined = joinFiles(observed, settings, problems);
  problems.throwIfAny();
  if (!joined) throw usageError('input.no-files');
  const { frequency, step, areas, measures, series, namedByFile } = joined;
  const findings = [
    ...files.flatMap((file) => [...(file.findings ?? []), ...(file.notes?.findings ?? [])]),
    ...observed.flatMap((file) => [...file.table.findings, ...file.findings]),
    ...joined.findings,
  ];
  const inputs = files.map((file, at) => inputOf(file, sheets[at]?.table.rows.length ?? 0));
  const areasAt = areaPlace(observed[0]);
  const dataset: Dataset = { frequency, step, areas, measures, series, inputs, findings, namedByFile, ...areasAt };
  return { dataset, files: observed, joined };
}

function sheetOf(raw: RawTable, settings: InputSettings, alone: boolean, problems: Problems): Sheet {
  const table = tableOf(raw, problems);
  if (table.rows.length === 0) problems.throwIfAny();
  return { table, columns: describeColumns(table), settings, alone, problems };
}

/** A heading of `--columns` that no file has is a problem of the first. */
export function checkNamed(
  settings: Pick<InputSettings, 'columns'>,
  sheets: readonly Pick<Sheet, 'table' | 'columns'>[],
  named: ReadonlySet<string>,
  problems: Problems,
): void {
  const [sheet] = sheets;
  if (!sheet) return;
  const headings = sheet.columns.map(({ heading }) => heading);
  for (const [role, heading] of Object.entries(settings.columns)) {
    if (named.has(role)) continue;
    problems.add(
      'input.no-such-heading',
      { role, heading: excerpt(heading), headings, near: nearest(heading, headings) },
      { file: sheet.table.path, line: sheet.table.headerRow, column: excerpt(heading) },
    );
  }
}

/** What is said of a file in every result. */
export function inputOf(file: TextFile, rows: number): Input {
  const { notes, licence, source } = file.notes ?? NO_NOTES;
  return {
    path: file.path,
    sha256: file.sha256 ?? '',
    rows,
    encoding: file.encoding ?? 'utf-8',
    notes,
    licence,
    source,
  };
}

function areaPlace(file: Observed | undefined): Pick<Dataset, 'areasAt'> {
  if (!file) return {};
  const { path, headerRow } = file.table;
  const column = (file.plan.roles.name ?? file.plan.roles.code)?.heading;
  return { areasAt: { file: path, line: headerRow, ...(column === undefined ? {} : { column }) } };
}
