import type { RunChartResult } from '../../analysis/run-chart/result.ts';
import type { FindingId } from '../../catalogue.ts';
import { RUN_CHART } from '../../messages/run-chart/document.ts';
import { chartedMeasure, periodNoun } from '../../messages/words/charts.ts';
import { findingText } from '../../messages.ts';

/** What a run chart is called: `emergency admissions`, with its denominator where it has one. */
export function measureOf({ measure, rate }: RunChartResult): string {
  return chartedMeasure(measure, rate?.per ?? null, rate?.denominator ?? null);
}

/** The lowest and the highest false-alarm rate of charts, in percent; null where none is known. */
export function falseAlarmRates(
  charts: readonly RunChartResult[],
): { readonly least: number; readonly most: number } | null {
  const rates = charts.flatMap((chart) => (chart.falseAlarmRate === null ? [] : [chart.falseAlarmRate]));
  return rates.length === 0 ? null : { least: Math.min(...rates), most: Math.max(...rates) };
}

/** What charts of one measure show, and from when to when. */
export function runChartSubtitle(charts: readonly RunChartResult[]): string {
  const points = charts.flatMap((chart) => chart.points).sort((a, b) => a.index - b.index);
  const [first] = charts;
  if (!first) return '';
  return RUN_CHART.subtitle(
    measureOf(first),
    periodNoun(first.frequency, first.step),
    points[0]?.period ?? '',
    points.at(-1)?.period ?? '',
  );
}

/** The finding of several charts in a sentence without its full stop. One area: its verdict; several: who has signals. */
export function runChartHeadline(charts: readonly RunChartResult[]): string {
  const [first] = charts;
  const [verdict] = first?.findings ?? [];
  if (first && verdict && charts.length === 1) return findingText(verdict).replace(/\.$/, '');
  const named = (...ids: readonly FindingId[]) =>
    charts.filter(({ findings }) => findings.slice(0, 1).some(({ id }) => ids.includes(id))).map(({ area }) => area);
  return RUN_CHART.figure.title(
    first ? measureOf(first) : '',
    named('run-chart.signals'),
    named('run-chart.no-signal'),
    named('run-chart.no-verdict', 'run-chart.no-variation'),
  );
}
