import { type ChartOptions, FRAMES } from './theme.ts';

/** Panels of equal size in rows. All lengths in px. */
export interface Grid {
  readonly count: number;
  readonly columns: number;
  readonly rows: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  /** Left of every plot: the labels of its value axis. Right: the labels of its lines. */
  readonly left: number;
  readonly right: number;
  /** Between the plots of neighbouring columns. */
  readonly gap: number;
  /** Whether the plots of a row share one value axis, labelled at the first of them only. */
  readonly shared: boolean;
}

/** Plot heights by columns; the narrow variant has one column. */
const HEIGHTS = { wide: [280, 230, 165], narrow: [210] } as const;

/** Space between a panel's labels and its neighbour's. */
const GUTTER = 20;

/** At most three columns; two for two and four panels; one on a narrow page. */
export function columnsFor(count: number, { width }: ChartOptions): number {
  if (width === 'narrow') return 1;
  return count === 4 ? 2 : Math.min(count, 3);
}

/** The grid for `count` panels whose labels need `left` and `right` px. */
export function gridFor(
  count: number,
  options: ChartOptions,
  { left, right, shared }: Pick<Grid, 'left' | 'right' | 'shared'>,
): Grid {
  const { width, margin } = FRAMES[options.width];
  const columns = columnsFor(count, options);
  const gap = right + GUTTER + (shared ? 0 : left);
  const plotWidth = Math.floor((width - 2 * margin - left - right - (columns - 1) * gap) / columns);
  const heights = HEIGHTS[options.width];
  return {
    count,
    columns,
    rows: Math.ceil(count / columns),
    plotWidth,
    plotHeight: heights[columns - 1] ?? heights[0],
    left,
    right: width - 2 * margin - left - columns * plotWidth - (columns - 1) * gap,
    gap,
    shared,
  };
}
