import type { MeasureSlots } from '../types.ts';
import { charted } from '../words/charts.ts';
import type { ControlChartName } from './catalogue.ts';
import { chartSymbol } from './names.ts';

/** `an I chart`, `a C chart`. */
export function aChart(chart: ControlChartName): string {
  const name = chartSymbol(chart);
  return `${/^[IMSX]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** What a verdict is called in a sentence. */
const VERDICTS = {
  improvement: 'improvement',
  concern: 'concern',
  neither: 'special cause, neither better nor worse',
  common: 'common cause',
  insufficient: 'no verdict',
} as const;

export const verdictName = (variation: keyof typeof VERDICTS): string => VERDICTS[variation];

/** `Frome’s emergency admissions per 1,000 people on the list`, for a chart of moving ranges or deviations with what it shows. */
export function shown(slots: MeasureSlots & { readonly chart: ControlChartName }): string {
  const measure = charted(slots);
  if (slots.chart === 'mr') return `change from point to point of ${measure}`;
  if (slots.chart === 's') return `spread of ${measure}`;
  return measure;
}
