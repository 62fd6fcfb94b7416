import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { datasetFromText } from '../../src/data/dataset.ts';
import { decode } from '../../src/data/grid/decode.ts';
import { datasetByQuarter } from '../../src/data/series/by-quarter.ts';
import type { Dataset } from '../../src/data/series.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/question/settings.ts';
import { describeShared } from '../support/shared.ts';
import { ids, points, problemsOf, read, seriesOf } from './support.ts';

/** Reads a real file, or some of its lines: those that `keep` wants. */
function load(path: string, settings: Partial<Settings> = {}, keep: (line: string) => boolean = () => true): Dataset {
  const { text, encoding } = decode(readFileSync(path), path);
  const lines = text.split('\n').filter(keep).join('\n');
  return datasetFromText([{ path, text: lines, encoding }], { ...DEFAULT_SETTINGS, ...settings });
}

const AE = 'real/nhs-england-ae-monthly-raw';
const OTHER = { columns: { admissions: 'Other emergency admissions' } };

// The numbers of rows are those of inputs.md section 5.
describeShared('row 1, a totals row', `${AE}/verbatim/April-2020-revised-260421-abc123.csv`, (path) => {
  it('is never taken for a period in silence', () => {
    expect(problemsOf(() => load(path, OTHER))).toMatchObject([
      {
        code: 'input.unread-period',
        slots: { cell: 'TOTAL', example: 'MSitAE-APRIL-2020' },
        place: { line: 224, column: 'Period' },
      },
    ]);
  });
});

describeShared('row 1, a totals row with a period', `${AE}/verbatim/February-2026-CSV-Dl8t54.csv`, (path) => {
  it('is pointed at', () => {
    expect(load(path, OTHER).findings).toContainEqual(
      expect.objectContaining({ id: 'input.total-area', slots: { areas: ['TOTAL'] } }),
    );
  });
});

describeShared('row 2, a byte order mark', `${AE}/verbatim/August-2021-revised-120522-CCC324.csv`, (path) => {
  it('does not hide the first heading', () => {
    const dataset = load(path, OTHER, (line) => !line.startsWith('TOTAL'));
    expect([dataset.frequency, dataset.series[0]?.periods[0]]).toEqual([
      'month',
      { frequency: 'month', index: 12 * 2021 + 7 },
    ]);
  });
});

describeShared('row 3, empty columns', `${AE}/verbatim/Monthly-AE-September-2024.csv`, (path) => {
  const dataset = () => load(path, OTHER, (line) => !line.startsWith('Total'));

  it('are left out with a note', () => {
    expect(ids(dataset())).toContain('input.headed-empty');
  });

  it('row 25: names with commas stay whole', () => {
    expect(dataset().areas.every(({ name }) => !name.includes('"'))).toBe(true);
    expect(dataset().areas.some(({ name }) => name.includes(', '))).toBe(true);
  });
});

describeShared('row 4, columns added in between', `${AE}/verbatim`, (folder) => {
  it('are matched by name', () => {
    // RH5, read off the last column of the two files.
    for (const [file, expected] of [
      ['April-2020-revised-260421-abc123.csv', '16'],
      ['August-2020-revised-270421-gh920.csv', '22'],
    ] as const) {
      const header = decode(readFileSync(`${folder}/${file}`), file).text.split(/\r?\n/)[0] ?? '';
      expect(String(header.split(',').length)).toBe(expected);
      const dataset = load(`${folder}/${file}`, OTHER, (line) => line.startsWith('Period') || line.includes(',RH5,'));
      const row = decode(readFileSync(`${folder}/${file}`), file)
        .text.split(/\r?\n/)
        .find((line) => line.includes(',RH5,'));
      expect(dataset.series[0]?.values).toEqual([Number(row?.split(',').at(-1))]);
    }
  });
});

