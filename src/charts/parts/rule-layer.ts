import { type Layer, literal, px } from './layer.ts';

/** A straight line in px from the plot's top left corner. `dash`: lengths of stroke and space, [1, 0] for a solid line. */
export interface RuleRow {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly [number, number];
}

export const SOLID = [1, 0] as const;

/** Straight lines that belong to the layout: leaders, interventions, bars of intervals. No line, no layer. */
export function ruleLayers(rows: readonly RuleRow[]): readonly Layer[] {
  if (rows.length === 0) return [];
  const layer = {
    data: { values: rows.map((row) => ({ ...row })) },
    mark: { type: 'rule' },
    encoding: {
      x: px('x'),
      y: px('y'),
      x2: { field: 'x2' },
      y2: { field: 'y2' },
      color: literal('colour'),
      strokeWidth: { field: 'width', type: 'quantitative', scale: null, legend: null },
      strokeDash: literal('dash'),
    },
  };
  return [layer as Layer];
}
