import { describe, expect, it } from 'vitest';
import { runChart } from '../../../src/analysis/run-chart/run-chart.ts';
import { financialQuarter } from '../../../src/data/period.ts';
import type { Table } from '../../../src/document/document.ts';
import { runChartFigure } from '../../../src/document/run-chart/figure.ts';
import { runChartHeadline } from '../../../src/document/run-chart/headline.ts';
import { runChartBlocks, runChartDocument, runChartMethods } from '../../../src/document/run-chart/run-chart.ts';
import { runChartSketch } from '../../../src/document/run-chart/sketch.ts';
import { runChartPoints } from '../../../src/document/run-chart/tables.ts';
import { event, seriesOf } from '../../analysis/run-chart/support.ts';

const from = financialQuarter(2013, 3).index;
const rising = seriesOf([6, 7, 6, null, 7, 6, 7, 4, 3, 4, 3, 4, 3, 9], {
  frequency: 'quarter',
  first: from,
  area: 'Frome',
});
const chart = runChart(rising, {
  exclude: [financialQuarter(2016, 4)],
  intervention: financialQuarter(2015, 2),
  target: 4.5,
});

describe('run charts as a document', () => {
  it('puts the verdict first, then sentences, numbers and points', () => {
    const blocks = runChartBlocks([chart]);
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'section', 'table', 'table']);
    expect(blocks[0]).toMatchObject({ role: 'lead', text: expect.stringContaining('non-random signal') });
  });

  it('leads with one sentence for many areas, and keeps each verdict in its section', () => {
    const [lead, second, ...rest] = runChartBlocks([chart, chart, chart, chart]);
    expect(lead).toMatchObject({
      role: 'lead',
      text: 'There are non-random signals in the emergency admissions of Frome, Frome and two more areas.',
    });
    expect(JSON.stringify(second)).toContain('There are three non-random signals in Frome');
    expect(rest.map(({ type }) => type)).toEqual(['section', 'section', 'section', 'table', 'table']);
  });

  it('has the rule set, its policies and its sources in words', () => {
    const text = JSON.stringify(runChartMethods([chart]));
    expect(text).toContain('ihi-run');
    expect(text).toContain('6 or more points in a row on one side of the median');
    expect(text).toContain('astronomical');
    expect(text).toContain('Swed');
    const anhoej = JSON.stringify(runChartMethods([runChart(rising, { ruleSet: 'anhoej' })]));
    expect(anhoej).toContain('Anhøj');
    expect(anhoej).not.toContain('2.5% in each tail');
    const printed = JSON.stringify(runChartMethods([runChart(rising, { runsLimits: 'printed' })]));
    expect(printed).toContain('not held against the print');
    expect(text).not.toContain('not held against the print');
  });

  it('gives every point once, unrounded, with what was left out', () => {
    const { columns, rows } = runChartPoints([chart]);
    expect(rows).toHaveLength(14);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows[3]?.map(({ text }) => text).slice(0, 3)).toEqual(['Frome', '2014/15 Q2', '–']);
    expect(rows[3]?.[2]?.value).toBeNull();
    expect(rows[13]?.[4]?.text).toBe('yes');
    expect(rows[0]?.[6]?.text).toBe('shift');
  });

  it('names the baseline of a frozen median in the caption of the numbers', () => {
    const frozen = runChart(rising, { freeze: financialQuarter(2015, 1) });
    const table = runChartBlocks([frozen]).find((block): block is Table => block.type === 'table');
    expect(table?.caption).toBe('Each area against its median of 2013/14 Q3 to 2015/16 Q1');
  });

  it('spans all charts in its subtitle and keeps the notes of the input', () => {
    const input = {
      path: 'a.csv',
      sha256: '0',
      rows: 1,
      encoding: 'utf-8',
      notes: ['Reconstruction.'],
      licence: null,
      source: null,
    };
    const doc = runChartDocument([chart], [], { inputs: [input], commandLine: 'quarterline', version: '0' }, null);
    expect(doc.subtitle).toBe('Emergency admissions by quarter, 2013/14 Q3 to 2016/17 Q4');
    expect(doc.notes).toEqual(['Reconstruction.']);
  });
});

