import { describe, expect, it } from 'vitest';
import { chartEach } from '../../../src/application/chart/each.ts';
import { envelope, jsonDocument } from '../../../src/application/output.ts';
import { run, settingsFrom } from '../../../src/application/run.ts';
import { dataError } from '../../../src/errors.ts';
import { caution } from '../../../src/finding.ts';

const named = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ area: { code: null, name: `Area ${at}`, members: null } }));

/** How often the charts of so many areas are made when they are gone through twice. */
function timesMade(count: number): number {
  let made = 0;
  const { charts } = chartEach(named(count), [], ({ area }) => {
    made += 1;
    return { area: area.name, findings: [] };
  });
  expect([...charts].map(({ area }) => area)).toEqual(named(count).map(({ area }) => area.name));
  expect([...charts]).toHaveLength(count);
  return made;
}

describe('charts of each area', () => {
  it('are held up to 200 areas, and made anew of more', () => {
    expect(timesMade(199)).toBe(199);
    expect(timesMade(200)).toBe(200);
    expect(timesMade(201)).toBe(3 * 201);
  });

  it.each([3, 201])(
    'of %i: those that cannot be charted are named, findings and signals are of the others',
    (count) => {
      const { charts, findings, signal, remarks } = chartEach(named(count), ['run-chart.nothing'], ({ area }) => {
        if (area.name === 'Area 1') throw dataError('run-chart.nothing', { area: area.name, measure: 'admissions' });
        return {
          area: area.name,
          findings: [caution('run-chart.provisional', { area: area.name, periods: [area.name] })],
          signals: area.name === 'Area 2' ? ['shift'] : [],
        };
      });
      expect([...charts]).toHaveLength(count - 1);
      expect(findings.map(({ slots }) => (slots as { periods: string[] }).periods[0])).not.toContain('Area 1');
      expect(findings).toHaveLength(count - 1);
      expect(signal).toBe(true);
      expect(remarks.map(({ slots }) => slots)).toEqual([{ areas: ['Area 1'] }]);
    },
  );

  it('throws where none can be charted, and for any other reason', () => {
    const nothing = () => {
      throw dataError('run-chart.nothing', { area: 'x', measure: 'admissions' });
    };
    expect(() => chartEach(named(2), ['run-chart.nothing'], nothing)).toThrow('run-chart.nothing');
    expect(() => chartEach(named(2), [], nothing)).toThrow('run-chart.nothing');
  });
});

/** 201 areas of eight quarters; the names of two hold characters that turn text round or paint a terminal. */
function manyAreas(): string {
  const lines = ['quarter,area,emergency_admissions'];
  for (let area = 0; area < 201; area += 1) {
    const name = area === 7 ? 'Area\u202E7' : area === 8 ? 'Area\u009B8' : `Area ${area}`;
    for (let quarter = 0; quarter < 8; quarter += 1)
      lines.push(
        `${2013 + Math.floor(quarter / 4)}-Q${(quarter % 4) + 1},${name},${100 + ((area * 7 + quarter * 13) % 40)}`,
      );
  }
  return `${lines.join('\n')}\n`;
}

describe('a result of many areas', () => {
  it('is the same document piece by piece as at once, with nothing in it that paints a terminal', async () => {
    const bytes = new TextEncoder().encode(manyAreas());
    const source = { read: async () => bytes, exists: async () => false, hash: () => '0' };
    const settings = settingsFrom('runchart', ['areas.csv'], { quarters: 'calendar', format: 'json' });
    const output = await run('runchart', settings, source);
    const text = envelope(output, settings);
    expect(text).not.toMatch(/[\u0080-\u009F\u202A-\u202E]/);
    const whole = jsonDocument(output, settings);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(whole)));
    expect((whole.result as { charts: readonly unknown[] }).charts).toHaveLength(201);
    expect(text).toContain('Area\\u202e7');
  });
});
