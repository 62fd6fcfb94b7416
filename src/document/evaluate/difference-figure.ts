import type { Controlled } from '../../analysis/evaluate/result.ts';
import { type DifferencePoint, differenceSeriesChart } from '../../charts/evaluate/difference-series.ts';
import type { Change } from '../../charts/evaluate/interrupted.ts';
import { EVALUATE_FIGURE } from '../../messages/evaluate/figures.ts';
import { left, right, textCell, valueCell } from '../cells.ts';
import type { Figure, Table } from '../document.ts';
import { axisTexts, figureOf } from '../figure.ts';
import type { EvaluateFigureContext } from './figure-context.ts';

const words = EVALUATE_FIGURE.difference;

type Basis = 'rates' | 'counts';

/** A log ratio in percent: above or below the comparator's rate; of counts, the share of the comparator's. */
function inPercent(value: number | null, basis: Basis): number | null {
  if (value === null) return null;
  return 100 * (basis === 'rates' ? Math.expm1(value) : Math.exp(value));
}

/** Practice against comparator, quarter by quarter, with the segmented fit; none without a fit. */
export function differenceFigure(
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
    title: (rated ? words.title : words.titleCounts)(practice, against, before, last.fitted, effect),
    subtitle: words.subtitle(measure, points[0]?.period ?? '', last.period, basis, intervention ?? ''),
    notes: [...(slope ? [words.note(slope)] : []), ...notes],
    alt: words.alt(practice, against, words.value(before, basis), words.value(last.fitted, basis), last.period),
    howToRead: words.howToRead(result.gates.every(({ rule, passed }) => rule !== 'causal-words' || passed)),
    axis: axisTexts(rated ? words.axis(against) : words.axisCounts(against), better),
    fitted: (rated ? words.fitted : words.fittedCounts)(last.fitted),
    counterfactual: words.counterfactual,
    same: rated ? words.same : null,
  };
  const table = differenceTable(points, basis);
  return [
    figureOf('difference', texts, context, table, (options) =>
      differenceSeriesChart({ points, changes }, texts, options),
    ),
  ];
}

function differenceTable(points: readonly DifferencePoint[], basis: Basis): Table {
  const { difference, fitted, counterfactual } = words.headings;
  const cell = (value: number | null) => valueCell(words.value(value, basis), value);
  return {
    type: 'table',
    id: 'difference-table',
    caption: words.caption,
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
