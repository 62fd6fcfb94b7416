import { table } from '../../table.ts';
import type { ProblemSentences, Sentences } from '../types.ts';
import { magnitude, number, percent } from '../words/format.ts';
import type { PowerFindings, PowerProblems } from './catalogue.ts';

const fall = (value: number | null): string => (value === null ? 'no fall at all' : `a fall of ${magnitude(value)}`);

/** A rate as it was given, to two decimals. */
const rateText = (rate: number): string => number(rate, Number.isInteger(rate) ? 0 : 2);

/** Admissions a quarter below which logarithms of counts are far from normal. */
const FEW = 30;

/** What the runs found of the closed form's fall; first of all that they do not bear it out, where they do not. */
function simulatedText(slots: PowerFindings['power.simulated']): string {
  const { runs, seed, power, powerError, wanted, closed, percent: found, percentError, autocorrelation } = slots;
  const share = `${number(power, 1)}%`;
  const error = `Monte Carlo standard error ${number(powerError, 1)} points`;
  const series = `${number(runs)} simulated series (seed ${seed})`;
  const bar =
    autocorrelation === 0
      ? ''
      : ' A run counts as found where it lies beyond what is rare in as many series without a change, since the model itself does not allow for autocorrelation.';
  if (!slots.belowTarget) {
    const own =
      found === null
        ? power > wanted
          ? ': nearly always, so that somewhat smaller falls would be found too.'
          : ': too seldom to say which fall would be found.'
        : `; by simulation the detectable fall is ${magnitude(found)} (standard error ${number(percentError, 1)} points).`;
    return `${series} found the lasting fall in ${share} of runs (${error})${own}${bar}`;
  }
  const { perQuarter } = slots;
  const why =
    autocorrelation === 0
      ? `it takes the scatter for known, which the model estimates and never takes below that of chance${perQuarter < FEW ? `, and is rough with about ${number(perQuarter)} admissions a quarter` : ''}`
      : 'it takes an estimator that knows the autocorrelation, which the primary model ignores';
  const instead =
    found === null
      ? 'No larger fall was found often enough either: rest no plan on this series.'
      : `They find a fall of ${magnitude(found)} that often (standard error ${number(percentError, 1)} points).`;
  return `The closed form promises too much here: of ${series} with its lasting fall of ${magnitude(closed)} only ${share} were found (${error}) instead of ${number(wanted)}%, because ${why}. ${instead}${bar}`;
}

function answer(slots: PowerFindings['power.answer']): string {
  const { listSize, rate, comparatorSize, before, after, years, level, end, refuted, power, perYear } = slots;
  const comparator =
    comparatorSize === null ? 'without a comparator' : `beside a comparator of ${number(comparatorSize)} people`;
  const series = `with ${number(before)} quarters before and ${number(after)} after a change`;
  const gradual = `${fall(end)} reached gradually by the last quarter`;
  const lasting = !refuted
    ? `${fall(level)} that comes at once and lasts, or ${gradual}. Smaller changes would often be missed`
    : level === null
      ? 'by simulation no fall that comes at once and lasts would be found reliably, however large'
      : `by simulation ${fall(level)} that comes at once and lasts; one that is reached gradually must be larger still. Smaller changes would often be missed`;
  return `A practice of ${number(listSize)} people with ${rateText(rate)} admissions per 1,000 a year (about ${number(perYear)} a year), ${comparator}, would with ${share(power)} power find ${fall(years)} between one year and another; and ${series}, ${lasting}.`;
}

export const powerFindings: Sentences<PowerFindings> = {
  'power.answer': answer,
  'power.simulated': simulatedText,
  'power.not-simulated': (slots) =>
    `Nothing was simulated: with dispersion 1 the quarters vary by chance alone, which has no autocorrelation of ${number(slots.autocorrelation, 2)} in it. Give the --dispersion that evaluate reports for your data.`,
  'power.no-fall': (slots) =>
    `With ${number(slots.listSize)} people no decrease between two years, however large, would be detected at this power. Pool practices or use more years.`,
  'power.poisson-only': () =>
    'Dispersion 1 takes the quarters to vary no more than chance, which is optimistic: admissions often vary more. Try --dispersion 2, or the dispersion that evaluate reports for your data.',
  'power.no-comparator': () =>
    'Without a comparator anything that happens everywhere looks like an effect. Give --comparator-size with the people of the rest of the county.',
  'power.ignored-autocorrelation': (slots) =>
    `With autocorrelation ${number(slots.autocorrelation, 2)} a least-squares test that ignores it, at the ${number(slots.alpha)}% level, would call a jump in ${number(slots.level, 1)}% of series where nothing happened, and a change of slope in ${number(slots.slope, 1)}%. The model that evaluate calls primary ignores it as well. Here the smallest falls of two years and of the series allow for it, as an estimator would that knows it (of those that evaluate prints REML with AR(1) errors comes nearest)${slots.simulated ? '; the simulation fits the primary model and counts as found only what is rare in simulated series without a change' : ''}. The exact test and the straight line through all quarters do not allow for it.`,
};

