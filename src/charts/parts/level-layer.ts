import { onScale } from './axes.ts';
import { type Layer, literal } from './layer.ts';
import type { Palette } from './theme.ts';

/** A horizontal line that the points are held against: from one period index to another, at a value. */
export interface Level {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly role: LevelRole;
}

type LevelRole = 'centre' | 'target' | 'reference';

interface Look {
  readonly colour: (palette: Palette) => string;
  readonly width: number;
  readonly dash: readonly [number, number];
}

/** Solid for the centre, dashed for what was set from outside. */
const LOOKS: Readonly<Record<LevelRole, Look>> = {
  centre: { colour: (palette) => palette.text, width: 1.25, dash: [1, 0] },
  target: { colour: (palette) => palette.target, width: 1.5, dash: [9, 4] },
  reference: { colour: (palette) => palette.secondary, width: 1, dash: [1, 0] },
};

export function levelLayer(levels: readonly Level[], palette: Palette): Layer {
  return {
    data: {
      values: levels.map(({ from, to, value, role }) => {
        const { colour, width, dash } = LOOKS[role];
        return { from, to, value, role, colour: colour(palette), width, dash };
      }),
    },
    mark: { type: 'rule' },
    encoding: {
      x: onScale('from'),
      x2: { field: 'to' },
      y: onScale('value'),
      color: literal('colour'),
      strokeWidth: { field: 'width', type: 'quantitative', scale: null, legend: null },
      strokeDash: literal('dash'),
    },
  } as Layer;
}
