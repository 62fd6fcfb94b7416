import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terminalTable } from '../../../src/render/terminal/table.ts';
import { renderTerminal } from '../../../src/render/terminal/terminal.ts';
import { columnsOf, hanging, pad, wrap } from '../../../src/render/terminal/text.ts';
import { HOSTILE } from '../hostile-doc.ts';
import { SAMPLE } from '../sample-doc.ts';

const PLAIN = { isScreen: false, columns: 80, colour: false, unicode: true };
const sections = (text: string, from: string, lines: number): readonly string[] => {
  const all = text.split('\n');
  const start = all.indexOf(from);
  return all.slice(start, start + lines);
};

describe('text in columns', () => {
  it.each([
    ['Frome', 5],
    ['東京', 4],
    ['e\u0301', 1],
    ['−8.6%', 5],
  ])('%s takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  it('fills up to a width and never cuts', () => {
    expect(pad('8', 3, 'right')).toBe('  8');
    expect(pad('東', 3, 'left')).toBe('東 ');
    expect(pad('long', 2, 'left')).toBe('long');
  });

  it('breaks lines between words, and words that are longer than a line', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
    expect(hanging('- ', 'one two three four five', 12)).toEqual(['- one two', '  three four', '  five']);
  });

  it('never makes a line too long and loses no letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii', maxLength: 200 }),
        fc.integer({ min: 2, max: 40 }),
        (text, width) => {
          const lines = wrap(text, width);
          return (
            lines.every((line) => columnsOf(line) <= width) &&
            lines.join('').replaceAll(' ', '') === text.replaceAll(' ', '')
          );
        },
      ),
    );
  });
});

describe('a table', () => {
  const table = {
    headings: ['Measure', 'Follow-up year', 'Change'],
    aligns: ['left', 'right', 'right'] as const,
    rows: [
      ['Admissions of Frome Medical Practice', '2,879', '−8.6%'],
      ['Cost', '£4,811,800', '+21.0%'],
    ],
  };

  it('is aligned, numbers to the right', () => {
    expect(terminalTable(table, 80, '-')).toEqual([
      'Measure                               Follow-up year  Change',
      '------------------------------------  --------------  ------',
      'Admissions of Frome Medical Practice           2,879   −8.6%',
      'Cost                                      £4,811,800  +21.0%',
    ]);
  });

  it('breaks headings first and then texts, never numbers', () => {
    expect(terminalTable(table, 40, '-')).toEqual([
      '                       Follow-up',
      'Measure                     year  Change',
      '--------------------  ----------  ------',
      'Admissions of Frome        2,879   −8.6%',
      'Medical Practice',
      'Cost                  £4,811,800  +21.0%',
    ]);
  });

  it('becomes a list where it does not fit', () => {
    expect(terminalTable(table, 24, '-')).toEqual([
      'Admissions of Frome',
      'Medical Practice',
      '  Follow-up year: 2,879',
      '  Change: −8.6%',
      '',
      'Cost',
      '  Follow-up year:',
      '  £4,811,800',
      '  Change: +21.0%',
    ]);
  });
});

describe('renderTerminal', () => {
  const text = renderTerminal(SAMPLE, PLAIN);

  it('begins with the title and what must be said of the data', () => {
    expect(text.split('\n').slice(0, 6)).toEqual([
      'Frome Medical Practice against Rest of Somerset',
      '═══════════════════════════════════════════════',
      'Emergency admissions and their cost, 2013/14 Q1 to 2017/18 Q3',
      '',
      '! Reconstruction: levels invented, summary statistics as published.',
      '',
    ]);
  });

  it('names findings and cautions in words, and aligns tables', () => {
    expect(text).toContain(
      'Finding  The fall is larger than chance alone would explain: the ratio of ratios\n         is 0.77',
    );
    expect(sections(text, '2016/17 against 2013/14', 6)).toEqual([
      '2016/17 against 2013/14',
      '',
      '                                                               Real  More than',
      'Measure                       2013/14       2016/17  Change   terms  chance?',
      '────────────────────────  ───────────  ────────────  ──────  ──────  ───────────',
      'Admissions, Frome               3,151         2,879   −8.6%       –  Yes, a fall',
    ]);
  });

  it('leaves out what a terminal has no use for: folded tables, downloads, sections with nothing else', () => {
    expect(text).not.toContain('2013/14 Q1  ');
    expect(text).not.toContain('Numbers to download');
  });

  it('draws sketches where a figure has them, with how to read them', () => {
    const figure = SAMPLE.blocks
      .flatMap((block) => (block.type === 'section' ? block.blocks : []))
      .find(({ type }) => type === 'figure');
    if (figure?.type !== 'figure') throw new Error('the sample has figures');
    const sketch = {
      title: 'Frome: admissions',
      points: [2, 3, 1].map((value, place) => ({ place, value, hollow: false })),
      lines: [{ value: 2, role: 'centre' as const, label: 'median 2' }],
      extremes: { high: '3', low: '1' },
      ticks: [],
      divider: null,
      marks: [],
    };
    const drawn = renderTerminal({ ...SAMPLE, blocks: [{ ...figure, sketches: [sketch] }] }, PLAIN);
    expect(drawn).toContain('median 2');
    expect(drawn).toContain('How to read it: each dot is a quarter');
  });

  it('is plain ASCII where the terminal has nothing else', () => {
    for (const doc of [SAMPLE, HOSTILE]) {
      expect(renderTerminal(doc, { ...PLAIN, unicode: false })).toMatch(/^[\n -~]*$/);
    }
  });

  it('colours only where colour is wanted', () => {
    expect(text).not.toContain('\u001B');
    expect(renderTerminal(SAMPLE, { ...PLAIN, colour: true })).toContain('\u001B[1m');
  });

  it.each([40, 80, 100])('keeps to %i columns and lets no name act, whatever the names', (columns) => {
    const lines = renderTerminal(HOSTILE, { ...PLAIN, columns }).split('\n');
    for (const line of lines) {
      expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      expect(line).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
    }
  });

  it('uses at most 100 columns', () => {
    const widths = renderTerminal(SAMPLE, { ...PLAIN, columns: 240 })
      .split('\n')
      .map(columnsOf);
    expect(Math.max(...widths)).toBeLessThanOrEqual(100);
  });
});
