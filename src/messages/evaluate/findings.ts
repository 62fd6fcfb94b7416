import type { ProblemSentences, Sentences } from '../types.ts';
import { listed, magnitude, number, percent, plural, possessive, pText, signed } from '../words/format.ts';
import { betweenPercent, fewerOrMore, fewerRange, lowerOrHigherThan, measureName } from '../words/measures.ts';
import type { EffectFindings, Estimated, EvaluateFindings, EvaluateProblems } from './catalogue.ts';
import { cautionFindings } from './cautions.ts';
import { evaluatePeerFindings } from './peers.ts';
import { planFindings, planProblems } from './plan.ts';
import { publishedFindings, publishedProblems } from './published.ts';
import { reportingFindings, reportingProblems } from './reporting.ts';
import { effectVerdict, verdictFindings } from './verdict.ts';
import { modelName, ofRatio, quartersAround, ratioWithRange } from './words.ts';

type Terms = EffectFindings['evaluate.terms'];
type Sensitivity = EffectFindings['evaluate.sensitivity'];

const asPercent = (ratio: number): number => 100 * (ratio - 1);

const chance = (lower: number, upper: number, none: number): string =>
  lower <= none && upper >= none ? 'This could be chance.' : 'This is more than chance alone would explain.';

/** `−3.3% (−8.9% to +2.5%; P = 0.25)` of ratios. */
function ratioText({ estimate, lower, upper, p }: Estimated): string {
  if (estimate === null || lower === null || upper === null) return 'not estimated';
  return `${percent(asPercent(estimate))} (95% interval ${percent(asPercent(lower))} to ${percent(asPercent(upper))}; ${pText(p)})`;
}

/** `; both together P = 0.012 (F test)`, with what their signs say. */
function together({ joint, jointTerms, level, slope }: Terms): string {
  const what = (jointTerms ?? 0) > 2 ? 'all of them' : 'both';
  const test = joint === null ? '' : `; ${what} together ${pText(joint)} (F test)`;
  const isTwo = level !== null && slope !== null && jointTerms === 2;
  const isOpposite = isTwo && joint !== null && joint < 0.05 && (level - 1) * (slope - 1) < 0;
  return `${test}${isOpposite ? '; they point opposite ways' : ''}`;
}

/** `none has`, `1 has`, `3 have`. */
const having = (n: number): string => (n === 0 ? 'none has' : `${number(n)} ${n === 1 ? 'has' : 'have'}`);

/** Where the quarter of the change is left out, the jump is where the lines after begin if drawn back to it. */
function carriedBack({ firstUsed, firstRatio: there = null }: Terms): string {
  if (firstUsed === undefined) return '';
  return `, carried back to that quarter, which is left out (${there === null ? '' : `${percent(asPercent(there))} in `}${firstUsed}, the first one used)`;
}

function secondTerms(slots: Terms): string {
  if (slots.second == null) return '';
  const level = {
    estimate: slots.secondLevel ?? null,
    lower: slots.secondLevelLower ?? null,
    upper: slots.secondLevelUpper ?? null,
    p: slots.secondLevelP ?? null,
  };
  const slope = {
    estimate: slots.secondSlope ?? null,
    lower: slots.secondSlopeLower ?? null,
    upper: slots.secondSlopeUpper ?? null,
    p: slots.secondSlopeP ?? null,
  };
  return `; second jump, in ${slots.second}, ${ratioText(level)}; second change of slope ${ratioText(slope)}`;
}

function termsText(slots: Terms): string {
  const { levelLower, levelUpper, levelP, slopeLower, slopeUpper, slopeP } = slots;
  const level = ratioText({ estimate: slots.level, lower: levelLower, upper: levelUpper, p: levelP });
  const slope = ratioText({ estimate: slots.slope, lower: slopeLower, upper: slopeUpper, p: slopeP });
  return `Primary model (conditional quasi-binomial, ${number(slots.n)} quarters, ${number(slots.df)} degrees of freedom): jump in ${slots.intervention} ${level}${carriedBack(slots)}; change of slope a quarter ${slope}${secondTerms(slots)}${together(slots)}. Dispersion ${number(slots.raw, 2)}, used ${number(slots.used, 2)}.`;
}

const bothChanges = (second: string | null): string =>
  second === null ? '' : `, both changes together, the second in ${second}`;

const overQuarters = (after: number, leftOut: number): string =>
  `over ${leftOut > 0 ? `the ${plural(after, 'quarter')} used` : `all ${plural(after, 'quarter')}`} after the change`;

