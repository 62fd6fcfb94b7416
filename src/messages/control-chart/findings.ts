import {
  CONTROL_RULE_SET_WORDS,
  CONTROL_RULE_WORDS,
  type ControlRuleName,
  type ControlRuleSetName,
  ruleNames,
  signalNames,
} from '../rules/control-chart.ts';
import type { Places, ProblemSentences, Sentences } from '../types.ts';
import { chartValue, points, somePeriods } from '../words/charts.ts';
import { count, listed, number, plural, possessive } from '../words/format.ts';
import { capital } from '../words/measures.ts';
import {
  type ChartSlots,
  type Choice,
  type ChoiceReason,
  type ChoiceSlots,
  type Choices,
  type ControlChartFindings,
  type ControlChartName,
  type ControlChartProblems,
  controlChartPlaces as ownPlaces,
  type Targeted,
  type Unknown,
  type Value,
} from './catalogue.ts';
import { chartSymbol } from './names.ts';
import { aChart, shown, verdictName } from './words.ts';

const whose = (slots: ChartSlots): string => `${possessive(slots.area)} ${shown(slots)}`;
const ruleSetName = ({ ruleSet }: ChartSlots): string => CONTROL_RULE_SET_WORDS[ruleSet];
const span = (slots: { readonly from: string; readonly to: string }): string => `${slots.from} to ${slots.to}`;

function assured(slots: Targeted, verdict: string): string {
  const lower = slots.lower;
  const upper = slots.upper;
  const limits =
    lower !== null && upper !== null
      ? `limits of ${chartValue(slots.lower, slots.unit)} to ${chartValue(slots.upper, slots.unit)}`
      : `limit of ${chartValue(lower === null ? upper : lower, slots.unit)}`;
  return `The target of ${chartValue(slots.target, slots.unit)} for ${whose(slots)} ${verdict}: the latest ${limits}`;
}

const REASONS: { readonly [Reason in ChoiceReason]: (slots: ChoiceSlots) => string } = {
  subgroups: () => 'each point holds several measurements',
  measure: () => 'the values are measured, not counted, and have no denominator',
  'measure-rate': () => 'the values are measured, not counted, and have a denominator',
  'large-counts': (slots) =>
    `with a mean count of ${number(slots.meanCount)} chance is only a small part of the variation, so the points’ own changes measure it better${sigmaZ(slots)}`,
  'large-counts-rate': (slots) =>
    `with a mean count of ${number(slots.meanCount)} chance is only a small part of the variation, so the points’ own changes measure it better${sigmaZ(slots)}`,
  'dispersion-allows': (slots) =>
    `the counts are small, and vary about as much as chance alone would make them${sigmaZ(slots)}`,
  'dispersion-differs': (slots) =>
    `the counts are small, but vary ${(slots.sigmaZ ?? 0) > 1 ? 'more' : 'less'} than chance alone would make them${sigmaZ(slots)}`,
};

function sigmaZ(slots: ChoiceSlots): string {
  const z = slots.sigmaZ;
  return z === null ? '' : ` (sigma-z ${number(z, 2)}, where 1 is chance alone)`;
}

const LEFT_OUT = {
  zones: 'they need limits that lie evenly about the centre line',
  'outside-only':
    'neighbouring points of this chart share figures, or lie unevenly about its centre, so only points outside the limits are judged',
  'moving-range': 'it belongs on charts of single values',
} as const;

/** `mdc-excel-v5 would say: concern`. */
function choices({ choices: made, values, variations }: Choices): string {
  return listed(
    made.map((choice, i) => `${CHOICES[choice](values[i] ?? '')}: ${verdictName(variations[i] ?? 'insufficient')}`),
  );
}

const G_LIMITS = {
  median: 'with limits about the median',
  'no-lower': 'without a lower limit',
  quantiles: 'with limits from the geometric distribution',
} as const;

const gLimits = (value: string): string => G_LIMITS[value as keyof typeof G_LIMITS];

const CHOICES: { readonly [Name in Choice]: (value: string) => string } = {
  'rule-set': (value) => `under ${CONTROL_RULE_SET_WORDS[value as ControlRuleSetName]}`,
  screening: (value) => (value === 'on' ? 'with large moving ranges screened out' : 'without screening'),
  'shift-length': (value) => `with ${value} points for a shift or trend`,
  chart: (value) => `on ${aChart(value as ControlChartName)}`,
  'g-limits': gLimits,
};

