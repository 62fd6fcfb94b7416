import type { Frequency } from '../../data/period.ts';
import { VALUE_LABEL_GAP } from './axes.ts';
import { endLabelRoom } from './end-labels.ts';
import { columnsFor, type Grid, gridFor } from './grid.ts';
import { linear, type Scale } from './scale.ts';
import { type Weight, widest } from './text-width.ts';
import { type ChartOptions, TYPE } from './theme.ts';
import { type TimeAxis, timeAxis } from './time-axis.ts';
import { type AxisUnit, type ValueAxis, valueAxis } from './value-axis.ts';

/** What a plot over time has to hold. */
export interface PlotNeeds {
  readonly frequency: Frequency;
  readonly step: number;
  /** Period indices, in order. */
  readonly indices: readonly number[];
  /** Everything that must lie on the value axis. */
  readonly values: readonly number[];
  readonly unit: AxisUnit;
  /** Labels of the lines' right ends. */
  readonly ends: readonly { readonly text: string; readonly weight?: Weight }[];
}

/** Where a panel over time is drawn: px and axes. `room`: right of the plot, for labels. */
export interface TimePlot {
  readonly width: number;
  readonly height: number;
  readonly room: number;
  readonly time: TimeAxis;
  readonly value: ValueAxis;
  /** Whether the value axis has its labels here, or at the first plot of the row. */
  readonly labelled: boolean;
  readonly x: Scale;
  readonly y: Scale;
}

export interface TimePlots {
  readonly grid: Grid;
  readonly plots: readonly TimePlot[];
}

/** Longest line of a label right of the plots, px, by columns. */
const END_WIDTHS = { wide: [130, 60, 48], narrow: [72] } as const;

/** Steps between ticks of value axes, by columns. */
const STEPS = { wide: [5, 4, 4], narrow: [4] } as const;

/** A plot is at least this far from the right edge, for the last label of the time axis. */
const LEAST_ROOM = 22;

/** Areas are alike in size when the largest is at most this many times the smallest. */
const ALIKE = 2;

/**
 * Plots of equal size with the same time axis; the value axis is the same too where units are the same and sizes alike.
 * `room`: space over and under the data, as a share of their range.
 */
export function timePlots(needs: readonly PlotNeeds[], options: ChartOptions, room: number): TimePlots {
  const columns = columnsFor(needs.length, options) - 1;
  const shared = alike(needs);
  const steps = STEPS[options.width][columns] ?? 4;
  const all = needs.flatMap(({ values }) => values);
  const axes = needs.map(({ values, unit }) => valueAxis(shared ? all : values, { unit, steps, room }));
  const labels = axes.flatMap((axis) => axis.labels);
  const left = Math.ceil(widest(labels, TYPE.label.size)) + VALUE_LABEL_GAP;
  const ends = needs.flatMap((need) => need.ends);
  const right = Math.max(LEAST_ROOM, endLabelRoom(ends, END_WIDTHS[options.width][columns] ?? 70));
  const grid = gridFor(needs.length, options, { left, right, shared });
  const times = timeAxes(needs, grid.plotWidth);
  return {
    grid,
    plots: axes.map((value, place) => {
      const time = times[place] as TimeAxis;
      return {
        width: grid.plotWidth,
        height: grid.plotHeight,
        room: right,
        time,
        value,
        labelled: !shared || place % grid.columns === 0,
        x: linear(time.domain, 0, grid.plotWidth),
        y: linear(value.domain, grid.plotHeight, 0),
      };
    }),
  };
}

function alike(needs: readonly PlotNeeds[]): boolean {
  const sizes = needs.map(({ values }) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0));
  const units = new Set(needs.map(({ unit }) => unit));
  return units.size === 1 && Math.max(...sizes) <= ALIKE * Math.min(...sizes);
}

/** One axis for all plots of a frequency. */
function timeAxes(needs: readonly PlotNeeds[], width: number): readonly TimeAxis[] {
  return needs.map(({ frequency, step }) => {
    const indices = needs.filter((other) => other.frequency === frequency).flatMap((other) => other.indices);
    const first = indices.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const last = indices.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    return timeAxis(
      { frequency, step, first: Number.isFinite(first) ? first : 0, last: Number.isFinite(last) ? last : 0 },
      width,
    );
  });
}