const about = (avoided: number): string => {
  const words = fewerOrMore(avoided);
  return /\d/.test(words) ? `about ${words}` : words;
};

/** One model, several readings: which of them chance would explain. */
function readingsText(slots: EffectFindings['evaluate.readings-differ']): string {
  const readings = [
    { verdict: slots.end, name: `the difference in ${slots.period}`, p: slots.endP },
    { verdict: slots.total, name: 'the sum over the quarters after', p: slots.totalP },
    { verdict: slots.mean, name: 'the mean difference over the quarters after', p: slots.meanP },
  ];
  const named = (verdict: boolean) =>
    readings.filter((one) => one.verdict === verdict).map(({ name, p }) => `${name} (${pText(p)})`);
  return `The readings of this one model differ. Beyond chance: ${named(true).join(' and ')}. Not beyond it: ${named(false).join(' and ')}. The evidence is on the border: go by the reading that was named before the data were seen.`;
}

/** Counts as shares: never 100% or 0% by rounding alone. */
function share(count: number, total: number): string {
  const rounded = Math.round((100 * count) / total);
  const shown = count === total || count === 0 ? rounded : Math.min(99, Math.max(1, rounded));
  return `${number(shown)}% (${number(count)} of ${number(total)})`;
}

/** The primary's mean difference, how far other specifications take it, and how many agree in sign and in significance. */
function sensitivityText(slots: Sensitivity): string {
  const total = slots.total;
  const whole = slots.stretches === 'whole-series';
  const varied = [
    ...(whole ? [] : ['stretch before and after']),
    'model',
    ...(slots.comparators > 1 ? [`${number(slots.comparators)} comparators`] : []),
    'with and without seasons',
  ].join(', ');
  const own = ownMean(slots);
  const range = `${own === '' ? 'the mean difference over the quarters after' : 'it'} runs from ${ofRatio(slots.min)} to ${ofRatio(slots.max)}`;
  return `How fragile is it?${own} Over ${number(total)} specifications (${varied}) ${range}. ${agreement(slots, total)}${whole ? ' With two changes only the whole series is taken.' : ''}`;
}

function agreement(slots: Sensitivity, total: number): string {
  const { sameSign: sign, sameVerdict: verdict, contrary } = slots;
  if (sign === null || verdict === null)
    return `The 95% interval leaves out no difference in ${share(slots.significant, total)}.`;
  const opposite =
    contrary === null
      ? ''
      : ` ${contrary === 0 ? 'None is' : `${number(contrary)} ${contrary === 1 ? 'is' : 'are'}`} beyond chance in the direction opposite to the primary.`;
  return `${share(sign, total)} agree with the primary in sign and ${share(verdict, total)} in statistical significance, that is in whether the 95% interval leaves out no difference.${opposite}`;
}

function ownMean({ mean, meanLower, meanUpper, meanP }: Sensitivity): string {
  if (mean === null) return '';
  return ` The primary’s mean difference over the quarters after is ${ratioWithRange(mean, meanLower, meanUpper, meanP)}.`;
}

