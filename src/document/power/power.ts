import type { DetectableChange, PowerResult } from '../../analysis/power/result.ts';
import type { Finding } from '../../finding.ts';
import { POWER, POWER_METHODS } from '../../messages/power/findings.ts';
import { number, percent } from '../../messages/words/format.ts';
import { NUMBERS } from '../../messages/words/numbers.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import { cautionsSection, methodsSection } from '../compare/compare.ts';
import type { Cell, Doc, Figure, Table } from '../document.ts';
import { paragraphs, placing } from '../placing.ts';

const { headings } = POWER;

/** A power calculation as a document: the answer, a table over list sizes, every design, methods. */
export function powerDocument(
  { detectable }: PowerResult,
  findings: readonly Finding[],
  figures: readonly Figure[] = [],
  asked: number | null = null,
): Doc {
  const [first] = detectable;
  const placed = placing(findings);
  return placed.close<Doc>({
    title: POWER.title,
    subtitle: first ? POWER.subtitle(first.rate, first.quartersBefore, first.quartersAfter) : null,
    language: 'en-GB',
    notes: [],
    blocks: [
      { type: 'section', id: 'summary', heading: POWER.summary, blocks: paragraphs(placed.at('lead'), 'lead') },
      {
        type: 'section',
        id: 'sizes',
        heading: POWER.table,
        blocks: figures.length > 0 ? figures : [sizesTable(detectable)],
      },
      { type: 'section', id: 'designs', heading: POWER.detail, blocks: [designsTable(detectable, asked)] },
      cautionsSection(placed.at('cautions')),
      methodsSection(POWER_METHODS, []),
    ],
  });
}

/** No fall at all is said in a word. */
const fallCell = (row: DetectableChange | undefined): Cell =>
  row?.percentChange == null ? valueCell(POWER.none, null) : valueCell(percent(row.percentChange), row.percentChange);

const shareCell = (share: number | null): Cell =>
  share === null ? valueCell('–', null) : valueCell(`${number(100 * share, 1)}%`, share);

/** The smallest fall of each design by list size. */
export function sizesTable(rows: readonly DetectableChange[]): Table {
  const sizes = [...new Set(rows.map(({ listSize }) => listSize))].sort((a, b) => a - b);
  const of = (listSize: number, part: string) =>
    rows.find((row) => row.listSize === listSize && row.design.endsWith(part));
  return {
    type: 'table',
    id: 'sizes',
    caption: POWER.caption(rows[0]?.power ?? 0.8, rows[0]?.alpha ?? 0.05),
    columns: [headings.listSize, headings.years, headings.level, headings.end, headings.slope].map(right),
    rows: sizes.map((size) => [
      numberCell(size),
      ...['two-years', '-level', '-end', '-slope'].map((part) => fallCell(of(size, part))),
    ]),
    folded: false,
  };
}

/** A change that is named is one of the level: as a slope it would be that much every quarter. */
const isSlope = ({ design }: DetectableChange): boolean => design === 'trend' || design.endsWith('-slope');

function designsTable(rows: readonly DetectableChange[], asked: number | null): Table {
  const [first] = rows;
  return {
    type: 'table',
    id: 'designs',
    caption: POWER.detailCaption,
    columns: [
      left(headings.design),
      right(headings.fall),
      right(headings.rise),
      right(headings.simulated),
      ...(asked === null ? [] : [right(POWER.powerOf(asked))]),
    ],
    rows: rows
      .filter(({ listSize }) => listSize === first?.listSize)
      .map((row) => [
        textCell(POWER.designs[row.design]),
        row.design === 'two-years-exact' ? valueCell('', null) : fallCell(row),
        valueCell(percent(row.percentIncrease), row.percentIncrease),
        valueCell(percent(row.simulated?.percentChange ?? null), row.simulated?.percentChange ?? null),
        ...(asked === null ? [] : [shareCell(isSlope(row) ? null : row.powerOfChange)]),
      ]),
    folded: false,
  };
}

/** Every number, unrounded: one row a design and list size. */
export function powerNumbers({ detectable }: PowerResult): Table {
  const [first] = detectable;
  const others = (Object.keys(first ?? {}) as (keyof DetectableChange)[]).filter(
    (name) => name !== 'simulated' && name !== 'design',
  );
  const names: readonly (keyof DetectableChange)[] = ['design', ...others];
  const cell = (value: string | number | null): Cell =>
    typeof value === 'number' ? valueCell(String(value), value) : textCell(value ?? '');
  return {
    type: 'table',
    id: 'numbers',
    caption: NUMBERS.caption,
    columns: [...names.map(left), right('simulatedPower'), right('simulatedPercentChange')],
    rows: detectable.map((row) => [
      ...names.map((name) => cell(row[name] as string | number | null)),
      cell(row.simulated?.power ?? null),
      cell(row.simulated?.percentChange ?? null),
    ]),
    folded: false,
  };
}
