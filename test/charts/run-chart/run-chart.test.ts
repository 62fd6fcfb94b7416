import { describe, expect, it } from 'vitest';
import type { ChartOptions } from '../../../src/charts/parts/theme.ts';
import { runChart } from '../../../src/charts/run-chart/run-chart.ts';
import { runVariations } from '../../../src/charts/run-chart/variation.ts';
import { renderSvg } from '../../../src/render/image/svg.ts';
import { drawnTexts } from '../drawn.ts';
import { FIRST_QUARTER, frome, PRACTICE, RUN_TEXTS, type RunCase, runPanel, runResult } from '../fixtures.ts';

const WIDE: ChartOptions = { width: 'wide', palette: 'quarterline' };

async function draw(runs: readonly RunCase[], words: readonly string[] = [], options = WIDE): Promise<string> {
  const spec = runChart(
    runs.map((run) => runPanel(run, words)),
    RUN_TEXTS,
    options,
  );
  return renderSvg(spec, { title: 't', description: 'd', idPrefix: 'x' });
}

const lines = (svg: string): readonly string[] => drawnTexts(svg).map(({ text }) => text);

/** The outline of each symbol in one colour: how many corners and curves it has, whatever its size. */
function outlines(svg: string, colour: string): ReadonlySet<string> {
  const paths = [...svg.matchAll(/<path [^>]*? d="([^"]*)"([^>]*)\/>/g)];
  return new Set(
    paths
      .filter(([, , rest]) => rest?.includes(`stroke="${colour}"`) && !rest.includes('fill="none"'))
      .map(([, d]) => (d ?? '').replace(/[-\d.,]+/g, '')),
  );
}

