import type { CompareResult, CompareSeries, CountComparison } from '../../analysis/compare/result.ts';
import { isCost } from '../../analysis/compare/result.ts';
import { costsChart } from '../../charts/compare/costs.ts';
import { indexedChart } from '../../charts/compare/indexed.ts';
import type { CompareLines } from '../../charts/compare/panel.ts';
import { trendsChart } from '../../charts/compare/trends.ts';
import type { PaletteName } from '../../charts/parts/theme.ts';
import { COMPARE } from '../../messages/compare/document.ts';
import { FIGURE } from '../../messages/compare/figures.ts';
import { numberCell, valueCell } from '../cells.ts';
import type { Cell, Figure } from '../document.ts';
import { axisTexts, type FigureContext, figureOf } from '../figure.ts';
import { changeFigure, sensitivityFigure } from './interval-figures.ts';
import { seriesTable } from './tables.ts';

/** The figures of a comparison, by section. */
export interface CompareFigures {
  readonly indexed: readonly Figure[];
  readonly change: readonly Figure[];
  readonly cost: readonly Figure[];
  readonly trend: readonly Figure[];
  readonly sensitivity: readonly Figure[];
}

/** All figures of a comparison: index, change with intervals, cost, fitted trends, sensitivity. */
export function compareFigures(result: CompareResult, notes: readonly string[], palette: PaletteName): CompareFigures {
  const context = { result, notes, palette };
  const counts = result.measures.filter((measure): measure is CountComparison => !isCost(measure));
  return {
    indexed: counts.map((measure) => indexedFigure(measure, context)),
    change: counts.map((measure) => changeFigure(measure, context)),
    cost: costFigures(context),
    trend: counts.flatMap((measure) => trendFigures(measure, context)),
    sensitivity: sensitivityFigure(context),
  };
}

function linesOf({ result }: FigureContext, measure: string): CompareLines {
  return {
    series: result.series.filter((series) => series.measure === measure),
    intervention: result.intervention,
  };
}

const interventionText = ({ result }: FigureContext): string =>
  result.intervention === null ? '' : FIGURE.intervention(result.intervention);

function span({ series }: CompareLines): readonly [string, string] {
  const points = series[0]?.points ?? [];
  return [points[0]?.period ?? '', points.at(-1)?.period ?? ''];
}

function indexedFigure(measure: CountComparison, context: FigureContext): Figure {
  const { result, notes } = context;
  const { practice, comparator } = measure;
  const lines = linesOf(context, measure.measure);
  const baseline = result.baseline.label;
  const last = (subject: CompareSeries['subject']) => {
    const series = lines.series.find((one) => one.subject === subject);
    const point = series?.points.findLast(({ indexed }) => indexed !== null);
    return series && point ? FIGURE.indexed.last(series.area, point.indexed, point.period) : '';
  };
  const label = (subject: CompareSeries['subject'], area: string) => {
    const series = lines.series.find((one) => one.subject === subject);
    return FIGURE.indexed.label(area, series?.points.findLast(({ indexed }) => indexed !== null)?.indexed ?? null);
  };
  const texts = {
    title: FIGURE.indexed.title(
      practice.area,
      practice.percentChange,
      comparator?.area ?? null,
      comparator?.percentChange ?? null,
      measure.measure,
      [baseline, result.followUp.label],
    ),
    subtitle: FIGURE.indexed.subtitle(measure.measure, baseline, ...span(lines)),
    notes,
    alt: FIGURE.indexed.alt(practice.area, comparator?.area ?? null, baseline, [last('practice'), last('comparator')]),
    howToRead: FIGURE.indexed.howToRead,
    axis: axisTexts(FIGURE.indexed.axis(baseline), measure.better),
    labels: { practice: label('practice', practice.area), comparator: label('comparator', comparator?.area ?? '') },
    reference: FIGURE.indexed.reference(baseline),
    intervention: interventionText(context),
  };
  const table = seriesTable(
    `index-${measure.measure}-table`,
    FIGURE.indexed.caption(measure.measure, baseline),
    lines.series,
    (series) => series.area,
    (point) => numberCell(point.indexed, 1),
  );
  return figureOf(`index-${measure.measure}`, texts, context, table, (options) => indexedChart(lines, texts, options));
}

