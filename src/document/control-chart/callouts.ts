import type { ControlChartResult, ControlSignal } from '../../analysis/control-chart/result.ts';
import { CONTROL_RULE_IDS } from '../../analysis/control-chart/rules.ts';
import type { SignalCallout } from '../../charts/parts/event-callouts.ts';
import { CONTROL_FIGURE } from '../../messages/control-chart/figures.ts';
import type { SignalFacts } from '../../messages/rules/control-chart.ts';
import { periodNoun } from '../../messages/words/charts.ts';
import { mostOf } from '../extent.ts';

/**
 * Signals in words near their points. Signals that share points and mean the same stand together, the most telling of them
 * (at most `most`) in words.
 */
export function controlCallouts(chart: ControlChartResult, most: number): readonly SignalCallout[] {
  return grouped(chart.signals).map((signals) => {
    const variation = signals[0]?.variation ?? 'neither';
    return {
      text: CONTROL_FIGURE.meaning(inWords(chart, signals, most), variation),
      at: [...new Set(signals.flatMap(({ at }) => at))].sort((a, b) => a - b),
      variation,
    };
  });
}

/** What the signals that end last are, and those that share points with them. */
export function latestSignals(chart: ControlChartResult): string {
  const lastPlace = (signals: readonly ControlSignal[]): number => mostOf(signals.flatMap(({ at }) => at));
  const latest = grouped(chart.signals).reduce<readonly ControlSignal[]>(
    (a, b) => (a.length > 0 && lastPlace(a) >= lastPlace(b) ? a : b),
    [],
  );
  return inWords(chart, latest, 2);
}

/** The most telling of some signals in words, those of one rule and side as one. */
function inWords(chart: ControlChartResult, signals: readonly ControlSignal[], most: number): string {
  const facts = signals.map((signal) => factsOf(chart, signal));
  const kinds = [...new Set(facts.map(({ rule, side }) => `${rule} ${side}`))];
  const joined = kinds.flatMap((kind): readonly SignalFacts[] => {
    const alike = facts.filter(({ rule, side }) => `${rule} ${side}` === kind);
    const [first] = alike;
    const sum = (pick: (facts: SignalFacts) => number): number => alike.reduce((total, each) => total + pick(each), 0);
    return first ? [{ ...first, count: sum(({ count }) => count), marked: sum(({ marked }) => marked) }] : [];
  });
  const place = ({ rule }: SignalFacts): number => CONTROL_RULE_IDS.indexOf(rule);
  return CONTROL_FIGURE.signals([...joined].sort((a, b) => place(a) - place(b)).slice(0, most));
}

function grouped(signals: readonly ControlSignal[]): readonly (readonly ControlSignal[])[] {
  let groups: (readonly ControlSignal[])[] = [];
  for (const signal of signals) {
    const places = new Set(signal.at);
    const meets = (group: readonly ControlSignal[]): boolean =>
      group.some(({ at, variation }) => variation === signal.variation && at.some((place) => places.has(place)));
    const joined = groups.filter(meets).flat();
    groups = [...groups.filter((group) => !meets(group)), [...joined, signal]];
  }
  return groups;
}

function factsOf({ chart, frequency, step }: ControlChartResult, signal: ControlSignal): SignalFacts {
  const { rule, side, count, at } = signal;
  const noun = (n: number): string => periodNoun(frequency, step, n);
  return { rule, side: side ?? '', count, marked: at.length, noun: noun(1), nouns: noun(2), chart };
}
