import type { Problems } from '../../errors.ts';
import { caution, type Finding } from '../../finding.ts';
import { type Frequency, formatPeriod, type Period } from '../period.ts';
import { excerpt, headingKey } from '../text.ts';
import {
  cleanPeriod,
  monthNumber,
  NOTATIONS,
  type Notation,
  type QuarterConvention,
  type Unread,
} from './notations.ts';
import { promote } from './promotions.ts';

/** A column of periods as read: cell -> index. Cells that are not there were problems. */
interface PeriodColumn {
  readonly frequency: Frequency;
  readonly step: number;
  readonly indices: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

interface PeriodCells {
  readonly file: string;
  readonly heading: string;
  readonly cells: readonly string[];
  readonly lines: readonly number[];
  readonly quarters: QuarterConvention;
}

type Reading = Period | Unread;

/** Words of a heading that favour one of two notations which read a column equally well: 2010-11 is a month or an NHS year. */
const HINTS: readonly (readonly [RegExp, Frequency])[] = [
  [/month/, 'month'],
  [/year|fy/, 'year'],
  [/quarter|qtr/, 'quarter'],
];

/**
 * Reads a column of periods: one notation for the whole column where one reads it all, else the one that reads the most and
 * for the rest any other of the same frequency. Dates that all begin (or end) a month become months, months three apart
 * quarters, dates seven apart weeks; each such assumption is a caution. What cannot be read goes to `problems`. Null where
 * nothing can.
 */
export function readPeriodColumn(column: PeriodCells, problems: Problems): PeriodColumn | null {
  const distinct = [...new Set(column.cells)];
  const chosen = bestNotation(distinct, column.heading, column.quarters);
  if (!chosen) {
    problems.add('input.period-column', { example: excerpt(column.cells[0] ?? '') }, placeOf(column, 0));
    return null;
  }
  const used = new Set<string>();
  const readings = new Map<string, Reading | null>();
  for (const cell of distinct) {
    const { reading, notation } = readCell(cell, chosen, column.quarters);
    readings.set(cell, reading);
    if (notation) used.add(notation.name);
  }
  if ([...readings.values()].includes('ambiguous')) {
    const at = column.cells.findIndex((cell) => readings.get(cell) === 'ambiguous');
    problems.add('input.ambiguous-quarter', { cell: excerpt(column.cells[at] ?? '') }, placeOf(column, at));
    return null;
  }
  if (used.has('bare-year') && /financial|fiscal|\bfy\b/.test(headingKey(column.heading))) {
    problems.add('input.ambiguous-year', { cell: excerpt(column.cells[0] ?? '') }, placeOf(column, 0));
    return null;
  }
  addUnread(column, readings, chosen, problems);
  return assemble(column, readings, used);
}

/** The frequency in which a column would be read, null where it holds no periods. For choosing between columns. */
export function frequencyOf(cells: readonly string[], heading: string): Frequency | null {
  const distinct = [...new Set(cells)];
  const chosen = bestNotation(distinct, heading, 'financial');
  if (!chosen || 2 * chosen.count < distinct.length) return null;
  return chosen.frequency;
}

interface Choice {
  readonly notation: Notation;
  readonly frequency: Frequency;
  readonly count: number;
}

function bestNotation(distinct: readonly string[], heading: string, quarters: QuarterConvention): Choice | null {
  const hint = HINTS.find(([pattern]) => pattern.test(headingKey(heading)))?.[1] ?? null;
  const texts = distinct.map(cleanPeriod);
  let best: Choice | null = null;
  for (const notation of NOTATIONS) {
    const readings = texts.map((text) => notation.read(text, quarters)).filter((reading) => reading !== null);
    const first = readings.find((reading): reading is Period => typeof reading === 'object');
    if (readings.length === 0) continue;
    const choice: Choice = { notation, frequency: first?.frequency ?? 'quarter', count: readings.length };
    const better = best === null || choice.count > best.count;
    if (better || (choice.count === best?.count && choice.frequency === hint && best.frequency !== hint)) best = choice;
  }
  return best;
}

function readCell(
  cell: string,
  chosen: Choice,
  quarters: QuarterConvention,
): { readonly reading: Reading | null; readonly notation: Notation | null } {
  const text = cleanPeriod(cell);
  for (const notation of [chosen.notation, ...NOTATIONS]) {
    const reading = notation.read(text, quarters);
    if (reading === null) continue;
    if (typeof reading === 'string' || reading.frequency === chosen.frequency) return { reading, notation };
  }
  return { reading: null, notation: null };
}

function addUnread(
  column: PeriodCells,
  readings: ReadonlyMap<string, Reading | null>,
  chosen: Choice,
  problems: Problems,
): void {
  const expected = chosen.notation.example;
  column.cells.forEach((cell, at) => {
    const reading = readings.get(cell) ?? null;
    if (reading === 'null-date') problems.add('input.null-date', { cell: excerpt(cell) }, placeOf(column, at));
    else if (reading !== null) return;
    else if (cell.trim() === '') problems.add('input.no-period', {}, placeOf(column, at));
    else problems.add('input.unread-period', { cell: excerpt(cell), example: expected }, placeOf(column, at));
  });
}

function assemble(
  column: PeriodCells,
  readings: ReadonlyMap<string, Reading | null>,
  used: ReadonlySet<string>,
): PeriodColumn | null {
  const periods = [...readings].flatMap(([cell, reading]) =>
    reading !== null && typeof reading === 'object' ? [{ cell, period: reading }] : [],
  );
  const frequency = periods[0]?.period.frequency;
  if (!frequency) return null;
  const promoted = promote(frequency, [...new Set(periods.map(({ period }) => period.index))]);
  const indices = new Map(periods.map(({ cell, period }) => [cell, promoted.convert(period.index)]));
  const place = { file: column.file, column: column.heading };
  const notes: Finding[] = [];
  for (const notation of NOTATIONS) {
    if (!notation.assumption || !used.has(notation.name)) continue;
    const example = periods[0];
    if (!example) continue;
    const period = formatPeriod({ frequency: promoted.frequency, index: promoted.convert(example.period.index) });
    notes.push(
      caution(notation.assumption, { ...place, cell: excerpt(example.cell), period, convention: column.quarters }),
    );
  }
  for (const id of promoted.assumptions) notes.push(caution(id, place));
  return { frequency: promoted.frequency, step: promoted.step, indices, findings: notes };
}

const placeOf = (column: PeriodCells, at: number) => ({
  file: column.file,
  line: column.lines[at] ?? 0,
  column: column.heading,
});

export type PartOfYear = 'quarter' | 'month';

const QUARTER = /^(?:q|qtr|quarter)? ?([1-4])$/i;
const QUARTER_WORD = /^(?:q|qtr|quarter) ?[1-4]$/i;
const MONTH_NAME = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/i;
const MONTH_NUMBER = /^(?:0?[1-9]|1[0-2])$/;
const FINANCIAL_YEAR = /^(?:FY ?)?(\d{4}) ?[/-] ?(?:\d{4}|\d{2})$/i;

/**
 * Whether cells are quarters or months without their year, so that a year must stand in another column: `Q1`, `April`, or
 * plain numbers under a heading that says which.
 */
export function partOfYear(cells: readonly string[], headingKey: string): PartOfYear | null {
  const texts = cells.map(cleanPeriod);
  if (texts.length === 0) return null;
  const all = (...patterns: readonly RegExp[]) => texts.every((text) => patterns.some((pattern) => pattern.test(text)));
  if (all(QUARTER_WORD) || (/quarter|qtr/.test(headingKey) && all(QUARTER))) return 'quarter';
  return all(MONTH_NAME) || (/month/.test(headingKey) && all(MONTH_NAME, MONTH_NUMBER)) ? 'month' : null;
}

/**
 * A year and a part of it as one text that a notation reads. A month's name in an NHS year finds its calendar year; a
 * month's number there does not say whether 1 is April, so it stays unreadable.
 *
 * @example composePeriod('2013/14', 'Q1', 'quarter') // '2013/14 Q1'
 * @example composePeriod('2013/14', 'January', 'month') // 'Jan 2014'
 */
export function composePeriod(year: string, part: string, kind: PartOfYear): string {
  const [y, p] = [cleanPeriod(year), cleanPeriod(part)];
  if (kind === 'quarter') return `${y} Q${QUARTER.exec(p)?.[1] ?? p}`;
  const financial = FINANCIAL_YEAR.exec(y);
  if (!MONTH_NAME.test(p)) return financial ? `${y} month ${p}` : `${y}-${p}`;
  const name = p.slice(0, 3);
  return financial ? `${name} ${Number(financial[1]) + (monthNumber(name) < 3 ? 1 : 0)}` : `${name} ${y}`;
}
