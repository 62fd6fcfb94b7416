import type {
  LeaveOneOut,
  PeerBaseline,
  Placebo,
  PlaceboStatistic,
  SyntheticControl,
  SyntheticFit,
  SyntheticPlacebo,
} from '../../analysis/evaluate/peer-result.ts';
import type { EvaluateResult } from '../../analysis/evaluate/result.ts';
import { PEER_TABLES } from '../../messages/evaluate/document.ts';
import { number, percent, plural, pValue, signed } from '../../messages/words/format.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import type { Cell, Table } from '../document.ts';

const { headings, baselines, statistics } = PEER_TABLES;

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

/** The practice's place among its peers year by year, and the comparison of years redone from each baseline. */
function baselineTables(peers: PeerBaseline): readonly Table[] {
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

/** Decimals of the percentages of log ratios; the others are counted in standard errors. */
const PERCENT_DECIMALS: Partial<Readonly<Record<PlaceboStatistic, number>>> = {
  'effect-at-end': 1,
  slope: 2,
  'ratio-of-ratios': 1,
  'slope-after': 2,
};

/** Every statistic of the placebo test: the practice's value, its rank and P, and P among areas of similar size. */
function placeboTestsTable({ areas, tests, similarSize, smallestPossibleP }: Placebo, practice: string): Table {
  const p = (value: number | null | undefined): Cell => valueCell(pValue(value ?? null), value ?? null);
  const names = Object.keys(statistics) as PlaceboStatistic[];
  const near = (statistic: PlaceboStatistic) => similarSize?.tests.find((one) => one.statistic === statistic)?.p;
  return {
    type: 'table',
    id: 'placebo-tests',
    caption: PEER_TABLES.tests(practice, areas),
    columns: [
      left(headings.statistic),
      right(headings.practice),
      right(headings.rank),
      right(headings.p),
      right(headings.pWithout),
      ...(similarSize ? [right(headings.pSimilar(similarSize.areas))] : []),
    ],
    rows: [
      ...names.flatMap((name) =>
        tests
          .filter(({ statistic }) => statistic === name)
          .map(({ observed, rank, ...test }) => [
            textCell(statistics[name]),
            observedCell(name, observed),
            valueCell(`${number(rank)} of ${number(Math.round(rank / test.p))}`, rank),
            p(test.p),
            p(test.pWithoutPractice),
            ...(similarSize ? [p(near(name))] : []),
          ]),
      ),
      [
        textCell(PEER_TABLES.smallest),
        numberCell(null),
        numberCell(null),
        p(smallestPossibleP),
        p(smallestPossibleP),
        ...(similarSize ? [p(similarSize.smallestPossibleP)] : []),
      ],
    ],
    folded: false,
  };
}

function observedCell(statistic: PlaceboStatistic, observed: number): Cell {
  const decimals = PERCENT_DECIMALS[statistic];
  if (decimals === undefined) return valueCell(signed(observed, 2), observed);
  const value = 100 * Math.expm1(observed);
  return valueCell(percent(value, decimals), value);
}
