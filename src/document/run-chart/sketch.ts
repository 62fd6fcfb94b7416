import type { RunChartResult } from '../../analysis/run-chart/result.ts';
import { RUN_RULE_IDS, RUN_RULES } from '../../analysis/run-chart/rules.ts';
import { type Frequency, financialQuarterOf, financialYearOf, formatFinancialYear } from '../../data/period.ts';
import { RUN_RULE_WORDS } from '../../messages/rules/run-chart.ts';
import { RUN_CHART } from '../../messages/run-chart/document.ts';
import { chartValue } from '../../messages/words/charts.ts';
import type { Sketch } from '../document.ts';
import { leastOf, mostOf } from '../extent.ts';
import { measureOf } from './headline.ts';

/** A run chart in rough, for a terminal: the points by their places, the median, the letters of the signals. */
export function runChartSketch(chart: RunChartResult): Sketch {
  const { points, centre, target, unit, intervention, signals } = chart;
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const shown = (value: number | null) => chartValue(value, unit);
  const change = points.findIndex(({ index }) => index === intervention?.index);
  return {
    title: RUN_CHART.sketch.title(chart.area, measureOf(chart)),
    points: points.map(({ value, excluded }, place) => ({ place, value, hollow: excluded })),
    lines: [
      ...(centre.value === null
        ? []
        : [{ value: centre.value, role: 'centre' as const, label: RUN_CHART.sketch.median(shown(centre.value)) }]),
      ...(target === null
        ? []
        : [{ value: target, role: 'target' as const, label: RUN_CHART.sketch.target(shown(target)) }]),
    ],
    extremes: { high: shown(mostOf(values)), low: shown(leastOf(values)) },
    ticks: sketchTicks(chart),
    divider:
      intervention === null || change < 0
        ? null
        : { place: change, label: RUN_CHART.sketch.intervention(intervention.period) },
    marks: RUN_RULE_IDS.flatMap((rule) => {
      const { letter } = RUN_RULES[rule];
      const places = [...new Set(signals.filter((signal) => signal.rule === rule).flatMap(({ at }) => at))];
      return letter === null || places.length === 0 ? [] : [{ letter, label: RUN_RULE_WORDS[rule].name, places }];
    }),
  };
}

type Ticks = (chart: {
  readonly frequency: Frequency;
  readonly points: readonly { readonly index: number; readonly period: string }[];
}) => Sketch['ticks'];

/** The first period of each NHS year; where none begins in the series, its first period. */
const yearTicks: Ticks = ({ points, frequency }) => {
  const years = points.map(({ index }) => financialYearOf({ frequency, index }));
  const ticks = years.flatMap((year, place) => {
    const { index } = points[place] ?? { index: 0 };
    const begins = place === 0 ? frequency !== 'day' && beginsYear(frequency, index) : year !== years[place - 1];
    return begins ? [{ place, label: formatFinancialYear(year) }] : [];
  });
  return ticks.length > 0 ? ticks : [{ place: 0, label: points[0]?.period ?? '' }];
};

function beginsYear(frequency: Frequency, index: number): boolean {
  return frequency === 'month' ? index % 12 === 3 : financialQuarterOf({ frequency, index }) === 1;
}

const everyTick: Ticks = ({ points }) => points.map(({ period }, place) => ({ place, label: period }));

const tenthTicks: Ticks = (chart) => everyTick(chart).filter(({ place }) => place === 0 || (place + 1) % 10 === 0);

const TICKS: Readonly<Record<Frequency, Ticks>> = {
  quarter: yearTicks,
  month: yearTicks,
  day: yearTicks,
  year: everyTick,
  'calendar-year': everyTick,
  event: tenthTicks,
};

/** Labels under the axis of a chart over time: the first period of each year, as far as its points have years. */
export const sketchTicks: Ticks = (chart) => TICKS[chart.frequency](chart);
