import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvGrid } from '../../../src/data/grid/csv.ts';
import { sheetOf } from '../../../src/data/sheet/layouts.ts';
import { Problems, QuarterlineError } from '../../../src/errors.ts';

const cells = (text: string) => csvGrid(text, 'a.csv');

function problem(make: () => unknown): unknown {
  try {
    make();
  } catch (error) {
    if (error instanceof QuarterlineError) return error.problems[0];
    throw error;
  }
  return null;
}

describe('text to cells', () => {
  it('knows the line on which each row begins, over quoted line breaks and blank lines', () => {
    const raw = cells('a,b\r\n\r\n"x\r\ny",2\r\n3,4\r\n');
    expect(raw.rows).toEqual([
      ['a', 'b'],
      ['x\r\ny', '2'],
      ['3', '4'],
    ]);
    expect(raw.lines).toEqual([1, 3, 5]);
  });

  it.each([
    ['comma', 'a,b\n1,2', ','],
    ['semicolon', 'a;b\n1,5;2', ';'],
    ['tab', 'a\tb\n1\t2', '\t'],
    ['comma beside a quoted semicolon', '"a;b;c",d\n1,2', ','],
    ['none', 'a\n1', ','],
  ])('finds the delimiter: %s', (_, text, delimiter) => {
    expect(cells(text).delimiter).toBe(delimiter);
  });

  it.each(['\n', '\r\n', '\r'])('takes any line end, also mixed (%j)', (end) => {
    expect(cells(`a,b${end}1,2\n3,4\r\n`).rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('keeps cells as they stand: zeros in front, white space, doubled quotes', () => {
    expect(cells('a,b\n007," x "\n"say ""yes""", y').rows).toEqual([
      ['a', 'b'],
      ['007', ' x '],
      ['say "yes"', ' y'],
    ]);
  });

  it('says on which line a quotation mark is opened and never closed', () => {
    expect(problem(() => cells('a,b\n1,2\n"x,3\n4,5\n'))).toMatchObject({
      code: 'input.open-quote',
      place: { file: 'a.csv', line: 3 },
    });
  });

  it('reads unquoted text as it reads the same text quoted', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '7', ' ', '£', '.', '-', 'é') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (table, end) => {
        const plain = table.map((row) => row.join(',')).join(end);
        const quoted = table.map((row) => row.map((text) => `"${text}"`).join(',')).join(end);
        expect(cells(plain).rows).toEqual(cells(quoted).rows);
        expect(cells(plain).lines).toEqual(cells(quoted).lines);
      }),
    );
  });
});

