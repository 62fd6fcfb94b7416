import { type CommandOutput, envelope } from '../application/output.ts';
import type { Doc } from '../document/document.ts';
import { inputNotes } from '../document/provenance.ts';
import { figuresOf, tablesOf } from '../document/walk.ts';
import { usageError } from '../errors.ts';
import { PROVENANCE } from '../messages/words/provenance.ts';
import type { Settings } from '../question/settings.ts';
import { renderCsv } from '../render/csv.ts';
import { renderHtml } from '../render/html/html.ts';
import { type Drawn, drawFigures, drawWide } from '../render/image/draw.ts';
import { pageFonts } from '../render/image/fonts-node.ts';
import { renderPng } from '../render/image/png.ts';
import { renderMarkdown } from '../render/markdown.ts';
import { VERSION } from '../version.ts';
import type { OutputFile } from './effects.ts';

/**
 * Everything a command has to say, as the files of a folder: `report.html` (self-contained), `summary.md`, `results.json`,
 * `numbers.csv`, a CSV for every table and an SVG and a PNG for every chart.
 */
export async function folderOf(output: CommandOutput, settings: Settings): Promise<readonly OutputFile[]> {
  const doc = await output.document({ figures: true });
  const figures = await drawFigures(doc);
  const csv = { bom: settings.bom, notes: inputNotes(output.inputs) };
  const numbers = renderCsv(await output.numbers(), csv);
  // Where the folder stands is not part of what is in it: the same input gives the same files.
  const results = envelope(output, { ...settings, output: null, force: false });
  const charts = [...figures].map(([id, { wide }]) => ({ id, wide }));
  const pngs = await Promise.all(charts.map(({ wide }) => renderPng(wide)));
  return [
    { path: 'report.html', content: await page(withDownloads(doc, numbers, results), figures) },
    { path: 'summary.md', content: renderMarkdown(doc, { figurePath: (id) => `charts/${id}.svg` }) },
    { path: 'results.json', content: results },
    { path: 'numbers.csv', content: numbers },
    ...tablesOf(doc).map((table) => ({ path: `tables/${table.id}.csv`, content: renderCsv(table, csv) })),
    ...charts.flatMap(({ id, wide }, i) => [
      { path: `charts/${id}.svg`, content: wide },
      { path: `charts/${id}.png`, content: pngs[i] ?? '' },
    ]),
  ];
}

/** The page, or the first chart, alone. Throws a usage error where there is no chart to draw. */
export async function drawn(format: 'html' | 'svg' | 'png', output: CommandOutput): Promise<string | Uint8Array> {
  const doc = await output.document({ figures: true });
  if (format === 'html') return page(doc, await drawFigures(doc));
  const figure = figuresOf(doc)[0];
  if (!figure) throw usageError('usage.no-chart', { command: output.command });
  const wide = await drawWide(figure, `${figure.id}-wide`);
  return format === 'svg' ? wide : renderPng(wide);
}

async function page(doc: Doc, figures: ReadonlyMap<string, Drawn>): Promise<string> {
  return renderHtml(doc, { figures, fonts: await pageFonts(), madeWith: PROVENANCE.versionText(VERSION) });
}

function withDownloads(doc: Doc, numbers: string, results: string): Doc {
  return {
    ...doc,
    blocks: [
      ...doc.blocks,
      {
        type: 'section',
        id: 'downloads',
        heading: PROVENANCE.downloads,
        blocks: [
          {
            type: 'downloads',
            items: [
              { name: 'numbers.csv', label: PROVENANCE.numbersCsv, mediaType: 'text/csv', content: numbers },
              { name: 'results.json', label: PROVENANCE.resultsJson, mediaType: 'application/json', content: results },
            ],
          },
        ],
      },
    ],
  };
}
