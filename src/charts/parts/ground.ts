import type { Box, Spot } from './placing.ts';

/** Half the room that a point takes, px. */
const POINT = 6;
const LINE = 2;

/** What lies on a plot, as boxes that a label must leave free. */
interface Drawn {
  readonly width: number;
  readonly height: number;
  /** The points of a line in order; null for a gap. */
  readonly points: readonly (Spot | null)[];
  readonly horizontals: readonly number[];
  readonly verticals: readonly number[];
}

/** Boxes round every point, along the line between neighbours, and along straight lines from edge to edge. */
export function obstaclesOf({ width, height, points, horizontals, verticals }: Drawn): readonly Box[] {
  return [
    ...points.flatMap((spot) => (spot ? [around(spot, POINT)] : [])),
    ...points.flatMap((spot, place) => {
      const next = points[place + 1];
      return spot && next ? along(spot, next) : [];
    }),
    ...horizontals.map((y) => ({ x: 0, y: y - LINE, width, height: 2 * LINE })),
    ...verticals.map((x) => ({ x: x - LINE, y: 0, width: 2 * LINE, height })),
  ];
}

function around({ x, y }: Spot, half: number): Box {
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

/** Small boxes along a straight line, its ends left out. */
export function along(from: Spot, to: Spot): readonly Box[] {
  const steps = Math.floor(Math.hypot(to.x - from.x, to.y - from.y) / (2 * LINE));
  return Array.from({ length: steps }, (_, step) =>
    around(
      {
        x: from.x + ((to.x - from.x) * (step + 1)) / (steps + 1),
        y: from.y + ((to.y - from.y) * (step + 1)) / (steps + 1),
      },
      LINE,
    ),
  );
}
