import {
  CONTROL_RULE_SET_WORDS,
  CONTROL_RULE_WORDS,
  type ControlRuleName,
  type ControlRuleSetName,
  ruleNames,
  signalNames,
} from '../rules/control-chart.ts';
import type { Places, Sentences, Slots } from '../types.ts';
import { chartValue, points, somePeriods } from '../words/charts.ts';
import { count, listed, number, plural, possessive } from '../words/format.ts';
import { capital } from '../words/measures.ts';
import { maybe, num, str, texts } from '../words/slots.ts';
import type { FindingTexts, ProblemTexts } from '../words/texts.ts';
import type { ControlChartFindings } from './catalogue.ts';
import { chartSymbol } from './names.ts';
import { aChart, shown, valueIn, verdictName } from './words.ts';

const whose = (slots: Slots): string => `${possessive(str(slots, 'area'))} ${shown(slots)}`;
const ruleSetName = (slots: Slots): string => CONTROL_RULE_SET_WORDS[str(slots, 'ruleSet') as ControlRuleSetName];
const span = (slots: Slots): string => `${str(slots, 'from')} to ${str(slots, 'to')}`;

function assured(slots: Slots, verdict: string): string {
  const lower = maybe(slots, 'lower');
  const upper = maybe(slots, 'upper');
  const limits =
    lower !== null && upper !== null
      ? `limits of ${valueIn(slots, 'lower')} to ${valueIn(slots, 'upper')}`
      : `limit of ${valueIn(slots, lower === null ? 'upper' : 'lower')}`;
  return `The target of ${valueIn(slots, 'target')} for ${whose(slots)} ${verdict}: the latest ${limits}`;
}

const REASONS: Readonly<Record<string, (slots: Slots) => string>> = {
  subgroups: () => 'each point holds several measurements',
  measure: () => 'the values are measured, not counted, and have no denominator',
  'measure-rate': () => 'the values are measured, not counted, and have a denominator',
  'large-counts': (slots) =>
    `with a mean count of ${number(maybe(slots, 'meanCount'))} chance is only a small part of the variation, so the points’ own changes measure it better${sigmaZ(slots)}`,
  'large-counts-rate': (slots) =>
    `with a mean count of ${number(maybe(slots, 'meanCount'))} chance is only a small part of the variation, so the points’ own changes measure it better${sigmaZ(slots)}`,
  'dispersion-allows': (slots) =>
    `the counts are small, and vary about as much as chance alone would make them${sigmaZ(slots)}`,
  'dispersion-differs': (slots) =>
    `the counts are small, but vary ${(maybe(slots, 'sigmaZ') ?? 0) > 1 ? 'more' : 'less'} than chance alone would make them${sigmaZ(slots)}`,
};

function sigmaZ(slots: Slots): string {
  const z = maybe(slots, 'sigmaZ');
  return z === null ? '' : ` (sigma-z ${number(z, 2)}, where 1 is chance alone)`;
}

const LEFT_OUT: Readonly<Record<string, string>> = {
  zones: 'they need limits that lie evenly about the centre line',
  'outside-only':
    'neighbouring points of this chart share figures, or lie unevenly about its centre, so only points outside the limits are judged',
  'moving-range': 'it belongs on charts of single values',
};

/** `mdc-excel-v5 would say: concern`. */
function choices(slots: Slots): string {
  const values = texts(slots, 'values');
  const variations = texts(slots, 'variations');
  return listed(
    texts(slots, 'choices').map(
      (choice, i) => `${CHOICES[choice]?.(values[i] ?? '') ?? choice}: ${verdictName(variations[i] ?? '')}`,
    ),
  );
}

const G_LIMITS: Readonly<Record<string, string>> = {
  median: 'with limits about the median',
  'no-lower': 'without a lower limit',
  quantiles: 'with limits from the geometric distribution',
};

const gLimits = (value: string): string => G_LIMITS[value] ?? value;

const CHOICES: Readonly<Record<string, (value: string) => string>> = {
  'rule-set': (value) => `under ${CONTROL_RULE_SET_WORDS[value as ControlRuleSetName]}`,
  screening: (value) => (value === 'on' ? 'with large moving ranges screened out' : 'without screening'),
  'shift-length': (value) => `with ${value} points for a shift or trend`,
  chart: (value) => `on ${aChart(value)}`,
  'g-limits': gLimits,
};

