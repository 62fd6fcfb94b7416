import type { Sentences } from '../types.ts';
import { listed, number, percent, plural, possessive, pText, signed } from '../words/format.ts';
import { lowerOrHigherThan } from '../words/measures.ts';
import type { Changed, Doubt, DoubtSlots, Estimated, Limits, VerdictFindings } from './catalogue.ts';
import { modelName } from './words.ts';

type Autocorrelation = VerdictFindings['evaluate.autocorrelation'];

const ofRatio = (value: number | null): string => (value === null ? '–' : percent(100 * (value - 1)));
const ofLog = (value: number | null, decimals = 1): string =>
  value === null ? '–' : `${signed(100 * Math.expm1(value), decimals)}%`;

/** ` (95% interval −4.6% to +2.4%; P = 0.49)` of a ratio. */
function bounds({ lower, upper, p }: Omit<Estimated, 'estimate'>): string {
  const range = lower === null || upper === null ? '' : `95% interval ${ofRatio(lower)} to ${ofRatio(upper)}; `;
  return ` (${range}${pText(p)})`;
}

const compared = (ratio: number): string => lowerOrHigherThan(100 * (ratio - 1));

/** What stands against a difference that is beyond chance, by its name in the result. */
const DOUBTS: Readonly<Record<Doubt, (slots: DoubtSlots) => string>> = {
  'pre-trend': (slots) =>
    slots.preTrendP === null
      ? 'the trends before could not be compared'
      : `the trends differed before already (${pText(slots.preTrendP)})`,
  'placebo-in-time': (slots) =>
    `the quarters before show a difference too, as if the change had come earlier (${pText(slots.placeboP)})`,
  'list-sizes': () => 'counts are compared, not rates',
  'long-enough': () => 'the series is short',
  'course-before': () => 'the course before is known from two years only',
  joint: (slots) => `jump and change of slope tested together are not (${pText(slots.jointP)})`,
  autocorrelation: (slots) =>
    `a model that allows for autocorrelation does not find it (${modelName(slots.lostModel ?? '')}, ${pText(slots.lostP)})`,
  course: ({ courseless, courselessP }) =>
    courseless === null
      ? 'it hangs on the course before'
      : `it hangs on the course before (without that the mean after is ${compared(courseless)} the mean before, ${pText(courselessP)})`,
  peers: (slots) => `beside ${number(slots.peers)} areas it is not unusual (${pText(slots.peersP)})`,
};
/** Doubts that come from models, not from conditions. */
const OF_MODELS: readonly Doubt[] = ['joint', 'autocorrelation', 'peers', 'course'];

/** What may be concluded of the difference in the last quarter: chance, more than chance, and what stands against it. */
export function effectVerdict(slots: DoubtSlots, isBeyondChance: boolean): string {
  const { jointP: joint, doubts } = slots;
  if (isBeyondChance) return `This is more than chance alone would explain${against(slots, doubts, ', but ')}.`;
  if (joint === null || joint >= 0.05) return 'This could be chance.';
  const faded = slots.faded ? ' by then the difference may have faded' : ' the last quarter alone is too uncertain';
  return `This could be chance, but jump and change of slope together are not (${pText(joint)}): the course ${doubts.length > 0 ? 'may have ' : ''}changed, though${faded}${against(
    slots,
    doubts.filter((doubt) => doubt !== 'course'),
    '. But ',
  )}.`;
}

const saidOf = (slots: DoubtSlots, doubts: readonly Doubt[]): string =>
  listed(doubts.map((doubt) => DOUBTS[doubt](slots)));

/** The conditions that are not met, else what other models and areas say; empty without any. */
function against(slots: DoubtSlots, doubts: readonly Doubt[], link: string): string {
  if (doubts.length === 0) return '';
  const conditions = doubts.filter((doubt) => !OF_MODELS.includes(doubt));
  return conditions.length > 0
    ? `${link}${saidOf(slots, conditions)}: a description, not evidence`
    : `${link}${saidOf(slots, doubts)}: weak evidence`;
}

/** `, by REML with AR(1) errors −3.0% (95% interval ...; P = 0.15)`. */
function otherModel(slots: Autocorrelation): string {
  const { model, joint } = slots;
  if (model === null) return '';
  const together = joint === null ? '' : `, jump and change of slope together ${pText(joint)}`;
  return ` By ${modelName(model)} the difference in the last quarter is ${ofRatio(slots.estimate)}${bounds(slots)}${together}.`;
}

function found({ primary: end, primaryJoint }: Autocorrelation): string {
  return end !== null && end < 0.05
    ? `last quarter, ${pText(end)}`
    : `jump and change of slope together, ${pText(primaryJoint)}`;
}

function similarity(slots: Autocorrelation): string {
  const signs = [
    ...(slots.ljungBox === null ? [] : [`Ljung–Box ${pText(slots.ljungBox)}`]),
    ...(slots.rho === null ? [] : [`autocorrelation ${number(slots.rho, 2)} by REML`]),
  ];
  return signs.length === 0 ? '' : ` (${signs.join(', ')})`;
}

