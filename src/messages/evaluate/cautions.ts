import type { Sentences } from '../types.ts';
import { listed, number, plural, possessive, pText } from '../words/format.ts';
import { capital, measureName } from '../words/measures.ts';
import type { CautionFindings } from './catalogue.ts';
import { modelName, ofRatio, quartersAround, REASONS, ratioWithRange } from './words.ts';

const NEEDS: Readonly<Record<CautionFindings['evaluate.unused']['needs'], string>> = {
  intervention: 'Without --intervention',
  percentage: 'Without a published percentage',
};

/** What the data lack, or have that needs care, and options that were read otherwise than they look, cut short, or not used. */
export const cautionFindings: Sentences<CautionFindings> = {
  'evaluate.no-intervention': () =>
    'No intervention was given, so only trends and their difference are shown. Add --intervention with the first quarter after the change.',
  'evaluate.too-few-quarters': (slots) =>
    `There are ${quartersAround(slots)}: too few for an interrupted series, which needs at least three on each side of every change. No interrupted series was fitted: use compare, or give the quarters that are lacking on that side.`,
  'evaluate.comparator-too-short': (slots) =>
    `${capital(slots.comparator)} shares only ${quartersAround(slots)} with ${slots.practice}: too few for a controlled series, which needs at least three on each side of every change. Name a comparator that holds them, for example --comparator rest. What follows is of ${slots.practice} alone (${number(slots.ownBefore)} quarters before and ${number(slots.ownAfter)} after) and describes: what happened there may have happened everywhere.`,
  'evaluate.exploratory': (slots) =>
    `Exploratory: with ${quartersAround(slots)} the series is short; 8 before, 4 after and 12 in all would be long enough. Of each area only least squares and counts are fitted. Do not rest a decision on it alone.`,
  'evaluate.no-comparator': (slots) =>
    `No comparator was given: what happened at ${slots.practice} may have happened everywhere. Add --comparator with the rest of the county.`,
  'evaluate.counts-only': () =>
    'List sizes are not held for every quarter, so counts are compared: growth of one population looks like a change. Add a file of list sizes.',
  'evaluate.missing-quarters': (slots) =>
    `Missing and left out, keeping their place in time: ${listed(slots.quarters)}. Ask whether they are missing for a reason.`,
  'evaluate.washout': (slots) =>
    `Left out as a washout: ${listed(slots.quarters)}. No admissions are counted as avoided there.`,
  'evaluate.rho-at-bound': (slots) =>
    `In the model of ${slots.area} by ${modelName(slots.estimator)} the autocorrelation ran to its bound: level and drift can hardly be told apart. Read that estimate with suspicion.`,
  'evaluate.zero-counts': ({ primary }) =>
    `Some quarters count nothing, so that models on logarithms are left out${primary ? '; the primary model can do with zeros' : ''}.`,
  'evaluate.not-fitted': (slots) =>
    `${capital(modelName(slots.model))}${slots.area === '' ? '' : ` of ${slots.area}`} could not be fitted: ${REASONS[slots.reason]}.`,
  'evaluate.outlier': (slots) => {
    const far = slots.standardised;
    const where = `${slots.period} lies ${number(Math.abs(far), 1)} standard deviations ${far < 0 ? 'below' : 'above'} the primary model: check that count first, for a missing part or a double one.`;
    const { estimate, lower, upper, p } = slots;
    if (estimate === null) return `${where} Without that quarter the model cannot be fitted.`;
    const primary = slots.primary;
    const instead = primary === null ? '' : ` instead of ${ofRatio(primary)} (${pText(slots.primaryP)})`;
    const meaning = slots.decides ? ' That one quarter decides the answer.' : '';
    return `${where} Without it the difference in ${slots.last} is ${ratioWithRange(estimate, lower, upper, p)}${instead}.${meaning}`;
  },
  'evaluate.nothing-after': (slots) =>
    `${possessive(slots.area)} ${measureName(slots.measure)} fell to nothing: ${number(slots.events)} in the ${plural(slots.before, 'quarter')} before ${slots.intervention}, none in the ${plural(slots.after, 'quarter')} from then on. From something to nothing there is no ratio to estimate. Check first whether a practice closed, merged or is recorded elsewhere.`,
  'evaluate.nothing-before': (slots) =>
    `No ${measureName(slots.measure)} are counted at ${slots.area} in the ${plural(slots.before, 'quarter')} before ${slots.intervention}, and ${number(slots.events)} in the ${plural(slots.after, 'quarter')} from then on. From nothing there is no course to carry on. Check when the records begin.`,
  'evaluate.nothing-at-all': (slots) =>
    `No ${measureName(slots.measure)} are counted at ${slots.area} in any of the ${plural(slots.before + slots.after, 'quarter')}: there is nothing to evaluate. Check the area and the column.`,
  'evaluate.within-quarter': (slots) =>
    `${slots.option} ${slots.text} lies within ${slots.quarter}, and that whole quarter is counted as after the change. If the change came partway through it, leave it out with --washout "${slots.quarter}".`,
  'evaluate.longer-than-quarter': (slots) =>
    `${slots.option} ${slots.text} is longer than a quarter: ${slots.quarter} is taken as the first quarter after the change.`,
  'evaluate.unused': (slots) =>
    `${NEEDS[slots.needs]} ${listed(slots.options)} ${slots.options.length === 1 ? 'goes' : 'go'} unused.`,
  'evaluate.lag-cut': (slots) =>
    `A lag of ${number(slots.lag)} is longer than the data: models of ${plural(slots.quarters, 'quarter')} use ${number(slots.used)}, and the rule of thumb far fewer.`,
};