function costFigures(context: FigureContext): readonly Figure[] {
  const { result, notes } = context;
  return result.measures.filter(isCost).map((measure) => {
    const lines = linesOf(context, measure.measure);
    const { nominal, real } = measure;
    const row = (area: 'practice' | 'comparator') =>
      nominal[area]
        ? [FIGURE.cost.row(nominal[area].area, nominal[area].percentChange, real?.[area]?.percentChange ?? null)]
        : [];
    const texts = {
      title: FIGURE.cost.title(
        nominal.practice.area,
        (real ?? nominal).practice.percentChange,
        (real ?? nominal).comparator?.area ?? null,
        (real ?? nominal).comparator?.percentChange ?? null,
        real?.priceYear ?? null,
        [result.baseline.label, result.followUp.label],
      ),
      subtitle: FIGURE.cost.subtitle(...span(lines), real !== null),
      notes: [...(real ? [FIGURE.cost.note(real.deflator, real.vintage, real.priceYear)] : []), ...notes],
      alt: FIGURE.cost.alt([...row('practice'), ...row('comparator')]),
      howToRead: real ? FIGURE.cost.howToRead : FIGURE.cost.howToReadNominal,
      axis: axisTexts(FIGURE.cost.axis, measure.better),
      labels: { nominal: FIGURE.cost.nominal, real: real ? FIGURE.cost.real(real.priceYear) : '' },
      intervention: interventionText(context),
    };
    const table = seriesTable(
      `${measure.measure}-table`,
      COMPARE.seriesCaption(measure.measure),
      lines.series,
      (series) => `${series.area}, ${series.basis === 'real' ? texts.labels.real : texts.labels.nominal}`,
      poundsCell,
    );
    return figureOf(measure.measure, texts, context, table, (options) => costsChart(lines, texts, options));
  });
}

function poundsCell(point: CompareSeries['points'][number]): Cell {
  return valueCell(FIGURE.cost.amount(point.value), point.value);
}

function trendFigures(measure: CountComparison, context: FigureContext): readonly Figure[] {
  const { notes } = context;
  const { practice, comparator } = measure;
  const trend = practice.trend;
  if (!trend) return [];
  const lines = linesOf(context, measure.measure);
  const slope = (area: typeof practice | null) =>
    area?.trend ? FIGURE.trend.slope(area.trend.slope, measure.unit, area.trend.from, area.trend.to) : '';
  const texts = {
    title: FIGURE.trend.title(
      practice.area,
      trend.fitted.percentChange,
      comparator?.area ?? null,
      comparator?.trend?.fitted.percentChange ?? null,
      measure.measure,
    ),
    subtitle: FIGURE.trend.subtitle(trend.n, trend.from, trend.to),
    notes,
    alt: FIGURE.trend.alt(
      [practice, comparator].flatMap((area) => (area?.trend ? [FIGURE.trend.row(area.area, slope(area))] : [])),
    ),
    howToRead: FIGURE.trend.howToRead,
    axis: axisTexts(FIGURE.trend.axis(measure.measure), measure.better),
    slopes: { practice: slope(practice), comparator: slope(comparator) },
    intervention: interventionText(context),
  };
  const table = seriesTable(
    `trend-${measure.measure}-table`,
    FIGURE.trend.caption(measure.measure),
    lines.series,
    (series) => series.area,
    (point) => valueCell(FIGURE.trend.cell(point.value, point.fitted), point.value),
  );
  return [figureOf(`trend-${measure.measure}`, texts, context, table, (options) => trendsChart(lines, texts, options))];
}
