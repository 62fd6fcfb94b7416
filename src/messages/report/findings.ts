import type { Sentences } from '../types.ts';
import { listed, plural, pText, signed } from '../words/format.ts';
import { lowerOrHigher } from '../words/measures.ts';
import type { AnswersSlots, ReportFindings } from './catalogue.ts';

/** Headings and sentences of the report as a whole. */
export const REPORT = {
  runCharts: 'Run charts: is it more than random variation?',
  runChartsIntro:
    'A run chart looks at one area at a time. It shows whether the order of the points is random; it does not compare the areas and does not say why something changed.',
  runChartMethods: 'Rules of the run charts',
  controlCharts: 'Control charts: what can be expected if nothing changes?',
  controlChartsIntro:
    'A control chart looks at one area at a time, too. Its limits show how far points vary as long as nothing special happens; points that follow a rule for special causes ask for an explanation.',
  controlChartMethods: 'Limits and rules of the control charts',
  evaluation: 'Did it really change, compared with there?',
  evaluationAlone: 'Did it really change?',
  evaluationIntro: (intervention: string, comparator: string | null) =>
    `The comparison above sets two years side by side. This asks another question: did the course${comparator === null ? '' : ` beside ${comparator}`} change from ${intervention} on, against what it had been before? The answers may differ: where a course was falling already, a lower year is no change of course.`,
  evaluationMethods: 'Methods of the evaluation',
};

/** What is known of the course before the change, with interval and P; nothing without an interval. */
function courseText(slots: AnswersSlots): string {
  if (slots.course === null) return '';
  const percentOf = (slope: number) => `${signed(100 * Math.expm1(slope), 1)}%`;
  const interval = `95% interval ${percentOf(slots.slopeLower)} to ${percentOf(slots.slopeUpper)}; ${pText(slots.slopeP)}`;
  const size = `${percentOf(slots.slope)} a quarter relative to ${slots.comparator}`;
  return ` ${COURSES[slots.course](size, `${interval}; ${plural(slots.before, 'quarter')}`)}`;
}

const COURSES = {
  known: (size: string, how: string) => `Before the change the practice already moved by ${size} (${how}).`,
  flat: (size: string, how: string) => `Before the change the practice did not clearly move: ${size} (${how}).`,
  unknown: (size: string, how: string) => `The course before the change is hardly known: ${size} (${how}).`,
} as const;

/** Why an evaluation on a course that is hardly known may find nothing. */
const imprecise = ({ course }: AnswersSlots): string =>
  course === 'unknown'
    ? ' So the evaluation may find nothing for want of precision: it is no sign that nothing changed.'
    : '';

export const reportFindings: Sentences<ReportFindings> = {
  'report.not-evaluated': () =>
    'The course before and after the change was not evaluated: that needs a count of events, such as admissions, and there is none here.',
  'report.no-intervention': (slots) =>
    `Without --intervention there is no evaluation, and ${listed(slots.options)} ${slots.options.length === 1 ? 'goes' : 'go'} unused. Add the first quarter after the change.`,
  'report.two-answers': (slots) => {
    const [comparison, evaluation] =
      slots.beyondChance === 'comparison'
        ? ['more than chance alone would explain', 'could be chance']
        : ['could be chance', 'more than chance alone would explain'];
    return `These are two answers to two questions. That ${slots.followUp} differs from ${slots.baseline} as it does ${comparison === 'could be chance' ? comparison : `is ${comparison}`}; that ${slots.period} lies off the course from before ${slots.intervention} ${evaluation === 'could be chance' ? evaluation : `is ${evaluation}`}.${courseText(slots)}${imprecise(slots)} Quote neither without the other.`;
  },
  'report.opposite-answers': (slots) => {
    const read = (ratio: number) => lowerOrHigher(100 * (ratio - 1));
    return `Two answers of opposite sign, each more than chance alone would explain: since ${slots.baseline} the practice is ${read(slots.compared)} in ${slots.followUp} than if it had changed as ${slots.comparator} did, and ${read(slots.effect)} in ${slots.period} than its own course before ${slots.intervention} would have it.${courseText(slots)} The second answer carries that course on over ${plural(slots.after, 'quarter')}: look at the chart of the difference before you quote either, and quote neither without the other.`;
  },
};
