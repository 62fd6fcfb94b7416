import { DIRECTIONS, FREQUENCIES } from './common.js';
import { list, numeric, oneOf, orNull, shape, text, whole } from './words.js';

/** What every chart begins with: of which area and measure it is, and what a point is. */
export const CHART_SUBJECT = {
  area: text('Name of the area.'),
  measure: text('The measure.'),
  unit: text('Unit of the values: count, GBP, people, days, number, or rate.'),
  rate: orNull(
    shape({ per: numeric('Per this many.'), denominator: text('The measure divided by.') }),
    'Values are per x measure / denominator; null: as measured.',
  ),
  better: oneOf(DIRECTIONS, 'Which direction is better.'),
  frequency: oneOf(FREQUENCIES, 'What a point is.'),
  step: whole('Distance of two points: 7 for weeks given by day, else 1.', 1),
};

/** What every signal ends with. */
export const SIGNAL_MEANING = {
  gaps: list({ type: 'string' }, 'Missing periods that it spans.'),
  variation: oneOf(['improvement', 'concern', 'neither'], 'What it means where a direction is better.'),
  text: text('The signal in a sentence.'),
};
