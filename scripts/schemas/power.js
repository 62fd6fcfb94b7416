import { documentOf } from './common.js';
import { list, numeric, oneOf, orNull, part, shape, text, whole, yesNo } from './words.js';

const maybe = (description) => orNull(numeric(description));
const DESIGNS = [
  'two-years',
  'two-years-exact',
  'trend',
  'linear-level',
  'linear-slope',
  'controlled-level',
  'controlled-slope',
  'controlled-end',
  'interrupted-level',
  'interrupted-slope',
  'interrupted-end',
];

const POWER = {
  detectableChange: shape(
    {
      design: oneOf(
        DESIGNS,
        'Two years against one another (exact: the test of the practice alone), a controlled or single series by one of its terms, or lines on counts.',
      ),
      listSize: numeric('People on the list.'),
      rate: numeric('Admissions per 1,000 people a year.'),
      comparatorSize: maybe('People in the comparator; null: none.'),
      comparatorSizeAfter: maybe('People in it in the later of two years.'),
      quartersBefore: whole('Quarters before the change.'),
      quartersAfter: whole('Quarters after it.'),
      dispersion: numeric('Variation of the quarters over that of chance.'),
      autocorrelation: numeric('Of neighbouring quarters.'),
      percentChange: maybe(
        'The smallest fall that would be found, %, below zero (a quarter, for slopes); null: none, however large.',
      ),
      percentIncrease: maybe('The smallest rise, %.'),
      power: numeric('Share of such changes that would be found, 0 to 1.'),
      alpha: numeric('Share of no changes that would be called one, 0 to 1.'),
      method: text('How it was computed.'),
      reach: maybe('Standard errors from 0 at which a change is found with this power.'),
      se: maybe('Standard error: of a log ratio, or of lines on counts in admissions a quarter.'),
      seOrdinary: maybe('Of segmented lines on counts, by ordinary least squares.'),
      seNaive: maybe('What ordinary least squares takes that for.'),
      change: maybe(
        'The smallest fall in admissions a quarter (a quarter, for slopes), below zero; null on the log scale.',
      ),
      powerOfChange: maybe(
        'Chance of finding the change of --change, 0 to 1; of slopes and the straight line, as that much a quarter.',
      ),
      simulated: orNull(
        shape({
          power: numeric("Share of runs that found the closed form's change."),
          powerError: numeric('Its Monte Carlo standard error.'),
          belowTarget: yesNo(
            'The share is more than 2 standard errors below the power asked for: the closed form promises too much.',
          ),
          critical: numeric(
            'The |t| beyond which a run counts as a find; with autocorrelation, of series without a change.',
          ),
          percentChange: maybe('The change that would be found with the power asked for, as the runs say, %.'),
          percentError: maybe('Its Monte Carlo standard error.'),
          runs: whole('Simulated series.'),
          seed: whole('Where the random numbers began.'),
        }),
        'The same by simulation; null: not simulated.',
      ),
    },
    'The smallest change that one design would find.',
  ),
};

export const powerSchema = documentOf(
  'power',
  'quarterline power --json',
  shape({
    detectable: list(part('detectableChange'), 'One for each design and list size.'),
    ignoredAutocorrelation: orNull(
      shape({
        autocorrelation: numeric('Of neighbouring quarters, as asked.'),
        level: numeric('Share of series in which a jump is called, 0 to 1.'),
        slope: numeric('Share in which a change of slope is called, 0 to 1.'),
        alpha: numeric('The share that it should be, 0 to 1.'),
      }),
      'What least squares that ignores the autocorrelation calls where nothing happened; null: none, or over 100 quarters.',
    ),
  }),
  POWER,
);
