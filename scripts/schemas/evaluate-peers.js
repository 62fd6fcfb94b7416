import { BASIS } from './evaluate-models.js';
import { exactly, list, numeric, oneOf, orNull, part, shape, text, whole, yesNo } from './words.js';

const maybe = (description) => orNull(numeric(description));
const share = (description) => ({ type: 'number', minimum: 0, maximum: 1, description });
const STATISTICS = [
  'studentised-slope',
  'slope',
  'effect-at-end',
  'ratio-of-ratios',
  'slope-after',
  'studentised-effect',
];

const TEST = {
  statistic: oneOf(STATISTICS, 'What of each area is ranked.'),
  observed: numeric("The practice's."),
  p: share('Share of areas, the practice included, at least as far from 0. Never below 1 / areas.'),
  pWithoutPractice: orNull(
    share("The same with the practice left out of its peers' comparators."),
    'null: too few peers.',
  ),
  rank: whole('1: furthest from 0.', 1),
  lowerTail: shape({ p: share('Share that fell at least as far.'), rank: whole('1: fell furthest.', 1) }),
};
const { pWithoutPractice: _, ...NEAR_TEST } = TEST;
const SMALLEST = numeric('1 / areas: no P can be smaller.');
const WITHOUT = shape({
  without: text('The area left out.'),
  estimate: numeric('Ratio to the counterfactual in the last quarter.'),
  lower: maybe('Lower limit, 95%.'),
  upper: maybe('Upper limit, 95%.'),
});
const SYNTHETIC_PLACEBO = orNull(part('syntheticPlacebo'), 'null: too few donors.');

