import { exactly, list, numeric, oneOf, orNull, part, shape, some, text, whole, yesNo } from './words.js';

const maybe = (description) => orNull(numeric(description));
const estimate = (description) => part('interval', description);
const maybeEstimate = (description) => orNull(part('interval'), description);

const PERIOD = text('2013/14 Q1.');
const INDEX = { type: 'integer', description: 'Number of the quarter, for drawing: one more for each quarter.' };
export const BASIS = oneOf(['rates', 'counts'], 'rates: with list sizes. counts: without.');

const SECOND = {
  secondLevel: estimate('The jump at a second change, on top of the first; only with --second-intervention.'),
  secondSlope: estimate('The change of slope at a second change, on top of the first.'),
};
const LEVEL = 'The jump in the first quarter after the change.';
const SLOPE = 'The change of slope, 0 in that quarter.';

const JOINT = 'Jumps and changes of slope together (F): whether the course changed at all.';

/** Terms named freely: seasons, standard errors. */
const named = (items, description) => ({ type: 'object', description, additionalProperties: items });

const SEASON_TERMS = orNull(
  named(part('interval'), ''),
  'Quarters of the NHS year against the first: quarter2 is July to September; null without seasons.',
);

const RHO = maybe('Autocorrelation that was found; null: the model has none.');
const DISPERSION = orNull(part('dispersion'), 'null: the model has none.');

const TEST = {
  statistic: numeric('The statistic.'),
  df: maybe('Degrees of freedom of its distribution; null: it has none.'),
  p: maybe('Null: cannot be computed.'),
  method: text('Names the test.'),
};

