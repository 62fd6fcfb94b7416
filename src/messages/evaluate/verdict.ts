import type { Slots } from '../types.ts';
import { listed, number, percent, plural, possessive, pText, signed } from '../words/format.ts';
import { lowerOrHigherThan } from '../words/measures.ts';
import { maybe, num, str, texts } from '../words/slots.ts';
import type { FindingTexts } from '../words/texts.ts';
import { modelName } from './words.ts';

const ofRatio = (value: number | null): string => (value === null ? '–' : percent(100 * (value - 1)));
const ofLog = (value: number | null, decimals = 1): string =>
  value === null ? '–' : `${signed(100 * Math.expm1(value), decimals)}%`;

/** ` (95% interval −4.6% to +2.4%; P = 0.49)` of a ratio. */
function bounds(slots: Slots): string {
  const [lower, upper] = [maybe(slots, 'lower'), maybe(slots, 'upper')];
  const range = lower === null || upper === null ? '' : `95% interval ${ofRatio(lower)} to ${ofRatio(upper)}; `;
  return ` (${range}${pText(maybe(slots, 'p'))})`;
}

const compared = (slots: Slots, name: string): string => lowerOrHigherThan(100 * (num(slots, name) - 1));

/** What stands against a difference that is beyond chance, by its name in the result. */
const DOUBTS: Readonly<Record<string, (slots: Slots) => string>> = {
  'pre-trend': (slots) =>
    maybe(slots, 'preTrendP') === null
      ? 'the trends before could not be compared'
      : `the trends differed before already (${pText(maybe(slots, 'preTrendP'))})`,
  'placebo-in-time': (slots) =>
    `the quarters before show a difference too, as if the change had come earlier (${pText(maybe(slots, 'placeboP'))})`,
  'list-sizes': () => 'counts are compared, not rates',
  'long-enough': () => 'the series is short',
  'course-before': () => 'the course before is known from two years only',
  joint: (slots) => `jump and change of slope tested together are not (${pText(maybe(slots, 'jointP'))})`,
  autocorrelation: (slots) =>
    `a model that allows for autocorrelation does not find it (${modelName(str(slots, 'lostModel'))}, ${pText(maybe(slots, 'lostP'))})`,
  course: (slots) =>
    `it hangs on the course before (without that the mean after is ${compared(slots, 'courseless')} the mean before, ${pText(maybe(slots, 'courselessP'))})`,
  peers: (slots) => `beside ${number(num(slots, 'peers'))} areas it is not unusual (${pText(maybe(slots, 'peersP'))})`,
};
/** Doubts that come from models, not from conditions. */
const OF_MODELS: readonly string[] = ['joint', 'autocorrelation', 'peers', 'course'];

/** What may be concluded of the difference in the last quarter: chance, more than chance, and what stands against it. */
export function effectVerdict(slots: Slots, isBeyondChance: boolean): string {
  const joint = maybe(slots, 'jointP');
  const doubts = texts(slots, 'doubts');
  if (isBeyondChance) return `This is more than chance alone would explain${against(slots, doubts, ', but ')}.`;
  if (joint === null || joint >= 0.05) return 'This could be chance.';
  const faded =
    slots.faded === true ? ' by then the difference may have faded' : ' the last quarter alone is too uncertain';
  return `This could be chance, but jump and change of slope together are not (${pText(joint)}): the course ${doubts.length > 0 ? 'may have ' : ''}changed, though${faded}${against(
    slots,
    doubts.filter((doubt) => doubt !== 'course'),
    '. But ',
  )}.`;
}

const saidOf = (slots: Slots, doubts: readonly string[]): string =>
  listed(doubts.map((doubt) => DOUBTS[doubt]?.(slots) ?? doubt));

/** The conditions that are not met, else what other models and areas say; empty without any. */
function against(slots: Slots, doubts: readonly string[], link: string): string {
  if (doubts.length === 0) return '';
  const conditions = doubts.filter((doubt) => !OF_MODELS.includes(doubt));
  return conditions.length > 0
    ? `${link}${saidOf(slots, conditions)}: a description, not evidence`
    : `${link}${saidOf(slots, doubts)}: weak evidence`;
}

/** `, by REML with AR(1) errors −3.0% (95% interval ...; P = 0.15)`. */
function otherModel(slots: Slots): string {
  if (typeof slots.model !== 'string') return '';
  const joint = maybe(slots, 'joint');
  const together = joint === null ? '' : `, jump and change of slope together ${pText(joint)}`;
  return ` By ${modelName(slots.model)} the difference in the last quarter is ${ofRatio(maybe(slots, 'estimate'))}${bounds(slots)}${together}.`;
}

function found(slots: Slots): string {
  const end = maybe(slots, 'primary');
  return end !== null && end < 0.05
    ? `last quarter, ${pText(end)}`
    : `jump and change of slope together, ${pText(maybe(slots, 'primaryJoint'))}`;
}

function similarity(slots: Slots): string {
  const signs = [
    ...(maybe(slots, 'ljungBox') === null ? [] : [`Ljung–Box ${pText(maybe(slots, 'ljungBox'))}`]),
    ...(maybe(slots, 'rho') === null ? [] : [`autocorrelation ${number(maybe(slots, 'rho'), 2)} by REML`]),
  ];
  return signs.length === 0 ? '' : ` (${signs.join(', ')})`;
}