describe('cells to a table', () => {
  const table = (text: string, problems = new Problems()) => sheetOf(cells(text), problems);

  it('skips empty rows, wherever they are', () => {
    const { headings, headerRows, rows, lines } = table('\n,,\na,b,c\n,,\n1,2,3\n\n4,5,6\n');
    expect({ headings, headerRows, rows, lines }).toEqual({
      headings: ['a', 'b', 'c'],
      headerRows: [3],
      rows: [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
      lines: [5, 7],
    });
  });

  it('leaves out empty columns at the end, and says so', () => {
    const { headings, findings } = table('a,b,,\n1,2,,\n3,4,,\n');
    expect(headings).toEqual(['a', 'b']);
    expect(findings).toMatchObject([{ id: 'input.empty-columns', slots: { columns: 2 } }]);
  });

  it('keeps a column without a heading that holds something', () => {
    expect(table('a,b,\n1,2,3\n').headings).toEqual(['a', 'b', '']);
  });

  /** Where problems were found, each with its code. */
  const refused = (text: string): readonly string[] => {
    const problems = new Problems();
    try {
      table(text, problems);
      problems.throwIfAny();
    } catch (error) {
      return (error as QuarterlineError).problems.map(({ code, place }) => `${place?.line} ${code}`);
    }
    return [];
  };

  it.each([
    ['a number cut by its comma, the last column empty', 'q,p,n,c\nQ1,S,9,766,\nQ2,S,800,\n', ['2 input.ragged-row']],
    ['the same in a wide file', 'Quarter,Frome,Bath\nQ1,9,1\nQ2,10,983,\n', ['3 input.ragged-row']],
    ['the same in every row', 'q,n,c\nQ1,9,766,\nQ2,10,983,\n', ['2 input.ragged-row', '3 input.ragged-row']],
    ['empty cells that one row alone lacks', 'a,b,,\n1,2,,\n3,4\n', ['3 input.ragged-row']],
    ['an empty cell that one row alone has', 'a,b\n1,2,\n3,4\n', ['2 input.ragged-row']],
    ['the only row with an empty cell more', 'a,b\n1,2,\n', ['2 input.ragged-row']],
    ['a lacking separator', 'a,b,c\n12,3\n1,2,3\n', ['2 input.ragged-row']],
    ['a filled cell more in every row', 'a,b\n1,2,3\n4,5,6\n', ['2 input.ragged-row', '3 input.ragged-row']],
  ])('refuses %s', (_, text, expected) => {
    expect(refused(text)).toEqual(expected);
  });

  it.each([
    ['and a last column without a heading', 'Quarter,Admissions,Cost,\nQ1,1,766,1478400\nQ2,1,734,1478400\n', 2],
    ['and a wide file with a separator more in the headings', 'quarter,Frome,Bath,\nQ1,1,766,1\n', 1],
    ['and a separator more everywhere', 'quarter,Frome,Bath,,\nQ1,1,766,1,\nQ2,1,734,1,\n', 2],
    ['and a last column of remarks', 'quarter,practice,n,notes\nQ1,Frome,13,500\nQ2,Frome,"13,501",\n', 1],
  ])('refuses a number cut by its comma %s', (_, text, count) => {
    expect(refused(text).filter((one) => one.endsWith('input.split-number'))).toHaveLength(count);
  });

  it('refuses numbers cut alike in rows that are narrower than the headings', () => {
    expect(refused('quarter,admissions,cost,,\nQ1,1,766,500\nQ2,1,734,600\n')).toHaveLength(2);
  });

  it('takes small numbers beside others where there is no room for a cell more', () => {
    expect(refused('quarter,Frome,Bath\nQ1,12,345\nQ2,13,400\n')).toEqual([]);
    expect(refused('quarter,Frome,Bath,notes\nQ1,12,345,late\nQ2,13,400,\n')).toEqual([]);
  });

  it.each([
    ['the heading row has', 'a,b,,\n1,2,,\n3,4,,\n'],
    ['the heading row alone has', 'a,b,,\n1,2\n3,4\n'],
    ['every row has', 'a,b\n1,2,\n3,4,\n'],
  ])('takes empty cells at the end that %s', (_, text) => {
    expect(refused(text)).toEqual([]);
    expect(table(text).rows.map((row) => row.slice(0, 2))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it.each([
    ['within a cell', 'a,b\n1,x"y\n', '2 input.stray-quote'],
    ['after a blank', 'a,b\n1,2\n1, "y"\n', '3 input.stray-quote'],
    ['before more text', 'a,b\n1,"x"y\n', '2 input.stray-quote'],
    ['after a cell of two lines', 'a,b\n1,"x\ny"\n1,x"\n', '4 input.stray-quote'],
    ['that is never closed', 'a,b\n1,2\n"x,3\n', '3 input.open-quote'],
    ['that has swallowed a row', 'a,b,c\n1,2,"x\n3,4,y"\n5,6,7\n', '2 input.swallowed-rows'],
    [
      'that has swallowed the end of a row and the start of the next',
      'a,b,c\n1,"2,3\n4,5",6\n',
      '2 input.swallowed-rows',
    ],
    [
      'that has swallowed a line end before a short row',
      'q,a,n\n2013/14 Q1,"Frome\n2013/14 Q2,Frome",7\n2013/14 Q3,F,9\n',
      '2 input.swallowed-rows',
    ],
    ['that has swallowed one where periods stand second', 'a,q,n,m\n"F\nG,Apr 2013",x,y,z\n', '2 input.swallowed-rows'],
    ['that has swallowed the first row', 'a,"b,c\n1,2",3\n5,6,7\n', '1 input.swallowed-rows'],
  ])('refuses a quotation mark %s', (_, text, expected) => {
    expect(refused(text)).toEqual([expected]);
  });

  it('takes cells of several lines with fewer separators than a row', () => {
    expect(refused('quarter,area,"admissions,\nall"\n1,"x,\ny",2\n')).toEqual([]);
  });

  it('never gives a value under another heading: a row with a separator more or less is refused, alone or among others', () => {
    const cell = fc.string({ unit: fc.constantFrom('1', '9', '7', 'a', ' '), minLength: 0, maxLength: 4 });
    const row = fc
      .array(cell, { minLength: 4, maxLength: 4 })
      .filter((cells) => cells.some((one) => one.trim() !== ''));
    const rows = fc.array(row, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), fc.boolean(), (table_, which, place, more) => {
        const lines = table_.map((cells) => cells.join(','));
        const at = which % lines.length;
        const line = lines[at] ?? '';
        const commas = [...line.matchAll(/,/g)].map(({ index }) => index);
        const cut = commas[place % commas.length] ?? 0;
        const bad = more
          ? `${line.slice(0, place % (line.length + 1))},${line.slice(place % (line.length + 1))}`
          : line.slice(0, cut) + line.slice(cut + 1);
        if (bad.replaceAll(',', '').trim() === '') return;
        const text = ['q,a,n,c', ...lines.map((one, i) => (i === at ? bad : one))].join('\n');
        expect(refused(text)).toContain(`${at + 2} input.ragged-row`);
      }),
    );
  });

  it.each([
    ['short', 'a,b,c\n1,2,3\n4,5\n', 2],
    ['long', 'a,b\n1,2\n4,5,6\n', 3],
  ])('calls a %s row a problem', (_, text, count) => {
    const problems = new Problems();
    table(text, problems);
    expect(problem(() => problems.throwIfAny())).toMatchObject({
      code: 'input.ragged-row',
      slots: { cells: count },
      place: { file: 'a.csv', line: 3 },
    });
  });

  it.each([
    ['only white space', '\n \n', 'input.empty-file'],
    ['only delimiters', ',,\n,,\n', 'input.empty-file'],
    ['only headings', 'a,b\n', 'input.header-only'],
    ['only headings and empty rows', 'a,b\n,\n\n', 'input.header-only'],
  ])('refuses %s', (_, text, code) => {
    expect(problem(() => table(text))).toMatchObject({ code, place: { file: 'a.csv', line: 1 } });
  });
});
