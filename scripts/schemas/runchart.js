import { CHART_SUBJECT, SIGNAL_MEANING } from './chart.js';
import { BARE_FINDING, documentOf } from './common.js';
import { exactly, list, numeric, oneOf, orNull, part, shape, text, whole, yesNo } from './words.js';

const RULES = ['shift', 'trend', 'runs', 'crossings', 'longest-run'];
const INDEX = { type: 'integer', description: 'Number of the period, for drawing.' };
const LIMIT = (description) => orNull(whole(description));
const value = (description) => numeric(description);

/** Definitions of what `runchart` computes; the report holds the same. */
export const RUN_CHART = {
  bareFinding: BARE_FINDING,
  runSignal: shape(
    {
      rule: oneOf(RULES, 'Which rule.'),
      from: text('First period of the signal; of the series for runs and crossings.'),
      to: text('Last period of the signal.'),
      side: orNull(
        oneOf(['above', 'below', 'up', 'down']),
        'Side of the median, or direction of a trend; null for runs and crossings.',
      ),
      count: whole('Points of a shift, a trend or a longest run; runs or crossings counted.'),
      at: list(whole('Place in points, from 0.'), 'The points that carry its mark; none for runs and crossings.'),
      ...SIGNAL_MEANING,
    },
    'A non-random signal.',
  ),
  runChart: shape({
    ...CHART_SUBJECT,
    centre: shape({
      kind: exactly('median'),
      value: orNull(value('The median, in the unit of the values.')),
      baseline: orNull(
        shape({ from: text('First period.'), to: text('Last period.'), n: whole('Points.', 1) }),
        'The stretch on which the median is frozen; null: all points used.',
      ),
    }),
    n: whole('Points used: neither missing nor excluded.'),
    useful: whole('Points used that do not lie on the median.'),
    runs: shape({
      count: whole('Runs about the median.'),
      lower: LIMIT('Fewest runs without a signal; null: no limit.'),
      upper: LIMIT('Most runs without a signal; null: no limit.'),
      method: oneOf(['exact', 'printed'], 'Where the limits are from.'),
      otherVerdict: orNull(
        shape({
          method: oneOf(['exact', 'printed'], 'The other limits.'),
          lower: LIMIT('Their lower one.'),
          upper: LIMIT('Their upper one.'),
          signal: yesNo('Whether they call it a signal.'),
        }),
        'The verdict under the other limits where it differs; else null.',
      ),
    }),
    longestRun: whole('Useful points in the longest run.'),
    longestRunLimit: LIMIT('Longest run without a signal; null where the rule set does not ask.'),
    crossings: whole('Times that the line crosses the median.'),
    crossingsLimit: LIMIT('Fewest crossings without a signal; null where the rule set does not ask.'),
    points: list(
      shape({
        period: text('2013/14 Q1, 2013-04, 2013-04-01, or the place in event order.'),
        index: INDEX,
        value: orNull(value('null: missing, a gap.')),
        excluded: yesNo('Left out of the median and the rules.'),
        provisional: yesNo('Marked as provisional in the data.'),
        signals: list(oneOf(RULES), 'Rules whose signal holds this point.'),
      }),
      'Every period, missing ones too.',
    ),
    signals: list(part('runSignal')),
    ruleSet: oneOf(['ihi-run', 'anhoej'], 'The rule set.'),
    worthALook: list(
      shape({
        period: text('The period.'),
        value: value('Its value.'),
        lower: value('Lower limit of an individuals chart.'),
        upper: value('Upper limit of an individuals chart.'),
      }),
      'Points beyond the limits of an individuals chart: no run chart rule, offered for a look.',
    ),
    target: orNull(value('The target line.')),
    annotations: list(shape({ period: text('The period.'), index: INDEX, text: text('The note.') })),
    intervention: orNull(shape({ period: text('First period after the change.'), index: INDEX })),
    falseAlarmRate: orNull({
      type: 'number',
      minimum: 0,
      maximum: 100,
      description: 'Of series of as many points in which nothing changed, % that would give a signal; null: not known.',
    }),
    findings: list(part('bareFinding'), 'What this chart shows.'),
  }),
  runCharts: shape({ charts: { ...list(part('runChart'), 'One for each area.'), minItems: 1 } }),
};

export const runchartSchema = documentOf('runchart', 'quarterline runchart --json', part('runCharts'), RUN_CHART);
