import type { Slots } from '../types.ts';
import { charted, chartValue } from '../words/charts.ts';
import { maybe, str } from '../words/slots.ts';
import { chartSymbol } from './names.ts';

/** `an I chart`, `a C chart`. */
export function aChart(chart: string): string {
  const name = chartSymbol(chart);
  return `${/^[IMSX]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** What a verdict is called in a sentence. */
const VERDICTS: Readonly<Record<string, string>> = {
  improvement: 'improvement',
  concern: 'concern',
  neither: 'special cause, neither better nor worse',
  common: 'common cause',
  insufficient: 'no verdict',
};

export const verdictName = (variation: string): string => VERDICTS[variation] ?? variation;

/** A value of the chart in its unit; shares of one as they stand. */
export function valueIn(slots: Slots, name: string): string {
  return chartValue(maybe(slots, name), str(slots, 'unit'));
}

/** `Frome’s emergency admissions per 1,000 people on the list`, for a chart of moving ranges or deviations with what it shows. */
export function shown(slots: Slots): string {
  const measure = charted(slots);
  if (slots.chart === 'mr') return `change from point to point of ${measure}`;
  if (slots.chart === 's') return `spread of ${measure}`;
  return measure;
}
