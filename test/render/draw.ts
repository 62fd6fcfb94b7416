import type { Doc } from '../../src/document/document.ts';
import { figuresOf } from '../../src/document/walk.ts';
import type { FigureDrawings } from '../../src/render/html/context.ts';
import { renderSvg } from '../../src/render/image/svg.ts';

/** Both drawings of every figure of a document. */
export async function drawFigures(doc: Doc): Promise<ReadonlyMap<string, FigureDrawings>> {
  const drawings = new Map<string, FigureDrawings>();
  for (const [i, { id, title, alt, spec, narrowSpec }] of figuresOf(doc).entries()) {
    const text = { title, description: alt };
    drawings.set(id, {
      wide: await renderSvg(spec, { ...text, idPrefix: `wide-${i}` }),
      narrow: await renderSvg(narrowSpec, { ...text, idPrefix: `narrow-${i}` }),
    });
  }
  return drawings;
}
