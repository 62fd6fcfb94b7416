import { magnitude, number, percent } from './format.ts';
import { share } from './power-share.ts';
import { maybe, num } from './slots.ts';
import type { FindingTexts, ProblemTexts } from './texts.ts';

const fall = (value: number | null): string =>
  value === null ? 'no fall, however large' : `a fall of ${magnitude(value)}`;

export const powerFindings: FindingTexts = {
  'power.answer': (slots) => {
    const beside = maybe(slots, 'comparatorSize');
    const comparator = beside === null ? 'without a comparator' : `beside a comparator of ${number(beside)} people`;
    return `A practice of ${number(num(slots, 'listSize'))} people with ${number(num(slots, 'rate'))} admissions per 1,000 a year (about ${number(num(slots, 'perYear'))} a year), ${comparator}, would with ${share(num(slots, 'power'))} power find ${fall(maybe(slots, 'years'))} between one year and another; and with ${number(num(slots, 'before'))} quarters before and ${number(num(slots, 'after'))} after a change, ${fall(maybe(slots, 'level'))} that comes at once and lasts, or ${fall(maybe(slots, 'end'))} reached gradually by the last quarter. Smaller changes would often be missed.`;
  },
  'power.simulated': (slots) =>
    `${number(num(slots, 'runs'))} simulated series (seed ${num(slots, 'seed')}) found the lasting fall in ${number(num(slots, 'power'), 1)}% of runs (Monte Carlo standard error ${number(num(slots, 'powerError'), 1)} points); by simulation the detectable fall is ${percent(maybe(slots, 'percent'))} (standard error ${number(maybe(slots, 'percentError'), 1)} points).`,
  'power.no-fall': (slots) =>
    `With ${number(num(slots, 'listSize'))} people no decrease between two years, however large, would be detected at this power. Pool practices or use more years.`,
  'power.poisson-only': () =>
    'Dispersion 1 takes the quarters to vary no more than chance, which is optimistic: admissions often vary more. Try --dispersion 2, or the dispersion that evaluate reports for your data.',
  'power.no-comparator': () =>
    'Without a comparator anything that happens everywhere looks like an effect. Give --comparator-size with the people of the rest of the county.',
  'power.ignored-autocorrelation': (slots) =>
    `With autocorrelation ${number(num(slots, 'autocorrelation'), 2)} a least-squares test that ignores it, at the ${number(num(slots, 'alpha'))}% level, would call a jump in ${number(num(slots, 'level'), 1)}% of series where nothing happened, and a change of slope in ${number(num(slots, 'slope'), 1)}%. Use an estimator that allows for it, as the figures here do.`,
};

export const powerProblems: ProblemTexts = {
  'power.out-of-range': ({ option, value, expected }) => ({
    found: `${option} is ${value}`,
    expected: String(expected),
    remedy: `Change ${option}.`,
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
    `${number(rate)} admissions per 1,000 a year, ${before} quarters before and ${after} after`,
  summary: 'Summary',
  cautions: 'What to bear in mind',
  table: 'Detectable fall by list size',
  caption: (power: number, alpha: number) =>
    `The smallest fall found with ${share(power)} power at the ${share(alpha)} level, two-sided`,
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
    simulated: 'Simulated',
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
    text: 'Rate ratio R with |ln R| = (z(1 − α/2) + z(power)) × √(φ(1/x0 + 1/(x0 R) + 1/c0 + 1/c1)), the root nearest 1.',
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
    text: 'Poisson counts with log-normal autocorrelated noise, each run fitted by the model that evaluate calls primary and tested by t; seeded, with its Monte Carlo standard error.',
  },
];