export const controlChartFindings: FindingTexts = {
  'control-chart.signals': (slots) => {
    const rules = texts(slots, 'rules') as readonly ControlRuleName[];
    return `There ${rules.length === 1 ? 'is one signal' : `are ${count(rules.length)} signals`} of special cause in ${whose(slots)}: ${signalNames(rules)}.${verdictText(slots)}`;
  },
  'control-chart.no-signal': (slots) =>
    `There is no signal of special cause in ${whose(slots)}: the points vary as they would if nothing but chance were at work.`,
  'control-chart.too-few': (slots) =>
    `There are too few points to judge ${whose(slots)}: ${number(num(slots, 'n'))}, where ${ruleSetName(slots)} need ${number(num(slots, 'minimum'))}. Only the mean is drawn.`,
  'control-chart.no-variation': (slots) =>
    `There is no variation to judge in ${whose(slots)}: every value is ${valueIn(slots, 'value')}.`,
  'control-chart.pass': (slots) =>
    `${assured(slots, 'will be met again and again')} lie on its good side. Nothing has to change for that.`,
  'control-chart.fail': (slots) =>
    `${assured(slots, 'will be missed again and again')} lie on its bad side. Only a change of the process will do.`,
  'control-chart.inconsistent': (slots) =>
    `${assured(slots, 'will now be met and now be missed')} lie on both sides of it. A single point on either side says nothing.`,
  'control-chart.no-assurance': (slots) =>
    `Whether the target of ${valueIn(slots, 'target')} will be met at ${str(slots, 'area')} is not judged: it takes limits, and a direction that is better (--better).`,
  'control-chart.would-change': (slots) =>
    `The verdict on ${whose(slots)} (${verdictName(str(slots, 'variation'))}) depends on a choice. ${capital(choices(slots))}. Do not rest a decision on it alone.`,
  'control-chart.chosen': (slots) =>
    `${capital(aChart(str(slots, 'chart')))} was chosen for ${str(slots, 'area')}: ${REASONS[str(slots, 'reason')]?.(slots) ?? ''}. Use --chart for another.`,
  'control-chart.trial-limits': (slots) =>
    `Trial limits at ${str(slots, 'area')}: those of ${span(slots)} rest on ${plural(num(slots, 'n'), 'point')}. Below ${number(num(slots, 'firm'))} they move with every new one; use a longer stretch or shorter periods where there are any.`,
  'control-chart.no-width': (slots) =>
    `No limits at ${str(slots, 'area')} for ${span(slots)}: the points that they would be made from do not vary (${valueIn(slots, 'centre')}). Only runs and trends are judged there.`,
  'control-chart.phase-unjudged': (slots) =>
    `${capital(span(slots))} at ${str(slots, 'area')} is not judged: ${plural(num(slots, 'n'), 'point')}, where ${ruleSetName(slots)} need ${number(num(slots, 'minimum'))} a phase.`,
  'control-chart.screened': (slots) =>
    `${capital(plural(num(slots, 'out'), 'large moving range'))} of ${str(slots, 'area')} ${num(slots, 'out') === 1 ? 'was' : 'were'} left out of the limits (screening), which makes them narrower.`,
  'control-chart.screening-refused': (slots) =>
    `Large moving ranges of ${str(slots, 'area')} were not screened out: what remains would not vary, and every other point would lie outside. The limits rest on all of them.`,
  'control-chart.sigma-z': (slots) =>
    `Points of ${str(slots, 'area')} vary ${number(num(slots, 'sigmaZ'), 2)} times as much as chance alone would make them (sigma-z); the limits allow for it.`,
  'control-chart.dispersion': (slots) => {
    const more = num(slots, 'sigmaZ') > 1;
    return `Points of ${str(slots, 'area')} vary ${number(num(slots, 'sigmaZ'), 2)} times as much as chance alone would make them (sigma-z), and ${aChart(str(slots, 'chart'))} does not allow for it: its limits are too ${more ? 'narrow, and signals may be false' : 'wide, and signals may be missed'}. Use --chart ${str(slots, 'alternative')}.`;
  },
  'control-chart.baseline-alone': (slots) =>
    `The phases of ${str(slots, 'area')} are not drawn: under ${ruleSetName(slots)} a baseline (up to ${str(slots, 'freeze')}) acts alone. Leave one of the two out.`,
  'control-chart.rules-left-out': (slots) =>
    `Left out on ${aChart(str(slots, 'chart'))}: ${ruleNames(texts(slots, 'rules') as readonly ControlRuleName[])}. ${capital(LEFT_OUT[str(slots, 'reason')] ?? '')}.`,
  'control-chart.both': (slots) =>
    `Both improvement and concern at ${str(slots, 'area')}: ${somePeriods(texts(slots, 'periods'))}. One signal goes one way, another the other way; read each.`,
  'control-chart.many-points': (slots) =>
    `${capital(points(slots, num(slots, 'n')))} are many for one chart of ${str(slots, 'area')}: chance alone will give signals among them. Shorten it with --from, or begin a new phase where the process changed.`,
  'control-chart.gap': (slots) =>
    `${capital(str(slots, 'area'))} has no value for ${somePeriods(texts(slots, 'periods'))}: left as a gap in the chart. No moving range is formed across it; runs and trends are counted over the points that are there, and a signal that spans a gap says so.`,
  'control-chart.excluded': (slots) =>
    `Left out of ${possessive(str(slots, 'area'))} limits and rules, and drawn hollow: ${somePeriods(texts(slots, 'periods'))}. Say why beside the chart.`,
};

