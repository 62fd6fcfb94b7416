import type { EvaluateResult } from '../../analysis/evaluate/result.ts';
import { NUMBERS } from '../../messages/words/numbers.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { left, right, textCell, valueCell } from '../cells.ts';
import type { Cell, Table } from '../document.ts';

/** One number of an evaluation, with its interval where it has one. */
interface EvaluateRow {
  readonly model: string;
  readonly area: string;
  readonly statistic: string;
  readonly value: number | null;
  readonly estimate?: Pick<Estimate, 'lower' | 'upper' | 'se' | 'df' | 'p' | 'scale' | 'method'>;
}

/** Every number of an evaluation: estimates first, then the quarters that they were computed from. */
export function evaluateRows(result: EvaluateResult): readonly EvaluateRow[] {
  const { design, controlled, slopeDifference, detectable } = result;
  const pair = design.comparator === null ? design.practice : `${design.practice} | ${design.comparator}`;
  const primary = controlled?.primary;
  return [
    ...(detectable
      ? [{ model: 'detectable', area: pair, statistic: 'percentChange', value: detectable.percentChange }]
      : []),
    ...result.trends.flatMap((trend) => estimates('trend', trend.area, { slope: trend.slope })),
    ...estimates('slope-difference', pair, {
      logRates: slopeDifference?.logRates,
      welch: slopeDifference?.welch,
    }),
    ...result.segmented.flatMap(({ estimator, area, terms, effectAtEnd, avoided }) =>
      estimates(estimator, area, { ...terms, effectAtEnd, avoided }),
    ),
    ...(primary
      ? [
          ...estimates(primary.model, pair, {
            ...primary.terms,
            effectAtEnd: primary.effectAtEnd,
            avoided: primary.avoided,
          }),
          { model: primary.model, area: pair, statistic: 'dispersion.raw', value: primary.dispersion.raw },
        ]
      : []),
    ...(controlled?.alternatives ?? []).flatMap(({ model, terms, effectAtEnd }) =>
      estimates(model, pair, { ...terms, effectAtEnd }),
    ),
    ...estimates('pre-trend', pair, { time: controlled?.preTrend }),
    ...(result.sensitivity?.specifications ?? []).map((one) => ({
      model: one.model,
      area: `${design.practice} | ${one.comparator}`,
      statistic: `meanEffect ${one.before}+${one.after}${one.seasons ? ' seasons' : ''}`,
      value: one.estimate,
      estimate: { ...one, se: null, df: null, scale: 'log' as const, method: NUMBERS.specification },
    })),
    ...(result.placebo?.tests ?? []).flatMap(({ statistic, observed, p }) => [
      { model: 'placebo', area: design.practice, statistic, value: observed },
      { model: 'placebo', area: design.practice, statistic: `${statistic} p`, value: p },
    ]),
    ...quarterRows(result),
  ];
}

/** The same as a table, one number a row: for spreadsheets and programs. */
export function evaluateNumbers(result: EvaluateResult): Table {
  return {
    type: 'table',
    id: 'numbers',
    caption: NUMBERS.caption,
    columns: [
      ...[NUMBERS.model, NUMBERS.area, NUMBERS.statistic].map(left),
      ...[NUMBERS.value, NUMBERS.lower, NUMBERS.upper, NUMBERS.se, NUMBERS.df, NUMBERS.p].map(right),
      ...[NUMBERS.scale, NUMBERS.method].map(left),
    ],
    rows: evaluateRows(result).map(({ model, area, statistic, value, estimate }) => [
      textCell(model),
      textCell(area),
      textCell(statistic),
      plain(value),
      plain(estimate?.lower ?? null),
      plain(estimate?.upper ?? null),
      plain(estimate?.se ?? null),
      plain(estimate?.df ?? null),
      plain(estimate?.p ?? null),
      textCell(estimate?.scale ?? ''),
      textCell(estimate?.method ?? ''),
    ]),
    folded: true,
  };
}

/** What was observed, and what the primary model fitted and expected, quarter by quarter. */
function quarterRows({ design, quarters, controlled }: EvaluateResult): readonly EvaluateRow[] {
  const points = controlled?.primary?.points ?? [];
  const row = (area: string | null, what: string, period: string, value: number | null): readonly EvaluateRow[] =>
    area === null || value === null ? [] : [{ model: 'quarters', area, statistic: `${what} ${period}`, value }];
  return [
    ...quarters.flatMap(({ period, events, people, others, otherPeople }) => [
      ...row(design.practice, 'observed', period, events),
      ...row(design.practice, 'listSize', period, people),
      ...row(design.comparator, 'observed', period, others),
      ...row(design.comparator, 'listSize', period, otherPeople),
    ]),
    ...points.flatMap(({ period, fitted, counterfactual }) => [
      ...row(design.practice, 'fitted', period, fitted),
      ...row(design.practice, 'expected', period, counterfactual),
    ]),
  ];
}

function estimates(
  model: string,
  area: string,
  named: Readonly<Record<string, Estimate | null | undefined>>,
): readonly EvaluateRow[] {
  return Object.entries(named).flatMap(([statistic, estimate]) =>
    estimate ? [{ model, area, statistic, value: estimate.estimate, estimate }] : [],
  );
}

const plain = (value: number | null): Cell => valueCell(value === null ? '' : String(value), value);
