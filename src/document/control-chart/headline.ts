import type { ControlChartResult } from '../../analysis/control-chart/result.ts';
import { CONTROL_CHART } from '../../messages/control-chart/document.ts';
import { CONTROL_FIGURE } from '../../messages/control-chart/figures.ts';
import { chartedMeasure, periodNoun } from '../../messages/words/charts.ts';
import { possessive } from '../../messages/words/format.ts';
import { falseAlarmsNote, SIMULATION } from '../../messages/words/simulation.ts';
import { findingText } from '../../messages.ts';
import { latestSignals } from './callouts.ts';

/** What a control chart's measure is called: `emergency admissions`, with its denominator where it has one. */
export function controlMeasure({ measure, rate }: ControlChartResult): string {
  return chartedMeasure(measure, rate?.per ?? null, rate?.denominator ?? null);
}

/** What charts of one measure show, and from when to when. */
export function controlSubtitle(charts: readonly ControlChartResult[]): string {
  const [first] = charts;
  if (!first) return '';
  const points = charts.flatMap((chart) => chart.points).sort((a, b) => a.index - b.index);
  const noun = periodNoun(first.frequency, first.step);
  return CONTROL_CHART.subtitle(controlMeasure(first), noun, points[0]?.period ?? '', points.at(-1)?.period ?? '');
}

/** The finding in a sentence without its full stop. One area: its verdict; several: who stands where. */
export function controlHeadline(charts: readonly ControlChartResult[]): string {
  const [first] = charts;
  if (!first) return '';
  if (charts.length === 1) return headlineOf(first);
  return CONTROL_CHART.headline(controlMeasure(first), (variation) =>
    charts.filter((chart) => chart.variation === variation).map(({ area }) => area),
  );
}

/** The value whose decimals all lines of a chart are given with: the last upper limit, else the centre. */
export function decimalsLike({ phases }: ControlChartResult): number | null {
  const last = phases.at(-1);
  return last?.upper ?? last?.centre ?? null;
}

function headlineOf(chart: ControlChartResult): string {
  const { headline } = CONTROL_FIGURE;
  const [verdict] = chart.findings;
  const whose = `${possessive(chart.area)} ${controlMeasure(chart)}`;
  if (chart.state !== 'judged' || chart.variation === 'insufficient')
    return verdict ? findingText(verdict).replace(/\.$/, '') : '';
  if (chart.variation === 'common') return headline.common(whose, chart.signals.length);
  return headline.signals(chart.variation, whose, latestSignals(chart));
}

/** How often the rules signal where nothing changed, in a sentence and with how it was found; null where that is not known. */
export function controlFalseAlarms(
  charts: readonly ControlChartResult[],
): { readonly note: string; readonly text: string } | null {
  const rates = charts.flatMap(({ falseAlarmRate }) => (falseAlarmRate === null ? [] : [falseAlarmRate.percent]));
  if (rates.length === 0) return null;
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  return { note: falseAlarmsNote(least, most), text: SIMULATION.text(least, most) };
}