/** Definitions of what the peers say, and of the specification curve. */
export const PEERS = {
  placeboTest: shape(TEST),
  placebo: shape(
    {
      ...TEST,
      areas: whole('Areas ranked, the practice included.'),
      smallestPossibleP: SMALLEST,
      tests: list(part('placeboTest'), 'By every statistic, the primary one first.'),
      similarSize: orNull(
        shape({
          p: share('Among them.'),
          rank: whole('Among them.', 1),
          areas: whole('How many.'),
          smallestPossibleP: SMALLEST,
          tests: list(shape(NEAR_TEST), 'By every statistic, the primary one first.'),
        }),
        "The primary statistic among areas of half to twice the practice's list size; null: too few.",
      ),
      excluded: list(
        shape({
          area: text('The area.'),
          reason: oneOf(['incomplete', 'list-size'], 'incomplete: lacks quarters. list-size: of another size.'),
        }),
      ),
      overdispersion: orNull(
        shape({
          phi: numeric("Variance of the areas' z over that of chance."),
          tau2: numeric('Variance between areas beyond chance, logarithmic.'),
          winsorLimits: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2, description: 'Of z.' },
          ratioOfRatios: part('interval', "The practice's, allowing for that."),
        }),
        'null: too few areas.',
      ),
      fits: list(
        shape({
          area: text('The area, treated as the practice.'),
          level: numeric('Jump, log ratio.'),
          slope: numeric('Change of slope, log ratio a quarter.'),
          se: numeric('Its standard error.'),
          dispersion: maybe('Used.'),
          effectAtEnd: numeric('Log ratio in the last quarter.'),
          studentisedEffect: maybe('The same over its standard error; null: nothing scatters.'),
          studentised: numeric('slope / se.'),
          slopeAfter: maybe('Slope of the difference series after the change; null: a count is 0.'),
          logRatioOfRatios: maybe('Last four quarters against the last four before.'),
          ratioError: maybe('Its standard error at dispersion 1.'),
        }),
        'One for each area.',
      ),
    },
    'Every area in turn against all the others.',
  ),
  placeboInTime: shape(
    {
      intervention: text('The date pretended.'),
      level: part('interval', 'Jump, log ratio.'),
      slope: part('interval', 'Change of slope, log ratio.'),
      effectAtEnd: part('interval', 'Ratio in the last quarter before the change.'),
      avoided: part('interval', 'Events.'),
      detectable: orNull(
        shape({
          percentChange: numeric('Smallest fall, below 0, %.'),
          percentIncrease: maybe('Smallest rise, %; null: without bound.'),
        }),
        'Difference in the last quarter that would be found with 80% power; null: cannot be computed.',
      ),
    },
    'The primary model on the quarters before, as if the change had come in their middle.',
  ),
  leaveOneOut: shape(
    { lowest: WITHOUT, highest: WITHOUT, rows: list(WITHOUT) },
    'The effect with each area taken out of the comparator.',
  ),
  syntheticFit: shape({
    weights: list(shape({ area: text('The donor.'), weight: numeric('0 to 1.') }), 'The heaviest first.'),
    att: numeric('Mean gap over the quarters after.'),
    preRmspe: numeric('Root mean squared gap before.'),
    postRmspe: numeric('The same after.'),
    ratio: maybe('After / before; null: the fit before is perfect.'),
    attRange: orNull(
      shape({ lower: numeric('Smallest.'), upper: numeric('Largest.') }),
      'Mean gap over all weights that fit as well; null: they are unique.',
    ),
    gap: list({ type: 'number' }, 'Practice less synthetic control, a quarter each.'),
  }),
  syntheticPlacebo: shape({
    areas: whole('Areas ranked.'),
    rank: orNull(whole('Of the ratio of errors; 1 the largest.'), 'null: the fit is perfect.'),
    p: orNull(share('Its share.'), 'null: the fit is perfect.'),
    pGap: share('Share whose mean gap is at least as far from 0.'),
    smallestPossibleP: SMALLEST,
  }),
  syntheticControl: shape({
    donors: whole('Areas to choose from.'),
    donorChoice: oneOf(
      ['all', 'similar-size', 'nearest-size'],
      'Which they are: all peers, those of half to twice the list size, or, of more than 400, the 400 nearest in size.',
    ),
    before: whole('Quarters before.'),
    after: whole('Quarters after.'),
    demeaned: part('syntheticFit', 'Levels may differ: the default.'),
    plain: part('syntheticFit', 'Levels must match.'),
    differenceInDifferences: numeric('The gap with all donors weighing the same.'),
    placebo: shape({ demeaned: SYNTHETIC_PLACEBO, plain: SYNTHETIC_PLACEBO }),
    leaveOneOut: list(shape({ without: text('The donor left out.'), att: numeric('Mean gap.') })),
    placeboInTime: orNull(
      shape({ from: whole('First quarter of the later half, counted from 0.'), att: numeric('Mean gap.') }),
      'Weights from the earlier half of the quarters before; null: too few.',
    ),
  }),
  specificationCurve: shape(
    {
      quantity: exactly('mean-effect', 'Ratio, mean over the quarters after.'),
      comparators: list(
        shape({
          name: text('As the specifications have it.'),
          kind: oneOf(
            ['given', 'peer-group', 'similar-size', 'one-left-out'],
            'given: --comparator. peer-group: --peer-group. one-left-out: all areas of it but one, where they are few.',
          ),
          areas: list({ type: 'string' }, 'Pooled into it.'),
          listSize: maybe('People, mean over its quarters; null: not held throughout.'),
          basis: BASIS,
          quarters: whole('That it shares with the practice.'),
        }),
        'That of the primary model first.',
      ),
      stretches: oneOf(['shortened', 'whole-series'], 'whole-series: with a second change no shorter ones are taken.'),
      fewest: shape({
        seasons: whole('Quarters that seasons need.'),
        autocorrelation: whole('Quarters that Prais-Winsten and REML need.'),
      }),
      specifications: list(
        shape({
          comparator: text('Its name.'),
          model: text('Its name: docs/methods.md.'),
          seasons: yesNo('Whether in the model.'),
          primary: yesNo('Whether it is the primary model.'),
          from: text('First quarter.'),
          to: text('Last quarter.'),
          before: whole('Quarters before the change.'),
          after: whole('Quarters after.'),
          estimate: numeric('Ratio.'),
          lower: numeric('Lower limit, 95%.'),
          upper: numeric('Upper limit, 95%.'),
          p: maybe('Against 1.'),
        }),
        'The smallest first.',
      ),
      total: whole('Specifications.'),
      sameSign: orNull(whole("On the primary's side of 1."), 'null: there is no primary.'),
      significant: whole('Whose interval leaves out 1.'),
      sameVerdict: orNull(whole('That agree with the primary in whether theirs does.'), 'null: there is no primary.'),
      contrary: orNull(whole('Whose interval leaves out 1 on the other side.'), 'null: there is no primary.'),
      min: numeric('Smallest ratio.'),
      max: numeric('Largest ratio.'),
    },
    'How far the answer hangs on choices.',
  ),
  regressionToMean: shape({
    practiceRate: numeric('Per 1,000 on the list a year, before the change.'),
    comparatorRate: numeric("The comparator's."),
    percent: numeric("The practice's over the comparator's, %."),
    peers: orNull(
      shape({
        areas: whole('Areas, the practice included.'),
        ratio: numeric('Observed over expected at the rate of all, in the year before.'),
        shrunken: numeric('The same drawn towards the rest.'),
        nu: maybe('How alike the areas are; null: they differ by chance alone.'),
        tau2: numeric('Variance between areas.'),
        years: list(
          shape({
            from: text('First quarter.'),
            to: text('Last quarter.'),
            rank: whole('1 is the highest rate.', 1),
            ratio: numeric('Observed over expected at the rate of all.'),
            shrunken: numeric('The same drawn towards the rest.'),
          }),
          'The last first.',
        ),
        ratioOfRatios: orNull(part('interval'), 'A year after against the year before; null: not held.'),
        shrunkenRatioOfRatios: orNull(
          part('interval'),
          'The same from the shrunken baseline: chance in the counts is allowed for, years that differ are not.',
        ),
        earlier: orNull(
          shape({
            years: whole('Whole years before the change.', 2),
            from: text('First quarter.'),
            to: text('Last quarter.'),
            ratio: numeric("The practice's rate over the others', mean of the years."),
            shrunken: numeric('The same drawn towards the other areas.'),
            yearToYear: numeric("Standard deviation of an area's log rate from year to year beyond chance."),
            between: numeric('The same of areas about one another.'),
            lastYear: part('interval', 'The last year before the change over those before it.'),
            ratioOfRatios: part('interval', 'The last year after the change against all years before.'),
            withoutLastYear: part('interval', 'The same against the years before the last one.'),
            shrunkenRatioOfRatios: part('interval', 'The same from `shrunken`.'),
          }),
          'From all years before instead of the last one; null: fewer than two years, or five areas.',
        ),
      }),
      'The year before the change among peers; null: none.',
    ),
  }),
};