describe('the figure', () => {
  it('has the verdict as its title, the chart in words, the table and a sketch for each area', () => {
    const figure = runChartFigure([chart], ['Reconstruction.'], 'quarterline');
    expect(figure?.title).toMatch(/^There are three non-random signals in Frome.*[^.]$/);
    expect(figure?.alt).toContain('Frome: between 3 and 9 about a median of 5.');
    expect(figure?.notes).toEqual([
      'Run chart rules: ihi-run. Median of all points used. By chance alone, with nothing changed, about 14% of such charts would show a signal.',
      'Reconstruction.',
    ]);
    expect(figure?.sketches).toHaveLength(1);
    expect(figure?.table.rows).toHaveLength(14);
    expect(JSON.stringify(figure?.spec)).toContain('six quarters');
    expect(runChartFigure([], [], 'quarterline')).toBeNull();
  });

  it('says of several areas who has signals and who has none', () => {
    const silent = runChart(
      seriesOf([1, 3, 1, 3, 3, 1, 1, 3, 1, 3, 1, 1, 3, 3], { frequency: 'quarter', first: from, area: 'Bath' }),
    );
    expect(runChartFigure([chart, silent], [], 'quarterline')?.title).toBe(
      'There are non-random signals in the emergency admissions of Frome, and none in those of Bath',
    );
    expect(runChartFigure([silent, silent], [], 'quarterline')?.title).toBe(
      'There is no non-random signal in the emergency admissions of Bath and Bath',
    );
    const short = runChart(seriesOf([1, 3], { area: 'Wells' }));
    const headlines = [
      [chart, short],
      [silent, short],
      [short, short],
    ].map((some) => runChartHeadline(some));
    expect(headlines).toEqual([
      'There are non-random signals in the emergency admissions of Frome; not judged: Wells',
      'There is no non-random signal in the emergency admissions of Bath; not judged: Wells',
      'There is too little to judge in the emergency admissions of Wells and Wells',
    ]);
  });
});

describe('the sketch', () => {
  it('ticks the first quarter of each NHS year', () => {
    expect(runChartSketch(chart).ticks).toEqual([
      { place: 2, label: '2014/15' },
      { place: 6, label: '2015/16' },
      { place: 10, label: '2016/17' },
    ]);
  });

  it('has lines, extremes, the change, hollow points and the letters of signals', () => {
    const sketch = runChartSketch(chart);
    expect(sketch.lines).toEqual([
      { value: 5, role: 'centre', label: 'median 5' },
      { value: 4.5, role: 'target', label: 'target 4.5' },
    ]);
    expect(sketch.extremes).toEqual({ high: '9', low: '3' });
    expect(sketch.divider).toEqual({ place: 7, label: 'change from 2015/16 Q2' });
    expect(sketch.points[13]).toEqual({ place: 13, value: 9, hollow: true });
    expect(sketch.marks).toEqual([{ letter: 'S', label: 'shift', places: [0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12] }]);
  });

  it('numbers events by tens, and names the first period where no year begins', () => {
    const events = runChart(seriesOf(Array.from({ length: 25 }, (_, i) => i % 4)));
    expect(runChartSketch(events).ticks.map(({ label }) => label)).toEqual(['1', '10', '20']);
    const short = runChart(seriesOf([1, 2], { frequency: 'quarter', first: financialQuarter(2013, 2).index }));
    expect(runChartSketch(short).ticks).toEqual([{ place: 0, label: '2013/14 Q2' }]);
    const months = runChart(seriesOf([1, 2, 3], { frequency: 'month', first: 2014 * 12 + 2 }));
    expect(runChartSketch(months).ticks).toEqual([{ place: 1, label: '2014/15' }]);
    expect(runChartSketch(runChart(seriesOf([1, 2]), {})).divider).toBeNull();
    expect(runChartSketch(runChart(seriesOf([1, 2]), { intervention: event(2) })).divider?.place).toBe(1);
  });
});
