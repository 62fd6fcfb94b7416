import { type Layer, literal } from './layer.ts';
import type { LineStyle } from './line-layer.ts';
import type { Palette } from './theme.ts';

/** Whose figures a mark shows; `relative` sets the one against the other, `other` is anything besides. */
export type Subject = 'practice' | 'comparator' | 'relative' | 'other';

interface AreaMark {
  readonly shape: string;
  readonly size: number;
  readonly filled: boolean;
  readonly colour: (palette: Palette) => string;
  readonly line: { readonly width: number; readonly dash?: readonly [number, number] };
}

/** Shape and dash differ as well as colour, so that print in grey can be read. */
export const AREA_MARKS: Readonly<Record<Subject, AreaMark>> = {
  practice: { shape: 'circle', size: 60, filled: true, colour: (palette) => palette.practice, line: { width: 2.25 } },
  comparator: {
    shape: 'square',
    size: 54,
    filled: false,
    colour: (palette) => palette.comparator,
    line: { width: 1.75, dash: [5, 3] },
  },
  relative: { shape: 'diamond', size: 100, filled: true, colour: (palette) => palette.text, line: { width: 2 } },
  other: { shape: 'circle', size: 40, filled: false, colour: (palette) => palette.secondary, line: { width: 1.5 } },
};

/** The line of an area. */
export function areaLine(subject: Subject, palette: Palette): LineStyle {
  const { colour, line } = AREA_MARKS[subject];
  return { colour: colour(palette), ...line };
}

interface AreaPoint {
  readonly x: number;
  readonly y: number;
  readonly subject: Subject;
  /** Area against that of a point that stands alone; 1 unless given. */
  readonly scale?: number;
}

/** Points by whose they are. */
export function areaLayer(points: readonly AreaPoint[], place: object, palette: Palette): Layer {
  const layer = {
    data: {
      values: points.map(({ x, y, subject, scale = 1 }) => {
        const { shape, size, filled, colour } = AREA_MARKS[subject];
        const edge = colour(palette);
        return { x, y, subject, shape, area: Math.round(size * scale), fill: filled ? edge : palette.ground, edge };
      }),
    },
    mark: { type: 'point', filled: false, strokeWidth: 1.5, opacity: 1 },
    encoding: {
      ...place,
      shape: literal('shape'),
      fill: literal('fill'),
      stroke: literal('edge'),
      size: { field: 'area', type: 'quantitative', scale: null, legend: null },
    },
  };
  return layer as Layer;
}
