import { describe, expect, it } from 'vitest';
import { controlChart } from '../../../src/analysis/control-chart/control-chart.ts';
import type { ControlChartOptions } from '../../../src/analysis/control-chart/options.ts';
import type { ControlSignal } from '../../../src/analysis/control-chart/result.ts';
import { financialQuarter } from '../../../src/data/period.ts';
import { controlCallouts, latestSignals } from '../../../src/document/control-chart/callouts.ts';
import { controlBlocks, controlDocument, controlMethods } from '../../../src/document/control-chart/control-chart.ts';
import { controlFigures } from '../../../src/document/control-chart/figure.ts';
import { controlHeadline } from '../../../src/document/control-chart/headline.ts';
import { controlSketch } from '../../../src/document/control-chart/sketch.ts';
import {
  controlAlternatives,
  controlNumbers,
  controlPhases,
  controlSummary,
} from '../../../src/document/control-chart/tables.ts';
import type { Block, Table } from '../../../src/document/document.ts';
import { seriesOf } from '../../analysis/run-chart/support.ts';
import { controlResult } from '../../charts/control-chart/fixtures.ts';

const first = financialQuarter(2013, 1).index;
const quarterly = (values: readonly (number | null)[], area = 'Frome', options: Partial<ControlChartOptions> = {}) =>
  controlChart(seriesOf(values, { frequency: 'quarter', first, area }), { chart: 'i', ...options });

const FLAT = [10, 12, 9, 11, 13, 10, 12, 9, 11, 12, 10, 13, 9, 11, 10, 12];
const flat = quarterly(FLAT, 'Bath');
const peak = quarterly([...FLAT.slice(0, 15), 40], 'Frome', { target: 5 });
const short = quarterly([1, 3, 2], 'Wells', { ruleSet: 'mdc-excel-v5' });

const tables = (blocks: readonly Block[]): readonly Table[] =>
  blocks.filter((block): block is Table => block.type === 'table');

describe('control charts as a document', () => {
  it('puts the verdict first, then its table, sentences, limits and whether it would change', () => {
    const blocks = controlBlocks([peak]);
    expect(blocks[0]).toMatchObject({ role: 'lead', text: expect.stringContaining('special cause') });
    expect(tables(blocks).map(({ id }) => id)).toEqual([
      'control-chart-summary',
      'control-chart-phases',
      'control-chart-alternatives',
      'control-chart-points',
    ]);
    expect(JSON.stringify(blocks)).toContain('Ask what was different'.replace('Ask what', 'ask what'));
  });

  it('says variation and assurance in words, with their marks', () => {
    const { columns, rows } = controlSummary([peak, flat]);
    expect(columns.map(({ heading }) => heading)).toEqual([
      'Area',
      'Variation',
      'Assurance',
      'Target',
      'Signals',
      'Latest',
    ]);
    expect(rows[1]?.[1]).toEqual({ text: 'Common cause', mark: 'common' });
    expect(rows[1]?.[2]).toEqual({ text: 'Not judged' });
    const without = controlSummary([flat]);
    expect(without.columns).toHaveLength(4);
    expect(without.caption).toBe('Verdicts: variation');
  });

  it('gives a row of limits for each phase', () => {
    const phased = quarterly(FLAT, 'Bath', { phases: [financialQuarter(2015, 1)] });
    const { rows } = controlPhases([phased]);
    expect(rows.map((row) => row[1]?.text)).toEqual(['2013/14 Q1 to 2014/15 Q4', '2015/16 Q1 to 2016/17 Q4']);
    // 10 12 9 11 13 10 12 9.
    expect(rows[0]?.[4]?.value).toBe(10.75);
  });

  it('lists every other choice for few areas, and for many only those that change a verdict', () => {
    const few = controlAlternatives([flat]);
    expect(few?.rows.length).toBe(1 + flat.alternatives.length);
    expect(few?.rows[0]?.[1]?.text).toBe('as used here: ihi-control');
    expect(controlAlternatives([flat, flat, flat, flat])).toBeNull();
    const unchanged = controlBlocks([flat, flat, flat, flat]).find(
      (block) => block.type === 'paragraph' && block.role === 'body',
    );
    expect(unchanged).toMatchObject({ text: expect.stringMatching(/^No verdict would change/) });
  });

  it('has chart, constants, rule set, policies, false alarms and source in its methods', () => {
    const text = JSON.stringify(controlMethods([peak]));
    for (const part of [
      'Individuals chart',
      '3/d2 = 2.65957',
      'ihi-control',
      '8 or more points in a row',
      'By chance alone',
      'Lloyd',
      'A missing period breaks the moving range',
    ])
      expect(text).toContain(part);
    expect(JSON.stringify(controlMethods([short]))).toContain('Making Data Count');
  });

  it('gives every point once for programs', () => {
    const { columns, rows } = controlNumbers([peak]);
    expect(rows).toHaveLength(16);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows[15]?.[3]?.value).toBe(40);
    expect(rows[15]?.at(-1)?.text).toContain('outside');
  });

  it('keeps the notes of the input, and says itself what it shows only without a figure', () => {
    const input = {
      path: 'a.csv',
      sha256: '0',
      rows: 1,
      encoding: 'utf-8',
      notes: ['Made up.'],
      licence: null,
      source: null,
    };
    const provenance = { inputs: [input], commandLine: 'quarterline', version: '0' };
    const doc = controlDocument([flat], [], provenance);
    expect(doc).toMatchObject({ notes: ['Made up.'], subtitle: expect.stringContaining('2013/14 Q1 to 2016/17 Q4') });
    const figures = controlFigures([flat], [], 'quarterline');
    expect(controlDocument([flat], [], provenance, { figures }).subtitle).toBeNull();
  });
});

