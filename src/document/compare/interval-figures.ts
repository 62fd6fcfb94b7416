import {
  type AreaChange,
  type CountComparison,
  type SensitivityRow,
  shownPairs,
} from '../../analysis/compare/result.ts';
import type { IntervalRow } from '../../charts/compare/interval-rows.ts';
import { intervalsChart } from '../../charts/compare/intervals.ts';
import { FIGURE } from '../../messages/compare/figures.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { left, percentCell, right, textCell } from '../cells.ts';
import type { Figure, Table } from '../document.ts';
import { type FigureContext, figureOf } from '../figure.ts';
import { slug } from '../slug.ts';
import { sensitivityTable } from './tables.ts';

const percentOf = (ratio: number | null): number | null => (ratio === null ? null : 100 * (ratio - 1));

/** Changes of practice and comparator and of one relative to the other, each with its interval. */
export function changeFigure(measure: CountComparison, context: FigureContext): Figure {
  const { result, notes } = context;
  const { practice, comparator, relative } = measure;
  const basis = relative?.basis ?? (practice.ratePer1000 ? 'rates' : 'counts');
  const ratio = relative?.ratioOfRatiosDispersed ?? relative?.ratioOfRatios ?? null;
  const rows = [
    ...areaRow(practice, 'practice'),
    ...(comparator ? areaRow(comparator, 'comparator') : []),
    ...estimateRow(FIGURE.change.relative(practice.area), ratio, 'relative', true),
  ];
  const texts = {
    title: relative
      ? FIGURE.change.title(
          practice.area,
          ratio?.estimate ?? null,
          ratio?.lower ?? null,
          ratio?.upper ?? null,
          measure.measure,
        )
      : FIGURE.change.titleAlone(practice.area, practice.ratePercentChange ?? practice.percentChange, measure.measure),
    subtitle: FIGURE.change.subtitle(measure.measure, basis, result.baseline.label, result.followUp.label),
    notes: [...(ratio?.dispersion ? [FIGURE.change.note(ratio.dispersion)] : []), ...notes],
    alt: FIGURE.change.alt(rows.map((row) => `${row.label}: ${row.value}.`)),
    howToRead: FIGURE.change.howToRead,
    axis: { title: FIGURE.change.axis, better: FIGURE.change.better(measure.better) },
    reference: FIGURE.change.reference,
  };
  const data = { rows, scale: 'linear', unit: 'percent', reference: 0, stretch: null } as const;
  return figureOf(`change-${measure.measure}`, texts, context, changeTable(measure, rows), (options) =>
    intervalsChart(data, texts, options),
  );
}

function areaRow(area: AreaChange, subject: IntervalRow['subject']): readonly IntervalRow[] {
  return estimateRow(area.area, area.rateRatioDispersed ?? area.rateRatio, subject, false);
}

function estimateRow(
  label: string,
  ratio: Estimate | null,
  subject: IntervalRow['subject'],
  strong: boolean,
): readonly IntervalRow[] {
  const estimate = percentOf(ratio?.estimate ?? null);
  if (estimate === null) return [];
  const lower = percentOf(ratio?.lower ?? null);
  const upper = percentOf(ratio?.upper ?? null);
  return [{ label, value: FIGURE.change.value(estimate, lower, upper), estimate, lower, upper, subject, strong }];
}

function changeTable(measure: CountComparison, rows: readonly IntervalRow[]): Table {
  return {
    type: 'table',
    id: slug(`change-${measure.measure}-table`),
    caption: FIGURE.change.caption,
    columns: [
      left(FIGURE.change.what),
      right(FIGURE.change.estimate),
      right(FIGURE.change.lower),
      right(FIGURE.change.upper),
    ],
    rows: rows.map((row) => [
      textCell(row.label),
      percentCell(row.estimate),
      percentCell(row.lower),
      percentCell(row.upper),
    ]),
    folded: true,
  };
}

/**
 * The ratio of ratios for every pair of financial years, the pair of this comparison marked; with a date of the change only pairs
 * around it. None without a choice of years.
 */
export function sensitivityFigure(context: FigureContext): readonly Figure[] {
  const { result, notes } = context;
  const { sensitivity } = result;
  const table = sensitivityTable(result);
  if (!sensitivity || !table) return [];
  const { rows: pairs, around } = shownPairs(sensitivity);
  const years = pairs.filter((row) => row.kind === 'financial-year');
  if (years.length < 2) return [];
  const isChosen = (row: SensitivityRow) =>
    row.baseline === result.baseline.label && row.followUp === result.followUp.label;
  const rows = years.map((row): IntervalRow => {
    const label = FIGURE.sensitivity.row(row.baseline, row.followUp, isChosen(row));
    return {
      label,
      value: FIGURE.sensitivity.value(row.ratioOfRatios, row.lower, row.upper),
      estimate: row.ratioOfRatios,
      lower: row.lower,
      upper: row.upper,
      subject: isChosen(row) ? 'relative' : 'other',
      strong: isChosen(row),
    };
  });
  const ratios = pairs.map(({ ratioOfRatios }) => ratioOfRatios);
  const [min, max] = [Math.min(...ratios), Math.max(...ratios)];
  const change = around ? result.intervention : null;
  const texts = {
    title: FIGURE.sensitivity.title(min, max),
    subtitle: FIGURE.sensitivity.subtitle(sensitivity.basis, result.practice, result.comparator ?? '', change),
    notes,
    alt: FIGURE.sensitivity.alt(pairs.length, min, max),
    howToRead: FIGURE.sensitivity.howToRead,
    axis: { title: FIGURE.sensitivity.axis, better: null },
    reference: FIGURE.sensitivity.reference,
  };
  const stretch = { from: min, to: max, label: FIGURE.sensitivity.band(around) };
  const data = { rows, scale: 'log', unit: 'number', reference: 1, stretch } as const;
  return [figureOf('sensitivity', texts, context, table, (options) => intervalsChart(data, texts, options))];
}
