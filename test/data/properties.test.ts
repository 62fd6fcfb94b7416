import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/question/settings.ts';
import { hash } from '../support/hash.ts';
import { essence, read, readDataset } from './support.ts';

const QUARTERS = Array.from(
  { length: 8 },
  (_, at) => `${2013 + Math.floor(at / 4)}/${14 + Math.floor(at / 4)} Q${(at % 4) + 1}`,
);
const NAMES = ['Frome', 'Wells, City of', 'Bath “Spa”', 'Café', '007'];

interface Row {
  readonly quarter: string;
  readonly area: string;
  readonly admissions: number | null;
  readonly cost: number | null;
}

const COLUMNS = ['quarter', 'area', 'admissions', 'cost'] as const;

/** Rows of a long file, each area and quarter at most once, in any order. */
const rows: fc.Arbitrary<readonly Row[]> = fc
  .uniqueArray(
    fc.record({
      quarter: fc.constantFrom(...QUARTERS),
      area: fc.constantFrom(...NAMES),
      admissions: fc.option(fc.integer({ min: 0, max: 1e6 })),
      cost: fc.option(fc.integer({ min: -1e8, max: 1e9 }).map((pence) => pence / 100)),
    }),
    { minLength: 1, maxLength: 40, selector: ({ quarter, area }) => `${quarter} ${area}` },
  )
  .filter((list) => list.some(({ admissions }) => admissions !== null) && list.some(({ cost }) => cost !== null));

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const csv = (list: readonly Row[], columns: readonly (keyof Row)[] = COLUMNS, end = '\n'): string =>
  [columns.join(','), ...list.map((row) => columns.map((column) => cell(row[column])).join(','))].join(end) + end;

const ENCODERS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8 with a mark': (text) => new TextEncoder().encode(`\uFEFF${text}`),
  'utf-16le': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'windows-1252': (text) =>
    Uint8Array.from(text, (character) => ({ '“': 0x93, '”': 0x94 })[character] ?? character.charCodeAt(0)),
};

describe('what makes no difference', () => {
  it('the order of the rows', () => {
    const shuffled = rows.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(essence(read({ 'x.csv': csv(other) }))).toEqual(essence(read({ 'x.csv': csv(list) })));
      }),
    );
  });

  it('the order of the columns', () => {
    const order = fc.shuffledSubarray([...COLUMNS], { minLength: COLUMNS.length });
    fc.assert(
      fc.property(rows, order, (list, columns) => {
        expect(essence(read({ 'x.csv': csv(list, columns) }))).toEqual(essence(read({ 'x.csv': csv(list) })));
      }),
    );
  });

  it('line ends, delimiters, and whether measures stand in one file or two', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const expected = essence(read({ 'x.csv': csv(list) }));
        expect(essence(read({ 'x.csv': csv(list, COLUMNS, '\r\n') }))).toEqual(expected);
        const tabs = [COLUMNS, ...list.map((row) => COLUMNS.map((column) => row[column]))];
        const text = tabs.map((row) => row.map((value) => cell(value)).join('\t')).join('\n');
        expect(essence(read({ 'x.csv': text }))).toEqual(expected);
        const two = {
          'a.csv': csv(list, ['quarter', 'area', 'admissions']),
          'b.csv': csv(list, ['area', 'quarter', 'cost']),
        };
        expect(essence(read(two))).toEqual(expected);
      }),
    );
  });

  it.each(Object.keys(ENCODERS))('the encoding: %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const text = csv(list);
        const source = {
          read: async () => ENCODERS[name]?.(text) ?? new Uint8Array(),
          exists: async () => false,
          hash,
        };
        expect(essence(await readDataset(['x.csv'], DEFAULT_SETTINGS, source))).toEqual(
          essence(read({ 'x.csv': text })),
        );
      }),
    );
  });

  it('writing numbers as Excel shows them', () => {
    const format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(rows, (list) => {
        const shown = list.map(({ quarter, area, admissions, cost }) =>
          [
            quarter,
            area,
            admissions === null ? '-' : format.format(admissions),
            cost === null ? ' - ' : `£${format.format(cost)}`,
          ]
            .map((text) => `"${text.replaceAll('"', '""')}"`)
            .join(','),
        );
        expect(essence(read({ 'x.csv': `${COLUMNS.join(',')}\n${shown.join('\n')}` }))).toEqual(
          essence(read({ 'x.csv': csv(list) })),
        );
      }),
    );
  });
});

describe('what is read', () => {
  it('is every value of the file, and nothing else', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const dataset = read({ 'x.csv': csv(list) });
        for (const measure of ['admissions', 'cost'] as const) {
          const held = dataset.series.filter((one) => one.measure.name === measure).flatMap(({ values }) => values);
          const given = list.map((row) => row[measure]).filter((value) => value !== null);
          expect(held.filter((value) => value !== null).sort()).toEqual(given.sort());
        }
      }),
    );
  });
});