describe('the marks of a run chart', () => {
  const run: RunCase = {
    values: [10, 12, 11, 13, 12, 5, 4, 5, 4, 5, 11, 12, 20, 21, 22, 23, 24, 9],
    excluded: [0],
    provisional: [17],
    signals: [
      { at: [5, 6, 7, 8, 9], side: 'below' },
      { at: [12, 13, 14, 15, 16], side: 'above' },
    ],
  };

  it('follow the signals', () => {
    expect(
      runVariations(runResult(run))
        .map((variation) => variation.slice(0, 1))
        .join(''),
    ).toBe('eccccIIIIIccCCCCCc'.toLowerCase());
    const both = runResult({
      values: [1, 2, 3, 4],
      signals: [
        { at: [1, 2], side: 'below' },
        { at: [2, 3], side: 'above' },
        { at: [0], side: null },
      ],
    });
    expect(runVariations(both)).toEqual(['neither', 'improvement', 'both', 'concern']);
  });

  it('differ in shape as well as in colour', async () => {
    const svg = await draw([run]);
    const [improvement] = outlines(svg, '#005EB8');
    const [concern] = outlines(svg, '#B34700');
    const [common] = outlines(svg, '#768692');
    const [excluded] = outlines(svg, '#4C6272');
    expect(improvement).toMatch(/A/);
    expect(concern).not.toMatch(/A/);
    expect(common).toMatch(/A/);
    expect(excluded).toMatch(/L.*M.*L/);
    const circles = [...svg.matchAll(/ d="M([\d.]+),0A[^"]*" fill="([^"]*)" stroke="([^"]*)"/g)];
    const radius = (stroke: string) => Number(circles.find((circle) => circle[3] === stroke)?.[1] ?? 0);
    expect(radius('#005EB8')).toBeGreaterThan(1.4 * radius('#768692'));
    expect(circles.filter((circle) => circle[3] === '#768692').every((circle) => circle[2] === '#FFFFFF')).toBe(true);
  });

  it('have a dotted edge where a value is provisional, and a key above the plot', async () => {
    const svg = await draw([run]);
    expect(svg.match(/stroke-dasharray="1.5,1.5"/g)).toHaveLength(2);
    expect(lines(svg)).toEqual(
      expect.arrayContaining(['improvement', 'concern', 'left out of the rules', 'provisional']),
    );
    expect(lines(await draw([{ values: [1, 2, 3] }]))).not.toContain('improvement');
  });

  it('keep a dark outline where the colours of Making Data Count are pale, and dark words', async () => {
    const svg = await draw([run], ['five below', 'five above'], { width: 'wide', palette: 'mdc' });
    const filled = [...svg.matchAll(/ fill="(#00B0F0|#E46C0A)" stroke="([^"]*)"/g)];
    expect(filled.length).toBeGreaterThan(9);
    expect(new Set(filled.map((mark) => mark[2]))).toEqual(new Set(['#212B32']));
    expect(drawnTexts(svg).find(({ text }) => text === 'five below')?.fill).toBe('#212B32');
  });
});

describe('a run chart', () => {
  it('leaves a gap where a period is missing', async () => {
    const svg = await draw([{ values: [10, 12, null, 11, 13] }]);
    const line = [...svg.matchAll(/ d="(M[^"]*)" stroke="#768692" stroke-width="1.5"\/>/g)].map((match) => match[1]);
    expect(line).toHaveLength(1);
    expect(line[0]?.match(/M/g)).toHaveLength(2);
  });

  it('labels median and target at the right end, the intervention over the plot, a signal once', async () => {
    const svg = await draw(
      [
        {
          values: frome('admissions', PRACTICE),
          target: 700,
          intervention: { period: '2014/15 Q1', index: FIRST_QUARTER + 4 },
          signals: [{ at: [15, 16, 17, 18], side: 'below' }],
        },
      ],
      ['four quarters below'],
    );
    const texts = drawnTexts(svg);
    const find = (text: string) => texts.filter((each) => each.text === text);
    const lastYear = find('2017/18')[0];
    expect(find('median 741')[0]?.left).toBeGreaterThan(lastYear?.right ?? 720);
    expect(find('target 700')[0]?.fill).toBe('#AE2573');
    expect(find('Compassionate Frome starts')[0]?.bottom).toBeLessThan(find('800')[0]?.top ?? 0);
    const signal = texts.filter(({ fill, size }) => fill === '#005EB8' && size === 12);
    expect(signal.map(({ text }) => text).join(' ')).toBe('four quarters below');
  });

  it('says the direction on the axis, and that the axis is cut', async () => {
    const words = lines(await draw([{ values: frome('admissions', PRACTICE) }])).join(' ');
    expect(words).toContain('lower is better ↓');
    expect(words).toContain('the axis does not start at zero');
    expect(words).not.toContain('each chart has its own scale');
    expect(lines(await draw([{ values: [0, 5, 9] }])).join(' ')).not.toContain('start at zero');
  });

  it('shares the value axis between areas of like size, and says so where it cannot', async () => {
    const alike = lines(await draw([{ values: [70, 80, 75] }, { area: 'B', values: [60, 90, 100] }]));
    expect(alike.filter((text) => text === '80')).toHaveLength(1);
    const unlike = lines(await draw([{ values: [70, 80, 75] }, { area: 'B', values: [6000, 9000, 10000] }]));
    expect(unlike.join(' ')).toContain('each chart has its own scale');
  });

  it('puts words without room below the plots, under letters', async () => {
    const annotations = [1, 2, 3, 4, 5, 6].map((at) => ({
      period: '',
      index: FIRST_QUARTER + at,
      text: `A long story about what happened in this quarter and why, number ${at}`,
    }));
    const texts = lines(
      await draw([{ values: [9, 1, 9, 1, 9, 1, 9, 1], annotations }], [], { ...WIDE, width: 'narrow' }),
    );
    for (const { text } of annotations) {
      expect(texts.join(' ')).toContain(text);
    }
    const tagged = texts.filter((text) => /^[A-Z]: A long story/.test(text)).map((text) => text.slice(0, 1));
    expect(tagged.length).toBeGreaterThan(0);
    for (const tag of tagged) expect(texts).toContain(tag);
  });

  it('draws at most three charts to a row, and one below the other where it is narrow', () => {
    const panels = Array.from({ length: 6 }, (_, place) => runPanel({ area: `Area ${place}`, values: [1, 2, 3] }));
    expect(runChart(panels, RUN_TEXTS, WIDE)).toMatchObject({ columns: 3 });
    expect(runChart(panels, RUN_TEXTS, { ...WIDE, width: 'narrow' })).toMatchObject({ columns: 1 });
  });
});
