import type { ControlChartResult, ControlSignal } from '../analysis/control/result.ts';
import type { SignalCallout } from '../charts/event-callouts.ts';
import { CONTROL_FIGURE, type SignalFacts } from '../messages/control-figures.ts';
import { periodNoun } from '../messages/run-chart-words.ts';

/** More than these in one callout are no longer read. */
const MOST = 3;

/** Signals in words near their points. Signals that share points and mean the same stand together. */
export function controlCallouts(chart: ControlChartResult): readonly SignalCallout[] {
  return grouped(chart.signals).map((signals) => {
    const variation = signals[0]?.variation ?? 'neither';
    const longest = [...signals].sort((a, b) => b.count - a.count).slice(0, MOST);
    return {
      text: CONTROL_FIGURE.signals(
        longest.map((signal) => factsOf(chart, signal)),
        variation,
      ),
      at: [...new Set(signals.flatMap(({ at }) => at))].sort((a, b) => a - b),
      variation,
    };
  });
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
  return { rule, side: side ?? '', count, marked: at.length, noun: noun(1), nouns: noun(count), chart };
}