/** What the models of one pair of areas cannot rule out. */
function flattered(slots: Limits): string {
  if (slots.alike)
    return ' Neighbouring quarters resemble one another, so chance alone gives such findings more often than the P values say: set it among other areas.';
  return slots.alone ? ' A shock of its own that lasted would look the same: set it among 20 areas or more.' : '';
}

const nameOf = ({ practice, intervention, second }: Changed): string => {
  const both = second === null ? '' : ` (both changes together, the second in ${second})`;
  return `${practice} from ${intervention} on${both}`;
};

/** On what the primary model leans, and what may be said of the change. */
export const verdictFindings: Sentences<VerdictFindings> = {
  'evaluate.pre-trend': (slots) => {
    const p = slots.p;
    const test =
      slots.test === 'conditional'
        ? 'the primary model on those quarters'
        : 'least squares on the difference of logarithms';
    const all =
      slots.primary === null
        ? ''
        : ` The primary model, which is fitted to all quarters, has ${ofLog(slots.primary, 2)} (${pText(slots.primaryP)}).`;
    const meaning =
      p !== null && p < 0.05
        ? 'The two were not on the same course before: the difference from what was expected hangs on carrying that on. Look for a comparator with a like course.'
        : 'That this is not statistically significant does not make the trends parallel: look at the chart of the difference.';
    return `Over the ${plural(slots.before, 'quarter')} before the change, ${possessive(slots.practice)} ${slots.basis === 'rates' ? 'rate' : 'count'} moved by ${ofLog(slots.estimate, 2)} a quarter relative to the comparator (${pText(p)}; ${test}).${all} ${meaning}`;
  },
  'evaluate.autocorrelation': (slots) => {
    const sign = slots.found
      ? slots.alike
        ? `Neighbouring quarters resemble one another${similarity(slots)}, which the primary model does not allow for: its intervals are too narrow.`
        : `What the primary model leaves over follows a pattern${similarity(slots)}, which it does not allow for: its intervals may be wrong.`
      : 'The primary model does not allow for neighbouring quarters that resemble one another.';
    const remedy = slots.lost
      ? `What the primary calls statistically significant (${found(slots)}) could be chance there: claim no more than the more cautious of the two.`
      : 'Quote the wider interval.';
    return `${sign}${otherModel(slots)} ${remedy}`;
  },
  'evaluate.seasons-differ': (slots) =>
    `The practice’s seasons differ from the comparator’s (F test ${pText(slots.test)}), so that they do not cancel. With indicators of the quarter of the year the difference in the last quarter is ${ofRatio(slots.estimate)}${bounds(slots)} instead of ${ofRatio(slots.primary)} (${pText(slots.primaryP)}). Quote that one too, or run again with --seasons quarters.`,
  'evaluate.extrapolated': (slots) => {
    const own = `The difference in the last quarter, ${ofRatio(slots.primary)} (${pText(slots.primaryP)}), rests on carrying the course of ${plural(slots.before, 'quarter')} before over ${number(slots.after)} from the change on.`;
    if (slots.estimate === null) return `${own} Look whether a shorter stretch says the same.`;
    const disagree = slots.contrary
      ? ' The two point opposite ways: the answer hangs on that course.'
      : slots.other
        ? ' Only one of the two is beyond chance: the answer hangs on that course.'
        : '';
    return `${own} Without any course, the mean after is ${compared(slots.estimate)} the mean before${bounds(slots)}.${disagree} Give both.`;
  },
  'evaluate.describes-only': (slots) =>
    `The conditions for speaking of an effect are not all met, so this describes what happened at ${nameOf(slots)}, and no more. See the conditions.`,
  'evaluate.consistent-with': (slots) =>
    `The conditions that can be checked are met: what was found may be called consistent with an effect at ${nameOf(slots)}. It does not show the cause: ask what else changed then.${flattered(slots)}`,
  'evaluate.could-be-chance': (slots) =>
    `The conditions that can be checked are met, but the difference in the last quarter at ${slots.practice} could be chance, and so could jump and change of slope together (${pText(slots.p)}): no clear evidence of an effect, nor that there is none. Look at what could have been detected.`,
  'evaluate.weak-evidence': (slots) =>
    `The conditions that can be checked are met, and the primary model finds a change at ${nameOf(slots)} (last quarter ${pText(slots.end)}, jump and change of slope together ${pText(slots.p)}); but ${saidOf(slots, slots.doubts)}: weak evidence. More quarters would tell.`,
  'evaluate.course-changed': (slots) => {
    const level = slots.level;
    const opposite =
      level === null
        ? ''
        : ` The jump (${ofLog(level)}) and the change of slope (${ofLog(slots.slope)} a quarter) point opposite ways.`;
    return `The conditions that can be checked are met, and the course changed: jump and change of slope together may be called consistent with an effect at ${nameOf(slots)} (${pText(slots.p)}). But by ${slots.period} no difference is left beyond chance (${pText(slots.end)})${slots.faded ? ': it may have faded' : ''}.${opposite} Say both, and ask what else changed then.${flattered(slots)}`;
  },
};
