import type { RunChartResult } from '../../analysis/run-chart/result.ts';
import { RUN_RULE_WORDS } from '../../messages/rules/run-chart.ts';
import { RUN_CHART } from '../../messages/run-chart/document.ts';
import { chartValue } from '../../messages/words/charts.ts';
import { capital } from '../../messages/words/measures.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import type { Table } from '../document.ts';
import { measureOf } from './headline.ts';

const { headings } = RUN_CHART;

/** One row an area: its median, and its runs and crossings with their limits. */
export function runChartSummary(charts: readonly RunChartResult[]): Table {
  const baseline = charts[0]?.centre.baseline;
  return {
    type: 'table',
    id: 'run-chart-summary',
    caption: baseline ? RUN_CHART.summaryCaptionFrozen(baseline.from, baseline.to) : RUN_CHART.summaryCaption,
    columns: [
      left(headings.area),
      right(headings.median),
      right(headings.useful),
      right(headings.runs),
      right(headings.longestRun),
      right(headings.crossings),
    ],
    rows: charts.map(({ area, n, unit, useful, centre, runs, ...chart }) => [
      textCell(area),
      valueCell(chartValue(centre.value, unit), centre.value),
      valueCell(RUN_CHART.usefulOf(useful, n), useful),
      valueCell(RUN_CHART.runs(runs.count, runs.lower, runs.upper), runs.count),
      valueCell(RUN_CHART.atMost(chart.longestRun, chart.longestRunLimit), chart.longestRun),
      valueCell(RUN_CHART.atLeast(chart.crossings, chart.crossingsLimit), chart.crossings),
    ]),
    folded: false,
  };
}

/** Every point of every chart, one a row: what the charts draw, unrounded in its values. */
export function runChartPoints(charts: readonly RunChartResult[]): Table {
  const measure = charts[0] ? measureOf(charts[0]) : '';
  return {
    type: 'table',
    id: 'run-chart-points',
    caption: RUN_CHART.pointsCaption(measure),
    columns: [
      left(headings.area),
      left(headings.period),
      right(capital(measure)),
      right(headings.median),
      left(headings.leftOut),
      left(headings.provisional),
      left(headings.signals),
    ],
    rows: charts.flatMap((chart) =>
      chart.points.map((point) => [
        textCell(chart.area),
        textCell(point.period),
        valueCell(chartValue(point.value, chart.unit), point.value),
        valueCell(chartValue(chart.centre.value, chart.unit), chart.centre.value),
        textCell(point.excluded ? RUN_CHART.yes : ''),
        textCell(point.provisional ? RUN_CHART.yes : ''),
        textCell(point.signals.map((rule) => RUN_RULE_WORDS[rule].name).join(', ')),
      ]),
    ),
    folded: true,
  };
}

/** Every point of every chart, for programs: short stable headings, unrounded numbers. */
export function runChartNumbers(charts: readonly RunChartResult[]): Table {
  const { numbers } = RUN_CHART;
  const flag = (value: boolean) => numberCell(value ? 1 : 0);
  return {
    type: 'table',
    id: 'numbers',
    caption: RUN_CHART.pointsCaption(charts[0] ? measureOf(charts[0]) : ''),
    columns: [
      ...[numbers.area, numbers.measure, numbers.period].map(left),
      ...[numbers.value, numbers.median, numbers.excluded, numbers.provisional].map(right),
      left(numbers.signals),
    ],
    rows: charts.flatMap((chart) =>
      chart.points.map((point) => [
        textCell(chart.area),
        textCell(chart.measure),
        textCell(point.period),
        numberCell(point.value),
        numberCell(chart.centre.value),
        flag(point.excluded),
        flag(point.provisional),
        textCell(point.signals.join(' ')),
      ]),
    ),
    folded: true,
  };
}
