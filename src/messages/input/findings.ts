import type { Slots } from '../types.ts';
import { listed, magnitude, number, plural } from '../words/format.ts';
import { capital, measureName } from '../words/measures.ts';
import { num, str, texts } from '../words/slots.ts';
import type { FindingTexts } from '../words/texts.ts';

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
const one = (slots: Slots, list: string, single: string, many: string): string =>
  texts(slots, list).length === 1 ? single : many;
const were = (slots: Slots, list: string): string => one(slots, list, 'was', 'were');

const CONVENTIONS: Readonly<Record<string, string>> = {
  financial: 'Q1 is April to June',
  calendar: 'Q1 is January to March',
};

/** What was assumed, passed over or found missing while reading. */
export const inputFindings: FindingTexts = {
  'input.windows-1252': (slots) =>
    `${str(slots, 'file')} is not UTF-8 (first seen in line ${num(slots, 'line')}); it was read as Windows-1252. If names look wrong, save it again as UTF-8.`,
  'input.empty-columns': (slots) =>
    `${str(slots, 'file')}: ${plural(num(slots, 'columns'), 'empty column')} after the last one ${num(slots, 'columns') === 1 ? 'was' : 'were'} left out.`,
  'input.headed-empty': (slots) =>
    `${str(slots, 'file')}: ${quoted(texts(slots, 'headings'))} ${one(slots, 'headings', 'holds', 'hold')} nothing and ${were(slots, 'headings')} left out.`,
  'input.other-numbers': (slots) =>
    `${str(slots, 'file')}: ${quoted(texts(slots, 'headings'))} ${were(slots, 'headings')} not used. To use one, name it with --measure or --columns.`,
  'input.other-texts': (slots) =>
    `${str(slots, 'file')}: ${quoted(texts(slots, 'headings'))} ${one(slots, 'headings', 'holds', 'hold')} text and ${were(slots, 'headings')} not used.`,
  'input.second-period': (slots) =>
    `${str(slots, 'file')}: “${str(slots, 'heading')}” also looks like periods; “${str(slots, 'used')}” was used instead.`,
  'input.composed-period': (slots) =>
    `${str(slots, 'file')}: periods were put together from the columns ${str(slots, 'heading')}.`,
  'input.measure-from-file': (slots) =>
    `${str(slots, 'file')}: its numbers were taken as ${measureName(str(slots, 'measure'))}, because its name says so. If they are not, say what they are with --measure.`,
  'input.assumed-admissions': (slots) =>
    `${str(slots, 'file')}: nothing says what its numbers are; they were taken as emergency admissions. If they are not, say what they are with --measure.`,
  'input.only-number': (slots) =>
    `${str(slots, 'file')}: the only column of numbers, “${str(slots, 'heading')}”, was taken as the measure ${measureName(str(slots, 'measure'))}. If it is something else, use --measure.`,
  'input.event-order': (slots) => `${str(slots, 'file')}: points stand in the order of the rows, not of time.`,

  'input.quarter-convention': (slots) =>
    `${str(slots, 'file')}, ${str(slots, 'column')}: “${str(slots, 'cell')}” was read as ${str(slots, 'period')} (--quarters ${str(slots, 'convention')}: ${CONVENTIONS[str(slots, 'convention')] ?? ''}).`,
  'input.day-first': (slots) =>
    `${str(slots, 'file')}, ${str(slots, 'column')}: dates were read with the day first: “${str(slots, 'cell')}” lies in ${str(slots, 'period')}.`,
  'input.excel-serial': (slots) =>
    `${str(slots, 'file')}, ${str(slots, 'column')}: numbers were read as Excel dates: “${str(slots, 'cell')}” lies in ${str(slots, 'period')}.`,
  'input.bare-year': (slots) =>
    `${str(slots, 'file')}, ${str(slots, 'column')}: “${str(slots, 'cell')}” was read as the year from January to December. For an NHS year write it as 2013/14.`,
  'input.compact-year': (slots) =>
    `${str(slots, 'file')}, ${str(slots, 'column')}: “${str(slots, 'cell')}” was read as the NHS year ${str(slots, 'period')}.`,
  'input.first-days-as-months': (slots) =>
    `${str(slots, 'file')}, ${str(slots, 'column')}: all dates are the first of a month; each was taken as that month.`,
  'input.last-days-as-months': (slots) =>
    `${str(slots, 'file')}, ${str(slots, 'column')}: all dates are the last of a month; each was taken as that month.`,
  'input.days-as-weeks': (slots) =>
    `${str(slots, 'file')}, ${str(slots, 'column')}: all dates are seven days apart; they were taken as weeks.`,
  'input.months-as-quarters': (slots) =>
    `${str(slots, 'file')}, ${str(slots, 'column')}: the months are three apart and bound quarters; each was taken as its quarter.`,
  'input.months-as-financial-years': (slots) =>
    `${str(slots, 'file')}, ${str(slots, 'column')}: the months are twelve apart and bound NHS years; each was taken as its year, April to March.`,
  'input.months-as-calendar-years': (slots) =>
    `${str(slots, 'file')}, ${str(slots, 'column')}: the months are twelve apart and bound calendar years; each was taken as its year.`,

  'input.missing-cells': (slots) =>
    `${str(slots, 'file')}, ${str(slots, 'heading')}: ${plural(num(slots, 'count'), 'cell is', 'cells are')} empty or a dash (first in line ${num(slots, 'line')}); missing is not zero.`,
  'input.fractions': (slots) =>
    `${str(slots, 'file')}, ${str(slots, 'heading')}: ${plural(num(slots, 'count'), 'value is', 'values are')} not a whole number (first in line ${num(slots, 'line')}), so they are estimates or shares rather than counts; intervals for counts are only rough.`,
  'input.duplicates': (slots) =>
    `${plural(num(slots, 'count'), 'value')} stood twice with the same number and counted once; first ${str(slots, 'area')}, ${str(slots, 'period')}: ${str(slots, 'file')} line ${num(slots, 'line')} repeats ${slots.otherFile === null ? '' : `${str(slots, 'otherFile')} `}line ${num(slots, 'otherLine')}.`,
  'input.gaps': (slots) =>
    `${capital(measureName(str(slots, 'measure')))}: ${str(slots, 'area')} has no value for ${some(texts(slots, 'periods'), num(slots, 'count'))}${num(slots, 'otherAreas') > 0 ? `; ${plural(num(slots, 'otherAreas'), 'other area has', 'other areas have')} gaps too` : ''}. Gaps stay gaps.`,
  'input.areas-without': (slots) =>
    `${capital(measureName(str(slots, 'measure')))}: no figures for ${some(texts(slots, 'areas'), num(slots, 'count'))}.`,
  'input.total-area': (slots) =>
    `${quoted(texts(slots, 'areas'))} ${one(slots, 'areas', 'looks', 'look')} like the sum of other areas and ${were(slots, 'areas')} kept as an area. Take care not to count anybody twice.`,
  'input.areas-renamed': (slots) =>
    `The code ${str(slots, 'code')} stands under several names (${listed(texts(slots, 'names'))}); it was taken as one area, ${str(slots, 'used')}${num(slots, 'others') > 0 ? `, and ${plural(num(slots, 'others'), 'other code')} likewise under ${num(slots, 'others') === 1 ? 'its latest name' : 'their latest names'}` : ''}.`,
  'input.strata-summed': (slots) =>
    `${capital(measureName(str(slots, 'measure')))}: the whole population is the sum over ${listed(texts(slots, 'strata').map((name) => name.replaceAll('_', ' ')))}. If a row stands for several others, leave it out of the file.`,
  'input.strata-not-summed': (slots) =>
    `There is no ${measureName(str(slots, 'measure'))} of the whole population: the rows divide it in several ways, and a sum might count people twice. Keep the rows of one division, or of all.`,
  'input.quarters-dropped': (slots) =>
    `${capital(measureName(str(slots, 'measure')))}: ${some(texts(slots, 'quarters'), num(slots, 'count'))} ${num(slots, 'count') === 1 ? 'was' : 'were'} left out, because not all ${num(slots, 'count') === 1 ? 'its' : 'their'} months or days are there (${num(slots, 'areas') === 1 ? str(slots, 'area') : `${str(slots, 'area')} and ${plural(num(slots, 'areas') - 1, 'other area')}`}).`,
  'input.made-quarters': () =>
    'The comparison is by quarter: shorter periods were added up to quarters of the NHS year, and list sizes averaged.',
  'input.notes-keys': (slots) =>
    `${str(slots, 'file')}: ${quoted(texts(slots, 'keys'))} ${one(slots, 'keys', 'is', 'are')} not known here; notes, licence and source are.`,

  'input.pool-gaps': (slots) =>
    `${str(slots, 'area')}, ${measureName(str(slots, 'measure'))}: ${plural(num(slots, 'count'), 'period is', 'periods are')} missing in the sum, because not all of its areas have a value (${listed(texts(slots, 'areas'))} among those that lack one). To keep them, name only areas with values throughout.`,
  'input.pool-lacks': (slots) =>
    `${str(slots, 'area')} has no ${measureName(str(slots, 'measure'))}, because ${some(texts(slots, 'areas'), num(slots, 'count'))} ${num(slots, 'count') === 1 ? 'has' : 'have'} none.`,
  'input.pool-other': (slots) =>
    `${str(slots, 'area')}: ${measureName(str(slots, 'measure'))} was added up over its areas, which is wrong for rates and averages.`,
  'input.rest-incomplete': (slots) => {
    const [count, areas] = [num(slots, 'count'), texts(slots, 'areas')];
    const share = num(slots, 'share');
    const size = share < 0.1 ? 'less than 0.1%' : magnitude(share);
    const one = count === 1;
    return `Left out of the comparator, because ${one ? 'it lacks' : 'they lack'} quarters that the practice has: ${some(areas, count)}, ${size} of the other areas’ ${measureName(str(slots, 'shareOf'))}. Ask whether ${one ? 'it' : 'they'} closed or merged, and where the patients went; to keep ${one ? 'it' : 'them'}, name the comparators.`;
  },
  'input.rest-may-hold-total': (slots) => {
    const areas = texts(slots, 'areas');
    const one = areas.length === 1;
    return `${listed(areas)} ${one ? 'is' : 'are each'} as large as all other areas of the comparator together. If ${one ? 'it holds' : 'one holds'} them, they are counted twice: name the comparators instead of --comparator rest.`;
  },
  'input.subtracted': (slots) =>
    `${str(slots, 'part')} was subtracted from ${str(slots, 'whole')} before comparing (${listed(texts(slots, 'measures').map(measureName))}).`,
  'input.not-subtracted': (slots) =>
    `${capital(measureName(str(slots, 'measure')))} of ${str(slots, 'whole')} was left out: there is none of ${str(slots, 'part')} to subtract from it.`,
};
