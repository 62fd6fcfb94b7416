import { CHART_SUBJECT, SIGNAL_MEANING } from './chart.js';
import { BARE_FINDING, documentOf, FREQUENCIES } from './common.js';
import { list, numeric, oneOf, orNull, part, shape, text, whole, yesNo } from './words.js';

export const CHARTS = ['i', 'mr', 'iprime', 'c', 'u', 'uprime', 'p', 'pprime', 'xbar', 's', 'g', 't'];
const RULES = [
  'outside',
  'shift',
  'trend',
  'two-of-three',
  'three-of-four',
  'four-of-five',
  'hugging',
  'mixture',
  'alternating',
  'moving-range',
];
const RULE_SETS = ['ihi-control', 'mdc-excel-v5', 'mdc-sql-2.6a', 'nhsr', 'western-electric', 'nelson', 'wheeler'];
export const VERDICTS = ['improvement', 'concern', 'neither', 'common', 'insufficient'];
export const ASSURANCE = ['pass', 'fail', 'inconsistent', 'none'];
const INDEX = { type: 'integer', description: 'Number of the period, for drawing.' };
const maybe = (description) => orNull(numeric(description));

const POINT = shape({
  period: text('2013/14 Q1, 2013-04, 2013-04-01, the place in event order, or its label.'),
  index: INDEX,
  value: maybe('null: missing, a gap.'),
  n: maybe('Denominator, or size of the subgroup; null where there is none.'),
  centre: maybe('Centre line.'),
  lower: maybe('Lower limit; null where there is none.'),
  upper: maybe('Upper limit; null where there is none.'),
  sigma: maybe('One sigma; null where the limits do not lie evenly about the centre.'),
  z: maybe('(value - centre) / sigma.'),
  phase: whole('Its phase, from 0.'),
  excluded: yesNo('Left out of limits and rules.'),
  provisional: yesNo('Marked as provisional in the data.'),
  signals: list(oneOf(RULES), 'Every rule that marks the point.'),
  variation: orNull(
    oneOf(['improvement', 'concern', 'neither', 'both', 'common']),
    'What the point says; null: not judged.',
  ),
  target: maybe('The target at this point.'),
});

const PHASE = shape({
  from: text('First period.'),
  to: text('Last period.'),
  centre: maybe('Centre line of the last point.'),
  lower: maybe('Lower limit of the last point.'),
  upper: maybe('Upper limit of the last point.'),
  n: whole('Points that centre and limits are made from.'),
  frozenAt: orNull(text('Last period that limits are made from.'), 'null: limits are not frozen here.'),
  sigmaZ: maybe('On U′ and P′ charts: variation over that of chance alone.'),
  screenedOut: whole('Large moving ranges left out of the limits.'),
});

const RUN = shape({
  from: text('First period.'),
  to: text('Last period.'),
  side: oneOf(['above', 'below'], 'Side of the centre line of the phase so far.'),
  count: whole('Points.', 1),
});

const PROPOSED = shape({
  from: text('First period.'),
  to: text('Last period.'),
  n: whole('Points.'),
  centre: maybe('Its centre line.'),
  lower: maybe('Lower limit at its last point.'),
  upper: maybe('Upper limit at its last point.'),
});

