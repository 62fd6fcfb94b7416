import type {
  Controlled,
  EvaluateResult,
  EvaluateSeries,
  PrimaryModel,
  SeriesPoint,
} from '../../analysis/evaluate/result.ts';
import { type DifferencePoint, differenceSeriesChart } from '../../charts/evaluate/difference-series.ts';
import type { Change } from '../../charts/evaluate/interrupted.ts';
import { type Course, observedFittedChart } from '../../charts/evaluate/observed-fitted.ts';
import { EVALUATE_FIGURE } from '../../messages/evaluate/figures.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import type { Figure, Table } from '../document.ts';
import { axisTexts, figureOf } from '../figure.ts';
import type { EvaluateFigureContext, EvaluateFigures } from './evaluate.ts';
import { placeboFigure } from './placebo-figure.ts';
import { specificationFigure } from './specification-figure.ts';

const COURSE = EVALUATE_FIGURE.course;
const DIFFERENCE = EVALUATE_FIGURE.difference;

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
    title: COURSE.title(practice, comparator ?? '', measure, to, effectAtEnd),
    subtitle: COURSE.subtitle(measure, from, to, practice, comparator ?? ''),
    notes: [COURSE.note, ...notes],
    alt: COURSE.alt(practice, intervention ?? '', to, labels.fitted, labels.counterfactual, effectAtEnd),
    howToRead: COURSE.howToRead,
    axis: axisTexts(COURSE.axis(measure), better),
    observed: COURSE.observed,
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
    title: COURSE.titleAlone(practice, measure, to, effect?.relativeEffectAtEnd ?? none),
    subtitle: COURSE.subtitleAlone(measure, from, to, outcome),
    notes,
    alt: COURSE.altAlone(practice, intervention ?? '', to, labels.fitted, labels.counterfactual),
    howToRead: COURSE.howToRead,
    axis: axisTexts(outcome === 'rate' ? COURSE.axisRate(measure) : COURSE.axis(measure), better),
    observed: COURSE.observed,
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
    fitted: COURSE.fitted(last?.fitted ?? null, decimals),
    counterfactual: COURSE.counterfactual(last?.counterfactual ?? null, decimals),
  };
}

/** `decimals`: of what was observed, and of what was computed. */
function courseTable(
  id: string,
  { points }: Course,
  measure: string,
  [own, computed]: readonly [number, number],
): Table {
  const { observed, fitted, counterfactual, lower, upper } = COURSE.headings;
  return {
    type: 'table',
    id,
    caption: COURSE.caption(measure),
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

type Basis = 'rates' | 'counts';

/** A log ratio in percent: above or below the comparator's rate; of counts, the share of the comparator's. */
function inPercent(value: number | null, basis: Basis): number | null {
  if (value === null) return null;
  return 100 * (basis === 'rates' ? Math.expm1(value) : Math.exp(value));
}

/** Practice against comparator, quarter by quarter, with the segmented fit; none without a fit. */
function differenceFigure(
  { differenceSeries, alternatives, primary }: Controlled,
  changes: readonly Change[],
  context: EvaluateFigureContext,
): readonly Figure[] {
  const { result, notes, better } = context;
  const { practice, comparator, measure, intervention, basis } = result.design;
  const points = differenceSeries.map(({ value, fitted, counterfactual, ...place }) => ({
    ...place,
    value: inPercent(value, basis),
    fitted: inPercent(fitted, basis),
    counterfactual: inPercent(counterfactual, basis),
  }));
  const [first] = changes;
  const last = points.at(-1);
  const before = first ? points.findLast(({ index }) => index < first.index)?.fitted : null;
  if (!last || last.fitted === null || before == null) return [];
  const rated = basis === 'rates';
  const against = comparator ?? '';
  const slope = alternatives.find(({ model }) => model === 'difference-series-ols')?.terms.slope;
  const effect = primary?.effectAtEnd ?? { estimate: null, lower: null, upper: null };
  const texts = {
    title: (rated ? DIFFERENCE.title : DIFFERENCE.titleCounts)(practice, against, before, last.fitted, effect),
    subtitle: DIFFERENCE.subtitle(measure, points[0]?.period ?? '', last.period, basis, intervention ?? ''),
    notes: [...(slope ? [DIFFERENCE.note(slope)] : []), ...notes],
    alt: DIFFERENCE.alt(
      practice,
      against,
      DIFFERENCE.value(before, basis),
      DIFFERENCE.value(last.fitted, basis),
      last.period,
    ),
    howToRead: DIFFERENCE.howToRead(result.gates.every(({ rule, passed }) => rule !== 'causal-words' || passed)),
    axis: axisTexts(rated ? DIFFERENCE.axis(against) : DIFFERENCE.axisCounts(against), better),
    fitted: (rated ? DIFFERENCE.fitted : DIFFERENCE.fittedCounts)(last.fitted),
    counterfactual: DIFFERENCE.counterfactual,
    same: rated ? DIFFERENCE.same : null,
  };
  const table = differenceTable(points, basis);
  return [
    figureOf('difference', texts, context, table, (options) =>
      differenceSeriesChart({ points, changes }, texts, options),
    ),
  ];
}

function differenceTable(points: readonly DifferencePoint[], basis: Basis): Table {
  const { difference, fitted, counterfactual } = DIFFERENCE.headings;
  const cell = (value: number | null) => valueCell(DIFFERENCE.value(value, basis), value);
  return {
    type: 'table',
    id: 'difference-table',
    caption: DIFFERENCE.caption,
    columns: [left(EVALUATE_FIGURE.quarter), ...[difference, fitted, counterfactual].map((heading) => right(heading))],
    rows: points.map((point) => [
      textCell(point.period),
      cell(point.value),
      cell(point.fitted),
      cell(point.counterfactual),
    ]),
    folded: true,
  };
}
