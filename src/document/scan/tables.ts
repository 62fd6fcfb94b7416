import { areasWithSteps } from '../../analysis/scan/findings.ts';
import type { ScanArea, ScanResult } from '../../analysis/scan/result.ts';
import { SCAN } from '../../messages/scan/document.ts';
import { areaLabel } from '../../messages/scan/findings.ts';
import { number, percent, pounds } from '../../messages/words/format.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import { assuranceCell, variationCell } from '../control-chart/tables.ts';
import type { Cell, Table } from '../document.ts';

const { headings, numbers } = SCAN;

/** Rows of a table for people; files hold all. */
export const MOST_ROWS = 100;

/** How many areas stand where. */
export function scanSummary({ summary }: ScanResult): Table {
  const kinds = ['concern', 'neither', 'improvement', 'common', 'insufficient'] as const;
  return {
    type: 'table',
    id: 'scan-summary',
    caption: SCAN.summaryCaption,
    columns: [left(headings.verdict), right(headings.areas)],
    rows: kinds.map((kind) => [variationCell(kind), numberCell(summary.byVariation[kind])]),
    folded: false,
  };
}

/** A row an area: verdict, signals, latest value and the limits at it. `all` is how many there are without a filter. */
export function scanAreas(areas: readonly ScanArea[], all: number, unit: string): Table {
  const shown = areas.slice(0, MOST_ROWS);
  const isTargeted = areas.some(({ assurance }) => assurance !== 'none');
  const inUnit = shownAs(areas, unit);
  const isRun = areas.every(({ chart }) => chart === 'run');
  return {
    type: 'table',
    id: 'scan-areas',
    caption: SCAN.areasCaption(shown.length, all),
    columns: [
      left(headings.area),
      left(headings.variation),
      ...(isTargeted ? [left(headings.assurance)] : []),
      left(headings.signals),
      right(headings.latest),
      right(isRun ? headings.median : headings.limits),
    ],
    rows: shown.map((area) => [
      textCell(areaLabel(area.area, area.code)),
      variationCell(area.variation),
      ...(isTargeted ? [assuranceCell(area.assurance)] : []),
      textCell([...new Set(area.signals.map(({ rule }) => SCAN.ruleName(rule)))].join(', ')),
      latestCell(area, inUnit),
      isRun ? valueCell(inUnit(area.latest?.centre ?? null), area.latest?.centre ?? null) : limitsCell(area, inUnit),
    ]),
    folded: false,
  };
}

/** Values as a column shows them: money in pounds, all else with the same decimals throughout. */
type Shown = (value: number | null) => string;

/** Decimals that show the largest latest value to three digits. */
function shownAs(areas: readonly ScanArea[], unit: string): Shown {
  if (unit === 'GBP') return pounds;
  const largest = areas.reduce((most, { latest }) => Math.max(most, Math.abs(latest?.value ?? 0)), 0);
  const whole = unit === 'count' || unit === 'people' || largest === 0;
  const decimals = whole ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(largest))));
  return (value) => number(value, decimals);
}

function latestCell({ latest }: ScanArea, shown: Shown): Cell {
  if (latest === null) return textCell('');
  return valueCell(SCAN.latest(shown(latest.value), latest.period), latest.value);
}

function limitsCell({ latest }: ScanArea, shown: Shown): Cell {
  if (!latest || (latest.lower === null && latest.upper === null)) return textCell('');
  return textCell(SCAN.limits(shown(latest.lower), shown(latest.upper)));
}

/** Lasting steps, the largest first; null where there is none. */
export function scanSteps({ areas }: ScanResult): Table | null {
  const rows = areasWithSteps(areas).flatMap(({ area, code, step }) => {
    if (step === null) return [];
    const { period, before, after, change, percentChange, counterpart } = step;
    const match = counterpart
      ? SCAN.counterpart(areaLabel(counterpart.area, counterpart.code), number(counterpart.level))
      : '';
    return [
      [
        textCell(areaLabel(area, code)),
        textCell(period),
        valueCell(number(before), before),
        valueCell(number(after), after),
        valueCell(percentChange === null ? '' : percent(percentChange, 0), change),
        textCell(match),
      ],
    ];
  });
  if (rows.length === 0) return null;
  return {
    type: 'table',
    id: 'scan-steps',
    caption: SCAN.stepsCaption,
    columns: [
      left(headings.area),
      left(headings.period),
      right(headings.before),
      right(headings.after),
      right(headings.change),
      left(headings.counterpart),
    ],
    rows: rows.slice(0, MOST_ROWS),
    folded: false,
  };
}

/** Every area in a row, unrounded, for programs. */
export function scanNumbers(areas: readonly ScanArea[]): Table {
  return {
    type: 'table',
    id: 'numbers',
    caption: SCAN.areasCaption(areas.length, areas.length),
    columns: [
      ...[numbers.area, numbers.code, numbers.measure, numbers.chart].map(left),
      right(numbers.n),
      ...[numbers.variation, numbers.assurance, numbers.signals, numbers.period].map(left),
      ...[numbers.value, numbers.centre, numbers.lower, numbers.upper, numbers.furthest].map(right),
      left(numbers.stepPeriod),
      ...[numbers.stepBefore, numbers.stepAfter, numbers.falseAlarmRate].map(right),
    ],
    rows: areas.map(({ latest, step, ...area }) => [
      ...[area.area, area.code ?? '', area.measure, area.chart].map(textCell),
      plain(area.n),
      ...[area.variation, area.assurance].map(textCell),
      textCell([...new Set(area.signals.map(({ rule }) => rule))].join(' ')),
      textCell(latest?.period ?? ''),
      ...[latest?.value, latest?.centre, latest?.lower, latest?.upper, area.furthest].map(plain),
      textCell(step?.period ?? ''),
      ...[step?.before, step?.after, area.falseAlarmRate].map(plain),
    ]),
    folded: true,
  };
}

/** The unrounded number; empty where it is unknown. */
const plain = (value: number | null | undefined): Cell =>
  valueCell(value === null || value === undefined ? '' : String(value), value ?? null);
