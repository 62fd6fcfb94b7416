import type { Grid } from '../../data/grid/grid.ts';
import { parsePeriodOption } from '../../data/period/parse.ts';
import type { Frequency, Period } from '../../data/period.ts';
import type { InputSettings } from '../../data/settings.ts';
import { sheetOf } from '../../data/sheet/layouts.ts';
import { headerLine } from '../../data/sheet/sheet.ts';
import { Problems, QuarterlineError } from '../../errors.ts';

export interface Annotation {
  readonly period: Period;
  readonly text: string;
}

/**
 * Notes for a chart from a CSV file with the columns `period` and `text`, periods in the frequency of the data. Rows without
 * a text are left out. Throws data errors (file, line, column) for missing columns and for periods that cannot be read.
 */
export function annotationsOf(
  grid: Grid,
  frequency: Frequency,
  settings: Pick<InputSettings, 'quarters'>,
): readonly Annotation[] {
  const problems = new Problems();
  const sheet = sheetOf(grid, problems);
  const { headings, rows, lines } = sheet;
  const file = grid.path;
  const column = (name: string): number => {
    const at = headings.findIndex((heading) => heading.trim().toLowerCase() === name);
    if (at < 0) problems.add('run-chart.annotation-column', { name, headings }, { file, line: headerLine(sheet) });
    return at;
  };
  const when = column('period');
  const what = column('text');
  problems.throwIfAny();
  const annotations = rows.flatMap((row, i): readonly Annotation[] => {
    const text = (row[what] ?? '').trim();
    const cell = (row[when] ?? '').trim();
    if (text === '') return [];
    try {
      return [{ period: parsePeriodOption('--annotate', cell, settings, frequency), text }];
    } catch (error) {
      if (!(error instanceof QuarterlineError)) throw error;
      problems.add(
        'run-chart.annotation-period',
        { cell, frequency },
        { file, line: lines[i] ?? 0, column: headings[when] ?? 1 },
      );
      return [];
    }
  });
  problems.throwIfAny();
  return annotations;
}
