import type { PeerBaseline } from '../../analysis/evaluate/baseline-result.ts';
import { PEER_TABLES } from '../../messages/evaluate/peer-tables.ts';
import { number, percent, plural, pValue } from '../../messages/words/format.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import type { Table } from '../document.ts';

const { headings, baselines } = PEER_TABLES;

/** The practice's place among its peers year by year, and the comparison of years redone from each baseline. */
export function baselineTables(peers: PeerBaseline): readonly Table[] {
  return [yearsTable(peers), redoneTable(peers)].filter(({ rows }) => rows.length > 0);
}

function yearsTable({ years, areas }: PeerBaseline): Table {
  return {
    type: 'table',
    id: 'baseline-years',
    caption: PEER_TABLES.years,
    columns: [left(headings.year), right(headings.rank), right(headings.rate), right(headings.shrunken)],
    rows: years.map(({ from, to, rank, ratio, shrunken }) => [
      textCell(`${from} to ${to}`),
      valueCell(`${number(rank)} of ${number(areas)}`, rank),
      numberCell(ratio, 2),
      numberCell(shrunken, 2),
    ]),
    folded: false,
  };
}

function redoneTable({ ratioOfRatios, shrunkenRatioOfRatios, earlier }: PeerBaseline): Table {
  const rows: readonly (readonly [string, Estimate | null | undefined])[] = [
    [baselines.last, ratioOfRatios],
    [baselines.lastDrawn, shrunkenRatioOfRatios],
    [baselines.all(plural(earlier?.years ?? 0, 'year')), earlier?.ratioOfRatios],
    [baselines.allDrawn, earlier?.shrunkenRatioOfRatios],
    [baselines.without, earlier?.withoutLastYear],
  ];
  return {
    type: 'table',
    id: 'baseline-redone',
    caption: PEER_TABLES.redone,
    columns: [left(headings.baseline), right(headings.difference), right(headings.interval), right(headings.p)],
    rows: rows.flatMap(([baseline, ratio]) => (ratio ? [redoneRow(baseline, ratio)] : [])),
    folded: false,
  };
}

function redoneRow(baseline: string, { estimate, lower, upper, p }: Estimate) {
  const change = (ratio: number | null) => (ratio === null ? null : 100 * (ratio - 1));
  return [
    textCell(baseline),
    valueCell(percent(change(estimate)), change(estimate)),
    textCell(`${percent(change(lower))} to ${percent(change(upper))}`),
    valueCell(pValue(p), p),
  ];
}