/** Definitions of models of one area and of the practice beside its comparator. */
export const MODELS = {
  test: shape(TEST),
  testOfTerms: shape({ ...TEST, terms: whole('Numerator degrees of freedom; df are those of the denominator.') }),
  dispersion: shape({
    raw: maybe("Pearson's chi-squared over its degrees of freedom; null: none are left."),
    used: numeric('The same, but never below 1.'),
  }),
  durbinWatson: shape({
    statistic: maybe('Near 2 where neighbouring quarters are not alike.'),
    p: maybe('Against no autocorrelation.'),
  }),
  robustErrors: shape({
    kind: oneOf(
      ['HC0', 'HC1', 'HC2', 'HC3', 'newey-west'],
      'What is allowed for: unequal variances, or autocorrelation.',
    ),
    lag: orNull(whole('Quarters of autocorrelation allowed for.'), 'null: none.'),
    se: named({ type: ['number', 'null'] }, 'Standard errors by the name of the term.'),
  }),
  segmentTerms: some(
    {
      intercept: estimate('The level at t = 0.'),
      time: estimate('Slope a quarter before the change.'),
      level: estimate(LEVEL),
      slope: estimate(SLOPE),
      ...SECOND,
    },
    ['intercept', 'time', 'level', 'slope'],
    'Coefficients of the segments, in the unit of the outcome; of counts on the logarithmic scale.',
  ),
  diagnostics: shape(
    {
      durbinWatson: part('durbinWatson'),
      ljungBox: orNull(part('test'), 'Autocorrelation at the first lags together; null: too few quarters.'),
      breuschGodfrey: orNull(part('test'), 'Autocorrelation, allowing for the terms; null: too few quarters.'),
      breuschPagan: orNull(part('test'), 'Unequal variances (studentised); null: cannot be computed.'),
      shapiroWilk: orNull(part('test'), 'Residuals from a normal distribution: for short series.'),
      jarqueBera: orNull(
        shape({ ...TEST, skewness: numeric('0 where symmetric.'), kurtosis: numeric('3 where normal.') }),
        'Residuals from a normal distribution: for long series.',
      ),
      reset: orNull(part('testOfTerms'), 'Whether powers of the fitted values explain what is left over.'),
      autocorrelations: list(
        shape({
          lag: whole('Quarters apart.', 1),
          r: numeric('Autocorrelation of the residuals.'),
          partial: numeric('What this lag adds to the shorter ones.'),
        }),
        'At the first lags.',
      ),
      largestResidual: orNull(
        shape({ period: PERIOD, studentised: numeric('Its residual when it is left out, in standard deviations.') }),
        'The quarter furthest from the fit.',
      ),
      mostInfluential: orNull(
        shape({ period: PERIOD, cook: numeric("Cook's distance.") }),
        'The quarter that moves the fit most.',
      ),
    },
    'Tests of a fit. They are printed and decide nothing.',
  ),
  segmented: shape(
    {
      area: text('The area.'),
      estimator: oneOf(['ols', 'newey-west', 'prais-winsten', 'reml-ar1', 'quasi-poisson'], 'How it was fitted.'),
      outcome: oneOf(['rate', 'count'], 'rate: per 1,000 on the list a quarter. count: without list sizes.'),
      seasons: yesNo('Whether indicators of the quarter of the year are in the model.'),
      terms: part('segmentTerms'),
      seasonTerms: SEASON_TERMS,
      postTrend: estimate('Slope a quarter after the change.'),
      effectAtEnd: estimate(
        'Difference from the counterfactual in the last quarter; of quasi-poisson the ratio to it.',
      ),
      meanEffect: maybeEstimate('Mean difference over the quarters after; null for quasi-poisson.'),
      relativeEffectAtEnd: maybeEstimate(
        'effectAtEnd as a percentage of the counterfactual; null where that may be nothing.',
      ),
      observed: numeric('Events in the quarters after.'),
      expected: maybeEstimate('Events on the course from before.'),
      avoided: maybeEstimate('expected less observed.'),
      avoidedPercent: maybe('avoided as a percentage of expected.'),
      rho: RHO,
      rhoAtBound: yesNo('The autocorrelation ran to its bound: level and drift can hardly be told apart.'),
      lag: orNull(whole('Lags of Newey and West.'), 'null for the other estimators.'),
      dispersion: DISPERSION,
      n: whole('Quarters fitted.'),
      df: whole('Residual degrees of freedom.'),
      sigma: maybe('Residual standard deviation; null for counts.'),
      fit: orNull(
        shape({
          deviance: numeric('Of least squares the residual sum of squares.'),
          rSquared: maybe('Share of the variance; null for counts.'),
          logLikelihood: maybe('Null where there is no likelihood.'),
          aic: maybe("Akaike's criterion."),
        }),
        'How well it fits; null but for ols and quasi-poisson.',
      ),
      robustErrors: list(part('robustErrors'), 'Other standard errors of the terms: for sensitivity.'),
      points: orNull(
        list(shape({ period: PERIOD, observed: numeric('Events.'), fitted: numeric('Events as fitted.') })),
        'Of quasi-poisson; null for the others: least squares stands in series.',
      ),
      diagnostics: part('diagnostics'),
    },
    'An interrupted series of one area.',
  ),
  controlledTerms: some(
    {
      intercept: estimate('The practice less its comparator at t = 0; absent from a mean before and after.'),
      time: estimate('Slope of that difference before the change; absent from a mean before and after.'),
      level: estimate(LEVEL),
      slope: estimate(`${SLOPE} Absent from a mean before and after.`),
      ...SECOND,
    },
    ['level'],
    'The practice beside its comparator. Log ratios are not exponentiated (scale log), the one exception.',
  ),
  primaryModel: shape(
    {
      model: exactly('conditional-quasi-binomial'),
      basis: BASIS,
      terms: part('controlledTerms'),
      seasonTerms: SEASON_TERMS,
      joint: orNull(part('testOfTerms'), `${JOINT} null: cannot be computed.`),
      dispersion: part('dispersion'),
      n: whole('Quarters fitted.'),
      df: whole('Residual degrees of freedom.'),
      effectAtEnd: estimate('Ratio to the counterfactual in the last quarter.'),
      expected: maybe('Events expected over the quarters after; null: without bound.'),
      observed: numeric('Events in those quarters.'),
      avoided: estimate('expected less as fitted with the change.'),
      avoidedPercent: maybe('avoided as a percentage of expected.'),
      deviance: numeric('Residual deviance.'),
      seasons: orNull(
        part('test'),
        "Whether the practice's seasons differ from the comparator's; null: too few quarters.",
      ),
      diagnostics: shape({
        durbinWatson: part('durbinWatson'),
        ljungBox: orNull(part('test'), 'null: too few quarters.'),
        largestResidual: orNull(shape({ period: PERIOD, pearson: numeric('Its Pearson residual.') }), 'The largest.'),
      }),
      points: list(
        shape({
          period: PERIOD,
          index: INDEX,
          observed: numeric('Events.'),
          fitted: maybe('As fitted.'),
          counterfactual: maybe('Had the practice kept its course beside the comparator; null before the change.'),
          lower: maybe('Lower limit of that, 95%.'),
          upper: maybe('Upper limit of that, 95%.'),
        }),
      ),
    },
    'The primary model.',
  ),
  alternative: shape(
    {
      model: text('Names the model: docs/methods.md.'),
      outcome: oneOf(['rate', 'log-rate', 'log-ratio', 'rate-difference', 'count', 'share'], 'What is modelled.'),
      seasons: yesNo('Whether indicators of the quarter of the year are in the model.'),
      terms: part('controlledTerms'),
      joint: orNull(part('testOfTerms'), `${JOINT} null: only one term, or nothing scatters.`),
      effectAtEnd: maybeEstimate('Ratio to the counterfactual in the last quarter; null where nothing is logarithmic.'),
      comparatorTerms: orNull(part('segmentTerms'), "The comparator's own, where both are stacked; else null."),
      seasonTerms: SEASON_TERMS,
      robustErrors: list(part('robustErrors'), 'Other standard errors of the terms: for sensitivity.'),
      rho: RHO,
      dispersion: DISPERSION,
      df: whole('Residual degrees of freedom.'),
      sigma: maybe('Residual standard deviation of least squares; else null.'),
      durbinWatson: maybe('Of a difference series by least squares; else null.'),
    },
    'The same question by another model.',
  ),
  controlled: shape(
    {
      primary: orNull(part('primaryModel'), 'null: could not be fitted; a finding says why.'),
      alternatives: list(part('alternative')),
      outlier: orNull(
        shape({
          period: PERIOD,
          standardised: numeric("Pearson's residual over the root of the dispersion."),
          effectAtEnd: maybeEstimate(
            'Ratio to the counterfactual in the last quarter without that quarter; null: not fitted.',
          ),
        }),
        'The quarter more than 3 standard deviations from the primary model; null: none.',
      ),
      preTrend: maybeEstimate('Slope of the log-ratio difference series before the change, least squares.'),
      preTrendConditional: maybeEstimate('The same from the primary model, on the quarters before.'),
      differenceSeries: list(
        shape({
          period: PERIOD,
          index: INDEX,
          value: maybe('Log ratio of the rates; null: a count is 0, or missing.'),
          fitted: maybe('By least squares.'),
          counterfactual: maybe('The course before, carried on; null before the change.'),
        }),
      ),
    },
    'The practice beside its comparator.',
  ),
  evaluateSeries: shape(
    {
      area: text('The area.'),
      subject: oneOf(['practice', 'comparator'], 'Its part.'),
      outcome: oneOf(['rate', 'count'], 'rate: per 1,000 on the list a quarter.'),
      points: list(
        shape({
          period: PERIOD,
          index: INDEX,
          value: maybe('The outcome.'),
          fitted: maybe('By least squares; null: too few quarters.'),
          counterfactual: maybe('The course from before; null before the change.'),
          lower: maybe('Lower limit of that, 95%.'),
          upper: maybe('Upper limit of that, 95%.'),
        }),
      ),
    },
    'What a chart of one area draws.',
  ),
};
