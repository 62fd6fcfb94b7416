import type { Sentences } from '../types.ts';
import { listed, magnitude, number, plural } from '../words/format.ts';
import { capital, measureName } from '../words/measures.ts';
import type { InputFindings } from './catalogue.ts';

export { inputProblems } from './problems.ts';

/** `a, b and 3 more`. */
function some(items: readonly string[], count: number): string {
  return count > items.length ? `${items.join(', ')} and ${number(count - items.length)} more` : listed(items);
}

/** How many headings a sentence lists. */
const LISTED = 12;

const quoted = (items: readonly string[]): string =>
  some(
    items.slice(0, LISTED).map((item) => `“${item}”`),
    items.length,
  );

/** The form of a verb that fits a list of one or of several. */
const one = (list: readonly string[], single: string, many: string): string => (list.length === 1 ? single : many);
const were = (list: readonly string[]): string => one(list, 'was', 'were');

const CONVENTIONS = {
  financial: 'Q1 is April to June',
  calendar: 'Q1 is January to March',
} as const;

/** What was assumed, passed over or found missing while reading. */
export const inputFindings: Sentences<InputFindings> = {
  'input.windows-1252': (slots) =>
    `${slots.file} is not UTF-8 (first seen in line ${slots.line}); it was read as Windows-1252. If names look wrong, save it again as UTF-8.`,
  'input.empty-columns': (slots) =>
    `${slots.file}: ${plural(slots.columns, 'empty column')} after the last one ${slots.columns === 1 ? 'was' : 'were'} left out.`,
  'input.headed-empty': (slots) =>
    `${slots.file}: ${quoted(slots.headings)} ${one(slots.headings, 'holds', 'hold')} nothing and ${were(slots.headings)} left out.`,
  'input.other-numbers': (slots) =>
    `${slots.file}: ${quoted(slots.headings)} ${were(slots.headings)} not used. To use one, name it with --measure or --columns.`,
  'input.other-texts': (slots) =>
    `${slots.file}: ${quoted(slots.headings)} ${one(slots.headings, 'holds', 'hold')} text and ${were(slots.headings)} not used.`,
  'input.second-period': (slots) =>
    `${slots.file}: “${slots.heading}” also looks like periods; “${slots.used}” was used instead.`,
  'input.composed-period': (slots) => `${slots.file}: periods were put together from the columns ${slots.heading}.`,
  'input.measure-from-file': (slots) =>
    `${slots.file}: its numbers were taken as ${measureName(slots.measure)}, because its name says so. If they are not, say what they are with --measure.`,
  'input.assumed-admissions': (slots) =>
    `${slots.file}: nothing says what its numbers are; they were taken as emergency admissions. If they are not, say what they are with --measure.`,
  'input.only-number': (slots) =>
    `${slots.file}: the only column of numbers, “${slots.heading}”, was taken as the measure ${measureName(slots.measure)}. If it is something else, use --measure.`,
  'input.event-order': (slots) => `${slots.file}: points stand in the order of the rows, not of time.`,

  'input.quarter-convention': (slots) =>
    `${slots.file}, ${slots.column}: “${slots.cell}” was read as ${slots.period}${slots.convention === null ? '' : ` (--quarters ${slots.convention}: ${CONVENTIONS[slots.convention]})`}.`,
  'input.day-first': (slots) =>
    `${slots.file}, ${slots.column}: dates were read with the day first: “${slots.cell}” lies in ${slots.period}.`,
  'input.excel-serial': (slots) =>
    `${slots.file}, ${slots.column}: numbers were read as Excel dates: “${slots.cell}” lies in ${slots.period}.`,
  'input.bare-year': (slots) =>
    `${slots.file}, ${slots.column}: “${slots.cell}” was read as the year from January to December. For an NHS year write it as 2013/14.`,
  'input.compact-year': (slots) =>
    `${slots.file}, ${slots.column}: “${slots.cell}” was read as the NHS year ${slots.period}.`,
  'input.first-days-as-months': (slots) =>
    `${slots.file}, ${slots.column}: all dates are the first of a month; each was taken as that month.`,
  'input.last-days-as-months': (slots) =>
    `${slots.file}, ${slots.column}: all dates are the last of a month; each was taken as that month.`,
  'input.days-as-weeks': (slots) =>
    `${slots.file}, ${slots.column}: all dates are seven days apart; they were taken as weeks.`,
  'input.months-as-quarters': (slots) =>
    `${slots.file}, ${slots.column}: the months are three apart and bound quarters; each was taken as its quarter.`,
  'input.months-as-financial-years': (slots) =>
    `${slots.file}, ${slots.column}: the months are twelve apart and bound NHS years; each was taken as its year, April to March.`,
  'input.months-as-calendar-years': (slots) =>
    `${slots.file}, ${slots.column}: the months are twelve apart and bound calendar years; each was taken as its year.`,

  'input.missing-cells': (slots) =>
    `${slots.file}, ${slots.heading}: ${plural(slots.count, 'cell is', 'cells are')} empty or a dash (first in line ${slots.line}); missing is not zero.`,
  'input.fractions': (slots) =>
    `${slots.file}, ${slots.heading}: ${plural(slots.count, 'value is', 'values are')} not a whole number (first in line ${slots.line}), so they are estimates or shares rather than counts; intervals for counts are only rough.`,
  'input.duplicates': (slots) =>
    `${plural(slots.count, 'value')} stood twice with the same number and counted once; first ${slots.area}, ${slots.period}: ${slots.file} line ${slots.line} repeats ${slots.otherFile === null ? '' : `${slots.otherFile} `}line ${slots.otherLine}.`,
  'input.beside-empty': (slots) =>
    `${plural(slots.count, 'number')} stood beside an empty cell for the same area and period, and ${slots.count === 1 ? 'was' : 'were'} taken; first ${slots.area}, ${slots.period}: ${slots.file} line ${slots.line} and ${slots.otherFile === null ? '' : `${slots.otherFile} `}line ${slots.otherLine}.`,
  'input.gaps': (slots) =>
    `${capital(measureName(slots.measure))}: ${slots.area} has no value for ${some(slots.periods, slots.count)}${slots.otherAreas > 0 ? `; ${plural(slots.otherAreas, 'other area has', 'other areas have')} gaps too` : ''}. Gaps stay gaps.`,
  'input.areas-without': (slots) =>
    `${capital(measureName(slots.measure))}: no figures for ${some(slots.areas, slots.count)}.`,
  'input.total-area': (slots) =>
    `${quoted(slots.areas)} ${one(slots.areas, 'looks', 'look')} like the sum of other areas and ${were(slots.areas)} kept as an area. Take care not to count anybody twice.`,
  'input.areas-renamed': (slots) =>
    `The code ${slots.code} stands under several names (${listed(slots.names)}); it was taken as one area, ${slots.used}${slots.others > 0 ? `, and ${plural(slots.others, 'other code')} likewise under ${slots.others === 1 ? 'its latest name' : 'their latest names'}` : ''}.`,
  'input.strata-summed': (slots) =>
    `${capital(measureName(slots.measure))}: the whole population is the sum over ${listed(slots.strata.map((name) => name.replaceAll('_', ' ')))}. If a row stands for several others, leave it out of the file.`,
  'input.strata-not-summed': (slots) =>
    `There is no ${measureName(slots.measure)} of the whole population: the rows divide it in several ways, and a sum might count people twice. Keep the rows of one division, or of all.`,
  'input.quarters-dropped': (slots) =>
    `${capital(measureName(slots.measure))}: ${some(slots.quarters, slots.count)} ${slots.count === 1 ? 'was' : 'were'} left out, because not all ${slots.count === 1 ? 'its' : 'their'} months or days are there (${slots.areas === 1 ? slots.area : `${slots.area} and ${plural(slots.areas - 1, 'other area')}`}).`,
  'input.made-quarters': () =>
    'The comparison is by quarter: shorter periods were added up to quarters of the NHS year, and list sizes averaged.',
  'input.notes-keys': (slots) =>
    `${slots.file}: ${quoted(slots.keys)} ${one(slots.keys, 'is', 'are')} not known here; notes, licence and source are.`,

  'input.pool-gaps': (slots) =>
    `${slots.area}, ${measureName(slots.measure)}: ${plural(slots.count, 'period is', 'periods are')} missing in the sum, because not all of its areas have a value (${listed(slots.areas)} among those that lack one). To keep them, name only areas with values throughout.`,
  'input.pool-lacks': (slots) =>
    `${slots.area} has no ${measureName(slots.measure)}, because ${some(slots.areas, slots.count)} ${slots.count === 1 ? 'has' : 'have'} none.`,
  'input.pool-other': (slots) =>
    `${slots.area}: ${measureName(slots.measure)} was added up over its areas, which is wrong for rates and averages.`,
  'input.rest-incomplete': (slots) => {
    const [count, areas] = [slots.count, slots.areas];
    const share = slots.share;
    const size = share < 0.1 ? 'less than 0.1%' : magnitude(share);
    const one = count === 1;
    return `Left out of the comparator, because ${one ? 'it lacks' : 'they lack'} quarters that the practice has: ${some(areas, count)}, ${size} of the other areas’ ${measureName(slots.shareOf)}. Ask whether ${one ? 'it' : 'they'} closed or merged, and where the patients went; to keep ${one ? 'it' : 'them'}, name the comparators.`;
  },
  'input.rest-may-hold-total': (slots) => {
    const areas = slots.areas;
    const one = areas.length === 1;
    return `${listed(areas)} ${one ? 'is' : 'are each'} as large as all other areas of the comparator together. If ${one ? 'it holds' : 'one holds'} them, they are counted twice: name the comparators instead of --comparator rest.`;
  },
  'input.subtracted': (slots) =>
    `${slots.part} was subtracted from ${slots.whole} before comparing (${listed(slots.measures.map(measureName))}).`,
  'input.not-subtracted': (slots) =>
    `${capital(measureName(slots.measure))} of ${slots.whole} was left out: there is none of ${slots.part} to subtract from it.`,
};
