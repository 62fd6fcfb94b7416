import type { SpecificationCurve, SpecifiedComparator } from '../../analysis/evaluate/specification-result.ts';
import { EVALUATE } from '../../messages/evaluate/document.ts';
import { modelName } from '../../messages/evaluate/words.ts';
import { listed, percent, pValue } from '../../messages/words/format.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import type { Table } from '../document.ts';

const { headings } = EVALUATE;

/** How a comparator is spoken of, by its name in the result. */
export const comparatorName = (name: string): string => (name === 'similar-size' ? EVALUATE.similarSize : name);

const ofRatio = (value: number): string => percent(100 * (value - 1));

/** Every specification: what a specification curve draws. */
export function specificationsTable({ specifications, comparators }: SpecificationCurve): Table {
  const several = comparators.length > 1;
  const nameOf = (model: string) => EVALUATE.specified[model] ?? modelName(model);
  return {
    type: 'table',
    id: 'specifications',
    caption: EVALUATE.sensitivityCaption,
    columns: [
      left(headings.model),
      ...(several ? [left(headings.comparator)] : []),
      left(headings.seasons),
      right(headings.window),
      right(headings.meanEffect),
      right(headings.interval),
      right(headings.p),
    ],
    rows: specifications.map((one) => [
      textCell(one.primary ? EVALUATE.isPrimary(nameOf(one.model)) : nameOf(one.model)),
      ...(several ? [textCell(comparatorName(one.comparator))] : []),
      textCell(one.seasons ? EVALUATE.yes : EVALUATE.no),
      textCell(`${one.before} + ${one.after}`),
      valueCell(ofRatio(one.estimate), one.estimate),
      textCell(`${ofRatio(one.lower)} to ${ofRatio(one.upper)}`),
      valueCell(pValue(one.p), one.p),
    ]),
    folded: true,
  };
}

/** The comparators of a specification curve with their areas; null where there is one. */
export function comparatorsTable({ comparators }: SpecificationCurve): Table | null {
  if (comparators.length < 2) return null;
  return {
    type: 'table',
    id: 'comparators',
    caption: EVALUATE.comparatorsCaption,
    columns: [
      left(headings.comparator),
      left(headings.kind),
      left(headings.areas),
      right(headings.people),
      right(headings.quarters),
    ],
    rows: comparators.map((one) => [
      textCell(comparatorName(one.name)),
      textCell(EVALUATE.comparatorKinds[one.kind]),
      textCell(areasOf(one)),
      numberCell(one.listSize),
      numberCell(one.quarters),
    ]),
    folded: false,
  };
}

/** How many areas a cell names. */
const NAMED = 6;

function areasOf({ areas }: SpecifiedComparator): string {
  if (areas.length <= NAMED) return listed(areas);
  return EVALUATE.andMore(areas.slice(0, NAMED), areas.length - NAMED);
}
