import { table } from '../../table.ts';
import type { ProblemSentences } from '../types.ts';
import { listed, number, plural } from '../words/format.ts';
import { measureName } from '../words/measures.ts';
import type { InFile, InputProblems, OptionText, SomeAreas } from './catalogue.ts';

/** How many headings a message lists. */
const LISTED = 30;

const headings = ({ headings: all }: InFile): string => {
  const shown = all.slice(0, LISTED).map((heading) => `“${heading}”`);
  return all.length > LISTED ? `${shown.join(', ')} and ${number(all.length - LISTED)} more` : listed(shown);
};

/** A heading as the command line takes it. */
const typed = (heading: string): string => (/^[\w.#-]+$/.test(heading) ? heading : `"${heading}"`);

const areasOf = ({ areas, count }: SomeAreas, last = 'and'): string =>
  count > areas.length ? `${areas.join(', ')} and ${number(count - areas.length)} more` : listed(areas, last);

const near = ({ near: names }: { readonly near: readonly string[] }): string =>
  names.length > 0
    ? `Did you mean ${listed(
        names.map((name) => `“${name}”`),
        'or',
      )}? `
    : '';

const option = ({ option: name }: OptionText): string => (name === null ? '' : `${name} `);

const FREQUENCIES: Readonly<Record<string, string>> = table<string>({
  day: 'days',
  week: 'weeks',
  month: 'months',
  quarter: 'quarters',
  year: 'NHS years',
  'calendar-year': 'calendar years',
  event: 'events',
});

const EXAMPLES: Readonly<Record<string, string>> = table<string>({
  day: '2014-04-01',
  month: '2014-04',
  quarter: '2014/15 Q1',
  year: '2014/15',
  'calendar-year': '2014',
});

const BINARY = {
  workbook: ['this is a workbook, not a CSV file', 'Open it in Excel and save the sheet as “CSV UTF-8”.'],
  pdf: ['this is a PDF, not a CSV file', 'Ask for the figures as CSV.'],
  archive: ['this is a compressed file, not a CSV file', 'Unpack it first.'],
  image: ['this is a picture, not a CSV file', 'Give the CSV file instead.'],
  unknown: ['this is not a text file', 'Export the figures as CSV.'],
} as const;

/** Why files, cells and names cannot be used, and what to do. */
export const inputProblems: ProblemSentences<InputProblems> = {
  'input.no-files': () => ({ found: 'no file was given', remedy: 'Name at least one CSV file.' }),
  'input.one-file': () => ({
    found: '--show table takes one file at a time',
    remedy: 'Run it for each file by itself.',
  }),
  'input.no-such-file': () => ({ found: 'there is no such file', remedy: 'Check the path and the spelling.' }),
  'input.no-file-fits': ({ folder, last }) => ({
    found: `no file ${folder === '' ? 'in this folder' : `in ${folder}`} has a name like ${last}`,
    remedy: 'Check the path and the spelling; * may stand only in the last part.',
  }),
  'input.is-folder': () => ({
    found: 'this is a folder',
    expected: 'a CSV file',
    remedy: 'Name the files in it, for example FOLDER/admissions.csv.',
  }),
  'input.not-allowed': () => ({
    found: 'this file may not be read',
    remedy: 'Close it in other programs and check that you have permission to read it.',
  }),
  'input.not-readable': (slots) => ({
    found: `the file cannot be read (${slots.code})`,
    remedy: 'Copy it to this computer and try again.',
  }),
  'input.empty-file': () => ({
    found: 'the file is empty',
    expected: 'a row of headings and rows of figures',
    remedy: 'Export it again.',
  }),
  'input.header-only': (slots) => ({
    found: `there are headings (${slots.headings.slice(0, LISTED).join(', ')}) and no rows under them`,
    expected: 'a row for each period',
    remedy: 'Export it again with its figures.',
  }),
  'input.binary-file': (slots) => {
    const [found, remedy] = BINARY[slots.kind];
    return { found, remedy };
  },
  'input.large-file': ({ bytes, most }) => ({
    found: `the file has ${number(bytes)} bytes`,
    expected: `at most ${number(most)}`,
    remedy: 'Export fewer areas, years or columns, or counts by quarter instead of a row for each person.',
  }),
  'input.long-line': ({ most }) => ({
    found: `this line has more than ${number(most)} bytes`,
    expected: 'a table, a row on each line',
    remedy: 'Export it as CSV, with line ends.',
  }),
  'input.long-cell': ({ length, most }) => ({
    found: `this cell has ${number(length)} characters`,
    expected: `at most ${number(most)}, as in Excel`,
    remedy: 'Look for a quotation mark that is not closed, or leave the column out.',
  }),
  'input.too-many-columns': ({ columns, most }) => ({
    found: `this row has ${number(columns)} cells`,
    expected: `at most ${number(most)}, as in Excel`,
    remedy: 'Export it with a row for each period.',
  }),
  'input.open-quote': () => ({
    found: 'a quotation mark is opened here and never closed',
    remedy: 'Close it, or write it twice ("") if it belongs to the text.',
  }),
  'input.stray-quote': () => ({
    found: 'a quotation mark stands within a cell',
    expected: 'quotation marks around a whole cell, with nothing between them and the separators',
    remedy: 'Remove it, or put the whole cell into quotation marks and write it twice: "the ""new"" ward".',
  }),
  'input.swallowed-rows': (slots) => ({
    found: `the cell “${slots.cell}” reads as the end of one row and the beginning of another: two stray quotation marks may have swallowed rows`,
    expected: 'cells of one line, or of several without a period and separators',
    remedy: 'Remove the quotation marks that do not belong there, or the line end within the text.',
  }),
  'input.split-number': ({ first, second }) => ({
    found: `“${first}” and “${second}” stand side by side, as a number does that its own comma has cut`,
    expected: 'each number in one cell',
    remedy: `Write it as ${first.trim()}${second.trim()} or in quotation marks; where they are two numbers, head every column with what it holds.`,
  }),
  'input.ragged-row': (slots) => ({
    found: `this row has ${plural(slots.cells, 'cell')}`,
    expected: `${number(slots.headings)}, one for each heading`,
    remedy:
      'Put a text or a number that holds a separator into quotation marks ("9,766"); delete titles and footnotes.',
  }),
  'input.notes-shape': (slots) => ({
    found: slots.key === null ? 'the file holds no keys' : `“${slots.key}” is not text`,
    expected: 'notes (a text or a list of texts), licence and source (texts)',
    remedy: 'Put texts into quotation marks.',
  }),

  'input.no-period-column': (slots) => ({
    found: `no heading says which column holds the periods; the headings are ${headings(slots)}`,
    expected: 'a heading such as period, quarter, month or date',
    remedy:
      slots.guess !== null
        ? `If it is “${slots.guess}”, add --columns period=${typed(slots.guess)}.`
        : 'Say it with --columns period=HEADING, or use --order event for points without a time.',
  }),
  'input.no-measure-column': (slots) => ({
    found: `no heading says which column holds the admissions, cost or list size; the headings are ${headings(slots)}`,
    expected: 'a heading such as admissions, cost or list_size',
    remedy:
      slots.guess !== null
        ? `If it is “${slots.guess}”, add --columns ${slots.role}=${typed(slots.guess)}, or --measure ${typed(slots.guess)} for any other measure.`
        : 'Add a column of numbers.',
  }),
  'input.unclear-columns': (slots) => ({
    found: `nothing says what ${listed(slots.texts.map((heading) => `“${heading}”`))} ${slots.texts.length === 1 ? 'is' : 'are'}; the headings are ${headings(slots)}`,
    expected: 'a heading such as area, practice or org_code over the names of areas',
    remedy: `Say what matters with --columns, for example --columns area=${typed(slots.texts[0] ?? '')},admissions=${typed(slots.number ?? 'HEADING')}, or delete these columns.`,
  }),
  'input.no-headings': (slots) => ({
    found: `“${slots.example}” is no heading: the first row holds figures`,
    expected: 'a first row of headings',
    remedy: 'Put a row above it, for example period,area,admissions.',
  }),
  'input.periods-across': (slots) => ({
    found: `the periods stand side by side (“${slots.example}” is a heading)`,
    expected: 'a row for each period',
    remedy: 'Turn the table round, so that the periods stand below one another in one column.',
  }),
  'input.no-number-column': (slots) => ({
    found: `no column holds numbers; the headings are ${headings(slots)}`,
    expected: 'a period and at least one column of numbers',
    remedy: 'Check that the first row holds the headings and the delimiter is a comma, a semicolon or a tab.',
  }),
  'input.wide-measure': (slots) => ({
    found:
      slots.roles.length > 1
        ? `the file's name speaks of ${listed(slots.roles.map(measureName))}, and its columns are areas (${headings(slots)})`
        : `nothing says what the numbers are; the columns are ${headings(slots)}`,
    expected: 'one measure a file',
    remedy: 'Say it with --measure, for example --measure cost, or name the file after it (costs.csv).',
  }),
  'input.role-twice': (slots) => ({
    found: `${listed(slots.headings.map((heading) => `“${heading}”`))} may all be ${measureName(slots.role)}`,
    expected: 'one',
    remedy: `Say which with --columns ${slots.role}=${typed(slots.headings[0] ?? '')}.`,
  }),
  'input.repeated-heading': (slots) => ({
    found: `the heading “${slots.heading}” stands ${number(slots.places.length)} times`,
    expected: 'headings that differ',
    remedy: `Say which by its place, for example --columns admissions=${slots.places[0] ?? '#1'} (places: ${slots.places.join(', ')}), or rename them.`,
  }),
  'input.no-such-heading': (slots) => ({
    found: `no heading “${slots.heading}” (--columns ${slots.role}); the headings are ${headings(slots)}`,
    remedy: `${near(slots)}Write it as it stands in the file, or its place as #1.`,
  }),

  'input.period-column': (slots) => ({
    found: `“${slots.example}” is not a period`,
    expected: 'for example 2013/14 Q1, 2013-04, Apr 2013 or 01/04/2013',
    remedy: 'Write the periods so, name another column with --columns period=HEADING, or use --order event.',
  }),
  'input.unread-period': (slots) => ({
    found: `“${slots.cell}” is not a period`,
    expected: `one like ${slots.example}, as in the other rows`,
    remedy: 'Correct it, or delete the row if it is a total or a footnote.',
  }),
  'input.no-period': () => ({ found: 'the period is empty', remedy: 'Fill it in, or delete the row.' }),
  'input.null-date': (slots) => ({
    found: `“${slots.cell}” stands for a date that is not known`,
    expected: 'a period',
    remedy: 'Fill it in, or delete the row.',
  }),
  'input.ambiguous-quarter': (slots) => ({
    found: `“${slots.cell}” may be a quarter of the financial year or of the calendar year`,
    expected: 'to be told which',
    remedy: 'Add --quarters financial (Q1 is April to June) or --quarters calendar (Q1 is January to March).',
  }),
  'input.ambiguous-year': (slots) => ({
    found: `“${slots.cell}” may be the year in which a financial year starts or the one in which it ends`,
    expected: 'both, for example 2013/14',
    remedy: 'Write the years so.',
  }),
  'input.no-area': () => ({ found: 'the area is empty', remedy: 'Fill it in, or delete the row.' }),
  'input.name-of-several': (slots) => ({
    found: `“${slots.name}” stands for several areas (${listed(slots.codes)})`,
    expected: 'one',
    remedy: 'Add the column of codes to this file too.',
  }),

  'input.not-a-number': (slots) => ({
    found: `“${slots.cell}” is not a number`,
    expected: 'a number such as 766, 1,234.50 or £1,234; empty or - where it is missing',
    remedy: 'Correct the cell, or leave it empty.',
  }),
  'input.suppressed': (slots) => ({
    found: `“${slots.cell}” is a figure that is withheld`,
    expected: 'a number',
    remedy: 'Ask for the figure, or leave the cell empty: it is then missing, not zero.',
  }),
  'input.percentage': (slots) => ({
    found: `“${slots.cell}” is a percentage`,
    expected: `${measureName(slots.measure)} as a plain number`,
    remedy: 'Name another column with --columns, or correct the cell.',
  }),
  'input.negative': (slots) => ({
    found: `${slots.cell} is below zero`,
    expected: `${measureName(slots.measure)} of zero or more`,
    remedy: 'Correct the cell; leave it empty where the figure is not known.',
  }),
  'input.too-large': (slots) => ({
    found: `${slots.cell} is larger than any ${measureName(slots.measure)} can be`,
    expected: `a number up to ${number(1e15)}`,
    remedy: 'Correct the cell; leave it empty where the figure is not known.',
  }),
  'input.list-size-zero': () => ({
    found: 'a list size of zero, by which nothing can be divided',
    expected: 'a number above zero',
    remedy: 'Correct the cell; leave it empty where the figure is not known.',
  }),

  'input.duplicate-differs': (slots) => ({
    found: `${measureName(slots.measure)} of ${slots.area} in ${slots.period} is ${exact(slots.second)} here and ${exact(slots.first)} in ${slots.firstFile === null ? '' : `${slots.firstFile} `}line ${slots.firstLine}`,
    expected: 'one value',
    remedy:
      slots.apart !== null
        ? `If “${slots.apart}” divides the area into groups, add --columns stratum=${typed(slots.apart)}; else delete the row that is out of date.`
        : 'Delete the one that is out of date.',
  }),
  'input.frequencies-differ': (slots) => ({
    found: `this file is by ${FREQUENCIES[slots.frequency]}, ${slots.otherFile} by ${FREQUENCIES[slots.otherFrequency]}`,
    expected: 'the same in all files',
    remedy: slots.byQuarter
      ? 'Add --by quarter to make quarters of the months.'
      : 'Export them by the same periods, or use them apart.',
  }),
  'input.no-shared-period': (slots) => ({
    found: `the files have no period in common: this one goes from ${slots.from} to ${slots.to}, ${slots.otherFile} from ${slots.otherFrom} to ${slots.otherTo}`,
    expected: 'files that overlap',
    remedy: 'Check that they are the right files. To continue one with the other, put both into one file.',
  }),
  'input.no-shared-area': (slots) => ({
    found: `the files have neither an area nor a measure in common: this one is about ${listed(slots.areas)}, ${slots.otherFile} about ${listed(slots.otherAreas)}`,
    expected: 'the same names or codes of areas in all files',
    remedy: 'Spell the areas alike, or use the files apart.',
  }),
  'input.no-quarters': (slots) => ({
    found: `the data are by ${FREQUENCIES[slots.frequency]}, of which no quarters can be made`,
    expected: 'quarters or months',
    remedy: 'Export the figures by quarter or month; runchart draws them as they are.',
  }),
  'input.no-complete-quarter': () => ({
    found: 'no quarter has all its months',
    remedy: 'Give at least three months that make a quarter of the year.',
  }),

  'input.no-such-area': (slots) => ({
    found: `there is no area “${slots.text}”`,
    expected: areasOf(slots, 'or'),
    remedy: `${near(slots)}Use a name, a code or a part of a name that only one area has.`,
  }),
  'input.several-areas': (slots) => ({
    found: `“${slots.text}” may be ${areasOf(slots, 'or')}`,
    expected: 'one area',
    remedy: 'Write more of the name, or use the code.',
  }),
  'input.which-practice': (slots) => ({
    found: `nothing says which area is the practice; there are ${areasOf(slots)}`,
    remedy: `Add --practice, for example --practice ${typed(slots.areas[0] ?? '')}.`,
  }),
  'input.same-area': (slots) => ({
    found: `${slots.area} is both practice and comparator`,
    expected: 'different areas',
    remedy: 'Choose another comparator, or use --comparator rest.',
  }),
  'input.group-holds-practice': (slots) => ({
    found: `the peer group ${slots.group} holds ${slots.area}, which ${slots.isPractice ? 'is the practice' : 'contains the practice'}`,
    expected: 'areas without the practice',
    remedy: 'Leave that area out of the group.',
  }),
  'input.group-twice': (slots) => ({
    found: `the peer group ${slots.group} names ${slots.area} twice`,
    expected: 'each area once',
    remedy: 'Leave one out, or write the names in full.',
  }),
  'input.group-name-taken': (slots) => ({
    found: `a peer group cannot go by the name ${slots.group}: another comparator has it`,
    expected: 'a name of its own',
    remedy: 'Give the group another name.',
  }),
  'input.no-rest': () => ({
    found: 'there is no other area for --comparator rest',
    remedy: 'Add a file with the areas to compare with, or leave --comparator out.',
  }),
  'input.rest-holds-total': (slots) => ({
    found: `--comparator rest would add up ${listed(slots.areas)}, which looks like a total, with the areas it holds`,
    expected: 'areas that do not overlap',
    remedy: 'Name the comparators, or use the total with --comparator-includes-practice.',
  }),
  'input.nothing-to-subtract-from': () => ({
    found: '--comparator-includes-practice needs a comparator',
    remedy: 'Add --comparator NAME.',
  }),
  'input.practice-larger': (slots) => ({
    found: `${measureName(slots.measure)} of ${slots.practice} in ${slots.period} is ${exact(slots.value)}, more than the ${exact(slots.total)} of ${slots.comparator}, which is said to include it`,
    expected: 'a comparator at least as large',
    remedy: 'Leave --comparator-includes-practice out, or check which area is which.',
  }),
  'input.no-such-measure': (slots) => ({
    found: `there is no measure “${slots.text}”`,
    expected: `one of ${listed(slots.measures)}`,
    remedy: 'Use --measure with one of these, or --columns to name its column.',
  }),
  'input.which-measure': (slots) => ({
    found: `nothing says which measure to use; there are ${listed(slots.measures)}`,
    remedy: `Add --measure, for example --measure ${typed(slots.measures[0] ?? '')}.`,
  }),
  'input.no-denominator': (slots) => ({
    found: `there is no ${measureName(slots.measure)} for ${slots.area} to divide by`,
    remedy: 'Add the file that holds it, or leave --denominator out.',
  }),
  'input.no-series': (slots) => ({
    found: `there is no ${measureName(slots.measure)} for ${listed(slots.areas)}`,
    remedy: 'Choose another area or another --measure.',
  }),

  'input.option-period': (slots) => ({
    found: `${option(slots)}“${slots.text}” is not a period of data by ${FREQUENCIES[slots.frequency]}`,
    remedy: `For example ${typed(EXAMPLES[slots.frequency] ?? '1')}.`,
  }),
  'input.option-quarter': (slots) => ({
    found: `${option(slots)}“${slots.text}” may be a quarter of the financial year or of the calendar year`,
    remedy: 'Write it as 2013/14 Q1 (April to June), or add --quarters.',
  }),
  'input.option-event': (slots) => ({
    found: `${option(slots)}“${slots.text}” is not the number of an event`,
    remedy: 'Events are counted from 1.',
  }),
  'input.option-window': (slots) => ({
    found: `${option(slots)}“${slots.text}” ends before it begins`,
    remedy: 'Write the earlier period first, for example "2013/14 Q1..2013/14 Q4".',
  }),

  'write.exists': (slots) => ({
    found: `${listed(slots.paths)}${slots.count > slots.paths.length ? ' and others' : ''} ${slots.count === 1 ? 'is' : 'are'} there already and not by quarterline`,
    remedy: 'Choose another place, or replace with --force.',
  }),
  'write.is-folder': (slots) => ({
    found: `${slots.path} is a folder`,
    expected: 'a file, or a name that is not taken',
    remedy: 'Choose another name.',
  }),
  'write.is-file': (slots) => ({
    found: `${slots.path} is a file`,
    expected: 'a folder',
    remedy: 'Choose another name.',
  }),
  'write.is-special': (slots) => ({
    found: `${slots.path} is a pipe, a device or a link that leads nowhere`,
    expected: 'a file or folder, or a name that is not taken',
    remedy: 'Choose another name. For a pipe leave -o out: without it the output goes to standard output.',
  }),
  'write.ended': () => ({ found: 'the program was asked to end, and nothing was written' }),
  'write.is-link': (slots) => ({
    found: `${slots.path} is a link out of the folder`,
    expected: 'a folder, or a name that is not taken',
    remedy: 'Remove the link, or choose another folder.',
  }),
  'write.here': (slots) => ({
    found: `${slots.path} holds the folder that you are in, which cannot be replaced as a whole`,
    expected: 'a folder of its own',
    remedy: 'Name one, for example -o report.',
  }),
  'write.held': (slots) => ({
    found: `another run of quarterline (process ${slots.pid} on ${slots.host}) is writing ${slots.path}`,
    remedy: `Wait until it is done. If there is no such run, delete ${slots.lock}.`,
  }),
  'write.in-use': (slots) => ({
    found: `${slots.path} is in use (${slots.code}), so ${slots.folder} was left as it was`,
    remedy: 'Close it in other programs, Excel or Word say, then run again.',
  }),
  'write.is-input': (slots) => ({
    found: `${slots.path} is an input of this run, and would be replaced`,
    expected: 'another file or folder; not even --force replaces what is read',
    remedy: 'Choose another name.',
  }),
  'write.twice': (slots) => ({
    found: `${slots.path} would be written twice: --r-script and -o go to one place`,
    remedy: 'Give the R script a name of its own.',
  }),
  'write.failed': (slots) => ({
    found: `${slots.path} cannot be written (${slots.code})`,
    remedy: 'Check the path, the free space and your permissions.',
  }),
  'write.outside': (slots) => ({ found: `${slots.path} lies outside the folder to be written` }),
};

/** A value as it stands in the file: all its digits, thousands separated. */
function exact(value: number): string {
  const decimals = String(Math.abs(value)).split('.')[1]?.length ?? 0;
  return number(value, Math.min(decimals, 6));
}
