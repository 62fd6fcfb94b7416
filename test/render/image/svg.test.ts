import { describe, expect, it } from 'vitest';
import { renderSvg } from '../../../src/render/image/svg.ts';
import { tidySvg } from '../../../src/render/image/svg-markup.ts';
import { CASES, HOSTILE_NAME, LONG_NAME } from '../../charts/cases.ts';
import { drawnTexts } from '../../charts/drawn.ts';

const WIDE = { width: 'wide', palette: 'quarterline' } as const;
const draw = (name: string, idPrefix = 'chart') => {
  const spec = CASES[name]?.(WIDE);
  if (!spec) throw new Error(`no case ${name}`);
  return renderSvg(spec, { title: HOSTILE_NAME, description: `What it shows. ${HOSTILE_NAME}`, idPrefix });
};

const FROME = 'run charts of Frome and Somerset';

describe('renderSvg', () => {
  it('names and describes the picture as one image', async () => {
    const svg = await draw(FROME, 'run-chart-wide');
    const root = /^<svg [^>]*>/.exec(svg)?.[0] ?? '';
    expect(root).toContain(' role="img"');
    expect(root).toContain(' aria-labelledby="run-chart-wide-title run-chart-wide-desc"');
    expect(root).toMatch(/ width="720" height="\d+" viewBox="0 0 720 \d+"/);
    expect(svg).toContain('<title id="run-chart-wide-title">');
    expect(svg).toContain('<desc id="run-chart-wide-desc">What it shows.');
  });

  it('leaves no ARIA, no class and no empty group of Vega', async () => {
    const svg = await draw(FROME);
    expect(svg.match(/ role="/g)).toHaveLength(1);
    expect(svg.match(/ aria-/g)).toHaveLength(1);
    expect(svg).not.toMatch(/ class=|<g>|display="none"/);
  });

  it('never shares an id with another picture on the page', async () => {
    const ids = (svg: string) => [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');
    const [one, two] = [ids(await draw(FROME, 'one')), ids(await draw(FROME, 'two'))];
    const all = [...one, ...two];
    expect(new Set(all).size).toBe(all.length);
    expect(one.every((id) => id.startsWith('one-'))).toBe(true);
  });

  it('writes numbers with two decimals at most', async () => {
    const svg = await draw(FROME);
    const tags = svg.match(/<[^<>]*>/g)?.join('') ?? '';
    expect(tags).not.toMatch(/\d\.\d{3,}|\de-\d|"-0"|[ ,(]-0[ ,)]/);
  });

  it('asks for Arial, then Arimo, and for no serif face', async () => {
    const svg = await draw(FROME);
    const families = [...svg.matchAll(/font-family="([^"]*)"/g)].map((match) => match[1]);
    expect(families).toEqual(['Arial, Arimo, &quot;Liberation Sans&quot;, sans-serif']);
    expect(svg).not.toMatch(/style=|<style/);
  });

  it('renders hostile names as text and nothing else', async () => {
    const svg = await draw('hostile and endless names');
    expect(svg).not.toMatch(/<script|<\/text><script|onload|javascript:/i);
    expect(svg).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    const words = drawnTexts(svg)
      .map(({ text }) => text)
      .join(' ');
    expect(words).toContain('<script>alert("x")</script> & \'quotes\'');
    expect(words).toContain(LONG_NAME.slice(0, 20));
    const names = new Set([...svg.matchAll(/<([a-z]+)/gi)].map((match) => match[1]));
    expect([...names].sort()).toEqual(['desc', 'g', 'line', 'path', 'rect', 'svg', 'text', 'title', 'tspan']);
  });

  it('refuses a spec that Vega-Lite warns of', async () => {
    const spec = {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      data: { values: [{ a: 1 }] },
      mark: 'bar',
      encoding: { x: { field: 'a', type: 'quantitative' }, shape: { field: 'a', type: 'nominal' } },
    } as const;
    await expect(renderSvg(spec as never, { title: 't', description: 'd', idPrefix: 'x' })).rejects.toThrow(/shape/);
  });
});

describe('tidySvg', () => {
  const text = { title: 'T', description: 'D', idPrefix: 'p' };
  const tidy = (body: string) =>
    tidySvg(`<svg class="marks" width="10" height="20" viewBox="0 0 10 20">${body}</svg>`, text).replace(
      /^<svg[^>]*><title[^>]*>T<\/title><desc[^>]*>D<\/desc>/,
      '',
    );

  it('prefixes every id and everything that points to one', () => {
    expect(
      tidy('<defs><clipPath id="clip0"></clipPath></defs><g clip-path="url(#clip0)"><use xlink:href="#clip0"/></g>'),
    ).toBe(
      '<defs><clipPath id="p-clip0"></clipPath></defs><g clip-path="url(#p-clip0)"><use href="#p-clip0"/></g></svg>',
    );
  });

  it('makes an id of whatever name it is given', () => {
    const root = (idPrefix: string) =>
      /aria-labelledby="([^"]*)-title /.exec(tidySvg('<svg>', { ...text, idPrefix }))?.[1];
    expect(root('index-"><script>')).toBe('index-_22_3e_3cscript_3e');
    expect(root('two words')).toBe('two_20words');
    expect(root('2013')).toBe('id2013');
  });

  it('rounds lengths, and leaves words and colours alone', () => {
    expect(tidy('<text transform="translate(1.23456,-0.001)" fill="#123456">1.23456 class="x"</text>')).toBe(
      '<text transform="translate(1.23,0)" fill="#123456">1.23456 class="x"</text></svg>',
    );
    expect(tidy('<path d="M1e-7,2.999L-3.14159,4"/>')).toBe('<path d="M0,3L-3.14,4"/></svg>');
  });

  it('drops groups that only nest, and what they hold that draws nothing', () => {
    expect(
      tidy(
        '<g class="a"><g transform="translate(0,0)"><path class="background" d="M0,0"/><rect fill="red"/></g></g><g class="b"/>',
      ),
    ).toBe('<rect fill="red"/></svg>');
    expect(tidy('<g fill="none"><g class="a"><rect/></g></g>')).toBe('<g fill="none"><rect/></g></svg>');
  });
});
