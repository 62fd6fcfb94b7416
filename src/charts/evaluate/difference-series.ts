import type { TopLevelSpec } from 'vega-lite';
import { type EndLabel, endLabels } from '../parts/end-labels.ts';
import type { Layer } from '../parts/layer.ts';
import { levelLayer } from '../parts/level-layer.ts';
import { ruleLayers } from '../parts/rule-layer.ts';
import { textLayers } from '../parts/text-layer.ts';
import type { ChartTexts, ValueAxisTexts } from '../parts/texts.ts';
import type { ChartOptions, Palette } from '../parts/theme.ts';
import type { TimePlot } from '../parts/time-plots.ts';
import { type Change, changeMarks, lastOf } from './interrupted.ts';
import { endLabel, type FittedPoint, fittedLayers, interruptedChart } from './interrupted-chart.ts';

/** Practice against comparator in one quarter, in percent; the fit, and the course before carried on. */
export interface DifferencePoint extends FittedPoint {
  readonly value: number | null;
}

interface Differences {
  readonly points: readonly DifferencePoint[];
  readonly changes: readonly Change[];
}

interface DifferenceTexts extends ChartTexts {
  readonly axis: ValueAxisTexts;
  /** At the right ends: the fit after the change, and the course before carried on. */
  readonly fitted: string;
  readonly counterfactual: string;
  /** At the line where both areas are the same; null where that is not drawn. */
  readonly same: string | null;
}

const fitted = (point: DifferencePoint): number | null => point.fitted;
const counterfactual = (point: DifferencePoint): number | null => point.counterfactual;

/** How far the practice lies from its comparator, quarter by quarter, with a straight line before and after the change. */
export function differenceSeriesChart(
  differences: Differences,
  texts: DifferenceTexts,
  options: ChartOptions,
): TopLevelSpec {
  const { points, changes } = differences;
  const values = points.flatMap((point) => [point.value, point.fitted, point.counterfactual]);
  const series = {
    points,
    changes,
    values: [...values, ...(texts.same === null ? [] : [0])],
    unit: 'percent' as const,
    ends: [texts.fitted, texts.counterfactual, texts.same ?? ''],
  };
  return interruptedChart(series, texts, options, (plot, palette) =>
    differenceLayers(differences, texts, plot, palette),
  );
}

function differenceLayers(
  differences: Differences,
  texts: DifferenceTexts,
  plot: TimePlot,
  palette: Palette,
): readonly Layer[] {
  const [from, to] = plot.time.domain;
  const marks = changeMarks(differences.changes, plot, palette);
  const ends = endLabels(labelsOf(differences.points, texts, plot, palette), plot);
  const level = { from, to, value: 0, role: 'reference' as const };
  const reference = texts.same === null ? [] : [levelLayer([level], palette)];
  return [
    ...fittedLayers(differences, ({ value }) => value, reference, plot, palette),
    ...ruleLayers([...marks.rules, ...ends.leaders]),
    ...textLayers([...marks.texts, ...ends.texts]),
  ];
}

function labelsOf(
  points: readonly DifferencePoint[],
  texts: DifferenceTexts,
  plot: TimePlot,
  palette: Palette,
): readonly EndLabel[] {
  return [
    ...endLabel(texts.fitted, lastOf(points, fitted), plot, palette.practice, 'bold'),
    ...endLabel(texts.counterfactual, lastOf(points, counterfactual), plot, palette.comparator),
    ...endLabel(texts.same ?? '', texts.same === null ? null : 0, plot, palette.secondary),
  ];
}
