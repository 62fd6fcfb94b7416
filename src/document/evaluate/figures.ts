import type { EvaluateResult, EvaluateSeries, PrimaryModel, SeriesPoint } from '../../analysis/evaluate/result.ts';
import type { Change } from '../../charts/evaluate/interrupted.ts';
import { type Course, observedFittedChart } from '../../charts/evaluate/observed-fitted.ts';
import { EVALUATE_FIGURE } from '../../messages/evaluate/figures.ts';
import { left, numberCell, right, textCell } from '../cells.ts';
import type { Figure, Table } from '../document.ts';
import { axisTexts, figureOf } from '../figure.ts';
import { differenceFigure } from './difference-figure.ts';
import type { EvaluateFigures } from './evaluate.ts';
import type { EvaluateFigureContext } from './figure-context.ts';
import { placeboFigure } from './placebo-figure.ts';
import { specificationFigure } from './specification-figure.ts';

const words = EVALUATE_FIGURE.course;

/** The figures of an evaluation, by section. What cannot be computed is not drawn. */
export function evaluateFigures(given: EvaluateFigureContext): EvaluateFigures {
  const { controlled, sensitivity, placebo, series, design } = given.result;
  const washout = design.washout.length > 0 ? [EVALUATE_FIGURE.washout(design.washout)] : [];
  const context = { ...given, notes: [...washout, ...given.notes] };
  const primary = controlled?.primary ?? null;
  const own = series.find(({ subject }) => subject === 'practice');
  const changes = changesOf(context.result);
  return {
    primary: [
      ...(primary ? [courseFigure(primary, changes, context)] : []),
      ...(controlled ? differenceFigure(controlled, changes, context) : []),
    ],
    spread: [],
    sensitivity: sensitivity ? [specificationFigure(sensitivity, context)] : [],
    placebo: placebo ? placeboFigure(placebo, context) : [],
    segmented: !primary && own ? courseAlone(own, changes, context) : [],
  };
}

/** The changes that a result names, as far as its quarters hold them. */
function changesOf({ design, series }: EvaluateResult): readonly Change[] {
  const places = new Map(series.flatMap(({ points }) => points).map(({ period, index }) => [period, index]));
  const change = (period: string | null, text: (quarter: string) => string): readonly Change[] => {
    const index = period === null ? undefined : places.get(period);
    return period === null || index === undefined ? [] : [{ index, text: text(period) }];
  };
  return [
    ...change(design.intervention, EVALUATE_FIGURE.change),
    ...change(design.secondIntervention, EVALUATE_FIGURE.secondChange),
  ];
}

/** The practice's counts beside the comparator: observed, fitted by the primary model, expected without the change. */
function courseFigure(
  { points, effectAtEnd }: PrimaryModel,
  changes: readonly Change[],
  context: EvaluateFigureContext,
): Figure {
  const { result, notes, better } = context;
  const { practice, comparator, measure, intervention } = result.design;
  const [from, to] = [points[0]?.period ?? '', points.at(-1)?.period ?? ''];
  const labels = lineLabels(points, 0);
  const texts = {
    title: words.title(practice, comparator ?? '', measure, to, effectAtEnd),
    subtitle: words.subtitle(measure, from, to, practice, comparator ?? ''),
    notes: [words.note, ...notes],
    alt: words.alt(practice, intervention ?? '', to, labels.fitted, labels.counterfactual, effectAtEnd),
    howToRead: words.howToRead,
    axis: axisTexts(words.axis(measure), better),
    observed: words.observed,
    ...labels,
  };
  const table = courseTable('course-table', { points, changes }, measure, [0, 1]);
  return figureOf('course', texts, context, table, (options) =>
    observedFittedChart({ points, changes }, texts, options),
  );
}

/** The practice by itself, where there is no controlled model; none without an intervention. */
function courseAlone(
  { outcome, points: series }: EvaluateSeries,
  changes: readonly Change[],
  context: EvaluateFigureContext,
): readonly Figure[] {
  const { result, notes, better } = context;
  const { practice, measure, intervention } = result.design;
  const points = series.map(({ value, ...point }: SeriesPoint) => ({ ...point, observed: value }));
  if (changes.length === 0 || points.every(({ counterfactual }) => counterfactual === null)) return [];
  const [from, to] = [points[0]?.period ?? '', points.at(-1)?.period ?? ''];
  const decimals = outcome === 'rate' ? 1 : 0;
  const effect = result.segmented.find(({ area, estimator }) => area === practice && estimator === 'ols');
  const none = { estimate: null, lower: null, upper: null };
  const labels = lineLabels(points, decimals);
  const texts = {
    title: words.titleAlone(practice, measure, to, effect?.relativeEffectAtEnd ?? none),
    subtitle: words.subtitleAlone(measure, from, to, outcome),
    notes,
    alt: words.altAlone(practice, intervention ?? '', to, labels.fitted, labels.counterfactual),
    howToRead: words.howToRead,
    axis: axisTexts(outcome === 'rate' ? words.axisRate(measure) : words.axis(measure), better),
    observed: words.observed,
    ...labels,
  };
  const table = courseTable('course-alone-table', { points, changes }, measure, [decimals, decimals + 1]);
  return [
    figureOf('course-alone', texts, context, table, (options) =>
      observedFittedChart({ points, changes }, texts, options),
    ),
  ];
}

function lineLabels(points: Course['points'], decimals: number) {
  const last = points.at(-1);
  return {
    fitted: words.fitted(last?.fitted ?? null, decimals),
    counterfactual: words.counterfactual(last?.counterfactual ?? null, decimals),
  };
}

/** `decimals`: of what was observed, and of what was computed. */
function courseTable(
  id: string,
  { points }: Course,
  measure: string,
  [own, computed]: readonly [number, number],
): Table {
  const { observed, fitted, counterfactual, lower, upper } = words.headings;
  return {
    type: 'table',
    id,
    caption: words.caption(measure),
    columns: [
      left(EVALUATE_FIGURE.quarter),
      ...[observed, fitted, counterfactual, lower, upper].map((heading) => right(heading)),
    ],
    rows: points.map((point) => [
      textCell(point.period),
      numberCell(point.observed, own),
      numberCell(point.fitted, computed),
      numberCell(point.counterfactual, computed),
      numberCell(point.lower, computed),
      numberCell(point.upper, computed),
    ]),
    folded: true,
  };
}
