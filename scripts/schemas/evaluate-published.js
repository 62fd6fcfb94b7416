import { list, numeric, oneOf, orNull, part, shape, text, whole, yesNo } from './words.js';

const maybe = (description) => orNull(numeric(description));
const FORM = oneOf(['change', 'points', 'ratio'], 'change: its own. points, ratio: relative to the other area.');
const PERCENT_BASIS = oneOf(
  ['counts', 'rates', 'nominal', 'real'],
  'Per person on the list; prices of each year or of one.',
);

/** Definitions of what was published and planned. */
export const PUBLISHED = {
  publishedTrend: shape({
    published: shape({
      area: text('The area.'),
      slope: numeric('A quarter, as printed.'),
      lower: numeric('Lower limit as printed.'),
      upper: numeric('Upper limit as printed.'),
      p: numeric('As printed.'),
      pIsBound: yesNo('Printed as an upper bound.'),
      decimals: whole('Of slope and limits.'),
      pDecimals: whole('Of P.'),
      quarters: orNull(whole('That the paper says it rests on.'), 'null: it does not say.'),
    }),
    readings: list(
      shape({
        n: whole('Quarters.'),
        df: whole('n - 2.'),
        critical: numeric('97.5th percentile of t.'),
        se: numeric('That the interval implies.'),
        p: numeric('That slope and interval imply.'),
        pLowest: numeric('Smallest that rounding allows.'),
        pHighest: numeric('Largest that rounding allows.'),
        agrees: yesNo('With the P that was printed.'),
      }),
      'One for each number of quarters.',
    ),
    agreeing: list({ type: 'integer' }, 'Numbers of quarters with which slope, interval and P agree.'),
    statedAgrees: orNull(yesNo('Whether the stated number is among them.'), 'null: none is stated.'),
    data: orNull(
      shape({
        n: whole('Quarters.'),
        slope: maybe('A quarter.'),
        lower: maybe('Lower limit, 95%.'),
        upper: maybe('Upper limit, 95%.'),
        p: maybe('Against 0.'),
        percentChange: maybe('Fitted last against first, %.'),
        withinPublished: orNull(yesNo('The slope lies in the printed interval.'), 'null: no slope.'),
      }),
      'The same in these data; null: they hold no such area.',
    ),
  }),
  percentReading: shape({
    area: text('The area.'),
    kind: oneOf(['fitted', 'years'], 'fitted: last against first of a straight line. years: financial years.'),
    form: FORM,
    basis: PERCENT_BASIS,
    from: text('First quarter of the line, or the earlier year.'),
    to: text('Last quarter of the line, or the later year.'),
    quarters: orNull(whole('Of the line.'), 'null for years.'),
    percent: numeric('%, or percentage points.'),
    agrees: yesNo('Prints as what was published.'),
  }),
  publishedPercent: shape({
    published: shape({
      area: text('The area.'),
      measure: text('The measure.'),
      percent: numeric('As printed; falls are below zero.'),
      decimals: whole('As printed.'),
      relative: yesNo('Against the comparator.'),
      slope: orNull(
        shape({ perQuarter: numeric('As printed.'), decimals: whole('As printed.') }),
        'That was printed with it; null: none.',
      ),
    }),
    readings: list(part('percentReading'), 'Every way to compute it.'),
    rolling: list(
      shape({
        form: FORM,
        basis: PERCENT_BASIS,
        pairs: whole('Pairs of four quarters, financial years apart.'),
        agreeing: whole('Of these, that print as published.'),
        min: numeric('Smallest, %.'),
        max: numeric('Largest, %.'),
      }),
    ),
    elsewhere: list(part('percentReading'), 'Of the other area, that print as the same size.'),
    implied: list(
      shape({
        n: whole('Quarters of the line.'),
        lower: numeric('Lowest level at which it would begin: 100 slope (n - 1) / percent.'),
        upper: maybe('Highest; null: without bound.'),
        data: numeric('Where the line of the last n quarters begins in these data.'),
        agrees: yesNo('Lies between the two.'),
      }),
      'With a printed slope.',
    ),
  }),
  plan: shape({
    path: text('The file.'),
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of its bytes.' },
    date: orNull(text('Year, month and day, as the plan gives it.'), 'null: it gives none.'),
    items: list(
      shape({
        item: text('The choice, by its key in the file; window: the number of quarters.'),
        planned: text('As planned; periods as output writes them.'),
        used: orNull(text('As done.'), 'null: none.'),
        departs: yesNo('Whether the two mean different things.'),
        cause: orNull(oneOf(['option', 'data', 'model']), 'Why it departs; null: it does not.'),
      }),
      'Every choice that the plan fixes.',
    ),
    open: list({ type: 'string' }, 'Choices that it leaves open.'),
  }),
};
