import type { Figure, Section } from '../../document/document.ts';

/** One figure as two SVG documents; CSS shows the one that fits. */
export interface FigureDrawings {
  readonly wide: string;
  readonly narrow: string;
}

/** What the blocks of one page share. */
export interface PageContext {
  /** By figure id. */
  readonly figures: ReadonlyMap<string, FigureDrawings>;
  readonly figureNumbers: ReadonlyMap<Figure, number>;
  /** The ids of the first level's sections, which the list of contents links to. */
  readonly sectionIds: ReadonlyMap<Section, string>;
  /** A valid id that no other element of the page has. */
  readonly uniqueId: (wanted: string) => string;
}
