import type {
  AreaChange,
  CompareResult,
  CompareSeries,
  Contrast,
  CountComparison,
  MeasureComparison,
} from '../../analysis/compare/result.ts';
import { isCost, shownPairs } from '../../analysis/compare/result.ts';
import type { Direction } from '../../data/series.ts';
import { COMPARE } from '../../messages/compare/document.ts';
import { number, pounds, pValue } from '../../messages/words/format.ts';
import { amount, lineChange } from '../../messages/words/measures.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { left, numberCell, percentCell, right, textCell, valueCell } from '../cells.ts';
import type { Cell, Table } from '../document.ts';
import { slug } from '../slug.ts';

const { headings } = COMPARE;

type Row = readonly Cell[];

/** A measure as it is shown: counts as they are, money as paid and, where deflated, in real terms. */
interface Shown {
  readonly measure: string;
  readonly unit: string;
  readonly better: Direction;
  /** null for counts. */
  readonly basis: string | null;
  readonly contrast: Contrast;
}

/** Every measure with every price basis it has, in order. */
function shownMeasures(measures: readonly MeasureComparison[]): readonly Shown[] {
  return measures.flatMap((measure): readonly Shown[] => {
    const shared = { measure: measure.measure, unit: measure.unit, better: measure.better };
    if (!isCost(measure)) return [{ ...shared, basis: null, contrast: measure }];
    const nominal = { ...shared, basis: COMPARE.costBasis.nominal, contrast: measure.nominal };
    if (!measure.real) return [nominal];
    return [nominal, { ...shared, basis: COMPARE.costBasis.real(measure.real.priceYear), contrast: measure.real }];
  });
}

function areasOf(contrast: Contrast): readonly AreaChange[] {
  return contrast.comparator ? [contrast.practice, contrast.comparator] : [contrast.practice];
}

/** Baseline, follow-up and change of every measure and area, and of the practice relative to its comparator, with a verdict. */
export function summaryTable(result: CompareResult): Table {
  return {
    type: 'table',
    id: 'summary-table',
    caption: COMPARE.summaryCaption(result.baseline.label, result.followUp.label, hasRates(result)),
    columns: [
      left(headings.measure),
      left(headings.area),
      right(result.baseline.label),
      right(result.followUp.label),
      right(headings.change),
      left(headings.verdict),
    ],
    rows: shownMeasures(result.measures).flatMap(({ measure, unit, better, basis, contrast }) => [
      ...areasOf(contrast).map((area) => [
        textCell(COMPARE.measureRow(measure, basis)),
        textCell(area.area),
        valueCell(amount(area.baseline, unit), area.baseline),
        valueCell(amount(area.followUp, unit), area.followUp),
        percentCell(area.percentChange),
        areaVerdict(area, better),
      ]),
      ...relativeRow(measure, basis, better, contrast),
    ]),
    folded: false,
  };
}

/** Whether an area's verdict is on a rate: its change is of the numbers. */
const hasRates = ({ measures }: CompareResult): boolean =>
  measures.some((measure) => !isCost(measure) && areasOf(measure).some(isOnRate));

const isOnRate = ({ rateRatio, ratePer1000 }: AreaChange): boolean => rateRatio !== null && ratePer1000 !== null;

/** The verdict on an area's rate, with the rate's own change: a growing list may turn it against the numbers. */
function areaVerdict(area: AreaChange, better: Direction): Cell {
  const cell = verdictCell(area.rateRatioDispersed ?? area.rateRatio, better);
  return isOnRate(area) ? { ...cell, text: COMPARE.ofRate(area.ratePercentChange, cell.text) } : cell;
}

function relativeRow(measure: string, basis: string | null, better: Direction, contrast: Contrast): readonly Row[] {
  const { relative, practice } = contrast;
  if (!relative || relative.relativePercentChange === null) return [];
  return [
    [
      textCell(COMPARE.measureRow(measure, basis)),
      textCell(COMPARE.relativeRow(practice.area, basis === null ? relative.basis : null)),
      textCell('–'),
      textCell('–'),
      percentCell(relative.relativePercentChange),
      verdictCell(relative.ratioOfRatiosDispersed ?? relative.ratioOfRatios, better),
    ],
  ];
}