describe('the figure', () => {
  it('has the finding as its title, the chart in words, a table and a sketch', () => {
    const [figure] = controlFigures([peak], ['Made up.'], 'quarterline');
    expect(figure?.title).toMatch(/^Concern in Frome’s .*: one quarter above the upper limit$/);
    expect(figure?.alt).toMatch(/Frome: between 9 and 40, mean 12\.\d+, limits/);
    expect(figure?.notes[0]).toMatch(/^I chart, rules: ihi-control\. Limits from all points used\. By chance alone/);
    expect(figure?.notes[1]).toBe('Made up.');
    expect(figure?.table.rows).toHaveLength(16);
    expect(JSON.stringify(figure?.spec)).toContain('upper limit: concern');
    expect(controlFigures([], [], 'quarterline')).toEqual([]);
  });

  it('holds six areas at most', () => {
    const figures = controlFigures([flat, flat, flat, flat, flat, flat, peak], [], 'quarterline');
    expect(figures.map(({ id }) => id)).toEqual(['control-chart', 'control-chart-2']);
    expect(figures.map(({ table }) => table.id)).toEqual(['control-chart-points', 'control-chart-2-points']);
  });

  it('says of several areas who stands where', () => {
    expect(controlHeadline([peak, flat, short])).toMatch(
      /^\S.*: concern at Frome; common cause only at Bath; too little to judge at Wells$/,
    );
    expect(controlHeadline([flat])).toBe('No signal of special cause in Bath’s emergency admissions');
    expect(controlHeadline([short])).toMatch(/^There are too few points to judge Wells’/);
  });
});

describe('the words near the points', () => {
  const signal = (rule: ControlSignal['rule'], at: readonly number[], side: ControlSignal['side'] = 'above') => ({
    rule,
    at,
    side,
  });
  const chart = controlResult({
    values: Array.from({ length: 20 }, (_, i) => i),
    limits: [{ at: 0, centre: 10, sigma: 2 }],
    signals: [
      signal('shift', [10, 11, 12, 13, 14, 15, 16, 17]),
      signal('outside', [15]),
      signal('outside', [17]),
      signal('trend', [2, 3, 4, 5, 6, 7], 'up'),
      signal('outside', [0], 'below'),
    ],
  });

  it('join signals that share points and mean the same, and name the longest', () => {
    expect(controlCallouts(chart, 2).map(({ text }) => text)).toEqual([
      'eight quarters above the mean and two quarters above the upper limit: concern',
      'six quarters rising: concern',
      'one quarter below the lower limit: improvement',
    ]);
    expect(controlCallouts(chart, 1)[0]?.text).toBe('eight quarters above the mean: concern');
    expect(controlCallouts(chart, 2)[0]?.at).toEqual([10, 11, 12, 13, 14, 15, 16, 17]);
    expect(latestSignals(chart)).toBe('eight quarters above the mean and two quarters above the upper limit');
  });
});

describe('the sketch', () => {
  it('has the lines of each phase over its own stretch, and labels the last', () => {
    const phased = quarterly(FLAT, 'Bath', { phases: [financialQuarter(2015, 1)], target: 12 });
    const { lines } = controlSketch(phased);
    expect(lines.filter(({ role }) => role === 'centre').map(({ span }) => span)).toEqual([
      [8, 15],
      [0, 7],
    ]);
    expect(lines.map(({ label }) => label).filter((label) => label !== '')).toEqual([
      expect.stringMatching(/^mean 11/),
      expect.stringMatching(/^upper limit/),
      expect.stringMatching(/^lower limit/),
      'target 12',
    ]);
  });

  it.each([
    [financialQuarter(2012, 4), null],
    [financialQuarter(2013, 1), 0],
    [financialQuarter(2013, 2), 1],
  ])('is divided where the change came: %j at place %j', (intervention, place) => {
    expect(controlSketch(quarterly(FLAT, 'Bath', { intervention })).divider?.place ?? null).toBe(place);
  });

  it('marks rules by letters', () => {
    expect(controlSketch(peak).marks).toContainEqual({ letter: 'X', label: 'beyond a limit', places: [15] });
  });
});