describeShared(
  'rows 5 and 7, trailing blanks and names that change',
  `${AE}/southwest-rows-2020-04_2026-02.csv`,
  (path) => {
    it('make one area a code, under its latest name, trimmed', () => {
      const dataset = load(path, OTHER);
      expect(dataset.areas.length).toBe(new Set(dataset.areas.map(({ code }) => code)).size);
      expect(dataset.areas.find(({ code }) => code === 'RH8')?.name).toBe(
        'ROYAL DEVON UNIVERSITY HEALTHCARE NHS FOUNDATION TRUST',
      );
      expect(dataset.areas.every(({ name }) => name === name.trim())).toBe(true);
    });

    it('makes quarters of the months: those of the derived file', () => {
      const dataset = datasetByQuarter(
        load(path, { columns: { admissions: 'Emergency admissions via A&E - Type 1' } }),
      );
      expect(dataset.frequency).toBe('quarter');
      // RH5 April to June 2023, added up by hand from the three rows of the file.
      const rows = decode(readFileSync(path), path)
        .text.split(/\r?\n/)
        .filter((line) => /^MSitAE-(APRIL|MAY|JUNE)-2023,RH5,/.test(line));
      const sum = rows.reduce((total, line) => total + Number(line.split(',')[18]), 0);
      expect(rows).toHaveLength(3);
      expect(points(dataset.series.find(({ area }) => area.code === 'RH5'))['2023/24 Q1']).toBe(sum);
    });
  },
);

describeShared('row 10, a gap of a year', `${AE}/derived-somerset-trusts-quarterly.csv`, (path) => {
  it('stays a gap', () => {
    const dataset = load(path, { columns: { admissions: 'emergency_admissions_via_ae' } });
    const [series] = dataset.series;
    expect(series?.values).toHaveLength(40);
    expect(
      Object.entries(points(series))
        .filter(([, value]) => value === null)
        .map(([period]) => period),
    ).toEqual(['2019/20 Q1', '2019/20 Q2', '2019/20 Q3', '2019/20 Q4']);
    expect(points(series)).toMatchObject({ '2018/19 Q4': 11365, '2020/21 Q1': 8224 });
    expect(ids(dataset)).toContain('input.gaps');
  });

  it('begins the other measure where its figures begin', () => {
    const series = seriesOf(load(path), 'derived somerset trusts quarterly', 'admissions');
    expect(Object.entries(points(series))[0]).toEqual(['2020/21 Q1', 11515]);
  });
});

describeShared(
  'rows 13 and 15, a workbook saved as CSV',
  'real/nhs-england-ae-xls-layout-2025-26/May-2025-AE.csv',
  (path) => {
    it('asks for the period, and for a place where a heading stands three times', () => {
      const problems = problemsOf(() => load(path));
      expect(problems[0]).toMatchObject({ code: 'input.no-period-column', place: { line: 1 } });
      expect(problems.slice(1)).toMatchObject([
        { code: 'input.repeated-heading', slots: { places: ['#4', '#8', '#12'] } },
        { slots: { places: ['#5', '#9', '#13'] } },
        { slots: { places: ['#6', '#10', '#14'] } },
      ]);
    });

    it('reads "4,695", 73.00% and - once a period stands beside them', () => {
      const { text } = decode(readFileSync(path), path);
      const [header = '', ...rows] = text.split(/\r?\n/).filter((line) => line !== '');
      const dated = [`Month,${header}`, ...rows.map((row) => `2025-05,${row}`)].join('\n');
      const dataset = read({ 'May.csv': dated }, { columns: { share: '#17' } });
      const values = (code: string) =>
        dataset.series
          .filter(({ area }) => area.code === code)
          .map(({ measure, values: [value] }) => [measure.name, value]);
      // The rows of RH5 and of RBQ, as they stand in the file.
      expect(values('RH5')).toEqual([
        ['share', 73],
        ['attendances', 22766],
        ['admissions', 4695],
      ]);
      expect(values('RBQ')).toEqual([
        ['attendances', 0],
        ['admissions', 172],
      ]);
    });
  },
);

