import { onScale } from './axes.ts';
import { along } from './ground.ts';
import type { Layer } from './layer.ts';
import type { Box } from './placing.ts';
import type { Scale } from './scale.ts';

/** A stretch of time (period indices, half a step beyond its points) on which a line keeps one value. */
interface Tread {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Treads that follow one another without a break: a line that may change from point to point. */
export type Stair = readonly Tread[];

interface Stepped {
  readonly index: number;
  /** A line is broken between points of different groups. */
  readonly group: number;
  /** Null: the line has no value of its own here, and goes on as before. */
  readonly value: number | null;
}

/** The stairs through these points, one a group: each point's value holds half a step to both sides of it. */
export function stairs(points: readonly Stepped[], step: number): readonly Stair[] {
  const all: Tread[][] = [];
  let group: number | null = null;
  for (const point of points) {
    if (point.value === null) continue;
    if (point.group !== group) all.push([]);
    group = point.group;
    const stair = all.at(-1) ?? [];
    const before = stair.pop();
    const from = point.index - step / 2;
    const to = point.index + step / 2;
    if (before && before.value === point.value) stair.push({ ...before, to });
    else stair.push(...(before ? [{ ...before, to: from }] : []), { from, to, value: point.value });
  }
  return all;
}

/** Stairs drawn through their corners, so that dashes run on over the steps. No stair, no layer. */
export function stairLayers(
  all: readonly Stair[],
  style: { readonly colour: string; readonly width: number; readonly dash: readonly [number, number] },
): readonly Layer[] {
  if (all.length === 0) return [];
  const layer = {
    data: {
      values: all.flatMap((stair, line) =>
        corners(stair).map(([index, value], order) => ({ line, order, index, value })),
      ),
    },
    mark: { type: 'line', color: style.colour, strokeWidth: style.width, strokeDash: [...style.dash] },
    encoding: {
      x: onScale('index'),
      y: onScale('value'),
      detail: { field: 'line', type: 'nominal' },
      order: { field: 'order', type: 'quantitative' },
    },
  };
  return [layer as Layer];
}

function corners(stair: Stair): readonly (readonly [number, number])[] {
  return stair.flatMap(({ from, to, value }) => [[from, value] as const, [to, value] as const]);
}

/** Half the room that a line takes, px. */
const HALF = 2;

/** The ground that stairs take, as boxes in px that labels must leave free. */
export function stairBoxes(all: readonly Stair[], x: Scale, y: Scale): readonly Box[] {
  return all.flatMap((stair) =>
    stair.flatMap(({ from, to, value }, place) => {
      const next = stair[place + 1];
      const flat = { x: x(from), y: y(value) - HALF, width: x(to) - x(from), height: 2 * HALF };
      return next ? [flat, ...along({ x: x(to), y: y(value) }, { x: x(to), y: y(next.value) })] : [flat];
    }),
  );
}