const SENTENCES: Omit<Sentences<ControlChartFindings>, `control-chart.${ControlRuleName}`> = {
  'control-chart.signals': (slots) => {
    const { rules } = slots;
    return `There ${rules.length === 1 ? 'is one signal' : `are ${count(rules.length)} signals`} of special cause in ${whose(slots)}: ${signalNames(rules)}.${verdictText(slots)}`;
  },
  'control-chart.no-signal': (slots) =>
    `There is no signal of special cause in ${whose(slots)}: the points vary as they would if nothing but chance were at work.`,
  'control-chart.too-few': (slots) =>
    `There are too few points to judge ${whose(slots)}: ${number(slots.n)}, where ${ruleSetName(slots)} need ${number(slots.minimum)}. Only the mean is drawn.`,
  'control-chart.no-variation': (slots) =>
    `There is no variation to judge in ${whose(slots)}: every value is ${chartValue(slots.value, slots.unit)}.`,
  'control-chart.pass': (slots) =>
    `${assured(slots, 'will be met again and again')} lie on its good side. Nothing has to change for that.`,
  'control-chart.fail': (slots) =>
    `${assured(slots, 'will be missed again and again')} lie on its bad side. Only a change of the process will do.`,
  'control-chart.inconsistent': (slots) =>
    `${assured(slots, 'will now be met and now be missed')} lie on both sides of it. A single point on either side says nothing.`,
  'control-chart.no-assurance': (slots) =>
    `Whether the target of ${chartValue(slots.target, slots.unit)} will be met at ${slots.area} is not judged: it takes limits, and a direction that is better (--better).`,
  'control-chart.would-change': (slots) =>
    `The verdict on ${whose(slots)} (${verdictName(slots.variation)}) depends on a choice. ${capital(choices(slots))}. Do not rest a decision on it alone.`,
  'control-chart.chosen': (slots) =>
    `${capital(aChart(slots.chart))} was chosen for ${slots.area}: ${REASONS[slots.reason](slots)}. Use --chart for another.`,
  'control-chart.trial-limits': (slots) =>
    `Trial limits at ${slots.area}: those of ${span(slots)} rest on ${plural(slots.n, 'point')}. Below ${number(slots.firm)} they move with every new one; use a longer stretch or shorter periods where there are any.`,
  'control-chart.no-width': (slots) =>
    `No limits at ${slots.area} for ${span(slots)}: the points that they would be made from do not vary (${chartValue(slots.centre, slots.unit)}). Only runs and trends are judged there.`,
  'control-chart.phase-unjudged': (slots) =>
    `${capital(span(slots))} at ${slots.area} is not judged: ${plural(slots.n, 'point')}, where ${ruleSetName(slots)} need ${number(slots.minimum)} a phase.`,
  'control-chart.screened': (slots) =>
    `${capital(plural(slots.out, 'large moving range'))} of ${slots.area} ${slots.out === 1 ? 'was' : 'were'} left out of the limits (screening), which makes them narrower.`,
  'control-chart.screening-refused': (slots) =>
    `Large moving ranges of ${slots.area} were not screened out: what remains would not vary, and every other point would lie outside. The limits rest on all of them.`,
  'control-chart.sigma-z': (slots) =>
    `Points of ${slots.area} vary ${number(slots.sigmaZ, 2)} times as much as chance alone would make them (sigma-z); the limits allow for it.`,
  'control-chart.dispersion': (slots) => {
    const more = slots.sigmaZ > 1;
    return `Points of ${slots.area} vary ${number(slots.sigmaZ, 2)} times as much as chance alone would make them (sigma-z), and ${aChart(slots.chart)} does not allow for it: its limits are too ${more ? 'narrow, and signals may be false' : 'wide, and signals may be missed'}. Use --chart ${slots.alternative}.`;
  },
  'control-chart.baseline-alone': (slots) =>
    `The phases of ${slots.area} are not drawn: under ${ruleSetName(slots)} a baseline (up to ${slots.freeze}) acts alone. Leave one of the two out.`,
  'control-chart.rules-left-out': (slots) =>
    `Left out on ${aChart(slots.chart)}: ${ruleNames(slots.rules)}. ${capital(LEFT_OUT[slots.reason])}.`,
  'control-chart.both': (slots) =>
    `Both improvement and concern at ${slots.area}: ${somePeriods(slots.periods)}. One signal goes one way, another the other way; read each.`,
  'control-chart.many-points': (slots) =>
    `${capital(points(slots, slots.n))} are many for one chart of ${slots.area}: chance alone will give signals among them. Shorten it with --from, or begin a new phase where the process changed.`,
  'control-chart.gap': (slots) =>
    `${capital(slots.area)} has no value for ${somePeriods(slots.periods)}: left as a gap in the chart. No moving range is formed across it; runs and trends are counted over the points that are there, and a signal that spans a gap says so.`,
  'control-chart.excluded': (slots) =>
    `Left out of ${possessive(slots.area)} limits and rules, and drawn hollow: ${somePeriods(slots.periods)}. Say why beside the chart.`,
};

