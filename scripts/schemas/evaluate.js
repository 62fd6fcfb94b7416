import { documentOf } from './common.js';
import { COMPARE } from './compare.js';
import { BASIS, MODELS } from './evaluate-models.js';
import { PEERS } from './evaluate-peers.js';
import { PUBLISHED } from './evaluate-published.js';
import { REPORTING, REPORTING_PARTS } from './reporting.js';
import { list, numeric, oneOf, orNull, part, shape, text, whole, yesNo } from './words.js';

const maybe = (description) => orNull(numeric(description));
const maybeText = (description, none) => orNull(text(description), none);
const maybeEstimate = (description) => orNull(part('interval'), description);

const DESIGN = shape(
  {
    measure: text('The outcome.'),
    practice: text('The practice.'),
    comparator: maybeText('The comparator.', 'null: none.'),
    from: text('First quarter.'),
    to: text('Last quarter.'),
    intervention: maybeText('First quarter after the change.', 'null: only trends are given.'),
    secondIntervention: maybeText('First quarter after a second change.', 'null: none.'),
    interventionTime: orNull(whole('The same as t, counted from 1 in the first quarter.'), 'null: none.'),
    secondTime: orNull(whole('The same of the second change.'), 'null: none.'),
    washout: list({ type: 'string' }, 'Quarters left out.'),
    before: whole('Quarters before the change, without washout and gaps.'),
    after: whole('Quarters from the change on.'),
    own: shape(
      {
        before: whole('Quarters before the change.'),
        after: whole('Quarters after.'),
        missing: list({ type: 'string' }, 'That it does not hold.'),
      },
      'Of the practice, whatever the comparator holds.',
    ),
    missing: list({ type: 'string' }, 'Quarters that practice or comparator do not hold.'),
    basis: BASIS,
  },
  'What was fitted to what.',
);

const DETECTABLE = shape(
  {
    percentChange: maybe('In the last quarter, %, below zero; null: none, however large.'),
    levelPercent: maybe('As a sudden lasting fall, %.'),
    slopePercentPerQuarter: maybe('As a change of slope, % a quarter.'),
    power: numeric('Chance of finding it, 0.8.'),
    alpha: numeric('Two-sided level, 0.05.'),
    design: oneOf(['controlled', 'single-area'], 'Beside the comparator, or alone.'),
    dispersion: numeric('Used.'),
  },
  'What these data could have shown, whatever happened.',
);

const SLOPES = {
  welch: 'Two separate lines, Welch.',
  neweyWest: "The slope of the difference series with Newey and West's standard error.",
  pooled: "Both areas' rows in one model: the interaction.",
  practice: "The practice's own slope.",
  comparator: "The comparator's own slope.",
};
const slopes = (of) => Object.fromEntries(Object.entries(SLOPES).map(([name, words]) => [name, of(words)]));

const SLOPE_DIFFERENCE = shape(
  {
    logRates: maybeEstimate('Slope of the difference series of log rates, left on the log scale; null: a count is 0.'),
    ...slopes(maybeEstimate),
    percentPerQuarter: maybe('logRates, % a quarter.'),
    lag: whole('Lags of Newey and West.'),
    rates: orNull(
      shape({
        difference: part('interval', 'Slope of the difference series of rates per 1,000 a quarter.'),
        ...slopes((words) => part('interval', words)),
      }),
      'On rates per 1,000 a quarter; null without list sizes.',
    ),
  },
  "The practice's slope less the comparator's.",
);

const { trend } = COMPARE;

/** Definitions of what `evaluate` computes; a report holds the same. */
export const EVALUATE = {
  interval: COMPARE.interval,
  trend,
  ...MODELS,
  ...PEERS,
  ...PUBLISHED,
  ...REPORTING_PARTS,
  areaTrend: {
    ...trend,
    properties: {
      area: text('The area.'),
      ...trend.properties,
      rate: orNull(part('trend'), 'Of admissions per 1,000 on the list a quarter; null without list sizes.'),
    },
    required: ['area', ...trend.required, 'rate'],
  },
  evaluation: shape({
    design: DESIGN,
    detectable: orNull(DETECTABLE, 'null: without a date of the change, or with too few quarters.'),
    trends: list(part('areaTrend'), 'By the method of the 2018 paper.'),
    slopeDifference: orNull(SLOPE_DIFFERENCE, 'null: without a comparator, or with too few quarters.'),
    segmented: list(part('segmented'), 'Each area by itself, by every estimator that its length allows.'),
    controlled: orNull(
      part('controlled'),
      'null: without a comparator or a date of the change, or with fewer than three quarters on a side.',
    ),
    placebo: orNull(part('placebo'), 'null: without peers.'),
    placeboInTime: orNull(part('placeboInTime'), 'null: fewer than eight quarters before.'),
    leaveOneOut: orNull(part('leaveOneOut'), 'null: without peers.'),
    syntheticControl: orNull(
      part('syntheticControl'),
      'null: without peers, or with fewer than eight quarters before.',
    ),
    sensitivity: orNull(part('specificationCurve'), 'null where controlled is.'),
    regressionToMean: orNull(part('regressionToMean'), 'null: without a comparator or list sizes.'),
    listSizeSteps: list(
      shape({
        area: text('Practice or comparator.'),
        from: text('The quarter before the step.'),
        to: text('The quarter after it.'),
        percent: numeric('Change of its list size between them, %.'),
        count: whole('How many changes beyond 10% there are, this one being the largest.'),
      }),
      'Steps in the list sizes beyond 10% from one quarter to the next.',
    ),
    published: orNull(list(part('publishedTrend')), 'Trends of --published; null: none.'),
    publishedPercent: orNull(list(part('publishedPercent')), 'Percentages of --published; null: none.'),
    gates: list(
      shape({
        rule: text('Names the condition.'),
        passed: yesNo('Whether it is met.'),
        slots: part('slots'),
        text: text('Its sentence, in English.'),
      }),
      'In the order in which they decide; the last says which words may be used.',
    ),
    quarters: list(
      shape({
        period: text('2013/14 Q1.'),
        index: { type: 'integer', description: 'Number of the quarter.' },
        time: whole('From 1; a missing quarter keeps its place.'),
        season: { type: 'integer', minimum: 1, maximum: 4, description: 'Quarter of the NHS year.' },
        events: numeric("The practice's."),
        people: maybe('On its list; null: not held.'),
        others: numeric("The comparator's."),
        otherPeople: maybe('On its list; null: not held.'),
      }),
      'As fitted to the controlled models: what is needed to compute them again.',
    ),
    series: list(part('evaluateSeries')),
    plan: orNull(part('plan'), 'null without --plan.'),
    reporting: REPORTING,
  }),
};

export const evaluateSchema = documentOf('evaluate', 'quarterline evaluate --json', part('evaluation'), EVALUATE);
