import { charted, chartValue } from '../run-chart/words.ts';
import type { Slots } from '../types.ts';
import { count } from '../words/format.ts';
import { maybe, str } from '../words/slots.ts';
import { chartSymbol } from './names.ts';

/** `an I chart`, `a C chart`. */
export function aChart(chart: string): string {
  const name = chartSymbol(chart);
  return `${/^[IMSX]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** How control chart rule sets are spoken of. */
const RULE_SET_NAMES: Readonly<Record<string, string>> = {
  'ihi-control': 'the IHI control chart rules',
  'mdc-excel-v5': 'the Making Data Count rules (Excel tool 5.0)',
  'mdc-sql-2.6a': 'the Making Data Count rules (SQL query 2.6a)',
  nhsr: 'the NHS-R Community’s rules',
  'western-electric': 'the Western Electric rules',
  nelson: 'Nelson’s rules',
  wheeler: 'Wheeler’s rules',
};

export const ruleSetName = (name: string): string => RULE_SET_NAMES[name] ?? name;

/** Each rule when it gave one signal, and when it gave several. */
const SIGNAL_NAMES: Readonly<Record<string, readonly [string, string]>> = {
  outside: ['a breach of the limits', 'breaches of the limits'],
  shift: ['a shift', 'shifts'],
  trend: ['a trend', 'trends'],
  'two-of-three': ['two of three points near a limit', 'stretches with two of three points near a limit'],
  'three-of-four': ['three of four points near a limit', 'stretches with three of four points near a limit'],
  'four-of-five': [
    'four of five points away from the centre',
    'stretches with four of five points away from the centre',
  ],
  hugging: ['a stretch close to the centre', 'stretches close to the centre'],
  mixture: ['a stretch that shuns the centre', 'stretches that shun the centre'],
  alternating: ['a stretch of ups and downs in turn', 'stretches of ups and downs in turn'],
  'moving-range': ['an unusual jump', 'unusual jumps'],
};

/** `two shifts`, `a trend`. */
export function signalName(rule: string, n: number): string {
  const [one, many] = SIGNAL_NAMES[rule] ?? [rule, rule];
  return n === 1 ? one : `${count(n)} ${many}`;
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
