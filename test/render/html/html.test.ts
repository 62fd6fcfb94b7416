import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Doc } from '../../../src/document/document.ts';
import { dataUrl } from '../../../src/render/html/data-url.ts';
import { drawnWidth } from '../../../src/render/html/figure.ts';
import { renderHtml } from '../../../src/render/html/html.ts';
import { markup, trusted } from '../../../src/render/html/markup.ts';
import { SAMPLE } from '../sample-doc.ts';

const NONE = { figures: new Map() };
const SVG = '<?xml version="1.0"?>\n<svg width="720" height="300" viewBox="0 0 720 300"><title>t</title></svg>';

const docOf = (...blocks: readonly Block[]): Doc => ({
  title: 'Title',
  subtitle: null,
  language: 'en-GB',
  notes: [],
  blocks,
});

const drawings = new Map(
  ['run-chart-frome', 'run-chart-somerset', 'indexed', 'change', 'costs', 'trend'].map((id) => [
    id,
    { wide: SVG, narrow: SVG.replaceAll('720', '350') },
  ]),
);
const count = (text: string, part: string | RegExp): number => text.split(part).length - 1;

describe('markup', () => {
  it('escapes what is filled in and keeps other markup', () => {
    expect(markup`<p title="${'"x"'}">${'<b>'}${markup`<b>${'&'}</b>`}${null}${[trusted('<i>'), 'a']}</p>`.source).toBe(
      '<p title="&quot;x&quot;">&lt;b&gt;<b>&amp;</b><i>a</p>',
    );
  });
});

describe('data addresses', () => {
  it('gives the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const url = dataUrl('text/csv', text);
        return decodeURIComponent(url.slice('data:text/csv;charset=utf-8,'.length)) === text && /^[!-~]*$/.test(url);
      }),
    );
  });
});

describe('the width of a drawing', () => {
  it.each([
    ['<svg class="marks" width="720" height="1">', 720],
    ['<svg viewBox="0 0 350.5 200">', 350.5],
    ['<svg><rect width="3"/></svg>', null],
  ])('%s is %s', (svg, width) => {
    expect(drawnWidth(svg)).toBe(width);
  });
});

describe('the page', () => {
  const page = renderHtml(SAMPLE, {
    figures: drawings,
    fonts: { regular: 'AAAA', bold: 'BBBB' },
    madeWith: 'quarterline 1',
  });

  it('is one file without scripts that may ask for nothing', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(page).toContain('default-src &#39;none&#39;'.replaceAll('&#39;', "'"));
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|\son\w+=/i);
    expect([...page.matchAll(/url\(([^)]{0,12})/g)].map(([, start]) => start)).toEqual([
      'data:font/wo',
      'data:font/wo',
    ]);
  });

  it('says the notes at the top and at every chart', () => {
    expect(count(page, 'Reconstruction: levels invented')).toBe(1 + 6);
    expect(page.indexOf('role="note"')).toBeLessThan(page.indexOf('<main'));
  });

  it('has one main heading, and no level of headings is skipped', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('links the contents to every section, with ids that are unique', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/<li><a href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links).toHaveLength(8);
    for (const link of links) expect(ids).toContain(link);
  });

  it('draws both widths of every figure without their XML declarations', () => {
    expect(count(page, '<div class="chart wide"><svg')).toBe(6);
    expect(count(page, '<div class="chart narrow"><svg')).toBe(6);
    expect(page).not.toContain('<?xml');
  });

  it('folds a table under every chart, with captions and scopes', () => {
    expect(count(page, '<details class="table">')).toBe(6);
    expect(count(page, '<caption>')).toBe(8);
    expect(count(page, '<th scope="col"')).toBe(6 + 3 + 2 * 2 + 4 * 3);
    expect(count(page, '<th scope="row"')).toBe(4 + 2 + 6 * 19);
  });

  it('names findings, cautions and problems in words beside their drawings', () => {
    for (const [label, n] of [
      ['Finding', 1],
      ['Caution', 2],
      ['Problem', 1],
    ] as const) {
      expect(count(page, `<strong>${label}</strong>`)).toBe(n);
    }
  });

  it('carries the downloads in itself', () => {
    expect(page).toContain(
      '<a download="frome-summary.csv" href="data:text/csv;charset=utf-8,measure,2013/14,2016/17%0D%0A',
    );
  });

  it('switches to narrow charts where the wide ones would get too small to read', () => {
    const border = (width: number): number => {
      const wide = `<svg width="${width}"></svg>`;
      const html = renderHtml(SAMPLE, { figures: new Map([['indexed', { wide, narrow: wide }]]) });
      return Number(/max-width: ([\d.]+)px\) \{ \.chart\.wide/.exec(html)?.[1]);
    };
    expect(border(300)).toBeCloseTo(599.98);
    expect(border(720)).toBeCloseTo(707.98);
  });

  it('shows the title and the open table of a figure without drawings', () => {
    const bare = renderHtml(SAMPLE, NONE);
    expect(bare).toContain('<p class="finding-title">Frome: eight quarters in a row');
    expect(bare).not.toContain('<details');
    expect(bare).not.toContain('@font-face');
  });

  it('links to the web only where an address is one', () => {
    const html = renderHtml(
      docOf({
        type: 'references',
        items: [
          { text: 'Good', url: 'https://example.org/?a=1&b=2' },
          { text: 'Bad', url: 'javascript:alert(1)' },
          { text: 'None', url: null },
        ],
      }),
      NONE,
    );
    expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2" rel="noreferrer">Good</a>');
    expect(html).toContain('<li>Bad (javascript:alert(1))</li>');
    expect(count(html, /<a (?!class="skip")/)).toBe(1);
  });

  it('leaves out the contents of a page with a single section', () => {
    const html = renderHtml(docOf({ type: 'section', id: 'one', heading: 'One', blocks: [] }), NONE);
    expect(html).not.toContain('<nav');
  });

  it('makes a frame that scrolls only for tables that may be too wide', () => {
    const table = (columns: number) =>
      renderHtml(
        docOf({
          type: 'table',
          id: 't',
          caption: 'Caption',
          folded: false,
          columns: Array.from({ length: columns }, () => ({ heading: 'Heading', align: 'right' as const })),
          rows: [Array.from({ length: columns }, () => ({ text: '1,234' }))],
        }),
        NONE,
      );
    expect(table(2)).not.toContain('tabindex="0"');
    expect(table(8)).toContain('role="region" tabindex="0" aria-label="Caption (scrolls sideways)"');
  });
});
