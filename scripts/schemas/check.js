import { documentOf, UNITS } from './common.js';
import { list, numeric, oneOf, orNull, part, shape, text, whole } from './words.js';

const PERIOD = 'as output writes periods: 2013/14 Q1, 2013-04';

const CHECK = {
  file: shape(
    {
      path: text('As it was named; - is standard input.'),
      encoding: text('How its bytes were read.'),
      delimiter: text('What stands between cells: comma, semicolon or tab.'),
      headerRow: whole('Line of the headings, from 1.', 1),
      shape: oneOf(['long', 'wide'], 'long: a row for each period of an area. wide: a column for each area.'),
      layout: text('The layout by which it was read.'),
      rows: whole('Rows below the headings.'),
      columns: list(
        shape({
          name: text('The heading.'),
          role: text('period, area, area_code, stratum, ignored, or the name of a measure.'),
          unit: orNull(oneOf(UNITS), 'null: not a measure.'),
        }),
      ),
      measures: list(
        shape({
          measure: text('The measure.'),
          area: orNull(text('The area; null: so many that they are taken together.')),
          unit: oneOf(UNITS, 'Unit of min, median and max.'),
          n: whole('Cells with a value.'),
          missing: whole('Cells without.'),
          min: orNull(numeric('Smallest value.')),
          median: orNull(numeric('Middle value.')),
          max: orNull(numeric('Largest value.')),
        }),
      ),
      areas: list({ type: 'string' }, 'Areas, in the order of the file.'),
      frequency: oneOf(['event', 'day', 'week', 'month', 'quarter', 'year', 'calendar-year'], 'What a period is.'),
      from: text(`First period, ${PERIOD}.`),
      to: text('Last period.'),
      gaps: list({ type: 'string' }, 'Periods that some area lacks between its first and its last.'),
      gapsByArea: list(
        shape({
          area: text('The area.'),
          measure: text('The measure.'),
          periods: list({ type: 'string' }, 'What it lacks.'),
        }),
        'The same, area by area.',
      ),
      duplicates: whole('Values that stand twice with the same number.'),
    },
    'How a file was understood, before anything was joined.',
  ),
  summary: shape({
    files: list(part('file')),
    next: orNull(text('A command line that runs on these files; null: none of the analyses can use them.')),
  }),
  cells: shape({
    files: list(
      shape({
        path: text('As it was named.'),
        encoding: text('How its bytes were read.'),
        delimiter: text('What stands between cells.'),
        lines: list(whole('A line, from 1.', 1), 'The line in which each row of cells begins.'),
        cells: list(list({ type: 'string' }), 'Every row, the headings first, exactly as it was read.'),
      }),
    ),
  }),
};

export const checkSchema = documentOf(
  'check',
  'quarterline check --json',
  { anyOf: [part('summary'), part('cells')], description: 'The cells with --show table, else the summary.' },
  CHECK,
);
