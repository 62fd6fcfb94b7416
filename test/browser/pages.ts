import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Doc } from '../../src/document/document.ts';
import { renderHtml } from '../../src/render/html/html.ts';
import { pageFonts } from '../../src/render/image/fonts-node.ts';
import { drawFigures } from '../render/draw.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every page of the gallery. */
export function galleryPages(): readonly string[] {
  const reports = join(ROOT, 'reports');
  if (!existsSync(reports)) return [];
  return readdirSync(reports, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(reports, name));
}

/** A document as the HTML of a page. */
export async function pageOf(doc: Doc): Promise<string> {
  return renderHtml(doc, { figures: await drawFigures(doc), fonts: await pageFonts(), madeWith: 'quarterline' });
}

/** A page in a folder of its own: its path. */
export function saveHtml(html: string, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'quarterline pages '));
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  return file;
}
