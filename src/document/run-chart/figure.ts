import type { RunChartResult } from '../../analysis/run-chart/result.ts';
import type { PaletteName } from '../../charts/parts/theme.ts';
import { runChart as runChartSpec } from '../../charts/run-chart/run-chart.ts';
import { RUN_RULE_WORDS } from '../../messages/rules/run-chart.ts';
import { RUN_CHART } from '../../messages/run-chart/document.ts';
import { chartLabel, chartValue, panelLabel, periodNoun } from '../../messages/words/charts.ts';
import { capital } from '../../messages/words/measures.ts';
import { falseAlarmsNote } from '../../messages/words/simulation.ts';
import { findingText } from '../../messages.ts';
import type { Figure } from '../document.ts';
import { leastOf, mostOf } from '../extent.ts';
import { axisTexts } from '../figure.ts';
import { falseAlarmRates, measureOf, runChartHeadline, runChartSubtitle } from './headline.ts';
import { runChartSketch } from './sketch.ts';
import { runChartPoints } from './tables.ts';

const { figure } = RUN_CHART;

/**
 * Run charts of one measure as one figure, a panel an area, with everything around it: the verdicts as title, the chart in
 * words, the table of points, sketches for a terminal. `notes` stand under it: reconstruction, licence.
 */
export function runChartFigure(
  charts: readonly RunChartResult[],
  notes: readonly string[],
  palette: PaletteName,
  id = 'run-chart',
): Figure | null {
  const [first] = charts;
  if (!first) return null;
  const measure = measureOf(first);
  const noun = periodNoun(first.frequency, first.step);
  const texts = {
    title: runChartHeadline(charts),
    subtitle: runChartSubtitle(charts),
    notes: [`${figure.judgedBy(first.ruleSet, baselineOf(first))}${falseAlarmsOf(charts)}`, ...notes],
    alt: figure.alt(charts.map(inWords)),
    axis: axisTexts(figure.axis(capital(measure), noun), first.better),
    symbols: figure.symbols,
  };
  const panels = charts.map((result) => ({
    result,
    texts: panelTexts(result, charts.length > 2 ? panelLabel : chartLabel),
  }));
  const spec = (width: 'wide' | 'narrow') => runChartSpec(panels, texts, { width, palette });
  return {
    type: 'figure',
    id,
    ...texts,
    howToRead: RUN_CHART.howToRead(noun),
    spec: spec('wide'),
    narrowSpec: spec('narrow'),
    sketches: charts.map(runChartSketch),
    table: runChartPoints(charts),
  };
}

function falseAlarmsOf(charts: readonly RunChartResult[]): string {
  const rates = falseAlarmRates(charts);
  return rates ? ` ${falseAlarmsNote(rates.least, rates.most)}` : '';
}

function baselineOf({ centre: { baseline } }: RunChartResult): string | null {
  return baseline === null ? null : RUN_CHART.frozen(baseline.from, baseline.to);
}

function panelTexts(chart: RunChartResult, label: typeof chartLabel) {
  const { area, centre, target, unit, intervention, signals, frequency, step } = chart;
  return {
    title: area,
    centre: RUN_CHART.sketch.median(label(centre.value, unit)),
    target: target === null ? '' : RUN_CHART.sketch.target(label(target, unit)),
    intervention: intervention === null ? '' : RUN_CHART.sketch.intervention(intervention.period),
    signals: signals.map(({ rule, side, count, variation }) =>
      RUN_RULE_WORDS[rule].callout({
        n: count,
        noun: periodNoun(frequency, step, count),
        side: side ?? '',
        meaning: figure.meanings[variation],
      }),
    ),
  };
}

/** A chart for those who do not see it: area, range, median, verdict. */
function inWords(chart: RunChartResult): string {
  const values = chart.points.flatMap(({ value }) => (value === null ? [] : [value]));
  const shown = (value: number | null) => chartValue(value, chart.unit);
  const [verdict] = chart.findings;
  return figure.panelAlt(
    chart.area,
    shown(leastOf(values)),
    shown(mostOf(values)),
    shown(chart.centre.value),
    verdict ? findingText(verdict) : '',
  );
}
