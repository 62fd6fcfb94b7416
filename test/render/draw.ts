import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Doc } from '../../src/document/document.ts';
import { figuresOf } from '../../src/document/walk.ts';
import type { FigureDrawings } from '../../src/render/html-context.ts';

async function draw(spec: TopLevelSpec, title: string): Promise<string> {
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  const name = title.replace(/[&<>"\u0000-\u001f]/g, ' ');
  return svg.replace('<svg ', `<svg role="img" aria-label="${name}" `);
}

/** Both drawings of every figure of a document. */
export async function drawFigures(doc: Doc): Promise<ReadonlyMap<string, FigureDrawings>> {
  const drawings = new Map<string, FigureDrawings>();
  for (const { id, title, spec, narrowSpec } of figuresOf(doc)) {
    drawings.set(id, { wide: await draw(spec, title), narrow: await draw(narrowSpec, title) });
  }
  return drawings;
}
