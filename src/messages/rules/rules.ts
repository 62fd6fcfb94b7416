import { listed, number } from '../words/format.ts';
import { capital } from '../words/measures.ts';
import { chance } from '../words/simulation.ts';

/** `Shift: 8 or more points in a row on one side of the centre line.` */
export function ruleText(name: string, looksFor: string): string {
  return `${capital(name)}: ${looksFor}.`;
}

const LINE: Readonly<Record<'skipped' | 'breaks', string>> = { skipped: 'passed over', breaks: 'ends the run' };
const TIES: Readonly<Record<'one-counts' | 'breaks', string>> = {
  'one-counts': 'one of them counts',
  breaks: 'end the trend',
};
type Flag = 'all' | 'last' | 'beyond';
const RUN_FLAGS: Readonly<Record<Flag, string>> = {
  all: 'all points of runs and trends',
  last: 'of runs and trends those from the one that completes it',
  beyond: 'of runs and trends those beyond the line',
};
const ZONE_FLAGS: Readonly<Record<Flag, string>> = {
  all: 'of zone rules all points',
  beyond: 'of zone rules those beyond the line',
  last: 'of zone rules the one that completes the pattern',
};
const CHECKED: Readonly<Record<'author-code' | 'acceptance-data' | 'secondary', string>> = {
  'author-code': 'Checked against its authors’ program.',
  'acceptance-data': 'Checked against its acceptance data.',
  secondary: 'Checked against what others write of it; the original was not at hand.',
};

/** What is said of rule sets: policies by name, each with its text. */
export const RULE_SETS = {
  title: 'Rule sets',
  titleOf: (name: string) => `Rule set ${name}`,
  intro:
    'Run chart rules look at the order of points about a median; control chart rules also at limits and zones. Neither set may be used on the other chart. The same data can give another verdict under another set: name the one you use.',
  kind: { run: 'Run charts', control: 'Control charts' },
  tableCaption: (kind: string) => `${kind}: rule sets`,
  name: 'Rule set',
  rules: 'Rules',
  policies: 'Policies',
  policy: 'Policy',
  disagreements: 'Where it disagrees with others',
  disagreementsCaption: (name: string) => `Where ${name} disagrees with other rule sets of its kind`,
  here: 'Here',
  elsewhere: 'Elsewhere',
  others: (groups: readonly (readonly [string, readonly string[]])[]) =>
    groups.map(([text, names]) => `${text} (${listed(names)})`).join('; '),
  sources: 'Source',
  hint: 'Say "quarterline rules NAME" to have one explained.',
  checked: (how: keyof typeof CHECKED) => CHECKED[how],
  aspects: {
    shift: 'Points of a shift',
    trend: 'Points of a trend',
    onLine: 'A point on the line',
    ties: 'Equal neighbours in a trend',
    zones: 'Zone rules',
    otherRules: 'Other rules',
    thirdPoint: 'The other points of a zone rule',
    beyondLimits: 'Points beyond a limit in zone rules',
    marked: 'Points marked',
    crosses: 'Rules that cross into another phase',
    minimum: 'Points needed',
    lengths: 'Lengths to choose from',
    firm: 'Trial limits',
    constants: 'Constant',
    screening: 'Large moving ranges',
    conflict: 'A point that improves and worsens',
    verdict: 'Verdict of the chart',
    target: 'A target exactly on a limit',
    freeze: 'A baseline together with phases',
    withoutZones: 'On charts without zones',
    falseAlarms: 'Stable series of 24 points with a signal by chance',
  },
  none: 'none',
  points: (n: number) => number(n),
  onLine: (policy: keyof typeof LINE) => LINE[policy],
  ties: (policy: keyof typeof TIES) => TIES[policy],
  ruleList: (names: readonly string[]) => (names.length === 0 ? 'none' : listed(names)),
  thirdPoint: (policy: string) => (policy === 'same-side' ? 'on the same side' : 'anywhere'),
  beyondLimits: (policy: string) => (policy === 'counts' ? 'count' : 'do not count'),
  marked: (ofRuns: Flag | null, ofZones: Flag | null) =>
    [...(ofRuns ? [RUN_FLAGS[ofRuns]] : []), ...(ofZones ? [ZONE_FLAGS[ofZones]] : [])].join('; '),
  falseAlarms: (percent: number) => `about ${chance(percent)}`,
  minimumRun: (n: number) => `${number(n)} off the median, but for the trend`,
  minimum: (chart: number, phase: number) =>
    chart === phase ? `${number(chart)}` : `${number(chart)} a chart, ${number(phase)} a phase`,
  lengths: (lengths: readonly number[]) => (lengths.length === 0 ? 'fixed' : listed(lengths.map(String), 'or')),
  firm: (n: number) => `with fewer than ${number(n)} points`,
  constants: (name: string, value: number) => `${name} = ${number(value, 5).replace(/0+$/, '')}`,
  screening: (isDefault: boolean, withValue: boolean) =>
    `${isDefault ? 'left out of the limits unless asked otherwise' : 'left out only when asked'}${withValue ? ', and the value that ends them from the mean' : ''}`,
  conflict: {
    both: 'shown as both',
    improvement: 'shown as improvement',
    order: (names: readonly string[]) => `by the strongest rule: ${names.join(', then ')}`,
  },
  verdict: (policy: string) =>
    policy === 'last-point' ? 'that of the last point' : 'that of the signal that ends last, in the last phase',
  target: (policy: string) => (policy === 'counts' ? 'counts as beyond it' : 'counts as between the limits'),
  freeze: (policy: string) =>
    policy === 'freeze-alone' ? 'the baseline alone acts' : 'the baseline acts in its own phase',
  withoutZones: (policy: string) =>
    policy === 'left-out' ? 'its zone rules are left out' : 'refused: it rests on zones',
} as const;
