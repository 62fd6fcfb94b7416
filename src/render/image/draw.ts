import type { Doc, Figure } from '../../document/document.ts';
import { figuresOf } from '../../document/walk.ts';
import { renderSvg } from './svg.ts';

/** A chart drawn for wide and for narrow windows, as SVG. */
export interface Drawn {
  readonly wide: string;
  readonly narrow: string;
}

/** A chart drawn wide, as SVG; `of`: what its ids begin with, so that charts of one page keep theirs apart. */
export const drawWide = ({ title, alt, spec }: Figure, of: string): Promise<string> =>
  renderSvg(spec, { title, description: alt, idPrefix: of });

/** Every chart of a document, by its id, one after the other. */
export async function drawFigures(doc: Doc): Promise<ReadonlyMap<string, Drawn>> {
  const drawings = new Map<string, Drawn>();
  for (const figure of figuresOf(doc)) {
    const wide = await drawWide(figure, `${figure.id}-wide`);
    const text = { title: figure.title, description: figure.alt, idPrefix: `${figure.id}-narrow` };
    drawings.set(figure.id, { wide, narrow: await renderSvg(figure.narrowSpec, text) });
  }
  return drawings;
}
