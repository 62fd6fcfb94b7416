import type { TopLevelSpec } from 'vega-lite';

/** One layer of a chart, as Vega-Lite takes it. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/** Encoding of a place given in px from the top left corner of the plot, not on the scale of the data. */
export const px = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null }) as const;

/** Encoding of a value that is drawn as it stands in the data: a colour, a shape. */
export const literal = (field: string) => ({ field, type: 'nominal', scale: null, legend: null }) as const;