/** In words whether a ratio is more than chance, with the mark of what that means. */
function verdictCell(ratio: Estimate | null, better: Direction): Cell {
  if (!ratio || ratio.estimate === null || ratio.lower === null || ratio.upper === null) {
    return textCell(COMPARE.verdict.unknown);
  }
  if (ratio.lower <= 1 && ratio.upper >= 1) return { text: COMPARE.verdict.chance, mark: 'common' };
  const side = ratio.estimate < 1 ? 'lower' : 'higher';
  const mark = better === 'neither' ? 'neither' : side === better ? 'improvement' : 'concern';
  return { text: COMPARE.verdict[side], mark };
}

/** Rates per 1,000 people on the list a year, with the rate ratio; null without list sizes. */
export function ratesTable(result: CompareResult): Table | null {
  const rows = shownMeasures(result.measures).flatMap(({ measure, unit, basis, contrast }) =>
    areasOf(contrast).flatMap((area): readonly Row[] => {
      if (!area.ratePer1000) return [];
      const ratio = area.rateRatioDispersed ?? area.rateRatio;
      const cell = (value: number) => valueCell(unit === 'GBP' ? pounds(value) : number(value, 1), value);
      return [
        [
          textCell(COMPARE.measureRow(measure, basis)),
          textCell(area.area),
          cell(area.ratePer1000.baseline),
          cell(area.ratePer1000.followUp),
          percentCell(area.ratePercentChange),
          textCell(COMPARE.percentInterval(ratio?.lower ?? null, ratio?.upper ?? null)),
        ],
      ];
    }),
  );
  if (rows.length === 0) return null;
  return {
    type: 'table',
    id: 'rates-table',
    caption: COMPARE.ratesCaption,
    columns: [
      left(headings.measure),
      left(headings.area),
      right(result.baseline.label),
      right(result.followUp.label),
      right(headings.change),
      right(headings.interval),
    ],
    rows,
    folded: false,
  };
}

/** Each reading of the relative change under its own name, so that none is taken for another. */
export function readingsTable(measure: CountComparison): Table {
  const { reading } = COMPARE;
  return {
    type: 'table',
    id: slug(`readings-${measure.measure}`),
    caption: COMPARE.readingsCaption,
    columns: [left(headings.reading), right(headings.value), right(headings.interval), left(headings.means)],
    rows: [
      ...pointsRows(measure),
      ...ratioRows(measure),
      ...avoidedRows(measure),
      ...trendRows(measure, reading.trendPoints),
    ],
    folded: false,
  };
}

function pointsRows({ practice, comparator, relative }: Contrast): readonly Row[] {
  if (!relative || relative.percentagePoints === null) return [];
  const mine = practice.percentChange ?? 0;
  const theirs = comparator?.percentChange ?? 0;
  return [
    [
      textCell(COMPARE.reading.points),
      valueCell(number(relative.percentagePoints, 1), relative.percentagePoints),
      textCell('–'),
      textCell(COMPARE.reading.pointsMeans(mine, theirs)),
    ],
  ];
}

function ratioRows({ relative }: Contrast): readonly Row[] {
  if (!relative) return [];
  const { ratioOfRatios, ratioOfRatiosDispersed, ratioOfRatiosOnCounts, basis } = relative;
  const name = basis === 'rates' ? COMPARE.reading.ratioRates : COMPARE.reading.ratioCounts;
  const means = (ratio: Estimate) => COMPARE.reading.ratioMeans(ratio.estimate ?? 1);
  return [
    ...estimateRow(name, ratioOfRatios, 3, means),
    ...estimateRow(name, ratioOfRatiosDispersed, 3, (ratio) => COMPARE.reading.dispersed(ratio.dispersion ?? 1)),
    ...estimateRow(COMPARE.reading.ratioCounts, ratioOfRatiosOnCounts, 3, means),
  ];
}

function avoidedRows({ counterfactual }: Contrast): readonly Row[] {
  if (!counterfactual) return [];
  const { expected, avoided, avoidedDispersed, grossValue } = counterfactual;
  const name = COMPARE.reading.avoided;
  const rows = [
    ...estimateRow(name, avoided, 0, () => COMPARE.reading.avoidedMeans(expected)),
    ...estimateRow(name, avoidedDispersed, 0, (estimate) => COMPARE.reading.dispersed(estimate.dispersion ?? 1)),
  ];
  if (!grossValue) return rows;
  const { value, meanCost, basis } = grossValue;
  return [
    ...rows,
    [
      textCell(COMPARE.reading.gross),
      valueCell(pounds(value.estimate), value.estimate),
      textCell(value.lower === null ? '–' : `${pounds(value.lower)} to ${pounds(value.upper)}`),
      textCell(
        COMPARE.reading.grossMeans(meanCost, basis === 'real' ? COMPARE.grossBasis.real : COMPARE.grossBasis.nominal),
      ),
    ],
  ];
}

