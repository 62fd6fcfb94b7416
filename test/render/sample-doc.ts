import type { Cell, Column, Doc, Figure, Table } from '../../src/document/document.ts';
import { ADMISSIONS_FROME, ADMISSIONS_SOMERSET, COSTS_FROME, COSTS_SOMERSET, QUARTERS } from './sample-data.ts';
import { type Line, toySpec } from './sample-specs.ts';

const FROME = 'Frome Medical Practice';
const SOMERSET = 'Rest of Somerset';
const NOTE = 'Reconstruction: levels invented, summary statistics as published.';

const left = (heading: string): Column => ({ heading, align: 'left' });
const right = (heading: string): Column => ({ heading, align: 'right' });
const text = (value: string): Cell => ({ text: value });
const whole = (value: number): Cell => ({ text: value.toLocaleString('en-GB'), value });

function quarterly(id: string, caption: string, lines: readonly Line[]): Table {
  return {
    type: 'table',
    id,
    caption,
    columns: [left('Quarter'), ...lines.map(({ name }) => right(name))],
    rows: QUARTERS.map((quarter, i) => [text(quarter), ...lines.map(({ values }) => whole(values[i] ?? 0))]),
    folded: true,
  };
}

function figure(id: string, title: string, subtitle: string, howToRead: string, lines: readonly Line[]): Figure {
  const spec = { title, subtitle, labels: QUARTERS, lines };
  return {
    type: 'figure',
    id,
    title,
    subtitle,
    alt: `Line chart. ${title}. ${subtitle}.`,
    howToRead,
    notes: [NOTE],
    spec: toySpec(spec, false),
    narrowSpec: toySpec(spec, true),
    table: quarterly(id, subtitle, lines),
  };
}

const indexed = (values: readonly number[]): readonly number[] => {
  const mean = values.slice(0, 4).reduce((sum, value) => sum + value, 0) / 4;
  return values.map((value) => Math.round((1000 * value) / mean) / 10);
};

const both = (frome: readonly number[], somerset: readonly number[]): readonly Line[] => [
  { name: FROME, values: frome },
  { name: SOMERSET, values: somerset },
];

const summaryTable: Table = {
  type: 'table',
  id: 'summary',
  caption: '2016/17 against 2013/14',
  folded: false,
  columns: [
    left('Measure'),
    right('2013/14'),
    right('2016/17'),
    right('Change'),
    right('Real terms'),
    left('More than chance?'),
  ],
  rows: [
    [
      text(`Admissions, ${FROME}`),
      whole(3151),
      whole(2879),
      { text: '−8.6%', value: -8.63218 },
      { text: '–', value: null },
      { text: 'Yes, a fall', mark: 'improvement' },
    ],
    [
      text(`Admissions, ${SOMERSET}`),
      whole(46826),
      whole(55715),
      { text: '+19.0%', value: 18.98304 },
      { text: '–', value: null },
      { text: 'Yes, a rise', mark: 'concern' },
    ],
    [
      text(`Cost, ${FROME}`),
      { text: '£6,090,900', value: 6090900 },
      { text: '£4,811,800', value: 4811800 },
      { text: '−21.0%', value: -21 },
      { text: '−24.2%', value: -24.159 },
      { text: 'Not tested', mark: 'common' },
    ],
    [
      text(`Cost, ${SOMERSET}`),
      { text: '£95,726,800', value: 95726800 },
      { text: '£115,829,400', value: 115829400 },
      { text: '+21.0%', value: 21 },
      { text: '+16.2%', value: 16.162 },
      { text: 'Not tested', mark: 'common' },
    ],
  ],
};

