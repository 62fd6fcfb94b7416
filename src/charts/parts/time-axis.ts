import { type Frequency, financialYearOf, formatFinancialYear, formatPeriod } from '../../data/period.ts';
import { textWidth } from './text-width.ts';
import { TYPE } from './theme.ts';

interface TimeLabel {
  readonly index: number;
  readonly text: string;
}

/** Time as an axis in period indices. `domain` is half a step wider than the data at both ends; every label has its tick. */
export interface TimeAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly labels: readonly TimeLabel[];
}

/** What is drawn: from the first to the last index, `step` apart. */
export interface Span {
  readonly frequency: Frequency;
  readonly step: number;
  readonly first: number;
  readonly last: number;
}

/** Space between neighbouring labels, px. */
const GAP = 8;
const DAY_MS = 86_400_000;

/**
 * The axis of a span on a plot `width` px wide: NHS years (`2013/14`) at their first period, thinned until they fit;
 * single periods where there are too few years to speak of. Labels are never turned.
 */
export function timeAxis(span: Span, width: number): TimeAxis {
  const domain = [span.first - span.step / 2, span.last + span.step / 2] as const;
  const perIndex = width / (domain[1] - domain[0]);
  const candidates = LABELS[span.frequency](span);
  const labels = candidates.find((list) => fits(list, perIndex)) ?? candidates.at(-1)?.slice(0, 1) ?? [];
  const ticks = new Set([...tickIndices(span, perIndex), ...labels.map((label) => label.index)]);
  return { domain, ticks: [...ticks].sort((a, b) => a - b), labels };
}

/** Ticks of a frequency, the finest first: every so many indices, on multiples of that number plus `from`. */
const TICKS: Readonly<Record<Exclude<Frequency, 'day'>, { readonly by: readonly number[]; readonly from: number }>> = {
  quarter: { by: [1, 4], from: 1 },
  month: { by: [1, 3, 12], from: 3 },
  year: { by: [1, 5], from: 0 },
  'calendar-year': { by: [1, 5], from: 0 },
  event: { by: [1, 5, 10], from: -1 },
};

/** Ticks closer than this, px, are a blur. */
const CLOSEST = 5;

/** The finest ticks that a reader can tell apart. Days are marked at the starts of months. */
function tickIndices(span: Span, perIndex: number): readonly number[] {
  if (span.frequency === 'day') return monthStarts(span);
  const { by, from } = TICKS[span.frequency];
  const every = by.find((each) => each * span.step * perIndex >= CLOSEST);
  return every === undefined ? [] : single(span).filter((index) => (index - from) % every === 0);
}

function fits(labels: readonly TimeLabel[], perIndex: number): boolean {
  return labels.every((label, place) => {
    const next = labels[place + 1];
    if (!next) return true;
    const halves = (textWidth(label.text, TYPE.label.size) + textWidth(next.text, TYPE.label.size)) / 2;
    return (next.index - label.index) * perIndex >= halves + GAP;
  });
}

/** Label sets of a frequency, the finest first. */
const LABELS: Readonly<Record<Frequency, (span: Span) => readonly (readonly TimeLabel[])[]>> = {
  quarter: (span) => (yearStarts(span).length >= 2 ? thinned(yearStarts(span)) : thinned(named(span), [1, 2, 4])),
  month: (span) => (yearStarts(span).length >= 3 ? thinned(yearStarts(span)) : thinned(named(span), [1, 2, 3, 6])),
  day: (span) => {
    if (yearStarts(span).length >= 3) return thinned(yearStarts(span));
    const months = monthStarts(span).map((index) => ({
      index,
      text: formatPeriod({ frequency: 'day', index }).slice(0, 7),
    }));
    return months.length >= 3 ? thinned(months) : thinned(named(span), [1, 2, 7, 14, 28]);
  },
  year: (span) => thinned(named(span)),
  'calendar-year': (span) => thinned(named(span)),
  event: (span) => [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((by) => numbered(span, by)),
};

/** Every label, every second, every third and so on. */
function thinned(labels: readonly TimeLabel[], by = [1, 2, 3, 5, 10, 20, 50]): readonly (readonly TimeLabel[])[] {
  return by.map((each) => labels.filter((_, place) => place % each === 0));
}

/** Every period by its own name. */
function named(span: Span): readonly TimeLabel[] {
  return single(span).map((index) => ({ index, text: formatPeriod({ frequency: span.frequency, index }) }));
}

/** Events by number: 1, then the multiples of `by`. */
function numbered(span: Span, by: number): readonly TimeLabel[] {
  return single(span)
    .filter((index) => (index + 1) % by === 0 || (index === span.first && by < 10))
    .map((index) => ({ index, text: String(index + 1) }));
}

function single({ first, last, step }: Span): readonly number[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, place) => first + place * step);
}

/** The first period of each NHS year that begins within the span. */
function yearStarts({ frequency, first, last }: Span): readonly TimeLabel[] {
  const labels: TimeLabel[] = [];
  for (let index = first; index <= last; index += 1) {
    const year = financialYearOf({ frequency, index });
    if (year !== financialYearOf({ frequency, index: index - 1 })) {
      labels.push({ index, text: formatFinancialYear(year) });
    }
  }
  return labels;
}

function monthStarts({ first, last }: Span): readonly number[] {
  const list: number[] = [];
  for (let index = first; index <= last; index += 1) {
    if (new Date(index * DAY_MS).getUTCDate() === 1) list.push(index);
  }
  return list;
}
