import { describe, expect, it } from 'vitest';
import { controlChart } from '../../../src/charts/control-chart/control-chart.ts';
import { controlLines } from '../../../src/charts/control-chart/lines.ts';
import { controlMarks } from '../../../src/charts/control-chart/panel.ts';
import { stairs } from '../../../src/charts/parts/steps.ts';
import type { ChartOptions } from '../../../src/charts/parts/theme.ts';
import { renderSvg } from '../../../src/render/image/svg.ts';
import { drawnTexts } from '../drawn.ts';
import { FIRST_QUARTER, RUN_TEXTS } from '../fixtures.ts';
import { type ControlCase, controlPanel, controlResult } from './fixtures.ts';

const WIDE: ChartOptions = { width: 'wide', palette: 'quarterline' };

async function draw(charts: readonly ControlCase[], words: readonly string[] = [], options = WIDE): Promise<string> {
  const spec = controlChart(
    charts.map((chart) => controlPanel(chart, words)),
    RUN_TEXTS,
    options,
  );
  return renderSvg(spec, { title: 't', description: 'd', idPrefix: 'x' });
}

/** Paths of one colour and dash, each with the number of pieces that it consists of. */
const paths = (svg: string, colour: string, dash: string | null): readonly number[] =>
  [...svg.matchAll(/<path d="([^"]*)"([^>]*)>|<path [^>]*? d="([^"]*)"([^>]*)>/g)]
    .map((match) => ({ d: match[1] ?? match[3] ?? '', rest: match[0] }))
    .filter(({ rest }) => rest.includes(`stroke="${colour}"`))
    .filter(({ rest }) => (dash === null ? true : rest.includes(`stroke-dasharray="${dash}"`)))
    .map(({ d }) => d.match(/M/g)?.length ?? 0);

const values = [10, 12, 9, 11, 13, 10, 6, 5, 7, 6, 5, 6];
const twoPhases: ControlCase = {
  values,
  limits: [
    { at: 0, centre: 11, sigma: 1.5 },
    { at: 6, centre: 6, sigma: 1 },
  ],
};

describe('the lines that points are held against', () => {
  it('keep their value half a step to both sides, and step where it changes', () => {
    const at = (index: number, value: number | null, group = 0) => ({ index, value, group });
    expect(stairs([at(1, 5), at(2, 5), at(3, 6)], 1)).toEqual([
      [
        { from: 0.5, to: 2.5, value: 5 },
        { from: 2.5, to: 3.5, value: 6 },
      ],
    ]);
  });

  it('go on over points without a value of their own, and break between groups', () => {
    const at = (index: number, value: number | null, group: number) => ({ index, value, group });
    expect(stairs([at(7, 5, 0), at(14, null, 0), at(21, 5, 0), at(28, 5, 1)], 7)).toEqual([
      [{ from: 3.5, to: 24.5, value: 5 }],
      [{ from: 24.5, to: 31.5, value: 5 }],
    ]);
    expect(stairs([at(1, null, 0)], 1)).toEqual([]);
    expect(stairs([at(1, 5, 0), at(2, null, 0), at(3, 6, 0)], 1)).toEqual([
      [
        { from: 0.5, to: 2.5, value: 5 },
        { from: 2.5, to: 3.5, value: 6 },
      ],
    ]);
  });

  it('break at the border of phases, the target does not', () => {
    const lines = controlLines(controlResult({ ...twoPhases, target: () => 8 }));
    expect(lines.centre.map((stair) => stair.map(({ value }) => value))).toEqual([[11], [6]]);
    expect(lines.upper).toHaveLength(2);
    expect(lines.target).toEqual([[{ from: FIRST_QUARTER - 0.5, to: FIRST_QUARTER + 11.5, value: 8 }]]);
  });

  it('are solid for the centre, dashed for limits and target', async () => {
    const svg = await draw([{ ...twoPhases, target: () => 8 }]);
    expect(paths(svg, '#4C6272', '4,3')).toHaveLength(4);
    expect(paths(svg, '#AE2573', '9,4')).toHaveLength(1);
    expect(paths(svg, '#212B32', null).length).toBeGreaterThanOrEqual(2);
  });
});

describe('a control chart', () => {
  it('labels the last phase at the right end and the earlier ones beside their lines', async () => {
    const texts = drawnTexts(await draw([{ ...twoPhases, target: () => 8 }]));
    const find = (text: string) => texts.find((each) => each.text === text);
    const last = find('upper limit 9.0');
    expect(last).toBeDefined();
    for (const text of ['mean 6.0', 'lower limit 3.0', 'target 8.0']) {
      expect(find(text)?.left, text).toBeCloseTo(last?.left ?? 0, 6);
    }
    expect(find('target 8.0')?.fill).toBe('#AE2573');
    const earlier = find('mean 11.0');
    expect(earlier).toBeDefined();
    expect(earlier?.right).toBeLessThan(last?.left ?? 0);
    expect(find('15.5') ?? find('15.6')).toBeDefined();
  });

  it('has no labels for lines that are not there', async () => {
    const texts = drawnTexts(await draw([{ values: [3, 5, 4], limits: [{ at: 0, centre: 4, sigma: null }] }]));
    expect(texts.map(({ text }) => text).filter((text) => /limit/.test(text))).toEqual([]);
  });

  it('marks each point by what it says: shapes of the key', () => {
    const result = controlResult({
      ...twoPhases,
      excluded: [0],
      both: [3],
      provisional: [11],
      signals: [
        { at: [6, 7, 8], side: 'below' },
        { at: [4], side: 'above' },
        { at: [1], side: null },
      ],
    });
    const marks = controlMarks(result);
    expect(marks[0]?.variation).toBe('excluded');
    expect(marks[1]?.variation).toBe('neither');
    expect(marks[3]?.variation).toBe('both');
    expect(marks[4]?.variation).toBe('concern');
    expect(marks.slice(6, 9).map(({ variation }) => variation)).toEqual(['improvement', 'improvement', 'improvement']);
    expect(marks[11]).toMatchObject({ variation: 'common', provisional: true });
  });

  it('leaves a gap where a period is missing, and no mark', async () => {
    const chart: ControlCase = { values: [10, 12, null, 11, 13], limits: [{ at: 0, centre: 11, sigma: 1 }] };
    expect(controlMarks(controlResult(chart))).toHaveLength(4);
    const svg = await draw([chart]);
    const line = [...svg.matchAll(/ d="(M[^"]*)" stroke="#768692" stroke-width="1.5"\/>/g)].map((match) => match[1]);
    expect(line[0]?.match(/M/g)).toHaveLength(2);
  });

  it('says a signal once, in words near its points', async () => {
    const svg = await draw([{ ...twoPhases, signals: [{ at: [6, 7, 8], side: 'below' }] }], ['three below']);
    expect(drawnTexts(svg).filter(({ text }) => text === 'three below')).toHaveLength(1);
  });

  it('stands in rows of three, and one below the other where it is narrow', () => {
    const panels = Array.from({ length: 6 }, (_, place) => controlPanel({ ...twoPhases, area: `Area ${place}` }));
    expect(controlChart(panels, RUN_TEXTS, WIDE)).toMatchObject({ columns: 3 });
    expect(controlChart(panels, RUN_TEXTS, { ...WIDE, width: 'narrow' })).toMatchObject({ columns: 1 });
  });
});
