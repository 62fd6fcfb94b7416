import { DIRECTIONS, documentOf, INTERVAL, UNITS } from './common.js';
import { exactly, list, numeric, oneOf, orNull, part, shape, text, whole, yesNo } from './words.js';

const maybe = (description) => orNull(numeric(description));
const BASIS = oneOf(['rates', 'counts'], 'rates: per person-year of list size. counts: without list sizes.');

const CONTRAST = {
  practice: part('areaChange'),
  comparator: orNull(part('areaChange'), 'null: no comparator, or none with this measure.'),
  relative: orNull(part('relative'), 'null without a comparator.'),
  counterfactual: orNull(part('counterfactual'), 'null without a comparator.'),
};

/** Definitions of what `compare` computes; the report holds the same. */
export const COMPARE = {
  interval: INTERVAL,
  window: shape({
    label: text('2013/14, or 2013/14 Q1 to Q3.'),
    periods: list({ type: 'string' }, 'Its quarters: 2013/14 Q1.'),
  }),
  trend: shape(
    {
      n: whole('Quarters fitted.', 2),
      from: text('First quarter of the window.'),
      to: text('Last quarter of the window.'),
      slope: part('interval', 'Change a quarter, in the unit of the measure.'),
      fitted: shape(
        {
          first: numeric('The line at the first quarter, in the unit of the measure.'),
          last: numeric('The line at the last quarter.'),
          percentChange: maybe('Last against first, %.'),
        },
        'Ends of the line. Never to be mixed with a change between two years.',
      ),
      percentPerQuarter: maybe('100 x slope / first fitted value.'),
      durbinWatson: maybe('Durbin-Watson of the residuals: near 2 where neighbouring quarters are not alike.'),
      sigma: numeric('Standard deviation of the residuals, in the unit of the measure.'),
      rSquared: maybe('Share of the variance that the line takes, 0 to 1.'),
      mean: numeric('Mean of the values fitted.'),
    },
    'Ordinary least squares on the quarterly values.',
  ),
  areaChange: shape(
    {
      area: text('Name of the area.'),
      baseline: numeric('Total over the baseline, in the unit of the measure.'),
      followUp: numeric('Total over the follow-up.'),
      change: numeric('Follow-up less baseline.'),
      changeInterval: orNull(part('interval'), 'The same with its Poisson interval, at dispersion 1. null for money.'),
      personYears: orNull(
        shape({ baseline: numeric('Baseline.'), followUp: numeric('Follow-up.') }),
        'List size summed over the quarters / 4; null without list sizes.',
      ),
      percentChange: maybe('100 x change / baseline, %.'),
      ratePer1000: orNull(
        shape({ baseline: numeric('Baseline.'), followUp: numeric('Follow-up.') }),
        'Per 1,000 people on the list a year; null without list sizes.',
      ),
      ratePercentChange: maybe('Change of the rate, %.'),
      rateDifference: orNull(
        part('interval'),
        'Rate of the follow-up less that of the baseline, per 1,000 a year, at dispersion 1. null without list sizes and for money.',
      ),
      rateRatioForms: orNull(
        shape({
          wald: part('interval', 'Wald on the log scale.'),
          exact: part('interval', 'Conditional on the sum: Clopper and Pearson, central P.'),
          midP: part('interval', 'The same with half the chance of the observed count.'),
          minimumLikelihoodP: numeric("The exact P of R's poisson.test."),
        }),
        'rateRatio by other methods; null for money, and for counts that are not whole or above a million.',
      ),
      rateRatio: orNull(
        part('interval'),
        'Rate (or count) of the follow-up over that of the baseline, at dispersion 1. null for money.',
      ),
      rateRatioDispersed: orNull(
        part('interval'),
        'The same at the dispersion estimated from the quarters, or given; null where none is.',
      ),
      trend: orNull(part('trend'), 'null: fewer than three quarters.'),
    },
    'One area: follow-up against baseline.',
  ),
  relative: shape(
    {
      basis: BASIS,
      percentagePoints: maybe("Practice's percent change less the comparator's, on the totals: percentage points."),
      ratioOfRatios: orNull(
        part('interval'),
        "Practice's ratio over the comparator's, at dispersion 1. For money: Welch's t, exploratory.",
      ),
      ratioOfRatiosDispersed: orNull(
        part('interval'),
        'The same at the dispersion estimated from the quarters, or given: the one to quote.',
      ),
      ratioOfRatiosOnCounts: orNull(
        part('interval'),
        'The same without list sizes, where the basis is rates; else null.',
      ),
      dispersion: orNull(
        shape({
          raw: maybe('As estimated; null: given.'),
          used: numeric('As used: not below 1.'),
          df: maybe('Degrees of freedom; null: given.'),
          source: oneOf(['estimated', 'given'], "From the practice's share of each quarter, or --dispersion."),
        }),
        'Dispersion of the ratio of ratios.',
      ),
      ownSeasons: orNull(
        shape({
          test: shape(
            {
              statistic: numeric('F.'),
              terms: whole('Numerator degrees of freedom: seasons less one.'),
              df: numeric('Degrees of freedom of the denominator.'),
              p: maybe('P.'),
              method: text('The test.'),
            },
            "F test of the quarters of the year in the practice's share.",
          ),
          ratioOfRatios: part('interval', 'At the dispersion that these seasons leave.'),
        }),
        "Seasons of the practice's own in its share of the events, where dispersion takes them for noise; null: allowed for there already, not all four quarters in both windows, or a dispersion given.",
      ),
      stacked: orNull(
        shape({
          ratioOfRatios: part('interval', 'At the dispersion of this model.'),
          dispersion: shape({ raw: maybe('As estimated.'), used: numeric('As used: not below 1.') }),
        }),
        'One quasi-Poisson model of both areas, whose dispersion a large comparator sets: for comparison only.',
      ),
      relativePercentChange: maybe('100 x (ratio of ratios - 1), %.'),
    },
    "The practice's change against the comparator's: each reading under its own name.",
  ),
  counterfactual: shape(
    {
      expected: numeric('The follow-up total, had the practice changed as the comparator did.'),
      avoided: part('interval', 'Expected less observed, at dispersion 1. Above zero: fewer than expected.'),
      avoidedDispersed: orNull(part('interval'), 'The same at the dispersion estimated from the quarters.'),
      avoidedDelta: orNull(
        part('interval'),
        'avoided with the noise of the observed count, delta method, at dispersion 1. null for money.',
      ),
      grossValue: orNull(
        shape({
          meanCost: numeric("The practice's mean cost of an admission in the follow-up, pounds."),
          basis: oneOf(['nominal', 'real'], 'Prices of the mean cost.'),
          value: part('interval', 'Avoided x mean cost, pounds. Not a cashable saving.'),
        }),
        'Admissions only, where cost is compared too.',
      ),
    },
    'Had the practice changed as the comparator did.',
  ),
  contrast: shape(CONTRAST),
  countComparison: shape({
    measure: text('admissions, list_size, bed_days ... or the name given.'),
    unit: oneOf(UNITS, 'Unit of baseline, followUp, change and slope.'),
    better: oneOf(DIRECTIONS, 'Which direction is better.'),
    ...CONTRAST,
  }),
  costComparison: shape({
    measure: text('cost.'),
    unit: exactly('GBP', 'Pounds.'),
    better: oneOf(DIRECTIONS, 'Which direction is better.'),
    nominal: part('contrast', 'In the prices of each year.'),
    real: orNull(part('realTerms'), 'null with --deflator none.'),
  }),
  realTerms: shape(
    {
      ...CONTRAST,
      deflator: text('The price index.'),
      vintage: text('Its release.'),
      priceYear: text('The financial year in whose prices costs are given.'),
      basis: exactly('price', 'What "real" means here: prices.'),
    },
    'In the prices of one financial year.',
  ),
  sensitivity: shape(
    {
      measure: text('The measure whose ratio of ratios it is.'),
      basis: BASIS,
      baselines: list(
        shape({
          kind: oneOf(['financial-year', 'rolling'], 'Financial years, or rolling windows of four quarters.'),
          baseline: text('The earlier window.'),
          followUp: text('The later window.'),
          ratioOfRatios: numeric("Practice's ratio over the comparator's."),
          lower: orNull(numeric('Lower limit, 95%, at dispersion 1.')),
          upper: orNull(numeric('Upper limit, 95%, at dispersion 1.')),
          aroundChange: orNull(
            yesNo('The baseline ends before the change, and the follow-up begins with it or later.'),
            'null without a date of the change.',
          ),
        }),
        'Every earlier window against every later one.',
      ),
      min: numeric('Smallest ratio of ratios.'),
      max: numeric('Largest ratio of ratios.'),
    },
    'How far the answer hangs on the years chosen.',
  ),
  compareSeries: shape(
    {
      measure: text('The measure.'),
      unit: oneOf(UNITS, 'Unit of value and fitted.'),
      area: text('Name of the area.'),
      subject: oneOf(['practice', 'comparator'], 'Its part in the comparison.'),
      basis: oneOf(['count', 'nominal', 'real'], 'For money: prices of each year, or of one.'),
      points: list(
        shape({
          period: text('2013/14 Q1.'),
          index: {
            type: 'integer',
            description: 'Number of the quarter, for drawing: one more for each quarter.',
          },
          value: orNull(numeric('Value of the quarter; null: missing.')),
          indexed: orNull(numeric('Mean quarter of the baseline = 100.')),
          fitted: orNull(numeric('The least-squares line; null outside its window.')),
        }),
      ),
    },
    'One measure of one area, quarter by quarter.',
  ),
  comparison: shape({
    practice: text('Name of the practice, or of the pool of practices.'),
    comparator: orNull(text('Name of the comparator; null: none.')),
    baseline: part('window'),
    followUp: part('window'),
    likeForLike: yesNo('Only the quarters that both years hold are compared.'),
    intervention: orNull(text('First quarter after the change.')),
    measures: list(
      { anyOf: [part('countComparison'), part('costComparison')] },
      'Admissions first, then cost, then others.',
    ),
    sensitivity: orNull(part('sensitivity'), 'null without a comparator or with too few quarters.'),
    series: list(part('compareSeries')),
  }),
};

export const compareSchema = documentOf('compare', 'quarterline compare --json', part('comparison'), COMPARE);
