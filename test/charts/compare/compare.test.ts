import { describe, expect, it } from 'vitest';
import { costsChart } from '../../../src/charts/compare/costs.ts';
import { indexedChart } from '../../../src/charts/compare/indexed.ts';
import { intervalsChart } from '../../../src/charts/compare/intervals.ts';
import { trendsChart } from '../../../src/charts/compare/trends.ts';
import type { ChartOptions } from '../../../src/charts/parts/theme.ts';
import { renderSvg } from '../../../src/render/image/svg.ts';
import { drawnTexts } from '../drawn.ts';
import * as fixtures from '../fixtures.ts';

const WIDE: ChartOptions = { width: 'wide', palette: 'quarterline' };
const TEXT = { title: 't', description: 'd', idPrefix: 'x' };

const words = (svg: string): string =>
  drawnTexts(svg)
    .map(({ text }) => text)
    .join(' ');

describe('practice and comparator', () => {
  it('differ in dash and shape as well as in colour', async () => {
    const svg = await renderSvg(indexedChart(fixtures.FROME_LINES, fixtures.INDEXED_TEXTS, WIDE), TEXT);
    expect(svg).toMatch(/ d="M[^"]*" stroke="#003087" stroke-width="2.25"\/>/);
    expect(svg).toMatch(/ d="M[^"]*" stroke="#4C6272" stroke-width="1.75" stroke-dasharray="5,3"\/>/);
    expect(svg).toMatch(/ d="M[^"]*A[^"]*" fill="#003087"/);
    expect(svg).toMatch(/ d="M[^"]*h[^"]*" fill="#FFFFFF" stroke="#4C6272"/);
  });

  it('are named where their lines end', async () => {
    const svg = await renderSvg(indexedChart(fixtures.FROME_LINES, fixtures.INDEXED_TEXTS, WIDE), TEXT);
    expect(words(svg)).toContain('Frome Medical Practice 89');
    const texts = drawnTexts(svg);
    expect(texts.find(({ text }) => text === 'Rest of Somerset 130')?.fill).toBe('#4C6272');
    expect(words(svg)).toContain('mean of 2013/14 = 100');
  });
});

describe('costs', () => {
  it('show both areas, as paid dashed and in real terms solid', async () => {
    const svg = await renderSvg(costsChart(fixtures.FROME_COSTS, fixtures.COSTS_TEXTS, WIDE), TEXT);
    expect(svg.match(/stroke-dasharray="4,3"/g)).toHaveLength(2);
    expect(words(svg)).toContain('Frome Medical Practice');
    expect(words(svg).match(/prices of 2016\/17/g)).toHaveLength(2);
    expect(words(svg)).toContain('£1.2m');
    expect(words(svg)).toContain('£30m');
  });
});

describe('fitted trends', () => {
  it('draw the line within its window and say its slope', async () => {
    const svg = await renderSvg(trendsChart(fixtures.FROME_LINES, fixtures.TRENDS_TEXTS, WIDE), TEXT);
    expect(words(svg)).toContain('−7.9 a quarter (95% interval −13.1 to −2.8)');
    const line = / d="(M[^"]*)" stroke="#003087" stroke-width="2.25"\/>/.exec(svg)?.[1] ?? '';
    expect(line.match(/[ML]/g)).toHaveLength(15);
  });
});

describe('intervals', () => {
  it('draw a dot and a bar a row, with the numbers beside it', async () => {
    const svg = await renderSvg(intervalsChart(fixtures.CHANGE, fixtures.CHANGE_TEXTS, WIDE), TEXT);
    expect(words(svg)).toContain('−22.9% (−26.8 to −18.8)');
    expect(words(svg)).toContain('no change');
    expect(svg.match(/<line [^>]*stroke="(?:#003087|#4C6272|#212B32)" stroke-width="(?:1.75|3)"/g)).toHaveLength(3);
    const relative = drawnTexts(svg).find(({ text }) => text.startsWith('Frome relative'));
    expect(relative?.weight).toBe('bold');
  });

  it('draw no bar where there is no interval', async () => {
    const rows = fixtures.CHANGE.rows.map((row) => ({ ...row, lower: null, upper: null }));
    const svg = await renderSvg(intervalsChart({ ...fixtures.CHANGE, rows }, fixtures.CHANGE_TEXTS, WIDE), TEXT);
    expect(svg).not.toMatch(/<line [^>]*stroke-width="(?:1.75|3)"/);
    expect(svg.match(/<path [^>]*stroke-width="1.5"/g)).toHaveLength(3);
  });

  it('show the range of all windows faintly behind the years', async () => {
    const svg = await renderSvg(intervalsChart(fixtures.SENSITIVITY, fixtures.SENSITIVITY_TEXTS, WIDE), TEXT);
    expect(words(svg)).toContain('range of rolling four-quarter windows');
    expect(svg).toMatch(/<path [^>]*fill="#E8EDEE"/);
  });
});