/** What the signals come to, for the chart as a whole. */
function verdictText(slots: ControlChartFindings['control-chart.signals']): string {
  const last = slots.verdict === 'last-point';
  const place = last ? ` The last point, ${slots.to},` : ' The latest of them';
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

const known = (slots: { readonly known: readonly string[] }): string => listed(slots.known, 'or');

function unknown(what: string, usual: string) {
  return (slots: Unknown) => {
    const { option = usual, nearest: [guess] = [] } = slots;
    return {
      found: `there is no ${what} "${slots.name}"`,
      expected: known(slots),
      remedy: guess ? `Did you mean ${option} ${guess}?` : `For example ${option} ${slots.known[0]}.`,
    };
  };
}

const aValue = (slots: Value): string =>
  `${slots.measure} of ${slots.area} is ${chartValue(slots.value, 'number')} in ${slots.period}`;

export const controlChartProblems: ProblemSentences<ControlChartProblems> = {
  'control-chart.unknown-rules': unknown('control chart rule set', '--rules'),
  'control-chart.unknown-chart': unknown('chart', '--chart'),
  'control-chart.run-rules': (slots) => ({
    found: `the rule set ${slots.name} belongs on run charts: its limits are those of runs about a median, and on a control chart it would add false alarms`,
    expected: `${known(slots)} for a control chart`,
    remedy: `Use --rules ${slots.known[0]}, or --chart run.`,
  }),
  'control-chart.zones': (slots) => ({
    found: `the rule set ${slots.name} does not belong on ${aChart(slots.chart)}: it rests on zones (${slots.rules.join(', ')}), and the limits of this chart do not lie evenly about its centre`,
    expected: 'a rule set that leaves zones out on such charts',
    remedy: 'Use --rules ihi-control, or --chart i.',
  }),
  'control-chart.length': (slots) => {
    const allowed = slots.allowed.map(String);
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
    found: `${aChart(slots.chart)} of ${slots.measure} needs a denominator`,
    expected: 'a measure to divide by',
    remedy: 'Give one, for example --denominator list_size, or use --chart i.',
  }),
  'control-chart.no-use-of-denominator': (slots) => ({
    found: `${aChart(slots.chart)} has no use for a denominator (${slots.denominator})`,
    expected: `${chartSymbol('u')} or ${chartSymbol('uprime')} for counts per denominator`,
    remedy: 'Leave --denominator out, or use --chart uprime.',
  }),
  'control-chart.needs-subgroups': (slots) => ({
    found: `${aChart(slots.chart)} of ${slots.measure} needs several measurements in each period`,
    expected: 'a long file with a row for each measurement',
    remedy: 'Use --chart i for one value a period.',
  }),
  'control-chart.subgroups': (slots) => ({
    found: `${aChart(slots.chart)} shows one value a period, and ${slots.measure} of ${slots.area} has several`,
    expected: `${chartSymbol('xbar')} or ${chartSymbol('s')}`,
    remedy: 'Use --chart xbar or --chart s.',
  }),
  'control-chart.subgroup-of-one': ({ area, measure, period, chart }) => ({
    found: `${measure} of ${area} has a single measurement in ${period}`,
    expected: `two or more in each period for ${aChart(chart)}`,
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
    found: `the phase ${slots.from} to ${slots.to} of ${slots.area} has ${plural(slots.n, 'point')}`,
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
    expected: `no number below zero on ${aChart(slots.chart)}`,
    remedy: 'Correct it, or use --chart i for values that may be negative.',
  }),
  'control-chart.not-positive': (slots) => ({
    found: aValue(slots),
    expected: `times above zero on ${aChart(slots.chart)}`,
    remedy: 'Give the time more finely (hours for days), or use --chart i.',
  }),
  'control-chart.more-than-all': (slots) => ({
    found: `${aValue(slots)}, more than ${slots.denominator} (${chartValue(slots.n, 'number')})`,
    expected: `a share of the denominator on ${aChart(slots.chart)}`,
    remedy: 'Check which measure is divided by which, or use --chart u for a rate.',
  }),
  'input.no-subgroups': () => ({
    found: 'no column says to which subgroup a measurement belongs',
    expected: 'a row for each measurement, and a column with its period or subgroup',
    remedy: 'Name it with --columns period="...".',
  }),
  'spc.one-file': ({ chart, files }) => ({
    found: `${files} files were given for --chart ${chart}`,
    expected: 'one file with a row for each measurement',
    remedy: 'Give them one at a time.',
  }),
  'spc.pooled': ({ area }) => ({
    found: `areas cannot be pooled on charts of single measurements (${area})`,
    remedy: 'Name one --practice, or none for a chart of each area.',
  }),
  'spc.target-measure': ({ target, areas }) => ({
    found: `"${target}" holds no target for ${areas}`,
    expected: 'a number in the periods that are charted',
    remedy: 'Fill in the column, or give --target one number.',
  }),
};

type Signals<Made> = { readonly [Rule in ControlRuleName as `control-chart.${Rule}`]: Made };

/** Of every rule something, under the id of its finding. */
const ofRules = <Made>(make: (words: (typeof CONTROL_RULE_WORDS)[ControlRuleName]) => Made): Signals<Made> =>
  Object.fromEntries(
    Object.entries(CONTROL_RULE_WORDS).map(([rule, words]) => [`control-chart.${rule}`, make(words)]),
  ) as unknown as Signals<Made>;

export const controlChartFindings: Sentences<ControlChartFindings> = {
  ...SENTENCES,
  ...ofRules(({ sentence }) => sentence),
};

export const controlChartPlaces: Places<ControlChartFindings> = { ...ownPlaces, ...ofRules(() => 'chart' as const) };
