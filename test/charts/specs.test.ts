import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { ChartOptions } from '../../src/charts/parts/theme.ts';
import { renderSvg } from '../../src/render/image/svg.ts';
import { CASES } from './cases.ts';
import { collisions, drawnTexts, viewBox } from './drawn.ts';

const WIDE: ChartOptions = { width: 'wide', palette: 'quarterline' };
const NARROW: ChartOptions = { width: 'narrow', palette: 'quarterline' };
const TEXT = { title: 'Title', description: 'Description', idPrefix: 'chart' };

const schema = JSON.parse(
  readFileSync(new URL('../../node_modules/vega-lite/build/vega-lite-schema.json', import.meta.url), 'utf8'),
);
// Formats (colours, addresses) are not checked; unions of the schema are not discriminated.
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

const cases = Object.entries(CASES).flatMap(([name, draw]) =>
  [WIDE, NARROW].map((options) => {
    let drawn: ReturnType<typeof draw> | null = null;
    const spec = () => {
      drawn ??= draw(options);
      return drawn;
    };
    return [`${name} (${options.width})`, spec, options] as const;
  }),
);

describe('every chart', () => {
  it.each(cases)('%s is a Vega-Lite spec by its schema', (_, spec) => {
    const valid = validate(spec());
    expect(validate.errors?.slice(0, 3) ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it.each(cases)('%s draws without a warning, within its frame, no text upon another', async (_, spec, options) => {
    const svg = await renderSvg(spec(), TEXT);
    const texts = drawnTexts(svg);
    const [width, height] = viewBox(svg);
    expect(width).toBe(options.width === 'wide' ? 720 : 350);
    const outside = texts.filter(
      ({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height,
    );
    expect(outside.map(({ text }) => text)).toEqual([]);
    expect(texts.length).toBeGreaterThan(8);
    expect(collisions(texts)).toEqual([]);
    expect(Math.min(...texts.map(({ size }) => size))).toBeGreaterThanOrEqual(11.5);
    expect(svg).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it.each(cases)('%s says who it is for those who do not see it', (_, spec) => {
    expect(spec()).toMatchObject({ description: 'Run charts of two areas.' });
  });

  it('takes the same data and options to the same bytes', async () => {
    const draw = CASES['run charts of Frome and Somerset'];
    expect(draw).toBeDefined();
    if (!draw) return;
    expect(await renderSvg(draw(WIDE), TEXT)).toBe(await renderSvg(draw(WIDE), TEXT));
  });
});
