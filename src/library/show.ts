import type { CommandOutput } from '../application/output.ts';
import type { Figure } from '../document/document.ts';
import { figuresOf } from '../document/walk.ts';
import { usageError } from '../errors.ts';
import { PROVENANCE } from '../messages/words/provenance.ts';
import { renderHtml } from '../render/html/html.ts';
import { drawFigures, drawWide } from '../render/image/draw.ts';
import { renderMarkdown } from '../render/markdown.ts';
import { VERSION } from '../version.ts';
import { outputBehind } from './behind.ts';

/** Which chart of an answer: its id; without one the first. */
interface Which {
  readonly chart?: string;
}

/** A Vega-Lite specification, with its data. */
export type Spec = Readonly<Record<string, unknown>>;

const outputOf = (answer: object): CommandOutput => {
  const output = typeof answer === 'object' && answer !== null ? outputBehind(answer) : undefined;
  if (!output) throw usageError('library.not-answer');
  return output;
};

async function figureOf(answer: object, { chart }: Which): Promise<Figure> {
  const output = outputOf(answer);
  const figures = figuresOf(await output.document({ figures: true }));
  const figure = chart === undefined ? figures[0] : figures.find(({ id }) => id === chart);
  if (figure) return figure;
  if (chart === undefined) throw usageError('usage.no-chart', { command: output.command });
  throw usageError('library.no-such-chart', { chart, known: figures.map(({ id }) => id) });
}

/** The Vega-Lite specification of a chart of an answer. Throws a usage error where there is no such chart. */
export async function toVegaLite(answer: object, which: Which = {}): Promise<Spec> {
  return (await figureOf(answer, which)).spec as unknown as Spec;
}

/** A chart of an answer as an SVG document. Throws a usage error where there is no such chart. */
export async function toSvg(answer: object, which: Which = {}): Promise<string> {
  const figure = await figureOf(answer, which);
  return drawWide(figure, figure.id);
}

/** An answer as one HTML page, with its charts. */
export async function toHtml(answer: object): Promise<string> {
  const doc = await outputOf(answer).document({ figures: true });
  const figures = await drawFigures(doc);
  return renderHtml(doc, { figures, fonts: null, madeWith: PROVENANCE.versionText(VERSION) });
}

/** An answer as Markdown. */
export async function toMarkdown(answer: object): Promise<string> {
  return renderMarkdown(await outputOf(answer).document({ figures: false }));
}