function trendRows({ practice, comparator }: Contrast, name: string): readonly Row[] {
  const mine = practice.trend?.fitted.percentChange ?? null;
  const theirs = comparator?.trend?.fitted.percentChange ?? null;
  if (mine === null || theirs === null || !practice.trend) return [];
  const { from, to } = practice.trend;
  return [
    [
      textCell(name),
      valueCell(number(mine - theirs, 1), mine - theirs),
      textCell('–'),
      textCell(COMPARE.reading.trendMeans(mine, theirs, from, to)),
    ],
  ];
}

function estimateRow(
  name: string,
  estimate: Estimate | null,
  decimals: number,
  means: (estimate: Estimate) => string,
): readonly Row[] {
  if (!estimate || estimate.estimate === null) return [];
  return [
    [
      textCell(name),
      numberCell(estimate.estimate, decimals),
      textCell(COMPARE.interval(estimate.lower, estimate.upper, decimals)),
      textCell(means(estimate)),
    ],
  ];
}

/** The least-squares line of each measure and area. */
export function trendTable(result: CompareResult): Table {
  return {
    type: 'table',
    id: 'trend-table',
    caption: COMPARE.trendCaption,
    columns: [
      left(headings.measure),
      left(headings.area),
      left(headings.window),
      right(headings.quarters),
      right(headings.slope),
      right(headings.p),
      right(headings.fittedChange),
      right(headings.durbinWatson),
    ],
    rows: shownMeasures(result.measures).flatMap(({ measure, unit, basis, contrast }) =>
      areasOf(contrast).flatMap(({ area, trend }) => {
        if (!trend) return [];
        const { slope } = trend;
        return [
          [
            textCell(COMPARE.measureRow(measure, basis)),
            textCell(area),
            textCell(`${trend.from} to ${trend.to}`),
            numberCell(trend.n),
            valueCell(COMPARE.slope(slope.estimate, slope.lower, slope.upper, unit), slope.estimate),
            valueCell(pValue(slope.p), slope.p),
            valueCell(lineChange(trend.fitted.percentChange), trend.fitted.percentChange),
            numberCell(trend.durbinWatson, 2),
          ],
        ];
      }),
    ),
    folded: false,
  };
}

/** The ratio of ratios for every pair of financial years. */
export function sensitivityTable(result: CompareResult): Table | null {
  const { sensitivity } = result;
  if (!sensitivity) return null;
  const { rows, around } = shownPairs(sensitivity);
  return {
    type: 'table',
    id: 'sensitivity-table',
    caption: COMPARE.sensitivityCaption(sensitivity.basis, around ? result.intervention : null),
    columns: [
      left(headings.baseline),
      left(headings.followUp),
      right(headings.ratioOfRatios),
      right(headings.interval),
      right(headings.percentChange),
    ],
    rows: rows
      .filter((row) => row.kind === 'financial-year')
      .map((row) => [
        textCell(row.baseline),
        textCell(row.followUp),
        numberCell(row.ratioOfRatios, 3),
        textCell(COMPARE.interval(row.lower, row.upper, 3)),
        percentCell(100 * (row.ratioOfRatios - 1)),
      ]),
    folded: true,
  };
}

/** The values that a chart draws, a row a quarter and a column a series. */
export function seriesTable(
  id: string,
  caption: string,
  series: readonly CompareSeries[],
  heading: (series: CompareSeries) => string,
  cell: (point: CompareSeries['points'][number], series: CompareSeries) => Cell,
): Table {
  const quarters = [
    ...new Map(series.flatMap((one) => one.points.map((point) => [point.index, point.period] as const))),
  ];
  quarters.sort(([a], [b]) => a - b);
  return {
    type: 'table',
    id: slug(id),
    caption,
    columns: [left(headings.quarter), ...series.map((one) => right(heading(one)))],
    rows: quarters.map(([index, period]) => [
      textCell(period),
      ...series.map((one) => {
        const point = one.points.find((candidate) => candidate.index === index);
        return point ? cell(point, one) : textCell('–');
      }),
    ]),
    folded: true,
  };
}
