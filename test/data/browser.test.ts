import { createContext, runInContext } from 'node:vm';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../src/data/period.ts';
import { ROOT } from '../house/sources.ts';

describe('reading in a browser', () => {
  it('takes bytes and texts without Buffer, process or a module of Node', async () => {
    const build = await rolldown({ cwd: ROOT, input: 'src/data/read.ts', platform: 'browser' });
    const { output } = await build.generate({ format: 'iife', name: 'reading', codeSplitting: false });
    await build.close();
    const code = output[0].code;
    expect(code).not.toMatch(/['"]node:/);
    const quoted = 'quarter,area,admissions\n"2013/14 Q1","Frome, Somerset",12\n"2013/14 Q2","Frome, Somerset",15\n';
    const files: Record<string, string> = { 'a.csv': quoted, 'a.meta.yaml': 'licence: OGL\n' };
    const source = {
      read: async (path: string) => new TextEncoder().encode(files[path]),
      exists: async (path: string) => path in files,
      hash: async () => 'abc',
    };
    const { DEFAULT_SETTINGS } = await import('../../src/question/settings.ts');
    const world = createContext({ TextDecoder, settings: DEFAULT_SETTINGS, source });
    expect(runInContext('typeof Buffer + typeof process + typeof require', world)).toBe('undefined'.repeat(3));
    runInContext(code, world);
    const dataset = await runInContext("reading.readDataset(['a.csv'], settings, source)", world);
    const [series] = dataset.series;
    expect([series.area.name, series.periods.map(formatPeriod), [...series.values]]).toEqual([
      'Frome, Somerset',
      ['2013/14 Q1', '2013/14 Q2'],
      [12, 15],
    ]);
    expect(dataset.inputs[0]).toMatchObject({ sha256: 'abc', licence: 'OGL' });
  });
});
