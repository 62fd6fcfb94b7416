import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { shared } from './shared.ts';

const ROOT = fileURLToPath(new URL('../golden/', import.meta.url));

/** Parsed JSON of a golden case: its shape is the case's own, so it is looked into without types. */
// biome-ignore lint/suspicious/noExplicitAny: expected values of many shapes, only ever compared
type Golden = any;

/** The expected values of a committed golden case. */
export function golden(name: string): Golden {
  return JSON.parse(readFileSync(`${ROOT}${name}/expected.json`, 'utf8')).expected;
}

/** Expected values of a case that is read from ../shared only; null where that folder is absent. */
export function sharedGolden(name: string): Golden {
  const path = shared(`golden/${name}/expected.json`);
  return path && JSON.parse(readFileSync(path, 'utf8')).expected;
}

export type Row = Readonly<Record<string, string>>;

/** Rows of a plain CSV (no quoted commas) by heading. */
export function rows(path: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',').map(unquote);
  return lines.map((line) => {
    const cells = line.split(',').map(unquote);
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

/** Rows of a CSV of a committed golden case. */
export function goldenRows(name: string, file: string): readonly Row[] {
  return rows(`${ROOT}${name}/${file}`);
}

/** Rows of the simulated data: two_area, peers, agesex or agefreq. */
export function simulated(file: string): readonly Row[] {
  return rows(`${ROOT}_sim/${file}.csv`);
}

/** One column as numbers. */
export function numbers(table: readonly Row[], name: string): number[] {
  return table.map((row) => Number(row[name]));
}

function unquote(cell: string): string {
  return cell.replace(/^"(.*)"$/, '$1');
}

/** Fails unless `actual` is within `relative` of `expected` (absolute below `floor`, so that 0 can be expected). */
export function expectClose(
  actual: number | null | undefined,
  expected: number,
  relative: number,
  floor = 1e-300,
): void {
  const limit = relative * Math.max(Math.abs(expected), floor);
  const distance = Math.abs((actual ?? Number.NaN) - expected);
  expect(distance <= limit, `${actual} should be within ${relative} (relative) of ${expected}`).toBe(true);
}
