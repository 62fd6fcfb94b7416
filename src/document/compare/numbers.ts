import type { AreaChange, CompareResult, Contrast } from '../../analysis/compare/result.ts';
import { isCost } from '../../analysis/compare/result.ts';
import { NUMBERS } from '../../messages/words/numbers.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { left, right, textCell, valueCell } from '../cells.ts';
import type { Cell, Table } from '../document.ts';

interface Row {
  readonly measure: string;
  readonly basis: string;
  readonly area: string;
  readonly statistic: string;
  readonly value: number | null;
  readonly estimate?: Estimate;
}

/** Every number of a comparison, unrounded, one a row: for spreadsheets and programs. `more`: further rows of the same columns. */
export function compareNumbers(result: CompareResult, more: Table['rows'] = []): Table {
  const rows = result.measures.flatMap((measure): readonly Row[] =>
    isCost(measure)
      ? [
          ...contrastRows(measure.measure, 'nominal', measure.nominal),
          ...(measure.real ? contrastRows(measure.measure, `real ${measure.real.priceYear}`, measure.real) : []),
        ]
      : contrastRows(measure.measure, measure.relative?.basis ?? 'count', measure),
  );
  return {
    type: 'table',
    id: 'numbers',
    caption: NUMBERS.caption,
    columns: [
      ...[NUMBERS.measure, NUMBERS.basis, NUMBERS.area, NUMBERS.baseline, NUMBERS.followUp, NUMBERS.statistic].map(
        left,
      ),
      ...[NUMBERS.value, NUMBERS.lower, NUMBERS.upper, NUMBERS.p].map(right),
      left(NUMBERS.method),
    ],
    rows: [
      ...rows.map((row) => [
        textCell(row.measure),
        textCell(row.basis),
        textCell(row.area),
        textCell(result.baseline.label),
        textCell(result.followUp.label),
        textCell(row.statistic),
        plain(row.value),
        plain(row.estimate?.lower ?? null),
        plain(row.estimate?.upper ?? null),
        plain(row.estimate?.p ?? null),
        textCell(row.estimate?.method ?? ''),
      ]),
      ...more,
    ],
    folded: true,
  };
}

function contrastRows(measure: string, basis: string, contrast: Contrast): readonly Row[] {
  const { practice, comparator, relative, counterfactual } = contrast;
  const pair = comparator ? `${practice.area} | ${comparator.area}` : practice.area;
  const estimateRow = (area: string, statistic: string, estimate: Estimate | null): readonly Row[] =>
    estimate ? [{ measure, basis, area, statistic, value: estimate.estimate, estimate }] : [];
  const areaRows = (area: AreaChange): readonly Row[] => [
    { measure, basis, area: area.area, statistic: 'baseline', value: area.baseline },
    { measure, basis, area: area.area, statistic: 'followUp', value: area.followUp },
    { measure, basis, area: area.area, statistic: 'change', value: area.change },
    { measure, basis, area: area.area, statistic: 'percentChange', value: area.percentChange },
    ...(area.ratePer1000
      ? [
          { measure, basis, area: area.area, statistic: 'ratePer1000.baseline', value: area.ratePer1000.baseline },
          { measure, basis, area: area.area, statistic: 'ratePer1000.followUp', value: area.ratePer1000.followUp },
        ]
      : []),
    ...estimateRow(area.area, 'rateRatio', area.rateRatio),
    ...estimateRow(area.area, 'rateRatioDispersed', area.rateRatioDispersed),
    ...estimateRow(area.area, 'trend.slope', area.trend?.slope ?? null),
    ...(area.trend
      ? [
          {
            measure,
            basis,
            area: area.area,
            statistic: `trend.fitted.percentChange ${area.trend.from} to ${area.trend.to}`,
            value: area.trend.fitted.percentChange,
          },
        ]
      : []),
  ];
  return [
    ...areaRows(practice),
    ...(comparator ? areaRows(comparator) : []),
    ...(relative
      ? [
          { measure, basis, area: pair, statistic: 'percentagePoints', value: relative.percentagePoints },
          ...estimateRow(pair, 'ratioOfRatios', relative.ratioOfRatios),
          ...estimateRow(pair, 'ratioOfRatiosDispersed', relative.ratioOfRatiosDispersed),
          ...estimateRow(pair, 'ratioOfRatiosOnCounts', relative.ratioOfRatiosOnCounts),
        ]
      : []),
    ...(counterfactual
      ? [
          { measure, basis, area: pair, statistic: 'counterfactual.expected', value: counterfactual.expected },
          ...estimateRow(pair, 'counterfactual.avoided', counterfactual.avoided),
        ]
      : []),
  ];
}

/** The unrounded number; empty where it is unknown. */
const plain = (value: number | null): Cell => valueCell(value === null ? '' : String(value), value);
