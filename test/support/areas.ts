import { readFileSync } from 'node:fs';
import type { AreaData } from '../../src/analysis/quarters/totals.ts';
import { financialQuarter, type Period } from '../../src/data/period.ts';
import type { Measure, Role, Series } from '../../src/data/series.ts';

const UNITS: Readonly<Record<string, Pick<Measure, 'unit' | 'combine' | 'better'>>> = {
  admissions: { unit: 'count', combine: 'sum', better: 'lower' },
  cost: { unit: 'GBP', combine: 'sum', better: 'lower' },
  list_size: { unit: 'people', combine: 'mean', better: 'neither' },
};

/** `2013/14 Q1` to a period, without the code under test. */
export function nhsQuarter(label: string): Period {
  const [year = '', q = ''] = label.split(' Q');
  return financialQuarter(Number(year.slice(0, 4)), Number(q));
}

/** A quarterly series from its first quarter on, made by hand for a test. */
export function quarterlySeries(area: string, role: Role, first: Period, values: readonly (number | null)[]): Series {
  return {
    area: { code: null, name: area, members: null },
    measure: { name: role, role, ...(UNITS[role] ?? { unit: 'number', combine: 'sum', better: 'neither' }) },
    stratum: {},
    periods: values.map((_, i) => ({ frequency: 'quarter', index: first.index + i })),
    step: 1,
    values,
    denominator: null,
    flags: [],
    labels: null,
  };
}

/** An area with several measures from the same quarter on. */
export function area(
  name: string,
  first: Period,
  measures: Partial<Record<Role, readonly (number | null)[]>>,
): AreaData {
  return {
    area: { code: null, name, members: null },
    series: Object.entries(measures).map(([role, values]) => quarterlySeries(name, role as Role, first, values)),
  };
}

/** The two areas of the Frome reconstruction, read without the code under test. */
export function frome(): { readonly practice: AreaData; readonly comparator: AreaData } {
  const folder = new URL('../../fixtures/frome-somerset/', import.meta.url);
  const column = (file: string, i: number): readonly number[] =>
    readFileSync(new URL(file, folder), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => Number(line.split(',')[i]));
  const areaOf = (name: string, i: number) =>
    area(name, financialQuarter(2013, 1), {
      admissions: column('admissions.csv', i),
      cost: column('costs.csv', i),
      list_size: column('list-sizes.csv', i),
    });
  return { practice: areaOf('Frome Medical Practice', 1), comparator: areaOf('Rest of Somerset', 2) };
}
