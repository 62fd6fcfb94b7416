import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { renderPng } from '../../../src/render/image/png.ts';
import { renderSvg } from '../../../src/render/image/svg.ts';
import { CASES } from '../../charts/cases.ts';

const spec = CASES['index of practice and comparator']?.({ width: 'wide', palette: 'quarterline' });

async function picture(): Promise<string> {
  if (!spec) throw new Error('no such case');
  return renderSvg(spec, { title: 'Title', description: 'Description', idPrefix: 'chart' });
}

/** Width, height and the pixels of an 8-bit RGBA picture, rows filtered as PNG says. */
function decode(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(parts)), 4 * width, height) };
}

function unfilter(raw: Buffer, stride: number, height: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= 4 ? (out[y * stride + x - 4] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * stride + x] ?? 0) : 0;
      const corner = x >= 4 && y > 0 ? (out[(y - 1) * stride + x - 4] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[y * stride + x] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  return out;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** Share of pixels in a rectangle (px of the picture) that are not white. */
function ink({ width, pixels }: ReturnType<typeof decode>, x: number, y: number, w: number, h: number): number {
  let dark = 0;
  for (let row = y; row < y + h; row += 1) {
    for (let column = x; column < x + w; column += 1) {
      if ((pixels[4 * (row * width + column)] ?? 255) < 200) dark += 1;
    }
  }
  return dark / (w * h);
}

describe('renderPng', () => {
  it('draws at twice the size unless told, on white ground, to the edge', async () => {
    const svg = await picture();
    const height = Number(/ height="(\d+)"/.exec(svg)?.[1]);
    const png = decode(await renderPng(svg));
    expect([png.width, png.height]).toEqual([1440, 2 * height]);
    expect([...png.pixels.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
    const small = decode(await renderPng(svg, { scale: 1 }));
    expect([small.width, small.height]).toEqual([720, height]);
  });

  it('draws its words with the bundled font: the title is there, and as wide as it was measured', async () => {
    const png = decode(await renderPng(await picture()));
    expect(ink(png, 24, 24, 1000, 40)).toBeGreaterThan(0.1);
    // "Frome’s admissions fell by 8.6% while the rest of Somerset’s rose by 19.0%", 16 px bold Arial: 573 px.
    expect(ink(png, 24 + 2 * 560, 24, 20, 40)).toBeGreaterThan(0.05);
    expect(ink(png, 24 + 2 * 580, 24, 200, 40)).toBe(0);
  });

  it('gives the same bytes every time', async () => {
    const svg = await picture();
    expect(Buffer.from(await renderPng(svg)).equals(Buffer.from(await renderPng(svg)))).toBe(true);
  });
});
