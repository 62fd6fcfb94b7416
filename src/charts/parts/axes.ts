import type { TimeAxis } from './time-axis.ts';
import type { ValueAxis } from './value-axis.ts';

/** Height of ticks and labels below a plot, px. */
export const TIME_AXIS_HEIGHT = 26;

/** Space between axis labels and the plot, px. */
export const VALUE_LABEL_GAP = 6;

/** Encoding of a period index: ticks for every period, long ones where a label stands. (Without a count Vega drops ticks.) */
export function timeEncoding(field: string, { domain, ticks, labels }: TimeAxis) {
  return {
    field,
    type: 'quantitative' as const,
    scale: { domain: [...domain], nice: false, zero: false },
    axis: {
      title: null,
      grid: false,
      values: [...ticks],
      tickCount: ticks.length,
      labelExpr: lookUp(
        labels.map(({ index }) => index),
        labels.map(({ text }) => text),
      ),
      labelOverlap: false,
      labelFlush: false,
      labelPadding: 4,
      tickSize: {
        condition: { test: `indexof(${JSON.stringify(labels.map(({ index }) => index))}, datum.value) >= 0`, value: 7 },
        value: 3,
      },
    },
  };
}

/** Encoding of a value: labels, a light grid, neither line nor ticks. `labelled` false leaves the labels to a neighbour. */
export function valueEncoding(field: string, { domain, ticks, labels }: ValueAxis, labelled: boolean) {
  return {
    field,
    type: 'quantitative' as const,
    scale: { domain: [...domain], nice: false, zero: false },
    axis: {
      title: null,
      grid: true,
      domain: false,
      ticks: false,
      labels: labelled,
      values: [...ticks],
      tickCount: ticks.length,
      labelExpr: lookUp(ticks, labels),
      labelOverlap: false,
      labelPadding: VALUE_LABEL_GAP,
    },
  };
}

/** Encoding of a value from left to right: labels under the plot, and a light grid where nothing stands in its way. */
export function valueAcross(
  field: string,
  { domain, ticks, labels }: ValueAxis,
  scale: 'linear' | 'log',
  grid: boolean,
) {
  return {
    field,
    type: 'quantitative' as const,
    scale: { type: scale, domain: [...domain], nice: false, ...(scale === 'linear' ? { zero: false } : {}) },
    axis: {
      title: null,
      grid,
      domain: !grid,
      ticks: !grid,
      tickSize: 4,
      values: [...ticks],
      tickCount: ticks.length,
      labelExpr: lookUp(ticks, labels),
      labelOverlap: false,
      labelFlush: false,
      labelPadding: 5,
    },
  };
}

/** An expression that gives each tick its label: our own numbers only, never words from outside. */
function lookUp(ticks: readonly number[], labels: readonly string[]): string {
  const texts = Object.fromEntries(ticks.map((tick, place) => [String(tick), labels[place] ?? '']));
  return `${JSON.stringify(texts)}[datum.value] || ''`;
}

/** Encoding on the scale of another layer, whose axis stands already. */
export const onScale = (field: string) => ({ field, type: 'quantitative' }) as const;