/** Definitions of what `spc` computes. */
export const CONTROL_CHART = {
  bareFinding: BARE_FINDING,
  controlSignal: shape(
    {
      rule: oneOf(RULES, 'Which rule of the rule set.'),
      from: text('First period of the pattern.'),
      to: text('Last period of the pattern.'),
      side: orNull(oneOf(['above', 'below', 'up', 'down']), 'Side of the centre, or direction; null: neither.'),
      count: whole('Points in the pattern.', 1),
      at: list(whole('Place in points, from 0.'), 'The points that the rule set marks.'),
      ...SIGNAL_MEANING,
    },
    'A signal of special cause.',
  ),
  controlChart: shape({
    ...CHART_SUBJECT,
    chart: oneOf(CHARTS, 'Which chart.'),
    chosen: orNull(
      shape({
        reason: text('Why this chart.'),
        sigmaZ: maybe('Sigma-z of the plain chart of counts, rates or shares.'),
        meanCount: maybe('Mean count.'),
      }),
      'Why this chart was chosen with --chart auto; null: it was named.',
    ),
    ruleSet: oneOf(RULE_SETS, 'The rule set.'),
    state: oneOf(
      ['judged', 'too-few', 'no-variation'],
      'too-few points for limits; no-variation: all values the same.',
    ),
    constants: {
      type: 'object',
      additionalProperties: { type: 'number' },
      description: 'Constants of the limits, by name: 2.66 is E2, 3/1.128 is 3/d2.',
    },
    screened: yesNo('Large moving ranges are left out of the limits.'),
    sigmaZ: maybe('Sigma-z of the last phase, on U′ and P′ charts.'),
    phases: list(PHASE, 'Stretches with limits of their own.'),
    points: list(POINT, 'Every period, missing ones too.'),
    signals: list(part('controlSignal')),
    variation: oneOf(VERDICTS, 'The verdict.'),
    assurance: oneOf(ASSURANCE, 'The target against the latest limits; none: not judged.'),
    annotations: list(shape({ period: text('The period.'), index: INDEX, text: text('The note.') })),
    intervention: orNull(shape({ period: text('First period after the change.'), index: INDEX })),
    alternatives: list(
      shape({
        choice: text('What is chosen otherwise: rule-set, screening, shift-length, chart.'),
        value: text('How.'),
        variation: oneOf(VERDICTS, 'The verdict then.'),
        signals: whole('Signals then.'),
        changes: yesNo('Whether the verdict is another.'),
      }),
      'The verdict under other choices, one changed at a time.',
    ),
    falseAlarmRate: orNull(
      shape({
        percent: { type: 'number', minimum: 0, maximum: 100, description: 'Percent of stable series with a signal.' },
        se: numeric('Its Monte Carlo standard error.'),
        n: whole('Points in a series.'),
      }),
      'How often the rules signal where nothing changed; null: not known.',
    ),
    findings: list(part('bareFinding'), 'What this chart shows.'),
  }),
  controlCharts: shape({ charts: { ...list(part('controlChart'), 'One for each area.'), minItems: 1 } }),
};

const PHASE_PROPOSALS = shape({
  area: text('Name of the area.'),
  measure: text('The measure.'),
  unit: text('Unit of the values.'),
  rate: orNull(shape({ per: numeric('Per this many.'), denominator: text('The measure divided by.') })),
  frequency: oneOf(FREQUENCIES, 'What a point is.'),
  step: whole('Distance of two points.', 1),
  chart: oneOf(CHARTS, 'The chart whose limits are given.'),
  ruleSet: oneOf(RULE_SETS, 'The rule set.'),
  settings: shape({
    runLength: whole('Points in a row that call for a look.', 1),
    baseline: whole('Points that a centre line is first made from.', 1),
    fewest: whole('Fewest points in a phase.', 1),
  }),
  candidates: list(
    shape({
      from: text('First period of the phase proposed.'),
      index: INDEX,
      run: RUN,
      before: PROPOSED,
      after: PROPOSED,
      change: maybe('From centre to centre.'),
      percentChange: maybe('The same in percent.'),
    }),
    'New phases that may be confirmed with --phases.',
  ),
  log: list(
    shape({
      run: RUN,
      proposed: yesNo('Whether it became a candidate.'),
      reason: oneOf(['lasting', 'starts-phase', 'too-few-before', 'too-few-after', 'contradicted'], 'Why, or why not.'),
      before: whole('Points of the phase before the run.'),
      after: whole('Points from its first to the end.'),
    }),
    'Every run that was looked at.',
  ),
  findings: list(part('bareFinding'), 'What is proposed.'),
});

export const spcSchema = documentOf(
  'spc',
  'quarterline spc --json',
  shape({
    charts: { ...list(part('controlChart'), 'One for each area.'), minItems: 1 },
    adjusted: list(
      part('controlChart'),
      'Seasonally adjusted series of the areas where a yearly cycle hides signals, judged alike.',
    ),
    proposals: orNull(list(part('phaseProposals'), 'Phases that might be set.'), 'null: not asked for.'),
  }),
  {
    bareFinding: CONTROL_CHART.bareFinding,
    controlSignal: CONTROL_CHART.controlSignal,
    controlChart: CONTROL_CHART.controlChart,
    phaseProposals: PHASE_PROPOSALS,
  },
);
