import { CONTROL_RULE_WORDS, type ControlSignalSlots, centreName, type SignalFacts } from '../rules/control-chart.ts';
import { count, listed } from '../words/format.ts';
import { capital } from '../words/measures.ts';

/** What the points of a chart say that is more than chance. */
type Variation = ControlSignalSlots['variation'];

const HEADS: { readonly [Name in Variation]: string } = {
  improvement: 'improvement',
  concern: 'concern',
  neither: 'special cause',
};

const MEANINGS: { readonly [Name in Variation]: string } = {
  improvement: ': improvement',
  concern: ': concern',
  neither: '',
};

/** What stands in and around control charts. */
export const CONTROL_FIGURE = {
  /** Signals that share points, as one: `eight quarters below the mean and two quarters below the lower limit`. */
  signals: (facts: readonly SignalFacts[]) => listed(facts.map((each) => CONTROL_RULE_WORDS[each.rule].callout(each))),
  meaning: (words: string, variation: Variation) => `${words}${MEANINGS[variation]}`,
  headline: {
    /** `latest`: what the latest signals are. */
    signals: (variation: Variation, whose: string, latest: string) =>
      `${capital(HEADS[variation])} in ${whose}: ${latest}`,
    common: (whose: string, earlier: number) =>
      earlier === 0
        ? `No signal of special cause in ${whose}`
        : `No signal of special cause in ${whose} now, ${earlier === 1 ? 'one' : count(earlier)} earlier`,
  },
  ends: {
    centre: (value: string, chart: string) => `${centreName(chart)} ${value}`,
    upper: (value: string) => `upper limit ${value}`,
    lower: (value: string) => `lower limit ${value}`,
    target: (value: string) => `target ${value}`,
  },
  adjusted: (finding: string) => `Seasonally adjusted: ${finding.charAt(0).toLowerCase()}${finding.slice(1)}`,
  verdicts: 'verdicts',
  adjustedNote: 'Here the rules ran on the seasonally adjusted series; in the chart above on the series as measured.',
  intervention: (period: string) => `change from ${period}`,
  symbols: {
    improvement: 'signal: improvement',
    concern: 'signal: concern',
    neither: 'signal: neither better nor worse',
    both: 'signals: improvement and concern',
    excluded: 'left out of limits and rules',
    provisional: 'provisional',
  },
  axis: (measure: string, noun: string) => `${measure} by ${noun}`,
  movingRange: (measure: string) => `Change in ${measure} from one point to the next`,
  deviation: (measure: string) => `Standard deviation of ${measure} within each point`,
  alt: (panels: readonly string[]) => `Control chart${panels.length === 1 ? '' : 's'}. ${panels.join(' ')}`,
  panelAlt: (area: string, range: readonly [string, string], centre: string, limits: string, verdict: string) =>
    `${area}: between ${range[0]} and ${range[1]}, ${centre}${limits}. ${verdict}`,
  limitsAlt: (lower: string, upper: string) => `, limits ${lower} to ${upper}`,
  upperAlt: (upper: string) => `, upper limit ${upper}`,
  emptyAlt: (area: string) => `${area}: nothing to show.`,
  howToRead: (noun: string, varying: boolean) =>
    `Each dot is a ${noun}. Without anything special nearly all dots lie between the dashed limits, in no lasting order${varying ? '; the limits are wider where the denominator is smaller' : ''}. Dots that follow a rule for special causes are marked by shape and colour.`,
} as const;
