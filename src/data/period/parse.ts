import { usageError } from '../../errors.ts';
import { type Frequency, formatPeriod, type Period, toQuarter } from '../period.ts';
import { excerpt } from '../text.ts';
import { cleanPeriod, NOTATIONS, type QuarterConvention } from './notations.ts';

/** A stretch of periods named by a person: `2013/14`, or `2013/14 Q1..2013/14 Q4`. */
export interface PeriodWindow {
  readonly label: string;
  readonly from: Period;
  readonly to: Period;
}

/** What reading an option takes into account; `option` is its flag, for messages. */
interface PeriodSettings {
  readonly quarters: QuarterConvention;
  readonly option?: string;
}

/** Years that do not say which twelve months they are: taken only where the data are years too. */
const BARE: ReadonlySet<string> = new Set(['bare-year', 'compact-financial-year']);

/** First month of a year (from 0), from which its quarters and days follow. */
const YEAR_START: Readonly<Partial<Record<Frequency, number>>> = { year: 3, 'calendar-year': 0 };

/**
 * A period as a person types it in an option, in the frequency of the data: `2014/15 Q1`, `2014-04`, `Apr 2014`. A shorter
 * period than the data's gives the one that holds it; a longer one its first part, or its last with edge `end`. In event
 * order a number from 1. Throws usage errors.
 *
 * @example parsePeriod('2014/15 Q1', 'quarter', { quarters: null }) // { frequency: 'quarter', index: 8057 }
 */
export function parsePeriod(
  text: string,
  frequency: Frequency,
  settings: PeriodSettings,
  edge: 'start' | 'end' = 'start',
): Period {
  const option = settings.option ?? null;
  if (frequency === 'event') {
    if (!/^[1-9]\d*$/.test(text.trim())) throw usageError('input.option-event', { option, text: excerpt(text) });
    return { frequency, index: Number(text) - 1 };
  }
  const readings = NOTATIONS.filter(({ name }) => frequency.endsWith('year') || !BARE.has(name)).map((notation) =>
    notation.read(cleanPeriod(text), settings.quarters),
  );
  const found = readings.flatMap((reading) => (reading !== null && typeof reading === 'object' ? [reading] : []));
  for (const period of [...found.filter((reading) => reading.frequency === frequency), ...found]) {
    const converted = inFrequency(period, frequency, edge);
    if (converted) return converted;
  }
  if (readings.includes('ambiguous')) throw usageError('input.option-quarter', { option, text: excerpt(text) });
  throw usageError('input.option-period', { option, text: excerpt(text), frequency });
}

/**
 * `2013/14`, `2013/14 Q1`, or two of them joined by `..`, both included, in the frequency of the data. Throws usage errors,
 * also where the end lies before the start.
 */
export function parseWindow(
  text: string,
  frequency: Frequency,
  settings: PeriodSettings = { quarters: null },
): PeriodWindow {
  const [first = '', last = first, ...rest] = text.split(/\.{2,3}/);
  const option = settings.option ?? null;
  if (rest.length > 0) throw usageError('input.option-period', { option, text: excerpt(text), frequency });
  const from = parsePeriod(first, frequency, settings, 'start');
  const to = parsePeriod(last, frequency, settings, 'end');
  if (to.index < from.index) throw usageError('input.option-window', { option, text: excerpt(text) });
  const label = first === last ? yearLabel(first, from, to) : `${formatPeriod(from)} to ${formatPeriod(to)}`;
  return { label, from, to };
}

/** `2013/14` however it was typed, or the period itself. */
function yearLabel(text: string, from: Period, to: Period): string {
  if (from.index === to.index) return formatPeriod(from);
  for (const notation of NOTATIONS) {
    const period = notation.read(cleanPeriod(text), null);
    if (period !== null && typeof period === 'object' && period.frequency in YEAR_START) return formatPeriod(period);
  }
  return `${formatPeriod(from)} to ${formatPeriod(to)}`;
}

/** A period in another frequency: the one that holds it, or its first or last part. Null where neither exists. */
function inFrequency(period: Period, frequency: Frequency, edge: 'start' | 'end'): Period | null {
  if (period.frequency === frequency) return period;
  const [first, last] = monthsOf(period);
  const chosen = edge === 'start' ? first : last;
  switch (frequency) {
    case 'month':
      return { frequency, index: chosen };
    case 'quarter':
      return toQuarter({ frequency: 'month', index: chosen });
    case 'day':
      return { frequency, index: edge === 'start' ? firstDay(first) : firstDay(last + 1) - 1 };
    default:
      return null;
  }
}

/** First and last month of a period, as month indices. */
function monthsOf({ frequency, index }: Period): readonly [number, number] {
  if (frequency === 'month') return [index, index];
  if (frequency === 'quarter') return [3 * index, 3 * index + 2];
  if (frequency === 'day') {
    const date = new Date(index * 86_400_000);
    const month = 12 * date.getUTCFullYear() + date.getUTCMonth();
    return [month, month];
  }
  const first = 12 * index + (YEAR_START[frequency] ?? 0);
  return [first, first + 11];
}

function firstDay(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
}

interface Convention {
  readonly quarters: QuarterConvention;
}

/** A period given as an option, by quarter unless another frequency is asked for. Throws usage errors that name the option. */
export function parsePeriodOption(
  option: string,
  text: string,
  { quarters }: Convention,
  frequency: Frequency = 'quarter',
  edge: 'start' | 'end' = 'start',
): Period {
  return parsePeriod(text, frequency, { quarters, option }, edge);
}

/** A stretch of periods given as an option. Throws usage errors that name the option. */
export function parseWindowOption(
  option: string,
  text: string,
  { quarters }: Convention,
  frequency: Frequency = 'quarter',
): PeriodWindow {
  return parseWindow(text, frequency, { quarters, option });
}