/** What the signals come to, for the chart as a whole. */
function verdictText(slots: Slots): string {
  const last = slots.verdict === 'last-point';
  const place = last ? ` The last point, ${str(slots, 'to')},` : ' The latest of them';
  switch (slots.variation) {
    case 'improvement':
      return `${place} is an improvement.`;
    case 'concern':
      return `${place} is a concern.`;
    case 'common':
      return last
        ? `${place} carries none: common cause there.`
        : ' None reaches into the latest phase: common cause there.';
    default:
      return '';
  }
}

const known = (slots: Slots): string => listed(texts(slots, 'known'), 'or');

function unknown(what: string, usual: string) {
  return (slots: Slots) => {
    const option = typeof slots.option === 'string' ? slots.option : usual;
    const [guess] = texts(slots, 'nearest');
    return {
      found: `there is no ${what} "${slots.name}"`,
      expected: known(slots),
      remedy: guess ? `Did you mean ${option} ${guess}?` : `For example ${option} ${texts(slots, 'known')[0]}.`,
    };
  };
}

const aValue = (slots: Slots): string =>
  `${slots.measure} of ${slots.area} is ${chartValue(num(slots, 'value'), 'number')} in ${slots.period}`;

export const controlChartProblems: ProblemTexts = {
  'control-chart.unknown-rules': unknown('control chart rule set', '--rules'),
  'control-chart.unknown-chart': unknown('chart', '--chart'),
  'control-chart.run-rules': (slots) => ({
    found: `the rule set ${slots.name} belongs on run charts: its limits are those of runs about a median, and on a control chart it would add false alarms`,
    expected: `${known(slots)} for a control chart`,
    remedy: `Use --rules ${texts(slots, 'known')[0]}, or --chart run.`,
  }),
  'control-chart.zones': (slots) => ({
    found: `the rule set ${slots.name} does not belong on ${aChart(str(slots, 'chart'))}: it rests on zones (${texts(slots, 'rules').join(', ')}), and the limits of this chart do not lie evenly about its centre`,
    expected: 'a rule set that leaves zones out on such charts',
    remedy: 'Use --rules ihi-control, or --chart i.',
  }),
  'control-chart.length': (slots) => {
    const allowed = Array.isArray(slots.allowed) ? slots.allowed.map(String) : [];
    return {
      found: `${slots.length} points for a ${slots.rule} under ${slots.name}`,
      expected: allowed.length > 0 ? listed(allowed, 'or') : `${slots.own}, which this rule set fixes`,
      remedy:
        allowed.length > 0
          ? 'Choose one of these.'
          : 'Leave the length out, or use --rules mdc-excel-v5, which offers 6 or 7.',
    };
  },
  'control-chart.needs-denominator': (slots) => ({
    found: `${aChart(str(slots, 'chart'))} of ${slots.measure} needs a denominator`,
    expected: 'a measure to divide by',
    remedy: 'Give one, for example --denominator list_size, or use --chart i.',
  }),
  'control-chart.no-use-of-denominator': (slots) => ({
    found: `${aChart(str(slots, 'chart'))} has no use for a denominator (${slots.denominator})`,
    expected: `${chartSymbol('u')} or ${chartSymbol('uprime')} for counts per denominator`,
    remedy: 'Leave --denominator out, or use --chart uprime.',
  }),
  'control-chart.needs-subgroups': (slots) => ({
    found: `${aChart(str(slots, 'chart'))} of ${slots.measure} needs several measurements in each period`,
    expected: 'a long file with a row for each measurement',
    remedy: 'Use --chart i for one value a period.',
  }),
  'control-chart.subgroups': (slots) => ({
    found: `${aChart(str(slots, 'chart'))} shows one value a period, and ${slots.measure} of ${slots.area} has several`,
    expected: `${chartSymbol('xbar')} or ${chartSymbol('s')}`,
    remedy: 'Use --chart xbar or --chart s.',
  }),
  'control-chart.subgroup-of-one': ({ area, measure, period, chart }) => ({
    found: `${measure} of ${area} has a single measurement in ${period}`,
    expected: `two or more in each period for ${aChart(String(chart))}`,
    remedy: 'Use longer periods, or leave this one out of the file.',
  }),
  'control-chart.target': () => ({
    found: 'the target is not a number',
    expected: 'one number, or one a period',
    remedy: 'For example --target 95.',
  }),
  'control-chart.nothing': ({ area, measure }) => ({
    found: `there is nothing to chart for ${area} (${measure}): every value is missing or excluded`,
    remedy: 'Check --from, --to and --exclude, or run "quarterline check" on the file.',
  }),
  'control-chart.phase-outside': ({ area, phase, first, last }) => ({
    found: `no phase of ${area} can start at ${phase}`,
    expected: `a period from ${first} to ${last}`,
    remedy: 'Give --phases the first period of each new phase.',
  }),
  'control-chart.phase-short': (slots) => ({
    found: `the phase ${slots.from} to ${slots.to} of ${slots.area} has ${plural(num(slots, 'n'), 'point')}`,
    expected: 'two or more, and better a dozen',
    remedy: 'Move the start of a phase in --phases, or leave it out.',
  }),
  'control-chart.baseline': ({ area, freeze, first, last }) => ({
    found: `the limits of ${area} cannot be frozen at ${freeze}`,
    expected: `a period with two or more points up to it in its phase, from ${first} to ${last}`,
    remedy: 'Give --freeze the last period of the baseline.',
  }),
  'control-chart.negative': (slots) => ({
    found: aValue(slots),
    expected: `no number below zero on ${aChart(str(slots, 'chart'))}`,
    remedy: 'Correct it, or use --chart i for values that may be negative.',
  }),
  'control-chart.not-positive': (slots) => ({
    found: aValue(slots),
    expected: `times above zero on ${aChart(str(slots, 'chart'))}`,
    remedy: 'Give the time more finely (hours for days), or use --chart i.',
  }),
  'control-chart.more-than-all': (slots) => ({
    found: `${aValue(slots)}, more than ${slots.denominator} (${chartValue(num(slots, 'n'), 'number')})`,
    expected: `a share of the denominator on ${aChart(str(slots, 'chart'))}`,
    remedy: 'Check which measure is divided by which, or use --chart u for a rate.',
  }),
};

/** The sentence of a signal of each rule. */
export const controlSignals = Object.fromEntries(
  Object.entries(CONTROL_RULE_WORDS).map(([rule, { sentence }]) => [`control-chart.${rule}`, sentence]),
) as unknown as Sentences<ControlChartFindings>;

/** Signals stand with their chart. */
export const controlChartPlaces = Object.fromEntries(
  Object.keys(CONTROL_RULE_WORDS).map((rule) => [`control-chart.${rule}`, 'chart']),
) as unknown as Places<ControlChartFindings>;
