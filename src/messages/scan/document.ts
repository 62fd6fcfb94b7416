import { CONTROL_RULE_WORDS, type ControlRuleName } from '../rules/control-chart.ts';
import { RUN_RULE_WORDS, type RunRuleName } from '../rules/run-chart.ts';
import { count, number, plural } from '../words/format.ts';
import { capital } from '../words/measures.ts';

/** Shifts and trends are called alike on both kinds of chart. */
const RULES = { ...CONTROL_RULE_WORDS, ...RUN_RULE_WORDS };

/** Headings, captions and labels of a scan. */
export const SCAN = {
  title: (measure: string) => `Scan of all areas: ${measure}`,
  subtitle: (measure: string, noun: string, from: string, to: string) =>
    `${capital(measure)} by ${noun}, ${from} to ${to}`,
  summaryCaption: 'Areas by verdict',
  areasCaption: (shown: number, all: number) =>
    shown === all ? 'Every area, what matters first' : `${number(shown)} of ${plural(all, 'area')}, what matters first`,
  moreAreas: (more: number) =>
    `${capital(count(more))} more ${more === 1 ? 'area is' : 'areas are'} not shown here: --format csv and --json give all.`,
  noneShown: 'No area is left by the filter.',
  stepsHeading: 'Lasting steps: mergers or changes of coding?',
  stepsCaption: 'Steps of more than a third that stay, the largest first',
  cautions: 'What to bear in mind',
  headings: {
    area: 'Area',
    verdict: 'Verdict',
    areas: 'Areas',
    variation: 'Variation',
    assurance: 'Target',
    signals: 'Signals',
    latest: 'Latest',
    limits: 'Limits',
    median: 'Median',
    period: 'From',
    before: 'Before',
    after: 'After',
    change: 'Change',
    counterpart: 'Ends or begins then',
    year: 'Admissions',
    rate: 'Rate',
    expected: 'Expected',
    z: 'z, adjusted',
  },
  numbers: {
    area: 'area',
    code: 'code',
    measure: 'measure',
    chart: 'chart',
    n: 'n',
    variation: 'variation',
    assurance: 'assurance',
    signals: 'signals',
    period: 'latest_period',
    value: 'latest_value',
    centre: 'centre',
    lower: 'lower',
    upper: 'upper',
    furthest: 'furthest_from_centre',
    stepPeriod: 'step_period',
    stepBefore: 'step_before',
    stepAfter: 'step_after',
    falseAlarmRate: 'false_alarm_percent',
  },
  ruleName: (rule: ControlRuleName | RunRuleName) => RULES[rule].name,
  latest: (value: string, period: string) => `${value} (${period})`,
  limits: (lower: string, upper: string) => `${lower} to ${upper}`,
  counterpart: (area: string, level: string) => `${area}: ${level}`,
  ruleSet: 'How each area was judged',
  ruleSetText: (ruleSet: string, charts: readonly string[]) =>
    `By the rules of ${ruleSet} on ${charts.join(' and ')} charts, all areas alike: limits or median from all points of the area, one phase. "quarterline rules ${ruleSet}" explains the rules; spc or runchart draws an area.`,
  order: 'Order',
  orderText:
    'Concern first, then signals that are neither better nor worse, improvement, and areas without a present signal; within each, by how far the furthest point with a signal lies from its centre, in whole numbers of what is counted.',
  falseAlarms: 'Signals by chance',
  falseAlarmsText:
    'The sum over areas of the share of stable series of that length which would signal under these rules (10,000 simulated series each, independent normal points). It supposes that areas do not move together.',
  steps: 'Steps',
  stepsText:
    'A step is listed where the median of up to four periods (of months twelve) differs from that of as many before by more than a third, each of these periods does, half of it or more came in one go, and it is too large for chance in a count of that size.',
  funnel: {
    method: 'Funnel',
    methodText: (year: string) =>
      `Observed against expected at the rate of all areas together, ${year}. Inner lines: exact Poisson limits, chance alone. Outer lines: limits that also allow for differences between areas (z winsorised at 10%, additive between-area variance).`,
    references: [
      {
        text: 'Spiegelhalter DJ. Funnel plots for comparing institutional performance (Stat Med 2005;24:1185–1202).',
        url: 'https://doi.org/10.1002/sim.1970',
      },
      {
        text: 'Spiegelhalter DJ. Handling over-dispersion of performance indicators (Qual Saf Health Care 2005;14:347–351).',
        url: 'https://doi.org/10.1136/qshc.2005.013755',
      },
    ],
    title: (measure: string, above: number, below: number, areas: number) =>
      above + below === 0
        ? `No area’s ${measure} lie outside what differences between areas and chance explain`
        : `${capital(count(above + below))} of ${plural(areas, 'area')} ${above + below === 1 ? 'lies' : 'lie'} outside the funnel: ${number(above)} above, ${number(below)} below`,
    subtitle: (measure: string, year: string, denominator: string) =>
      `${capital(measure)} in ${year} against ${denominator}; each dot is an area`,
    y: (measure: string) => `${capital(measure)} a year`,
    x: (denominator: string) => capital(denominator),
    centre: (value: string) => `all areas ${value}`,
    adjusted998: '99.8%',
    adjusted95: '95%',
    plain: 'chance alone, 99.8%',
    notes: (phi: string, ruleOut: boolean) =>
      ruleOut
        ? `Dashed: limits that allow for differences between areas (dispersion ${phi}). Dotted: chance alone.`
        : `Areas differ no more than chance would have it (dispersion ${phi}): dashed limits are chance alone.`,
    howToRead:
      'Each dot is an area: the further right, the larger. Small areas vary more by chance, so the limits open to the left. Dots outside the dashed lines differ from the others by more than chance and the usual differences explain; ask why, and do not rank those inside.',
    alt: (areas: number, centre: string, above: readonly string[], below: readonly string[]) =>
      `Funnel plot of ${plural(areas, 'area')} about ${centre}. ${above.length === 0 ? 'None lies above the outer limits' : `Above the outer limits: ${above.join(', ')}`}. ${below.length === 0 ? 'None lies below them' : `Below them: ${below.join(', ')}`}.`,
    tableCaption: (year: string) => `The funnel in numbers, ${year}`,
    symbols: {
      improvement: 'outside the 99.8% limits: better',
      concern: 'outside the 99.8% limits: worse',
      neither: 'outside the 99.8% limits',
      both: '',
      excluded: '',
      provisional: '',
    },
  },
} as const;
