import { type ControlRuleName, ruleNames } from '../rules/control-chart.ts';
import { count, listed } from '../words/format.ts';
import { capital } from '../words/measures.ts';
import type { Choice, ControlChartName } from './catalogue.ts';
import { assuranceName, chartName, chartSymbol, variationName } from './names.ts';

/** `A, B and two more areas`. */
function areas(names: readonly string[]): string {
  if (names.length <= 3) return listed(names);
  return `${names.slice(0, 2).join(', ')} and ${count(names.length - 2)} more areas`;
}

/** What each verdict says of some areas; the order is that of the headline. */
const HEADLINES: readonly (readonly [string, (names: string) => string])[] = [
  ['concern', (names) => `concern at ${names}`],
  ['improvement', (names) => `improvement at ${names}`],
  ['neither', (names) => `special cause, neither better nor worse, at ${names}`],
  ['common', (names) => `common cause only at ${names}`],
  ['insufficient', (names) => `too little to judge at ${names}`],
];

const CHOICES: { readonly [Name in Choice]: (value: string) => string } = {
  'rule-set': (value) => `rule set ${value}`,
  screening: (value) => (value === 'on' ? 'large moving ranges screened out' : 'moving ranges not screened'),
  'shift-length': (value) => `shift and trend of ${value} points`,
  chart: (value) => chartSymbol(value as ControlChartName),
  'g-limits': (value) => `g-limits ${value}`,
};

/** Headings, captions and labels of a control chart's sections and tables. */
export const CONTROL_CHART = {
  title: (measure: string) => `Control charts: ${measure}`,
  subtitle: (measure: string, noun: string, from: string, to: string) =>
    `${capital(measure)} by ${noun}, ${from} to ${to}`,
  headline: (measure: string, byVariation: (variation: string) => readonly string[]) => {
    const parts = HEADLINES.flatMap(([variation, text]) => {
      const names = byVariation(variation);
      return names.length === 0 ? [] : [text(areas(names))];
    });
    return `${capital(measure)}: ${parts.join('; ')}`;
  },
  cautions: 'What to bear in mind',
  summaryCaption: (isTargeted: boolean) =>
    `Verdicts: variation${isTargeted ? ', and assurance against the target' : ''}`,
  phasesCaption: 'Centre line and limits; where limits vary, those of the last point of each phase',
  alternativesCaption: (all: boolean) =>
    `Would it change? The verdict under other choices${all ? '' : ', where it changes'}`,
  unchanged: 'No verdict would change under the other common rule sets or other treatments of the limits.',
  pointsCaption: (measure: string) => `${capital(measure)}, point by point`,
  headings: {
    area: 'Area',
    variation: 'Variation',
    assurance: 'Assurance',
    signals: 'Signals',
    latest: 'Latest',
    target: 'Target',
    phase: 'Phase',
    points: 'Points used',
    lower: 'Lower limit',
    centre: 'Centre',
    upper: 'Upper limit',
    choice: 'If instead',
    verdict: 'Verdict',
    same: 'Same?',
    period: 'Period',
    leftOut: 'Left out',
    provisional: 'Provisional',
  },
  numbers: [
    { heading: 'area', isNumber: false },
    { heading: 'measure', isNumber: false },
    { heading: 'period', isNumber: false },
    { heading: 'value', isNumber: true },
    { heading: 'n', isNumber: true },
    { heading: 'centre', isNumber: true },
    { heading: 'lower', isNumber: true },
    { heading: 'upper', isNumber: true },
    { heading: 'sigma', isNumber: true },
    { heading: 'z', isNumber: true },
    { heading: 'target', isNumber: true },
    { heading: 'phase', isNumber: true },
    { heading: 'excluded', isNumber: true },
    { heading: 'provisional', isNumber: true },
    { heading: 'variation', isNumber: false },
    { heading: 'signals', isNumber: false },
  ],
  variation: (variation: Parameters<typeof variationName>[0]) => capital(variationName(variation)),
  assurance: (assurance: Parameters<typeof assuranceName>[0]) => capital(assuranceName(assurance)),
  choice: (choice: Choice, value: string) => CHOICES[choice](value),
  used: (ruleSet: string) => `as used here: ${ruleSet}`,
  yes: 'yes',
  same: 'same',
  changes: 'changes',
  signals: (rules: readonly ControlRuleName[]) => ruleNames(rules),
  phase: (from: string, to: string, frozenAt: string | null) =>
    `${from} to ${to}${frozenAt === null ? '' : `, limits from the points up to ${frozenAt}`}`,
  latest: (value: string, period: string) => `${value} (${period})`,
  methods: {
    chart: 'Chart',
    chartText: (chart: ControlChartName) => capital(chartName(chart)),
    constants: 'Constants',
    constantsText: (constants: readonly (readonly [string, string])[]) =>
      constants.map(([name, value]) => `${name} = ${value}`).join('; '),
    screened: 'Large moving ranges',
    screenedText: (screened: boolean) =>
      screened
        ? 'Moving ranges above D4 times their mean are left out of the limits once; the points stay on the chart.'
        : 'All moving ranges are used for the limits.',
    gaps: 'Missing periods',
    gapsText:
      'Left as gaps. A missing period breaks the moving range; rules are counted over the points that are there, and a signal that spans a gap says so.',
    excluded: 'Excluded points',
    excludedText: 'Drawn hollow with a cross, left out of limits and rules.',
    sigmaZ: 'Sigma-z',
    sigmaZText:
      'How many times as much the points vary as counting alone would make them: above 1 overdispersed, below 1 underdispersed.',
    assurance: 'Assurance',
    assuranceText:
      'The target against the latest limits: beyond them on the good side it is expected to be met as long as nothing changes, beyond them on the other side to be missed, between them now the one and now the other.',
  },
  figureNote: (chart: ControlChartName, ruleSet: string, phases: number, frozenAt: string | null, screened: boolean) =>
    `${chartSymbol(chart)}, rules: ${ruleSet}. ${
      frozenAt !== null
        ? `Limits from the points up to ${frozenAt}.`
        : phases > 1
          ? `Limits of ${count(phases)} phases.`
          : 'Limits from all points used.'
    }${screened ? ' Large moving ranges are left out of the limits.' : ''}`,
} as const;
