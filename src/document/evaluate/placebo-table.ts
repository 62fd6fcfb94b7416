import type { Placebo, PlaceboStatistic } from '../../analysis/evaluate/peer-result.ts';
import { PEER_TABLES } from '../../messages/evaluate/peer-tables.ts';
import { number, percent, pValue, signed } from '../../messages/words/format.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import type { Cell, Table } from '../document.ts';

const { headings, statistics } = PEER_TABLES;

/** Decimals of the percentages of log ratios; the others are counted in standard errors. */
const PERCENT_DECIMALS: Partial<Readonly<Record<PlaceboStatistic, number>>> = {
  'effect-at-end': 1,
  slope: 2,
  'ratio-of-ratios': 1,
  'slope-after': 2,
};

/** Every statistic of the placebo test: the practice's value, its rank and P, and P among areas of similar size. */
export function placeboTestsTable({ areas, tests, similarSize, smallestPossibleP }: Placebo, practice: string): Table {
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
