import { DIRECTIONS, documentOf } from './common.js';
import { ASSURANCE, CHARTS, VERDICTS } from './spc.js';
import { list, numeric, oneOf, orNull, part, shape, text, whole } from './words.js';

const maybe = (description) => orNull(numeric(description));
const counts = (names, description) =>
  shape(Object.fromEntries(names.map((name) => [name, whole('Areas.')])), description);
const LIMITS = ['lower95', 'upper95', 'lower998', 'upper998'];
const ADJUSTED = ['adjustedLower95', 'adjustedUpper95', 'adjustedLower998', 'adjustedUpper998'];
const limits = (names, description) => Object.fromEntries(names.map((name) => [name, numeric(description)]));

const SCAN = {
  scanSignal: shape({
    rule: text('Which rule.'),
    from: text('First period of the signal.'),
    to: text('Last period of the signal.'),
    side: orNull(
      oneOf(['above', 'below', 'up', 'down']),
      'Side of the centre line, or direction of a trend; null: none.',
    ),
    variation: oneOf(['improvement', 'concern', 'neither'], 'What it means where a direction is better.'),
  }),
  step: shape(
    {
      period: text('First period at the new level.'),
      before: numeric('Median before, a year of quarters.'),
      after: numeric('Median from it on.'),
      change: numeric('After less before.'),
      percentChange: maybe('%; null from a level of nought.'),
      counterpart: orNull(
        shape({ area: text('Its name.'), code: orNull(text('Its code.')), level: numeric('Its level.') }),
        'An area that ends or begins there at about the level of the change.',
      ),
    },
    'A jump after which the points stay: a merger, a split or another way of coding, perhaps.',
  ),
  scanArea: shape({
    area: text('Name of the area.'),
    code: orNull(text('Its code.')),
    measure: text('The measure.'),
    chart: oneOf([...CHARTS, 'run'], 'The chart by which it was judged.'),
    n: whole('Points used.'),
    variation: oneOf(VERDICTS, 'The verdict.'),
    assurance: oneOf(ASSURANCE, 'Whether it will meet the target.'),
    signals: list(part('scanSignal')),
    latest: orNull(
      shape({
        period: text('The latest period.'),
        value: numeric('Its value.'),
        centre: maybe('Its centre line.'),
        lower: maybe('Its lower limit.'),
        upper: maybe('Its upper limit.'),
      }),
    ),
    furthest: maybe('Distance of the furthest signal from the centre line, in units of the measure a period.'),
    step: orNull(part('step')),
    falseAlarmRate: orNull({
      type: 'number',
      minimum: 0,
      maximum: 100,
      description: 'Of series of this length, % that would signal by chance; null: not known.',
    }),
  }),
  funnel: shape(
    {
      year: text('The year.'),
      measure: text('The measure.'),
      denominator: text('What it is divided by.'),
      per: numeric('Rates are per this many.'),
      centre: numeric('Rate of all areas together.'),
      areas: list(
        shape({
          area: text('Name of the area.'),
          code: orNull(text('Its code.')),
          observed: numeric('Events in the year.'),
          denominator: numeric('Mean of people over the year, or a sum of counts.'),
          expected: numeric('Events at the rate of all.'),
          rate: numeric('Its rate.'),
          z: numeric('Log of observed over expected in its standard errors, by chance alone.'),
          zAdjusted: numeric('The same, allowing for overdispersion.'),
          beyond: orNull(
            oneOf(['far-above', 'near-above', 'near-below', 'far-below']),
            'Beyond the adjusted limits: far the 99.8% ones, near only the 95% ones.',
          ),
          variation: oneOf(['improvement', 'concern', 'neither', 'common'], 'What that means.'),
        }),
      ),
      left: list({ type: 'string' }, 'Areas without the whole year.'),
      overdispersion: shape({
        phi: numeric('Mean square of the winsorised z.'),
        tau2: numeric('Variance between areas, on the scale of logs.'),
        limits: shape({ lower: numeric('10% quantile of z.'), upper: numeric('90% quantile of z.') }),
      }),
      limits: list(
        shape({
          denominator: numeric('Size at which they hold.'),
          ...limits(LIMITS, 'Chance alone, exact Poisson, as a rate.'),
          ...limits(ADJUSTED, 'Allowing for the differences that areas have anyway, as a rate.'),
        }),
      ),
    },
    'Areas of the latest year against their size.',
  ),
  scan: shape({
    measure: text('The measure.'),
    unit: text('Unit of the values.'),
    rate: orNull(shape({ per: numeric('Per this many.'), denominator: text('The measure divided by.') })),
    better: oneOf(DIRECTIONS, 'Which direction is better.'),
    frequency: text('What a point is.'),
    step: whole('Distance of two points.', 1),
    ruleSet: text('The rule set.'),
    from: text('First period of all areas.'),
    to: text('Last period of all areas.'),
    areas: list(part('scanArea'), 'What matters first. Only those asked for with --signals-only or --signal.'),
    summary: shape({
      areas: whole('Areas.'),
      judged: whole('Areas with enough points to judge.'),
      withSignals: whole('Areas with a signal.'),
      byVariation: counts(VERDICTS, 'Areas by verdict.'),
      byAssurance: counts(ASSURANCE, 'Areas by assurance.'),
      byRule: {
        type: 'object',
        additionalProperties: { type: 'integer' },
        description: "Areas with each rule's signal.",
      },
      steps: whole('Areas with a step.'),
      byChance: orNull(
        shape({
          areas: whole('Judged areas whose false-alarm rate is known.'),
          withSignals: whole('Those with a signal.'),
          expected: numeric('Those that would show one if nothing had changed anywhere.'),
          sd: numeric('Standard deviation of that number, if areas were independent.'),
        }),
        'null: false-alarm rates are not known.',
      ),
    }),
    funnel: orNull(part('funnel'), 'null without a denominator or a whole year.'),
  }),
};

export const scanSchema = documentOf('scan', 'quarterline scan --json', part('scan'), SCAN);
