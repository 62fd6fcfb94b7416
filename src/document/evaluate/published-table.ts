import type { PercentReading, PublishedPercent } from '../../analysis/evaluate/published-result.ts';
import { EVALUATE } from '../../messages/evaluate/document.ts';
import { READING } from '../../messages/evaluate/published.ts';
import { signed } from '../../messages/words/format.ts';
import { measureName } from '../../messages/words/measures.ts';
import { left, percentCell, right, textCell, valueCell } from '../cells.ts';
import type { Table } from '../document.ts';

const { headings } = EVALUATE;

/** How many of the nearest are shown where no reading agrees. */
const NEAREST = 3;

/** Every published percentage with the readings of the data that print the same, or the nearest. */
export function publishedPercentTable(checks: readonly PublishedPercent[]): Table {
  return {
    type: 'table',
    id: 'published-percent',
    caption: EVALUATE.publishedCaption,
    columns: [
      left(headings.published),
      left(headings.reading),
      left(headings.basis),
      right(headings.percent),
      left(headings.agrees),
    ],
    rows: checks.flatMap(({ published, readings, elsewhere }) => {
      const { area, measure, decimals, relative } = published;
      const claim = `${area}, ${measureName(measure)}${relative ? `, ${EVALUATE.relative}` : ''}: ${signed(published.percent, decimals)}%`;
      const shown = [...shownOf(readings, published.percent), ...elsewhere.filter(({ kind }) => kind === 'years')];
      return shown.map((one) => [
        valueCell(claim, published.percent),
        textCell(`${one.area === area ? '' : `${one.area}: `}${readingName(one)}`),
        textCell(READING.basis[one.basis] ?? one.basis),
        percentCell(one.percent),
        textCell(one.area !== area ? EVALUATE.inSize : one.agrees ? EVALUATE.yes : EVALUATE.nearest),
      ]);
    }),
    folded: true,
  };
}

function shownOf(readings: readonly PercentReading[], published: number): readonly PercentReading[] {
  const agreeing = readings.filter(({ agrees }) => agrees);
  if (agreeing.length > 0) return agreeing;
  const distance = (one: PercentReading) => Math.abs(one.percent - published);
  return [...readings].sort((a, b) => distance(a) - distance(b)).slice(0, NEAREST);
}

function readingName({ kind, form, from, to }: PercentReading): string {
  const how = READING.form[form] ?? form;
  return `${READING.kind[kind]?.(from, to) ?? kind}${how === '' ? '' : `, ${how}`}`;
}