const effectFindings: Sentences<EffectFindings> = {
  'evaluate.detectable': (slots) =>
    `Before any result: with ${quartersAround(slots)} and the scatter found in all of them, this data set could have detected a fall of ${magnitude(slots.percent)} by the last quarter, or a sudden lasting fall of ${magnitude(slots.level)}, with ${number(slots.power)}% power at the 5% level. Smaller changes would mostly have been missed.`,
  'evaluate.effect': (slots) => {
    const [estimate, lower, upper] = [slots.estimate, slots.lower ?? 0, slots.upper];
    const what = `${possessive(slots.practice)} ${measureName(slots.measure)} were ${lowerOrHigherThan(asPercent(estimate))}`;
    const range = upper === null ? '' : `95% interval ${betweenPercent(asPercent(lower), asPercent(upper))}; `;
    return `In ${slots.period}, ${what} if they had kept their earlier course beside ${slots.comparator}${bothChanges(slots.second)} (${range}${pText(slots.p)}). ${effectVerdict(slots, lower > 1 || (upper !== null && upper < 1))}`;
  },
  'evaluate.terms': termsText,
  'evaluate.avoided': (slots) => {
    const [lower, upper] = [slots.lower, slots.upper];
    return `On the earlier course ${number(slots.expected)} ${measureName(slots.measure)} would have been expected ${overQuarters(slots.after, slots.leftOut)}; there were ${number(slots.observed)}: ${about(slots.estimate)} (95% interval ${fewerRange(lower, upper)}; ${pText(slots.p)}). ${chance(lower, upper, 0)}`;
  },
  'evaluate.slope-difference': (slots) =>
    `From ${slots.from} to ${slots.to}, ${possessive(slots.practice)} ${slots.basis === 'rates' ? 'rate' : 'count'} moved by ${signed(slots.percent, 2)}% a quarter relative to ${possessive(slots.comparator)} (95% interval ${signed(slots.lower, 2)}% to ${signed(slots.upper, 2)}%; ${pText(slots.p)}; difference series). ${chance(slots.lower, slots.upper, 0)}`,
  'evaluate.spread': ({ models, sameSide, min, max, excludingOne }) => {
    const agree = sameSide === models ? 'all' : number(sameSide);
    return `${number(models)} other forms of the model put the difference in the last quarter between ${percent(asPercent(min))} and ${percent(asPercent(max))}; ${agree} of them agree with the primary in direction, and ${having(excludingOne)} a 95% interval that leaves out no difference.`;
  },
  'evaluate.sensitivity': sensitivityText,
  'evaluate.group-left-out': ({ group, reason, measure }) =>
    `The peer group ${group} is no comparator of the specification curve: ${
      reason === 'no-measure'
        ? `not all of its areas have ${measureName(measure)}`
        : 'it shares fewer than three quarters with the practice on one side of the change'
    }. Check its areas with quarterline check.`,
  'evaluate.readings-differ': readingsText,
  'evaluate.single-area': ({ practice, measure, period, estimate, lower, upper, p, estimator }) => {
    const what = `${possessive(practice)} ${measureName(measure)} were ${lowerOrHigherThan(estimate)}`;
    return `By itself, in ${period}, ${what} if they had kept their earlier course (95% interval ${betweenPercent(lower, upper)}; ${pText(p)}; ${modelName(estimator)}). Whatever happened everywhere is in this: a description, not evidence.`;
  },
};

export const evaluateFindings: Sentences<EvaluateFindings> = {
  ...effectFindings,
  ...verdictFindings,
  ...cautionFindings,
  ...evaluatePeerFindings,
  ...publishedFindings,
  ...planFindings,
  ...reportingFindings,
};

export const evaluateProblems: ProblemSentences<EvaluateProblems> = {
  ...planProblems,
  ...publishedProblems,
  ...reportingProblems,
  'evaluate.no-counts': ({ measures }) => ({
    found: `there is no count to evaluate${measures.length > 0 ? ` among ${listed(measures)}` : ''}`,
    expected: 'a measure of events, such as admissions',
    remedy: 'Name the column that holds admissions, for example --columns admissions="Total".',
  }),
  'evaluate.no-such-measure': (slots) => ({
    found: `${measureName(slots.measure)} cannot be evaluated: it is no count of events that practice and comparator both have`,
    expected: `one of ${listed(slots.measures)}`,
    remedy: 'Use --measure with one of these, or --columns to name its column.',
  }),
  'evaluate.money': ({ measure }) => ({
    found: `${measure} is money`,
    expected: 'a count of events',
    remedy: 'Use compare for costs, and evaluate for admissions.',
  }),
  'evaluate.second-intervention': ({ second, intervention, last }) => ({
    found: `the second intervention ${second} does not come after ${intervention === null ? 'a first one' : `the first, ${intervention},`} within the data`,
    expected: `a later quarter up to ${last}, with --intervention for the first change`,
    remedy: 'Change --second-intervention.',
  }),
  'evaluate.washout-outside': ({ washout, first, last }) => ({
    found: `the washout ${washout} lies outside the data`,
    expected: `quarters between ${first} and ${last}`,
    remedy: 'Change --washout.',
  }),
  'evaluate.script-input': () => ({
    found: 'the R script reads the input again, and standard input can be read only once',
    expected: 'files',
    remedy: 'Save the input to a file and give its name instead of -.',
  }),
  'evaluate.script-groups': () => ({
    found:
      'the R script cannot add up the groups of people here: some areas or measures have rows of everybody and others have not',
    expected: 'rows of everybody for all, or for none',
    remedy:
      'Add rows of everybody, or take the groups out of the file. Without --r-script the evaluation works as it stands.',
  }),
  'evaluate.lag': ({ lag, most }) => ({
    found: `--lag ${lag} is not a number of quarters`,
    expected: `a whole number from 0 to ${most}`,
    remedy: 'Leave it out for the rule of thumb.',
  }),
};