/** What the models of one pair of areas cannot rule out. */
function flattered(slots: Slots): string {
  if (slots.alike === true)
    return ' Neighbouring quarters resemble one another, so chance alone gives such findings more often than the P values say: set it among other areas.';
  return slots.alone === true
    ? ' A shock of its own that lasted would look the same: set it among 20 areas or more.'
    : '';
}

const nameOf = (slots: Slots): string => {
  const both = typeof slots.second === 'string' ? ` (both changes together, the second in ${slots.second})` : '';
  return `${str(slots, 'practice')} from ${str(slots, 'intervention')} on${both}`;
};

/** On what the primary model leans, and what may be said of the change. */
export const verdictFindings: FindingTexts = {
  'evaluate.pre-trend': (slots) => {
    const p = maybe(slots, 'p');
    const test =
      str(slots, 'test') === 'conditional'
        ? 'the primary model on those quarters'
        : 'least squares on the difference of logarithms';
    const all =
      maybe(slots, 'primary') === null
        ? ''
        : ` The primary model, which is fitted to all quarters, has ${ofLog(maybe(slots, 'primary'), 2)} (${pText(maybe(slots, 'primaryP'))}).`;
    const meaning =
      p !== null && p < 0.05
        ? 'The two were not on the same course before: the difference from what was expected hangs on carrying that on. Look for a comparator with a like course.'
        : 'That this is not statistically significant does not make the trends parallel: look at the chart of the difference.';
    return `Over the ${plural(num(slots, 'before'), 'quarter')} before the change, ${possessive(str(slots, 'practice'))} ${str(slots, 'basis') === 'rates' ? 'rate' : 'count'} moved by ${ofLog(num(slots, 'estimate'), 2)} a quarter relative to the comparator (${pText(p)}; ${test}).${all} ${meaning}`;
  },
  'evaluate.autocorrelation': (slots) => {
    const sign =
      slots.found === true
        ? slots.alike === true
          ? `Neighbouring quarters resemble one another${similarity(slots)}, which the primary model does not allow for: its intervals are too narrow.`
          : `What the primary model leaves over follows a pattern${similarity(slots)}, which it does not allow for: its intervals may be wrong.`
        : 'The primary model does not allow for neighbouring quarters that resemble one another.';
    const remedy =
      slots.lost === true
        ? `What the primary calls statistically significant (${found(slots)}) could be chance there: claim no more than the more cautious of the two.`
        : 'Quote the wider interval.';
    return `${sign}${otherModel(slots)} ${remedy}`;
  },
  'evaluate.seasons-differ': (slots) =>
    `The practice’s seasons differ from the comparator’s (F test ${pText(maybe(slots, 'test'))}), so that they do not cancel. With indicators of the quarter of the year the difference in the last quarter is ${ofRatio(maybe(slots, 'estimate'))}${bounds(slots)} instead of ${ofRatio(maybe(slots, 'primary'))} (${pText(maybe(slots, 'primaryP'))}). Quote that one too, or run again with --seasons quarters.`,
  'evaluate.extrapolated': (slots) => {
    const own = `The difference in the last quarter, ${ofRatio(maybe(slots, 'primary'))} (${pText(maybe(slots, 'primaryP'))}), rests on carrying the course of ${plural(num(slots, 'before'), 'quarter')} before over ${number(num(slots, 'after'))} from the change on.`;
    if (maybe(slots, 'estimate') === null) return `${own} Look whether a shorter stretch says the same.`;
    const disagree =
      slots.contrary === true
        ? ' The two point opposite ways: the answer hangs on that course.'
        : slots.other === true
          ? ' Only one of the two is beyond chance: the answer hangs on that course.'
          : '';
    return `${own} Without any course, the mean after is ${compared(slots, 'estimate')} the mean before${bounds(slots)}.${disagree} Give both.`;
  },
  'evaluate.describes-only': (slots) =>
    `The conditions for speaking of an effect are not all met, so this describes what happened at ${nameOf(slots)}, and no more. See the conditions.`,
  'evaluate.consistent-with': (slots) =>
    `The conditions that can be checked are met: what was found may be called consistent with an effect at ${nameOf(slots)}. It does not show the cause: ask what else changed then.${flattered(slots)}`,
  'evaluate.could-be-chance': (slots) =>
    `The conditions that can be checked are met, but the difference in the last quarter at ${str(slots, 'practice')} could be chance, and so could jump and change of slope together (${pText(maybe(slots, 'p'))}): no clear evidence of an effect, nor that there is none. Look at what could have been detected.`,
  'evaluate.weak-evidence': (slots) =>
    `The conditions that can be checked are met, and the primary model finds a change at ${nameOf(slots)} (last quarter ${pText(maybe(slots, 'end'))}, jump and change of slope together ${pText(maybe(slots, 'p'))}); but ${saidOf(slots, texts(slots, 'doubts'))}: weak evidence. More quarters would tell.`,
  'evaluate.course-changed': (slots) => {
    const level = maybe(slots, 'level');
    const opposite =
      level === null
        ? ''
        : ` The jump (${ofLog(level)}) and the change of slope (${ofLog(maybe(slots, 'slope'))} a quarter) point opposite ways.`;
    return `The conditions that can be checked are met, and the course changed: jump and change of slope together may be called consistent with an effect at ${nameOf(slots)} (${pText(maybe(slots, 'p'))}). But by ${str(slots, 'period')} no difference is left beyond chance (${pText(maybe(slots, 'end'))})${slots.faded === true ? ': it may have faded' : ''}.${opposite} Say both, and ask what else changed then.${flattered(slots)}`;
  },
};
