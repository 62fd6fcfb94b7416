import type {
  LeaveOneOut,
  SyntheticControl,
  SyntheticFit,
  SyntheticPlacebo,
} from '../../analysis/evaluate/peer-result.ts';
import type { EvaluateResult } from '../../analysis/evaluate/result.ts';
import { PEER_TABLES } from '../../messages/evaluate/peer-tables.ts';
import { number, percent, pValue, signed } from '../../messages/words/format.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import type { Cell, Table } from '../document.ts';
import { baselineTables } from './baseline-tables.ts';
import { placeboTestsTable } from './placebo-table.ts';

const { headings } = PEER_TABLES;

/** What other areas say, as tables: the placebo test, synthetic control and weights, each area left out, the years before. */
export function peerTables(result: EvaluateResult): readonly Table[] {
  const { placebo, syntheticControl, leaveOneOut, regressionToMean, series, design } = result;
  return [
    ...(placebo ? [placeboTestsTable(placebo, design.practice)] : []),
    ...(syntheticControl
      ? [syntheticTable(syntheticControl, series[0]?.outcome ?? 'count'), weightsTable(syntheticControl)]
      : []),
    ...(leaveOneOut ? [leaveOneOutTable(leaveOneOut, design.to)] : []),
    ...(regressionToMean?.peers ? baselineTables(regressionToMean.peers) : []),
  ];
}

function syntheticTable(
  { demeaned, plain, differenceInDifferences, placebo, before, after }: SyntheticControl,
  outcome: 'rate' | 'count',
): Table {
  return {
    type: 'table',
    id: 'synthetic',
    caption: PEER_TABLES.synthetic(outcome, before, after),
    columns: [
      left(headings.form),
      right(headings.gap),
      right(headings.error),
      right(headings.ratio),
      right(headings.rank),
      right(headings.p),
    ],
    rows: [
      syntheticRow(PEER_TABLES.demeaned, demeaned, placebo.demeaned),
      syntheticRow(PEER_TABLES.plain, plain, placebo.plain),
      [
        textCell(PEER_TABLES.alike),
        valueCell(signed(differenceInDifferences, 2), differenceInDifferences),
        ...[null, null, null, null].map((none) => numberCell(none)),
      ],
    ],
    folded: false,
  };
}

function syntheticRow(form: string, fit: SyntheticFit, placebo: SyntheticPlacebo | null): readonly Cell[] {
  const rank = placebo?.rank ?? null;
  return [
    textCell(form),
    valueCell(signed(fit.att, 2), fit.att),
    numberCell(fit.preRmspe, 2),
    fit.ratio === null ? textCell(PEER_TABLES.notDefined) : numberCell(fit.ratio, 2),
    rank === null ? numberCell(null) : valueCell(`${number(rank)} of ${number(placebo?.areas ?? null)}`, rank),
    valueCell(pValue(placebo?.p ?? null), placebo?.p ?? null),
  ];
}

/** Every area that has a weight in either form, the heaviest first. */
function weightsTable({ demeaned, plain }: SyntheticControl): Table {
  const areas = [...new Set([...demeaned.weights, ...plain.weights].map(({ area }) => area))];
  const weight = (fit: SyntheticFit, name: string): Cell =>
    numberCell(fit.weights.find(({ area }) => area === name)?.weight ?? 0, 2);
  return {
    type: 'table',
    id: 'synthetic-weights',
    caption: PEER_TABLES.weights,
    columns: [left(headings.area), right(PEER_TABLES.demeaned), right(PEER_TABLES.plain)],
    rows: areas.map((area) => [textCell(area), weight(demeaned, area), weight(plain, area)]),
    folded: true,
  };
}

function leaveOneOutTable({ rows }: LeaveOneOut, period: string): Table {
  const change = (estimate: number): number => 100 * (estimate - 1);
  return {
    type: 'table',
    id: 'leave-one-out',
    caption: PEER_TABLES.leaveOneOut(period),
    columns: [left(headings.without), right(headings.effect)],
    rows: [...rows]
      .sort((a, b) => a.estimate - b.estimate)
      .map(({ without, estimate }) => [textCell(without), valueCell(percent(change(estimate)), change(estimate))]),
    folded: true,
  };
}
