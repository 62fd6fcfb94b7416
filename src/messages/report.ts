import { listed, plural, signed } from './format.ts';
import { maybe, num, str, texts } from './slots.ts';
import type { FindingTexts } from './texts.ts';

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

export const reportFindings: FindingTexts = {
  'report.not-evaluated': () =>
    'The course before and after the change was not evaluated: that needs a count of events, such as admissions, and there is none here.',
  'report.no-intervention': (slots) =>
    `Without --intervention there is no evaluation, and ${listed(texts(slots, 'options'))} ${texts(slots, 'options').length === 1 ? 'goes' : 'go'} unused. Add the first quarter after the change.`,
  'report.two-answers': (slots) => {
    const [comparison, evaluation] =
      str(slots, 'beyondChance') === 'comparison'
        ? ['more than chance alone would explain', 'could be chance']
        : ['could be chance', 'more than chance alone would explain'];
    const slope = maybe(slots, 'slope');
    const course =
      slope === null
        ? ''
        : ` Before the change the practice already moved by ${signed(100 * Math.expm1(slope), 1)}% a quarter relative to ${str(slots, 'comparator')}, measured on ${plural(num(slots, 'before'), 'quarter')}.`;
    return `These are two answers to two questions. That ${str(slots, 'followUp')} differs from ${str(slots, 'baseline')} as it does ${comparison === 'could be chance' ? comparison : `is ${comparison}`}; that the course changed from ${str(slots, 'intervention')} on, against what it had been, ${evaluation === 'could be chance' ? evaluation : `is ${evaluation}`}.${course} Quote neither without the other.`;
  },
};
