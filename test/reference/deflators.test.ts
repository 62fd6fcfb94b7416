import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEFLATOR_NAMES, DEFLATORS } from '../../src/reference/deflators.ts';
import { describeShared } from '../support/shared.ts';

/** Published tables that each deflator is held against; a new one belongs here. */
const HELD = ['gdp'];

it('is held against its source, each deflator, and says whose numbers it is', () => {
  expect(DEFLATOR_NAMES).toEqual(HELD);
  for (const name of DEFLATOR_NAMES) {
    expect(DEFLATORS[name].name).toBe(name);
    expect(DEFLATORS[name].source).not.toBe('');
    expect(DEFLATORS[name].levels.size).toBeGreaterThan(10);
  }
});

describeShared('the GDP deflator', 'reference/tables/gdp-deflator-hmt-2026-03.csv', (path) => {
  it('is the table of the March 2026 release, year by year', () => {
    const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1);
    const levels = new Map(rows.map((row) => [Number(row.split(',')[0]), Number(row.split(',')[2])]));
    expect(DEFLATORS.gdp.levels).toEqual(levels);
    const forecasts = rows.filter((row) => row.endsWith('true')).map((row) => Number(row.split(',')[0]));
    expect(DEFLATORS.gdp.forecastFrom).toBe(Math.min(...forecasts));
  });
});
