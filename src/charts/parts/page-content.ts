import type { Grid } from './grid.ts';
import type { Layer } from './layer.ts';
import type { ChartTexts } from './texts.ts';
import type { ChartOptions } from './theme.ts';

/** One plot with what stands over it. `title` null: a single panel, named by the chart's own titles. */
interface Panel {
  readonly title: string | null;
  /** Lines under the panel's title, a sentence each. */
  readonly remarks: readonly string[];
  readonly layers: readonly Layer[];
}

export interface Page {
  readonly texts: ChartTexts;
  readonly options: ChartOptions;
  readonly grid: Grid;
  /** What the value axes show, over the panels; null for none. */
  readonly axisTitle: string | null;
  /** Symbols that need explaining, above the plots: layers in px from the key's own top left corner. */
  readonly key: Key | null;
  /** Between a panel's titles and its plot: room for labels of vertical lines. */
  readonly band: number;
  /** Below the plot: axis labels and, where there is one, the title of the axis. */
  readonly axisHeight: number;
  /** Texts of tags in the plot, before the notes. */
  readonly tagged: readonly string[];
  readonly panels: readonly Panel[];
}

export interface Key {
  readonly height: number;
  readonly layers: (left: number, top: number) => readonly Layer[];
}
