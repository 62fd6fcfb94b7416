import type { Slots } from '../types.ts';
import { number, percent, plural, possessive, pText } from '../words/format.ts';
import { betweenPercent, lowerOrHigherThan, measureName } from '../words/measures.ts';
import { maybe, num, str } from '../words/slots.ts';
import type { FindingTexts } from '../words/texts.ts';
import { modelName } from './words.ts';

const ofRatio = (value: number): string => percent(100 * (value - 1));

/** `−3.1% (95% interval −9.0% to +3.2%; P = 0.31)` of ratios. */
function ratioText(slots: Slots): string {
  const [lower, upper] = [maybe(slots, 'lower'), maybe(slots, 'upper')];
  const range = lower === null || upper === null ? '' : `95% interval ${ofRatio(lower)} to ${ofRatio(upper)}; `;
  return `${ofRatio(num(slots, 'estimate'))} (${range}${pText(maybe(slots, 'p'))})`;
}

/** One model, several readings: which of them chance would explain. */
function readingsText(slots: Slots): string {
  const readings = [
    { verdict: slots.end, name: `the difference in ${str(slots, 'period')}`, p: maybe(slots, 'endP') },
    { verdict: slots.total, name: 'the sum over the quarters after', p: maybe(slots, 'totalP') },
    { verdict: slots.mean, name: 'the mean difference over the quarters after', p: maybe(slots, 'meanP') },
  ];
  const named = (verdict: boolean) =>
    readings.filter((one) => one.verdict === verdict).map(({ name, p }) => `${name} (${pText(p)})`);
  return `The readings of this one model differ. Beyond chance: ${named(true).join(' and ')}. Not beyond it: ${named(false).join(' and ')}. The evidence is on the border: go by the reading that was named before the data were seen.`;
}

/** What single numbers of the data call for, and readings that do not agree. */
export const evaluateDataFindings: FindingTexts = {
  'evaluate.outlier': (slots) => {
    const far = num(slots, 'standardised');
    const where = `${str(slots, 'period')} lies ${number(Math.abs(far), 1)} standard deviations ${far < 0 ? 'below' : 'above'} the primary model: check that count first, for a missing part or a double one.`;
    if (maybe(slots, 'estimate') === null) return `${where} Without that quarter the model cannot be fitted.`;
    const primary = maybe(slots, 'primary');
    const instead = primary === null ? '' : ` instead of ${ofRatio(primary)} (${pText(maybe(slots, 'primaryP'))})`;
    const meaning = slots.decides === true ? ' That one quarter decides the answer.' : '';
    return `${where} Without it the difference in ${str(slots, 'last')} is ${ratioText(slots)}${instead}.${meaning}`;
  },
  'evaluate.nothing-after': (slots) =>
    `${possessive(str(slots, 'area'))} ${measureName(str(slots, 'measure'))} fell to nothing: ${number(num(slots, 'events'))} in the ${plural(num(slots, 'before'), 'quarter')} before ${str(slots, 'intervention')}, none in the ${plural(num(slots, 'after'), 'quarter')} from then on. From something to nothing there is no ratio to estimate. Check first whether a practice closed, merged or is recorded elsewhere.`,
  'evaluate.nothing-before': (slots) =>
    `No ${measureName(str(slots, 'measure'))} are counted at ${str(slots, 'area')} in the ${plural(num(slots, 'before'), 'quarter')} before ${str(slots, 'intervention')}, and ${number(num(slots, 'events'))} in the ${plural(num(slots, 'after'), 'quarter')} from then on. From nothing there is no course to carry on. Check when the records begin.`,
  'evaluate.nothing-at-all': (slots) =>
    `No ${measureName(str(slots, 'measure'))} are counted at ${str(slots, 'area')} in any of the ${plural(num(slots, 'before') + num(slots, 'after'), 'quarter')}: there is nothing to evaluate. Check the area and the column.`,
  'evaluate.readings-differ': readingsText,
  'evaluate.single-area': (slots) => {
    const [estimate, lower, upper] = [num(slots, 'estimate'), num(slots, 'lower'), num(slots, 'upper')];
    const what = `${possessive(str(slots, 'practice'))} ${measureName(str(slots, 'measure'))} were ${lowerOrHigherThan(estimate)}`;
    return `By itself, in ${str(slots, 'period')}, ${what} if they had kept their earlier course (95% interval ${betweenPercent(lower, upper)}; ${pText(maybe(slots, 'p'))}; ${modelName(str(slots, 'estimator'))}). Whatever happened everywhere is in this: a description, not evidence.`;
  },
};

/** Counts as shares: never 100% or 0% by rounding alone. */
function share(count: number, total: number): string {
  const rounded = Math.round((100 * count) / total);
  const shown = count === total || count === 0 ? rounded : Math.min(99, Math.max(1, rounded));
  return `${number(shown)}% (${number(count)} of ${number(total)})`;
}

/** The primary's mean difference, how far other specifications take it, and how many agree in sign and in significance. */
export function sensitivityText(slots: Slots): string {
  const total = num(slots, 'total');
  const whole = str(slots, 'stretches') === 'whole-series';
  const varied = [
    ...(whole ? [] : ['stretch before and after']),
    'model',
    ...(num(slots, 'comparators') > 1 ? [`${number(num(slots, 'comparators'))} comparators`] : []),
    'with and without seasons',
  ].join(', ');
  const own = ownMean(slots);
  const range = `${own === '' ? 'the mean difference over the quarters after' : 'it'} runs from ${ofRatio(num(slots, 'min'))} to ${ofRatio(num(slots, 'max'))}`;
  return `How fragile is it?${own} Over ${number(total)} specifications (${varied}) ${range}. ${agreement(slots, total)}${whole ? ' With two changes only the whole series is taken.' : ''}`;
}

function agreement(slots: Slots, total: number): string {
  const [sign, verdict, contrary] = [maybe(slots, 'sameSign'), maybe(slots, 'sameVerdict'), maybe(slots, 'contrary')];
  if (sign === null || verdict === null)
    return `The 95% interval leaves out no difference in ${share(num(slots, 'significant'), total)}.`;
  const opposite =
    contrary === null
      ? ''
      : ` ${contrary === 0 ? 'None is' : `${number(contrary)} ${contrary === 1 ? 'is' : 'are'}`} beyond chance in the direction opposite to the primary.`;
  return `${share(sign, total)} agree with the primary in sign and ${share(verdict, total)} in statistical significance, that is in whether the 95% interval leaves out no difference.${opposite}`;
}

function ownMean(slots: Slots): string {
  const mean = maybe(slots, 'mean');
  if (mean === null) return '';
  const slotsOf = { estimate: mean, lower: maybe(slots, 'meanLower'), upper: maybe(slots, 'meanUpper') };
  return ` The primary’s mean difference over the quarters after is ${ratioText({ ...slotsOf, p: maybe(slots, 'meanP') })}.`;
}
