import type { CompareResult } from '../../analysis/compare/result.ts';
import type { EvaluateResult } from '../../analysis/evaluate/result.ts';
import { textCell, valueCell } from '../cells.ts';
import { compareNumbers } from '../compare/numbers.ts';
import type { Cell, Table } from '../document.ts';
import { evaluateRows } from '../evaluate/numbers.ts';

/** Every number of a report in the columns of a comparison; of the evaluation `basis` names the model, and no year is. */
export function reportNumbers(compare: CompareResult, evaluation: EvaluateResult | null): Table {
  const plain = (value: number | null): Cell => valueCell(value === null ? '' : String(value), value);
  const rows = evaluation ? evaluateRows(evaluation) : [];
  return compareNumbers(
    compare,
    rows.map(({ model, area, statistic, value, estimate }) => [
      textCell(evaluation?.design.measure ?? ''),
      textCell(model),
      textCell(area),
      textCell(''),
      textCell(''),
      textCell(statistic),
      plain(value),
      plain(estimate?.lower ?? null),
      plain(estimate?.upper ?? null),
      plain(estimate?.p ?? null),
      textCell(estimate?.method ?? ''),
    ]),
  );
}
