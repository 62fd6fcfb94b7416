import { timeEncoding, valueEncoding } from './axes.ts';
import type { Layer } from './layer.ts';
import type { TimeAxis } from './time-axis.ts';
import type { ValueAxis } from './value-axis.ts';

/** A value at a period; null breaks the line. */
export interface LinePoint {
  readonly index: number;
  readonly period: string;
  readonly value: number | null;
}

export interface LineStyle {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly [number, number];
}

interface Plot {
  readonly time: TimeAxis;
  readonly value: ValueAxis;
  readonly labelled: boolean;
}

/** A series as a line, with the axes of its plot. A missing value leaves a gap. */
export function lineLayer(points: readonly LinePoint[], { time, value, labelled }: Plot, style: LineStyle): Layer {
  return {
    data: { values: points.map(({ index, period, value: y }) => ({ index, period, value: y })) },
    mark: {
      type: 'line',
      invalid: 'break-paths-show-domains',
      color: style.colour,
      strokeWidth: style.width,
      ...(style.dash ? { strokeDash: [...style.dash] } : {}),
    },
    encoding: {
      x: timeEncoding('index', time),
      y: valueEncoding('value', value, labelled),
      order: { field: 'index', type: 'quantitative' },
    },
  } as Layer;
}
