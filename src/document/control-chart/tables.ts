import type { ControlAlternative, ControlChartResult } from '../../analysis/control-chart/result.ts';
import { CONTROL_CHART } from '../../messages/control-chart/document.ts';
import { chartValue } from '../../messages/words/charts.ts';
import { number } from '../../messages/words/format.ts';
import { capital } from '../../messages/words/measures.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import type { Cell, Table } from '../document.ts';
import { controlMeasure, decimalsLike } from './headline.ts';

const { headings } = CONTROL_CHART;

const inUnit = ({ unit }: ControlChartResult, value: number | null): Cell => valueCell(chartValue(value, unit), value);

/** A value of a centre line or limit: all of a chart with the same decimals. */
const onLine = (chart: ControlChartResult, value: number | null): Cell =>
  valueCell(chartValue(value, chart.unit, decimalsLike(chart)), value);

/** A verdict with its mark; the words say the same. */
export function variationCell(variation: ControlChartResult['variation']): Cell {
  return { text: CONTROL_CHART.variation(variation), mark: variation };
}

/** Whether a target is met, with its mark. */
export function assuranceCell(assurance: ControlChartResult['assurance']): Cell {
  const text = CONTROL_CHART.assurance(assurance);
  return assurance === 'none' ? { text } : { text, mark: assurance };
}

/** One row an area: variation, assurance where a target is given, signals, the latest value. */
export function controlSummary(charts: readonly ControlChartResult[]): Table {
  const isTargeted = charts.some(({ points }) => points.some(({ target }) => target !== null));
  return {
    type: 'table',
    id: 'control-chart-summary',
    caption: CONTROL_CHART.summaryCaption(isTargeted),
    columns: [
      left(headings.area),
      left(headings.variation),
      ...(isTargeted ? [left(headings.assurance), right(headings.target)] : []),
      right(headings.signals),
      right(headings.latest),
    ],
    rows: charts.map((chart) => {
      const latest = chart.points.findLast(({ value }) => value !== null);
      const target = chart.points.findLast((point) => point.target !== null)?.target ?? null;
      const value = latest?.value ?? null;
      return [
        textCell(chart.area),
        variationCell(chart.variation),
        ...(isTargeted ? [assuranceCell(chart.assurance), inUnit(chart, target)] : []),
        numberCell(chart.signals.length),
        valueCell(CONTROL_CHART.latest(chartValue(value, chart.unit), latest?.period ?? ''), value),
      ];
    }),
    folded: false,
  };
}

/** One row a phase: what the points were held against. */
export function controlPhases(charts: readonly ControlChartResult[]): Table {
  return {
    type: 'table',
    id: 'control-chart-phases',
    caption: CONTROL_CHART.phasesCaption,
    columns: [
      left(headings.area),
      left(headings.phase),
      right(headings.points),
      right(headings.lower),
      right(headings.centre),
      right(headings.upper),
    ],
    rows: charts.flatMap((chart) =>
      chart.phases.map(({ from, to, n, frozenAt, lower, centre, upper }) => [
        textCell(chart.area),
        textCell(CONTROL_CHART.phase(from, to, frozenAt)),
        numberCell(n),
        ...[lower, centre, upper].map((value) => onLine(chart, value)),
      ]),
    ),
    folded: false,
  };
}

/** With more areas than this, only the choices that change a verdict are listed. */
const MOST_LISTED = 3;

/** The verdict under other choices, one changed at a time; null where there are none to list. */
export function controlAlternatives(charts: readonly ControlChartResult[]): Table | null {
  const all = charts.length <= MOST_LISTED;
  const listed = charts
    .map((chart) => ({ chart, others: chart.alternatives.filter(({ changes }) => all || changes) }))
    .filter(({ others }) => others.length > 0);
  if (listed.length === 0) return null;
  return {
    type: 'table',
    id: 'control-chart-alternatives',
    caption: CONTROL_CHART.alternativesCaption(all),
    columns: [
      left(headings.area),
      left(headings.choice),
      left(headings.verdict),
      right(headings.signals),
      left(headings.same),
    ],
    rows: listed.flatMap(({ chart, others }) => [
      [
        textCell(chart.area),
        textCell(CONTROL_CHART.used(chart.ruleSet)),
        variationCell(chart.variation),
        numberCell(chart.signals.length),
        textCell(''),
      ],
      ...others.map((other) => alternativeRow(chart.area, other)),
    ]),
    folded: false,
  };
}

function alternativeRow(
  area: string,
  { choice, value, variation, signals, changes }: ControlAlternative,
): readonly Cell[] {
  return [
    textCell(area),
    textCell(CONTROL_CHART.choice(choice, value)),
    variationCell(variation),
    numberCell(signals),
    textCell(changes ? CONTROL_CHART.changes : CONTROL_CHART.same),
  ];
}

/** Every point of every chart, one a row: what the charts draw, unrounded in its values. */
export function controlPoints(charts: readonly ControlChartResult[]): Table {
  const measure = charts[0] ? controlMeasure(charts[0]) : '';
  return {
    type: 'table',
    id: 'control-chart-points',
    caption: CONTROL_CHART.pointsCaption(measure),
    columns: [
      left(headings.area),
      left(headings.period),
      right(capital(measure)),
      right(headings.lower),
      right(headings.centre),
      right(headings.upper),
      left(headings.leftOut),
      left(headings.provisional),
      left(headings.variation),
      left(headings.signals),
    ],
    rows: charts.flatMap((chart) =>
      chart.points.map((point) => [
        textCell(chart.area),
        textCell(point.period),
        inUnit(chart, point.value),
        ...[point.lower, point.centre, point.upper].map((value) => onLine(chart, value)),
        textCell(point.excluded ? CONTROL_CHART.yes : ''),
        textCell(point.provisional ? CONTROL_CHART.yes : ''),
        textCell(point.signals.length > 0 && point.variation !== null ? CONTROL_CHART.variation(point.variation) : ''),
        textCell(CONTROL_CHART.signals(point.signals)),
      ]),
    ),
    folded: true,
  };
}

/** Every point of every chart, for programs: short stable headings, unrounded numbers. */
export function controlNumbers(charts: readonly ControlChartResult[]): Table {
  const { numbers } = CONTROL_CHART;
  const flag = (value: boolean): Cell => numberCell(value ? 1 : 0);
  const exact = (value: number | null): Cell => valueCell(number(value, 3), value);
  return {
    type: 'table',
    id: 'numbers',
    caption: CONTROL_CHART.pointsCaption(charts[0] ? controlMeasure(charts[0]) : ''),
    columns: numbers.map(({ heading, isNumber }) => (isNumber ? right(heading) : left(heading))),
    rows: charts.flatMap((chart) =>
      chart.points.map((point) => [
        textCell(chart.area),
        textCell(chart.measure),
        textCell(point.period),
        ...[point.value, point.n, point.centre, point.lower, point.upper, point.sigma, point.z, point.target].map(
          exact,
        ),
        numberCell(point.phase + 1),
        flag(point.excluded),
        flag(point.provisional),
        textCell(point.variation ?? ''),
        textCell(point.signals.join(' ')),
      ]),
    ),
    folded: true,
  };
}
