import { onScale } from './axes.ts';
import type { Layer } from './layer.ts';

/** Limits at a period; null where there are none. */
interface BandPoint {
  readonly index: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** An interval over time as a pale band. Periods without limits, and those that are missing, leave it open. */
export function bandLayer(points: readonly BandPoint[], colour: string): Layer {
  let stretch = 0;
  let next: number | null = null;
  const values = points.flatMap(({ index, lower, upper }) => {
    if (lower === null || upper === null) return [];
    if (index !== next) stretch += 1;
    next = index + 1;
    return [{ index, lower, upper, stretch }];
  });
  return {
    data: { values },
    mark: { type: 'area', color: colour, opacity: 0.16, line: false },
    encoding: {
      x: onScale('index'),
      y: onScale('lower'),
      y2: { field: 'upper' },
      detail: { field: 'stretch', type: 'nominal' },
    },
  } as Layer;
}
