import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sketch } from '../../../src/document/document.ts';
import { drawSketch } from '../../../src/render/terminal/chart.ts';
import { columnsOf } from '../../../src/render/terminal/text.ts';

const WIDE = { isScreen: false, columns: 80, colour: false, unicode: true };
const PLAIN = { isScreen: false, columns: 80, colour: false, unicode: false };

function sketchOf(values: readonly (number | null)[], more: Partial<Sketch> = {}): Sketch {
  const held = values.filter((value) => value !== null);
  return {
    title: 'AREA 1',
    points: values.map((value, place) => ({ place, value, hollow: false })),
    lines: [{ value: 4, role: 'centre', label: 'median 4' }],
    extremes: { high: String(Math.max(...held)), low: String(Math.min(...held)) },
    ticks: [{ place: 0, label: '2013/14' }],
    divider: null,
    marks: [],
    ...more,
  };
}

const six = sketchOf([5, 3, 8, 1, 9, 2], {
  divider: { place: 2, label: 'change' },
  marks: [{ letter: 'S', label: 'shift', places: [3, 5] }],
});

const values = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { freq: 6 }), { minLength: 1, maxLength: 200 });
const held = (list: readonly (number | null)[]) => list.some((value) => value !== null);

describe('a sketch', () => {
  it('shows points, median, labels on the right, the change, the year and the letters', () => {
    // 9 to 1 about 4 in 11 rows: 6 rows above, 4 below. 5 is 1/5 of the way up, so 1 row; 8 is 4/5, so 5; 3 is 1/3 of the
    // way down, so 1 row; 2 is 2/3, so 3. Six points stand 4 columns apart.
    expect(drawSketch(six, PLAIN)).toEqual([
      'AREA 1',
      '       | change',
      '       |        o             9',
      '       |o       .',
      '       ..      . .',
      '       . .     . .',
      '      .| .    .   .',
      'o    . |  .   .   .',
      '-..--.----.---.----.-  median 4',
      '   .o  |   . .     .',
      '       |   . .      .',
      '       |    .       o',
      '       |    o                 1',
      '+--------------------',
      '2013/14',
      '            S       S   S shift',
    ]);
  });

  it('uses braille and round points where the terminal has them', () => {
    const text = drawSketch(six, WIDE).join('\n');
    expect(text.match(/●/g)).toHaveLength(6);
    expect(text).toMatch(/[\u2801-\u28FF]/);
    expect(text).toContain('─');
  });

  it('leaves a gap in line and axis where a period is missing', () => {
    const lines = drawSketch(sketchOf([5, 6, null, 5, 6]), PLAIN);
    expect(lines.find((line) => line.startsWith('+'))).toBe('+----       -----');
    for (const line of lines.slice(1, -2)) expect(line.slice(5, 12).replaceAll('-', '').trim()).toBe('');
  });

  it('draws an excluded point hollow and passes its line by', () => {
    const points = [5, 9, 5].map((value, place) => ({ place, value, hollow: place === 1 }));
    const lines = drawSketch(sketchOf([5, 9, 5], { points }), PLAIN);
    expect(lines.filter((line) => line.includes('x'))).toHaveLength(1);
    expect(lines.find((line) => line.includes('o'))).toMatch(/^o\.{7}o/);
  });

  it('marks signals by letters, in colour as well where there is colour', () => {
    const coloured = drawSketch(six, { ...PLAIN, colour: true });
    expect(coloured.at(-1)).toContain('S');
    expect(coloured.join('')).toContain('\u001B[');
    expect(drawSketch(six, PLAIN).join('')).not.toContain('\u001B[');
  });

  it('makes control characters in names harmless', () => {
    const [title] = drawSketch(sketchOf([5, 6], { title: 'Frome\u001B[31m' }), PLAIN);
    expect(title).not.toContain('\u001B');
  });

  it('draws a constant series as a level line', () => {
    const lines = drawSketch(sketchOf([4, 4, 4]), PLAIN);
    expect(lines.filter((line) => line.includes('o'))).toEqual(['o...o...o  median 4']);
  });

  it('gives a single point a single column', () => {
    const lines = drawSketch(sketchOf([4], { ticks: [] }), PLAIN);
    expect(lines.filter((line) => line.includes('o'))).toEqual(['o  median 4']);
  });

  it('skips years that have no room', () => {
    const ticks = [0, 1, 2, 3].map((place) => ({ place, label: `201${place}/1${place + 1}` }));
    const lines = drawSketch(sketchOf([5, 6, 5, 6], { ticks }), PLAIN);
    expect(lines.at(-1)).toBe('2010/11 2012/13');
  });

  it('has room for more points than columns: they share the width evenly', () => {
    const marks = [{ letter: 'S', label: '', places: [0, 100, 199] }];
    const lines = drawSketch(sketchOf(Array(200).fill(4), { lines: [], marks }), { ...PLAIN, columns: 50 });
    const at = [...(lines.at(-1) ?? '')].flatMap((letter, column) => (letter === 'S' ? [column] : []));
    // The fourth letter says what the marks are. Of so many columns the middle point takes the one in the middle.
    expect(at).toHaveLength(4);
    const [start, middle, end = 0] = at;
    expect([start, middle]).toEqual([0, (end + 1) / 2]);
    expect(end).toBeGreaterThan(30);
  });

  it('is never wider than the terminal', () => {
    fc.assert(
      fc.property(values.filter(held), fc.integer({ min: 8, max: 120 }), fc.boolean(), (list, columns, unicode) => {
        const marks = [{ letter: 'S', label: 'shift', places: [0, list.length - 1] }];
        const divider = { place: Math.floor(list.length / 2), label: 'change from 2014/15 Q1' };
        const lines = drawSketch(sketchOf(list, { marks, divider }), {
          isScreen: false,
          columns,
          colour: false,
          unicode,
        });
        expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(columns);
        if (!unicode) expect(lines.join('')).toMatch(/^[\x20-\x7E]*$/);
      }),
    );
  });

  it('puts a point on the median row only if it lies on the median', () => {
    fc.assert(
      fc.property(values.filter(held), (list) => {
        const lines = drawSketch(sketchOf(list), PLAIN);
        const row = lines.find((line) => line.includes('median 4')) ?? '';
        const rows = lines.filter((line) => /^[o. ~-]*o/.test(line));
        expect(row.includes('o')).toBe(list.includes(4));
        expect(rows.some((line) => lines.indexOf(line) < lines.indexOf(row))).toBe(
          list.some((v) => v !== null && v > 4),
        );
        expect(rows.some((line) => lines.indexOf(line) > lines.indexOf(row))).toBe(
          list.some((v) => v !== null && v < 4),
        );
      }),
    );
  });
});