describeShared('row 22, ALL beside its parts', 'real/gp-list-size', (folder) => {
  it('is the whole, not counted twice', () => {
    const dataset = load(`${folder}/gp-reg-pat-prac-quin-age_2017-09_trimmed-by-openprescribing.csv`);
    expect(points(seriesOf(dataset, 'B85010', 'list_size'))).toEqual({ '2017-09': 6939 });
    const parts = dataset.series.filter(
      ({ area, stratum }) => area.code === 'B85010' && 'sex' in stratum && 'age_band' in stratum,
    );
    expect(parts.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)).toBe(6939);
  });

  it('reads every practice of England', () => {
    const dataset = load(`${folder}/gp-reg-pat-prac-all_2021-01_england-verbatim.csv`);
    expect(dataset.areas).toHaveLength(6658);
    expect(points(seriesOf(dataset, 'L85008', 'list_size'))).toEqual({ '2021-01': 29287 });
  });

  it('row 23: says that a file without headings has none', () => {
    expect(problemsOf(() => load(`${folder}/epraccur_2019-12_somerset-gloucestershire_no-header.csv`))).toMatchObject([
      { code: 'input.no-headings', place: { line: 1 } },
    ]);
  });
});

describeShared('row 26, unsorted rows', 'real/nhsrdatasets/ae_attendances.csv', (path) => {
  it('asks what tells the rows of an area and month apart, and proposes it', () => {
    expect(problemsOf(() => load(path))[0]).toMatchObject({
      code: 'input.duplicate-differs',
      slots: { apart: 'type' },
    });
  });

  it('are put in order', () => {
    const dataset = load(path, { columns: { stratum: 'type' } });
    expect(dataset.frequency).toBe('month');
    const series = seriesOf(dataset, 'RF4', 'admissions');
    expect(series?.periods[0]).toEqual({ frequency: 'month', index: 12 * 2016 + 3 });
    // Lines 2 to 4 of the file: 5060 + 0 + 0 in March 2017.
    expect(points(series)['2017-03']).toBe(5060);
  });
});

describeShared('weeks', 'real/nhsrdatasets/ons_mortality_total_deaths.csv', (path) => {
  it('are seen as such', () => {
    const dataset = load(path, { columns: { deaths: 'counts' } });
    expect(dataset).toMatchObject({ frequency: 'day', step: 7, measures: [{ name: 'deaths', role: 'other' }] });
    expect(points(dataset.series[0])['2010-01-08']).toBe(12968);
  });
});

describe('dirt without a saved example here', () => {
  it('row 12: a restated value is refused, with both lines', () => {
    expect(
      problemsOf(() => read({ 'x.csv': 'month,org_code,admissions\n2025-10,RHM,6762\n2025-10,RHM,6068\n' })),
    ).toMatchObject([
      { code: 'input.duplicate-differs', slots: { first: 6762, second: 6068, firstLine: 2 }, place: { line: 3 } },
    ]);
  });

  it('row 14: a zero is not missing', () => {
    expect(read({ 'x.csv': 'month,org_code,admissions\n2025-04,RHM,0\n' }).series[0]?.values).toEqual([0]);
  });

  it('row 16: fractions of counts are warned about, Excel dates read', () => {
    const dataset = read({ 'x.csv': 'month,area,admissions\n40391,England,433871.5\n40422,England,430000\n' });
    expect(points(dataset.series[0])).toEqual({ '2010-08': 433871.5, '2010-09': 430000 });
    expect(ids(dataset)).toContain('input.fractions');
  });

  it('row 20: Windows-1252 is decoded', () => {
    expect(decode(Uint8Array.from([0x93, 0x41, 0x94, 0x2c, 0x86]), 'x.csv').text).toBe('“A”,†');
  });

  it('row 21: line breaks in quoted cells', () => {
    const dataset = read({ 'x.csv': 'month,"Area\nname",admissions\n2025-04,"Frome\r\nMedical Practice",5\n' });
    expect(dataset.areas).toMatchObject([{ name: 'Frome Medical Practice' }]);
    expect(dataset.series[0]?.origin?.lines).toEqual([3]);
  });

  it('row 24: halves and negatives of a measure of no particular meaning', () => {
    expect(
      read(
        { 'x.csv': 'week,area,change\n2020-01-05,A,20.5\n2020-01-12,A,-5.4\n2020-01-19,A,1\n' },
        { measure: 'change' },
      ).series[0]?.values,
    ).toEqual([20.5, -5.4, 1]);
  });
});
