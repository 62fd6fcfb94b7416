import { Problems, usageError } from '../errors.ts';
import type { Content, Grid } from './grid/grid.ts';
import { contentOfText } from './grid/readers.ts';
import { NO_NOTES, type Notes } from './notes/notes.ts';
import { type Joined, joinFiles } from './series/join.ts';
import { type Observed, observe } from './series/observe.ts';
import type { Dataset, Input } from './series.ts';
import type { InputSettings } from './settings.ts';
import { describeColumns } from './sheet/columns.ts';
import { sheetOf } from './sheet/layouts.ts';
import { planFile } from './sheet/plan.ts';
import type { Inspection } from './sheet/roles.ts';
import { headerLine } from './sheet/sheet.ts';
import { excerpt, nearest } from './text.ts';

/** A CSV text that stands for a file. What is not known of it may be left out. */
interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly encoding?: string;
}

/** A file that its reader has opened, and what is known of it besides. */
export interface InputFile {
  readonly path: string;
  readonly content: Content;
  readonly sha256: string;
  readonly notes: Notes;
}

/** Everything that was understood of files: the data, and how each file was read. */
export interface Reading {
  readonly dataset: Dataset;
  readonly files: readonly Observed[];
  readonly joined: Joined;
}

/** Texts of CSV files to a dataset, joined on area and period. Pure. Throws data errors with everything that is wrong, up to 20 problems. */
export function datasetFromText(files: readonly TextFile[], settings: InputSettings): Dataset {
  const inputs = files.map(({ path, text, encoding }) => ({
    path,
    content: contentOfText(text, path, encoding),
    sha256: '',
    notes: NO_NOTES,
  }));
  return readInputs(inputs, settings).dataset;
}

/** As `datasetFromText`, of files that are open, with how each was read. */
export function readInputs(files: readonly InputFile[], settings: InputSettings): Reading {
  if (files.length === 0) throw usageError('input.no-files');
  const problems = new Problems();
  const grids = files.map(({ content }) => content.grids());
  const alone = grids.flat().length === 1;
  const byFile = grids.map((list) => list.map((grid) => inspect(grid, settings, alone, problems)));
  const inspections = byFile.flat();
  const named = new Set<string>();
  const observed = inspections.flatMap((inspection) => {
    const plan = planFile(inspection);
    for (const role of plan?.roles.named ?? []) named.add(role);
    return (plan && observe(inspection, plan)) ?? [];
  });
  checkNamed(settings, inspections, named, problems);
  problems.throwIfAny();
  const joined = joinFiles(observed, settings, problems);
  problems.throwIfAny();
  if (!joined) throw usageError('input.no-files');
  const { frequency, step, areas, measures, series, namedByFile } = joined;
  const findings = [
    ...files.flatMap(({ content, notes }) => [...content.findings, ...notes.findings]),
    ...observed.flatMap((file) => [...file.sheet.findings, ...file.findings]),
    ...joined.findings,
  ];
  const inputs = files.map((file, at) =>
    inputOf(
      file,
      (byFile[at] ?? []).reduce((rows, { sheet }) => rows + sheet.rows.length, 0),
    ),
  );
  const areasAt = areaPlace(observed[0]);
  const dataset: Dataset = { frequency, step, areas, measures, series, inputs, findings, namedByFile, ...areasAt };
  return { dataset, files: observed, joined };
}

/** A grid as a sheet, and what is to be known to understand it. */
export function inspect(grid: Grid, settings: InputSettings, alone: boolean, problems: Problems): Inspection {
  const sheet = sheetOf(grid, problems);
  if (sheet.rows.length === 0) problems.throwIfAny();
  return { sheet, columns: describeColumns(sheet), settings, alone, problems };
}

/** A heading of `--columns` that no file has is a problem of the first. */
export function checkNamed(
  settings: Pick<InputSettings, 'columns'>,
  inspections: readonly Pick<Inspection, 'sheet' | 'columns'>[],
  named: ReadonlySet<string>,
  problems: Problems,
): void {
  const [inspection] = inspections;
  if (!inspection) return;
  const headings = inspection.columns.map(({ heading }) => heading);
  for (const [role, heading] of Object.entries(settings.columns)) {
    if (named.has(role)) continue;
    problems.add(
      'input.no-such-heading',
      { role, heading: excerpt(heading), headings, near: nearest(heading, headings) },
      { file: inspection.sheet.grid.path, line: headerLine(inspection.sheet), column: excerpt(heading) },
    );
  }
}

/** What is said of a file in every result. */
export function inputOf({ path, sha256, content, notes: beside }: InputFile, rows: number): Input {
  const { notes, licence, source } = beside;
  return { path, sha256, rows, encoding: content.encoding, notes, licence, source };
}

function areaPlace(file: Observed | undefined): Pick<Dataset, 'areasAt'> {
  if (!file) return {};
  const { sheet } = file;
  const column = (file.plan.roles.name ?? file.plan.roles.code)?.heading;
  return { areasAt: { file: sheet.grid.path, line: headerLine(sheet), ...(column === undefined ? {} : { column }) } };
}