const ADMISSIONS = both(ADMISSIONS_FROME, ADMISSIONS_SOMERSET);
const SHA = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** A report as rich as the one on Frome: every kind of block, six figures. */
export const SAMPLE: Doc = {
  title: 'Frome Medical Practice against Rest of Somerset',
  subtitle: 'Emergency admissions and their cost, 2013/14 Q1 to 2017/18 Q3',
  language: 'en-GB',
  notes: [NOTE],
  blocks: [
    {
      type: 'section',
      id: 'summary',
      heading: 'Summary',
      blocks: [
        {
          type: 'paragraph',
          role: 'lead',
          text: 'Emergency admissions of Frome Medical Practice fell by 8.6% between 2013/14 and 2016/17, from 3,151 to 2,879. Those of the rest of Somerset rose by 19.0%, from 46,826 to 55,715.',
        },
        {
          type: 'paragraph',
          role: 'lead',
          text: 'Relative to the rest of Somerset, Frome’s rate fell by 22.9% (95% interval from 18.8% to 26.8%; P < 0.001). Had Frome followed the county, it would have had 855 more admissions in 2016/17 (from 666 to 1,055).',
        },
        {
          type: 'messages',
          items: [
            {
              kind: 'finding',
              text: 'The fall is larger than chance alone would explain: the ratio of ratios is 0.77 (95% interval from 0.73 to 0.81).',
            },
            {
              kind: 'caution',
              text: 'Frome started 22% above the county’s rate, so some of the fall may be a return to what is usual. Compare with practices that were as high in 2013/14.',
            },
            {
              kind: 'caution',
              text: 'Costs avoided are not a saving that can be cashed. Take them as a measure of size only.',
            },
            {
              kind: 'problem',
              text: 'Age-standardised rates were not computed, because the files hold no age bands. Give a file with age_band to get them.',
            },
          ],
        },
        summaryTable,
      ],
    },
    {
      type: 'section',
      id: 'run-charts',
      heading: 'Frome’s admissions shifted below their median; the county’s shifted above',
      blocks: [
        {
          type: 'paragraph',
          role: 'body',
          text: 'A run chart shows whether a series changed in a way that is unlikely to be chance, without assuming any particular shape of the data.',
        },
        figure(
          'run-chart-frome',
          'Frome: eight quarters in a row below the median from 2015/16 Q1',
          'Emergency admissions a quarter, Frome Medical Practice, 2013/14 Q1 to 2017/18 Q3',
          'each dot is a quarter; eight or more in a row on one side of the median are a signal that something changed.',
          [{ name: FROME, values: ADMISSIONS_FROME }],
        ),
        figure(
          'run-chart-somerset',
          'Rest of Somerset: a shift above the median from 2015/16 Q3',
          'Emergency admissions a quarter, rest of Somerset, 2013/14 Q1 to 2017/18 Q3',
          'each dot is a quarter; eight or more in a row on one side of the median are a signal that something changed.',
          [{ name: SOMERSET, values: ADMISSIONS_SOMERSET }],
        ),
      ],
    },
    {
      type: 'section',
      id: 'indexed',
      heading: 'Against the county',
      blocks: [
        figure(
          'indexed',
          'Frome’s admissions fell while the rest of Somerset’s rose',
          'Emergency admissions a quarter, quarterly mean of 2013/14 = 100',
          'both lines start around 100; the distance between them is how far the two have come apart.',
          both(indexed(ADMISSIONS_FROME), indexed(ADMISSIONS_SOMERSET)),
        ),
        figure(
          'change',
          'The difference is larger than chance would explain',
          'Change in percent from 2013/14 to 2016/17 with 95% intervals',
          'where an interval does not reach the line at zero, chance alone is an unlikely explanation.',
          ADMISSIONS,
        ),
      ],
    },
    {
      type: 'section',
      id: 'costs',
      heading: 'Costs in real terms',
      blocks: [
        figure(
          'costs',
          'In real terms, Frome’s costs fell by 24.2% and the county’s rose by 16.2%',
          'Cost of emergency admissions a quarter, 2016/17 prices, GDP deflator of March 2026',
          'the lines are in pounds of one year, so general inflation is taken out.',
          both(COSTS_FROME, COSTS_SOMERSET),
        ),
      ],
    },
    {
      type: 'section',
      id: 'trend',
      heading: 'Fitted trends',
      blocks: [
        figure(
          'trend',
          'Frome fell by 7.9 admissions a quarter, the county rose by 236',
          'Least-squares lines over 2014/15 Q1 to 2017/18 Q3',
          'the straight line is the average change from one quarter to the next; the dots show how closely it describes them.',
          ADMISSIONS,
        ),
        {
          type: 'section',
          id: 'trend-caution',
          heading: 'What a trend does not show',
          blocks: [
            {
              type: 'list',
              items: [
                'What would have happened without the change: the county’s line is the nearest to that.',
                'Why it happened: the figures are consistent with an effect, and with other causes that set in at the same time.',
              ],
            },
          ],
        },
      ],
    },
    {
      type: 'section',
      id: 'downloads',
      heading: 'Numbers to download',
      blocks: [
        {
          type: 'downloads',
          items: [
            {
              name: 'frome-summary.csv',
              label: 'The summary table',
              mediaType: 'text/csv',
              content: 'measure,2013/14,2016/17\r\nadmissions,3151,2879\r\n',
            },
            {
              name: 'frome.json',
              label: 'Every result',
              mediaType: 'application/json',
              content: JSON.stringify({ note: NOTE, quarters: QUARTERS, admissions: ADMISSIONS_FROME }, null, 2),
            },
          ],
        },
      ],
    },
    {
      type: 'section',
      id: 'methods',
      heading: 'Methods and sources',
      blocks: [
        {
          type: 'list',
          items: [
            'Ratio of ratios: change of the practice’s rate divided by the change of the comparator’s, on the log scale, Wald interval.',
            'Run charts: the rules of the Institute for Healthcare Improvement; limits of the number of runs from their exact distribution.',
            'Real terms: costs divided by the GDP deflator of the financial year.',
          ],
        },
        {
          type: 'references',
          items: [
            {
              text: 'Abel J, Kingston H, Scally A and others. Reducing emergency hospital admissions. British Journal of General Practice 2018; 68(676): e803.',
              url: 'https://doi.org/10.3399/bjgp18X699437',
            },
            { text: 'HM Treasury, GDP deflators at market prices, March 2026.', url: null },
          ],
        },
        { type: 'paragraph', role: 'source', text: 'Source: fixtures/frome-somerset, Open Government Licence.' },
      ],
    },
    {
      type: 'section',
      id: 'provenance',
      heading: 'Settings and provenance',
      blocks: [
        {
          type: 'definitions',
          items: [
            { term: 'Practice', text: FROME },
            { term: 'Comparator', text: SOMERSET },
            { term: 'Baseline', text: '2013/14 Q1 to 2013/14 Q4' },
            {
              term: 'Command',
              text: 'quarterline report admissions.csv costs.csv list-sizes.csv --practice frome --comparator somerset --baseline 2013/14 --follow-up 2016/17 --intervention "2014/15 Q1" -o reports/frome',
            },
          ],
        },
        {
          type: 'table',
          id: 'inputs',
          caption: 'Files read',
          folded: false,
          columns: [left('File'), right('Rows'), left('SHA-256')],
          rows: [
            [text('admissions.csv'), whole(19), text(SHA)],
            [text('costs.csv'), whole(19), text(SHA)],
          ],
        },
      ],
    },
  ],
};
