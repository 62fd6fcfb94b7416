import { readFileSync } from 'node:fs';
import type { Frequency } from '../../../src/data/period.ts';
import type { Series } from '../../../src/data/series.ts';

export interface SeriesShape {
  readonly frequency?: Frequency;
  readonly first?: number;
  readonly denominator?: readonly (number | null)[];
  readonly flags?: Series['flags'];
  readonly area?: string;
}

/** A series of admissions: by default in event order, so that periods are 1, 2, 3 ... */
export function seriesOf(values: readonly (number | null)[], shape: SeriesShape = {}): Series {
  const { frequency = 'event', first = 0, denominator, flags = [], area = 'Frome' } = shape;
  return {
    area: { code: null, name: area, members: null },
    measure: { name: 'admissions', role: 'admissions', unit: 'count', combine: 'sum', better: 'lower' },
    stratum: {},
    periods: values.map((_, i) => ({ frequency, index: first + i })),
    step: 1,
    values,
    denominator: denominator
      ? {
          measure: { name: 'list_size', role: 'list_size', unit: 'people', combine: 'mean', better: 'neither' },
          values: denominator,
        }
      : null,
    flags,
    labels: null,
  };
}

/** The event with this number, counted from 1 as people do. */
export const event = (n: number) => ({ frequency: 'event' as const, index: n - 1 });

/** The rows of a plain CSV without quotes, as records. */
export function csvRecords(path: string | URL): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])));
}
