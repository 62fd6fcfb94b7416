import { table } from '../../table.ts';
import { listed, number, plural } from '../words/format.ts';
import { capital, measureName } from '../words/measures.ts';

const DELIMITERS: Readonly<Record<string, string>> = table<string>({ ',': 'comma', ';': 'semicolon', '\t': 'tab' });

/** Ways in which rows and columns hold areas and measures. */
const SHAPES = {
  long: 'long: a row for each period of an area',
  series: 'one series: a period and one column of numbers',
  wide: 'wide: a column for each area',
} as const;

const FREQUENCIES: Readonly<Record<string, string>> = table<string>({
  event: 'in the order of the rows',
  day: 'by day',
  week: 'by week',
  month: 'by month',
  quarter: 'by quarter of the NHS year',
  year: 'by NHS year',
  'calendar-year': 'by calendar year',
});

const PARTS: Readonly<Record<string, string>> = table<string>({
  period: 'period',
  area: 'area',
  area_code: 'code of the area',
  stratum: 'group within the population',
  ignored: 'not used',
});

const UNITS: Readonly<Record<string, string>> = table<string>({
  GBP: 'pounds',
  count: 'count',
  people: 'people',
  days: 'days',
  number: 'number',
});

/** How many areas or periods are listed. */
const LISTED = 8;

const some = (items: readonly string[]): string =>
  items.length > LISTED
    ? `${items.slice(0, LISTED).join(', ')} and ${number(items.length - LISTED)} more`
    : listed(items);

/** Headings, labels and sentences of `check`. */
export const CHECK = {
  title: (files: number) => `What was understood of ${plural(files, 'file')}`,
  fileTitle: (path: string) => (path === '-' ? 'Standard input' : path),
  layout: 'Layout',
  layoutText: (shape: keyof typeof SHAPES, rows: number) => `${SHAPES[shape]}; ${plural(rows, 'row')}`,
  text: 'Text',
  textText: (encoding: string, delimiter: string, headerRow: number) =>
    `${encoding}, ${DELIMITERS[delimiter] ?? delimiter} between cells, headings in line ${number(headerRow)}`,
  periods: 'Periods',
  periodsText: (frequency: string, from: string, to: string) =>
    `${FREQUENCIES[frequency] ?? frequency}, ${from} to ${to}`,
  areas: 'Areas',
  areasText: (areas: readonly string[]) =>
    areas.length === 1 ? (areas[0] ?? '') : `${number(areas.length)}: ${some(areas)}`,
  gaps: 'Gaps',
  gapsText: (gaps: readonly string[]) => (gaps.length === 0 ? 'none' : some(gaps)),
  duplicates: 'Duplicates',
  duplicatesText: (count: number) => (count === 0 ? 'none' : `${plural(count, 'value')} repeated`),
  columnsCaption: 'Columns',
  measuresCaption: 'Values',
  tableCaption: 'Cells as they were read',
  headings: {
    file: 'File',
    column: 'Column',
    role: 'Read as',
    unit: 'Unit',
    measure: 'Measure',
    area: 'Area',
    n: 'Values',
    missing: 'Missing',
    min: 'Minimum',
    median: 'Median',
    max: 'Maximum',
    areas: 'Areas',
    from: 'First',
    to: 'Last',
    gaps: 'Gaps',
    duplicates: 'Duplicates',
    line: 'Line',
  },
  part: (role: string) => PARTS[role] ?? measureName(role),
  unit: (unit: string | null) => (unit === null ? '' : (UNITS[unit] ?? unit)),
  measure: (name: string) => capital(measureName(name)),
  allAreas: 'all',
  findingsHeading: 'Worth knowing',
  nextHeading: 'What to type next',
  noNext: 'Nothing yet: no area has the admissions or costs that compare and runchart look at.',
} as const;
