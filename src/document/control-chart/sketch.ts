import type { ControlChartResult, Phase } from '../../analysis/control-chart/result.ts';
import { CONTROL_RULES } from '../../analysis/control-chart/rules.ts';
import { CONTROL_FIGURE } from '../../messages/control-chart/figures.ts';
import { CONTROL_RULE_WORDS } from '../../messages/rules/control-chart.ts';
import { RUN_CHART } from '../../messages/run-chart/document.ts';
import { chartValue } from '../../messages/words/charts.ts';
import type { Sketch, SketchLine } from '../document.ts';
import { leastOf, mostOf } from '../extent.ts';
import { sketchTicks } from '../run-chart/sketch.ts';
import { controlMeasure, decimalsLike } from './headline.ts';

/** A control chart in rough, for a terminal: points by their places, the last phase's lines, the letters of the signals. */
export function controlSketch(chart: ControlChartResult): Sketch {
  const { points, unit, intervention, signals, phases } = chart;
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const shown = (value: number | null): string => chartValue(value, unit);
  const change = points.findIndex(({ index }) => index === intervention?.index);
  const rules = [...new Set(signals.map(({ rule }) => rule))];
  const { ends } = CONTROL_FIGURE;
  const target = points.findLast((point) => point.target !== null)?.target ?? null;
  return {
    title: RUN_CHART.sketch.title(chart.area, controlMeasure(chart)),
    points: points.map(({ value, excluded }, place) => ({ place, value, hollow: excluded })),
    lines: [
      ...[...phases].reverse().flatMap((phase, back) => phaseLines(chart, phases.length - 1 - back, phase, back === 0)),
      ...(target === null ? [] : [{ value: target, role: 'target' as const, label: ends.target(shown(target)) }]),
    ],
    extremes:
      values.length === 0 ? { high: '', low: '' } : { high: shown(mostOf(values)), low: shown(leastOf(values)) },
    ticks: sketchTicks(chart),
    divider:
      intervention === null || change < 0
        ? null
        : { place: change, label: CONTROL_FIGURE.intervention(intervention.period) },
    marks: rules.map((rule) => ({
      letter: CONTROL_RULES[rule].letter,
      label: CONTROL_RULE_WORDS[rule].name,
      places: [...new Set(signals.filter((signal) => signal.rule === rule).flatMap(({ at }) => at))],
    })),
  };
}

/** Centre and limits of one phase, from its first place to its last; labelled for the last phase only. */
function phaseLines(
  result: ControlChartResult,
  place: number,
  { centre, upper, lower }: Phase,
  isLast: boolean,
): readonly SketchLine[] {
  const { points, unit, chart } = result;
  const { ends } = CONTROL_FIGURE;
  const like = decimalsLike(result);
  const span = [
    points.findIndex(({ phase }) => phase === place),
    points.findLastIndex(({ phase }) => phase === place),
  ] as const;
  const line = (value: number | null, role: SketchLine['role'], label: (text: string) => string) =>
    value === null ? [] : [{ value, role, span, label: isLast ? label(chartValue(value, unit, like)) : '' }];
  return [
    ...line(centre, 'centre', (text) => ends.centre(text, chart)),
    ...line(upper, 'limit', ends.upper),
    ...line(lower, 'limit', ends.lower),
  ];
}
