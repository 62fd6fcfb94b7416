import { type Layer, literal } from './layer.ts';
import type { Palette } from './theme.ts';

/**
 * What a point says about variation. `both`: it improves by one rule and worsens by another. `excluded` points are left out of
 * rules and limits.
 */
export type Variation = 'improvement' | 'concern' | 'neither' | 'both' | 'common' | 'excluded';

interface Mark {
  /** A Vega symbol, or an SVG path in a square from -1 to 1. */
  readonly shape: string;
  /** Area in px² of a point with plenty of room. */
  readonly size: number;
  readonly filled: boolean;
  readonly colour: (palette: Palette) => string;
}

const CIRCLE = 'M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z';
const CROSS = 'M-.55,-.55L.55,.55M-.55,.55L.55,-.55';
const HOURGLASS = 'M-.85,-1L.85,-1L-.85,1L.85,1Z';

/** Shape, size and filling differ as well as colour, so that print in grey can be read. */
const MARKS: Readonly<Record<Variation, Mark>> = {
  improvement: { shape: 'circle', size: 70, filled: true, colour: (palette) => palette.improvement },
  concern: { shape: 'diamond', size: 92, filled: true, colour: (palette) => palette.concern },
  neither: { shape: 'square', size: 62, filled: true, colour: (palette) => palette.neither },
  both: { shape: HOURGLASS, size: 84, filled: true, colour: (palette) => palette.neither },
  common: { shape: 'circle', size: 26, filled: false, colour: (palette) => palette.common },
  excluded: { shape: `${CIRCLE}${CROSS}`, size: 84, filled: false, colour: (palette) => palette.secondary },
};

export interface MarkRow {
  readonly x: number;
  readonly y: number;
  readonly variation: Variation;
  /** Drawn open, with a dotted edge. */
  readonly provisional?: boolean;
}

/** Smaller than this, a dotted edge cannot be made out. */
const LEAST_DOTTED = 56;

/** How a point is drawn: literal colours and shapes, so that the data of the spec say what each point is and looks like. */
function markLook(variation: Variation, provisional: boolean, palette: Palette, scale: number) {
  const mark = MARKS[variation];
  const colour = mark.colour(palette);
  const filled = mark.filled && !provisional;
  return {
    variation,
    provisional,
    shape: mark.shape,
    area: Math.round((provisional ? Math.max(mark.size, LEAST_DOTTED) : mark.size) * scale),
    fill: filled ? colour : palette.ground,
    edge: palette.outline ?? colour,
    dash: provisional ? [1.5, 1.5] : [1, 0],
  };
}

/** Points of a series, or of a key; `x` and `y` say where (see `place` and `px`). */
export function markLayer(rows: readonly MarkRow[], place: object, palette: Palette, scale = 1): Layer {
  return {
    data: {
      values: rows.map(({ x, y, variation, provisional = false }) => ({
        x,
        y,
        ...markLook(variation, provisional, palette, scale),
      })),
    },
    mark: { type: 'point', filled: false, strokeWidth: palette.outline === null ? 1.5 : 1.1, opacity: 1 },
    encoding: {
      ...place,
      shape: literal('shape'),
      fill: literal('fill'),
      stroke: literal('edge'),
      size: { field: 'area', type: 'quantitative', scale: null, legend: null },
      strokeDash: literal('dash'),
    },
  } as Layer;
}

/** How much smaller than usual points must be, `gap` px apart. */
export function markScale(gap: number): number {
  return Math.max(0.3, Math.min(1, (gap / 9) ** 2));
}