/** What the number of an option counts. */
const UNITS: Readonly<Record<string, string>> = table<string>({
  '--list-size': ' of people',
  '--rate': ' of admissions per 1,000 people a year',
  '--comparator-size': ' of people',
  '--comparator-size-after': ' of people',
  '--dispersion': ' (1: no more than chance)',
  '--change': ' of percent (-10: a fall by a tenth)',
  '--sigma': ' of admissions',
});

/** As it would be typed, thousands separated; powers of ten where the digits would fill a line. */
function plain(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return value.toExponential();
  const [whole = '', decimals] = String(size).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${value < 0 ? '-' : ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
}

export const powerProblems: ProblemSentences<PowerProblems> = {
  'power.out-of-range': ({ option, value, from, to, whole }) => ({
    found: `${option} is ${plain(value)}`,
    expected: `${whole ? 'a whole number' : 'a number'}${UNITS[option] ?? ''} from ${plain(from)} ${to >= Number.MAX_SAFE_INTEGER ? 'on' : `to ${plain(to)}`}`,
    remedy: `Change ${option}.`,
  }),
  'power.too-few-events': (slots) => ({
    found: `--list-size ${plain(slots.listSize)} and --rate ${plain(slots.rate)} make less than one admission a year`,
    expected: 'a practice in which something can happen',
    remedy: 'Give --rate in admissions per 1,000 people a year, and --list-size in people.',
  }),
  'power.no-comparator-size': () => ({
    found: '--comparator-size-after was given without --comparator-size',
    remedy: 'Add --comparator-size, the people in the earlier of the two years.',
  }),
  'power.no-change': () => ({
    found: '--change is 0',
    expected: 'a change whose power can be asked for',
    remedy: 'For example --change -10, a fall by a tenth.',
  }),
  'power.below-alpha': (slots) => ({
    found: `--power ${plain(slots.power)} is not above --alpha ${plain(slots.alpha)}`,
    expected: 'more finds where there is a change than where there is none',
    remedy: 'For example --power 0.8 with --alpha 0.05.',
  }),
  'power.too-many-runs': (slots) => ({
    found: `--runs ${number(slots.runs)} with ${number(slots.quarters)} quarters would take too long`,
    expected: `at most ${number(slots.most)} runs of so many quarters`,
    remedy: `Add --runs ${Math.min(1000, slots.most)}, or --runs 0 for the closed form alone.`,
  }),
  'power.no-list-size': () => ({
    found: 'no list size was given',
    expected: 'the number of people registered',
    remedy: 'Add --list-size, for example --list-size 13851.',
  }),
};

/** Fixed words of a power calculation's document. */
export const POWER = {
  title: 'Will we be able to see it?',
  subtitle: (rate: number, before: number, after: number) =>
    `${rateText(rate)} admissions per 1,000 a year, ${before} quarters before and ${after} after`,
  summary: 'Summary',
  cautions: 'What to bear in mind',
  table: 'Detectable fall by list size',
  caption: (power: number, alpha: number) =>
    `The smallest fall found with ${share(power)} power at the ${share(alpha)} level, two-sided, by the closed form`,
  detail: 'Every design',
  detailCaption: 'Smallest fall and rise by design; slopes are a quarter',
  headings: {
    listSize: 'People',
    years: 'Two years',
    level: 'At once, lasting',
    slope: 'Slope, a quarter',
    end: 'Gradual, by the end',
    design: 'Design',
    fall: 'Fall',
    rise: 'Rise',
    simulated: 'Fall, simulated',
  },
  designs: {
    'two-years': 'One year against another',
    'two-years-exact': 'The same by the exact test, the practice alone',
    trend: 'Straight line through all quarters, a quarter',
    'linear-level': 'Single series on counts, jump',
    'linear-slope': 'Single series on counts, slope',
    'controlled-level': 'Controlled series, jump',
    'controlled-slope': 'Controlled series, slope',
    'controlled-end': 'Controlled series, last quarter',
    'interrupted-level': 'Single series, jump',
    'interrupted-slope': 'Single series, slope',
    'interrupted-end': 'Single series, last quarter',
  },
  none: 'none',
  powerOf: (change: number) => `Power for ${percent(change)}`,
} as const;

export const POWER_METHODS: readonly { readonly term: string; readonly text: string }[] = [
  {
    term: 'Two years',
    text: 'Rate ratio R with |ln R| = (z(1 − α/2) + z(power)) × √(φ(1/x0 + 1/(x0 R) + 1/c0 + 1/c1)), the root nearest 1. With autocorrelation ρ, φ is multiplied by 1 + 2(¾ρ + ½ρ² + ¼ρ³), the variance of four such quarters’ sum, and never taken below 1.',
  },
  {
    term: 'Interrupted series',
    text: '(t(1 − α/2) + t(power)) standard errors of the segmented model: φ (X′R⁻¹X)⁻¹ over W = mM/(m + M), m and M the events a quarter of practice and comparator, R the autocorrelation.',
  },
  {
    term: 'Exact test',
    text: 'Power of the exact conditional test of two Poisson counts (central P): summed over all totals N, the chance that the later count given N lies where P is below the level. With --change.',
  },
  {
    term: 'Counts by least squares',
    text: 'With --sigma, the standard deviation of the quarterly counts about the line: a straight line through all quarters, SE = σ/√(n(n² − 1)/12); and the segmented line, σ² (X′R⁻¹X)⁻¹; both by the noncentral t.',
  },
  {
    term: 'Simulation',
    text: 'Poisson counts with log-normal autocorrelated noise, each run fitted by the model that evaluate calls primary and tested by t; seeded, with its Monte Carlo standard error. With autocorrelation the critical value is that of as many series without a change. Where fewer runs than the power asked for find the closed form’s fall, by more than 2 standard errors, larger falls are simulated until enough do.',
  },
];

interface Design {
  readonly rate: number;
  readonly quartersBefore: number;
  readonly quartersAfter: number;
  readonly comparatorSize: number | null;
  readonly power: number;
  readonly alpha: number;
}

/** What the chart of a power calculation says. */
export const POWER_FIGURE = {
  title: (listSize: number, percentChange: number | null) =>
    percentChange === null
      ? `With ${number(listSize)} people no lasting fall, however large, would be seen reliably`
      : `With ${number(listSize)} people a lasting fall of ${magnitude(percentChange)} would be seen; smaller ones would often be missed`,
  subtitle: ({ rate, quartersBefore, quartersAfter, comparatorSize, power, alpha }: Design) =>
    `Smallest fall found with ${share(power)} power at the ${share(alpha)} level (two-sided) by list size: ${number(rate)} admissions per 1,000 a year, ${number(quartersBefore)} quarters before and ${number(quartersAfter)} after, ${comparatorSize === null ? 'no comparator' : `a comparator of ${number(comparatorSize)} people`}`,
  axis: 'Smallest fall that would be seen',
  sizes: 'People on the list (logarithmic scale)',
  own: (listSize: number) => `${number(listSize)} people`,
  lines: {
    '-level': 'at once, lasting',
    '-end': 'gradual, by the last quarter',
  },
  note: (dispersion: number, autocorrelation: number) =>
    `Dispersion ${number(dispersion, 1)}${dispersion === 1 ? ' (quarters vary no more than chance, which is optimistic)' : ''}, autocorrelation ${number(autocorrelation, 2)}. The lines are by the closed form.`,
  alt: (
    lines: readonly {
      readonly label: string;
      readonly points: readonly { readonly listSize: number; readonly fall: number }[];
    }[],
  ) =>
    `Line chart of the smallest fall that would be found against list size. ${lines
      .map(({ label, points }) => {
        const [first, last] = [points[0], points.at(-1)];
        return first && last
          ? `${label}: from ${magnitude(first.fall)} with ${number(first.listSize)} people to ${magnitude(last.fall)} with ${number(last.listSize)}.`
          : '';
      })
      .join(' ')}`,
  howToRead: (power: number) =>
    `Find your list size along the bottom and go up to a line: a fall larger than that would be seen ${power === 0.8 ? 'four times out of five' : `in ${share(power)} of cases`}, a smaller one less often. Not seeing a change is then no proof that there was none.`,
} as const;

/**
 * A share as a percentage, with a decimal only where it needs one.
 *
 * @example share(0.8) // '80%'
 * @example share(0.001) // '0.1%'
 */
function share(value: number): string {
  const percent = Number((100 * value).toPrecision(12));
  return `${number(percent, Number.isInteger(percent) ? 0 : 1)}%`;
}
