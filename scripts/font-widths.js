// Writes src/charts/parts/arimo-widths.ts: the advance widths of the bundled Arimo, so that a chart can be laid out
// without opening a font file. Run it again when assets/fonts changes: node scripts/font-widths.js
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Latin with its extensions, Greek, Cyrillic, punctuation, currency, arrows, mathematical and geometric signs. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1eff],
  [0x2010, 0x206f],
  [0x20a0, 0x22ff],
  [0x25a0, 0x25ff],
];

/** The tables head, hhea, hmtx and cmap (format 4) of a TrueType file: code point -> advance in thousandths of an em. */
function advances(file) {
  const font = readFileSync(file);
  const tables = new Map();
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const at = 12 + 16 * i;
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  }
  const unitsPerEm = font.readUInt16BE(tables.get('head') + 18);
  const metrics = font.readUInt16BE(tables.get('hhea') + 34);
  const advanceOf = (glyph) => font.readUInt16BE(tables.get('hmtx') + 4 * Math.min(glyph, metrics - 1));
  const glyphOf = cmap(font, tables.get('cmap'));
  return (code) => {
    const glyph = glyphOf(code);
    return glyph === 0 ? null : Math.round((1000 * advanceOf(glyph)) / unitsPerEm);
  };
}

/** The Unicode (platform 3, encoding 1) subtable in format 4: code point -> glyph, 0 where there is none. */
function cmap(font, start) {
  let table = null;
  for (let i = 0; i < font.readUInt16BE(start + 2); i += 1) {
    const at = start + 4 + 8 * i;
    if (font.readUInt16BE(at) === 3 && font.readUInt16BE(at + 2) === 1) table = start + font.readUInt32BE(at + 4);
  }
  if (table === null || font.readUInt16BE(table) !== 4) throw new Error('no format 4 cmap');
  const twice = font.readUInt16BE(table + 6);
  return (code) => {
    for (let i = 0; i < twice; i += 2) {
      if (font.readUInt16BE(table + 14 + i) < code) continue;
      const first = font.readUInt16BE(table + 16 + twice + i);
      if (first > code) return 0;
      const delta = font.readUInt16BE(table + 16 + 2 * twice + i);
      const at = table + 16 + 3 * twice + i;
      const offset = font.readUInt16BE(at);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = font.readUInt16BE(at + offset + 2 * (code - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

/** Runs of neighbouring code points, each as its first code point and the widths that follow. */
function runs(advance) {
  const list = [];
  for (const [from, to] of RANGES) {
    let run = null;
    for (let code = from; code <= to; code += 1) {
      const width = advance(code);
      if (width === null) run = null;
      else if (run) run.push(width);
      else {
        run = [code, width];
        list.push(run);
      }
    }
  }
  return list.map((run) => `  '${run.join(' ')}',`).join('\n');
}

const text = `// Made by scripts/font-widths.js from assets/fonts. Do not edit.

/** Runs of code points: the first one, then the advance of each in thousandths of an em. */
export const ARIMO_REGULAR: readonly string[] = [
${runs(advances(`${root}/assets/fonts/Arimo-Regular.ttf`))}
];

export const ARIMO_BOLD: readonly string[] = [
${runs(advances(`${root}/assets/fonts/Arimo-Bold.ttf`))}
];
`;
writeFileSync(`${root}/src/charts/parts/arimo-widths.ts`, text);
