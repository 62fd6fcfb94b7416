import type { ReportedItem } from '../../analysis/evaluate/reporting.ts';
import { REPORTING, REPORTING_TITLES, reportedText } from '../../messages/evaluate/reporting.ts';
import { REFERENCES } from '../../messages/words/references.ts';
import { STANDARDS, type StandardName } from '../../reference/reporting-standards.ts';
import { left, textCell } from '../cells.ts';
import type { References, Section, Table } from '../document.ts';
import { type Placing, paragraphs } from '../placing.ts';
import { slug } from '../slug.ts';

const { headings, statuses } = REPORTING;

/** The checklist of the reporting standards: how much is reported, then a folded table for each standard. */
export function reportingSection(items: readonly ReportedItem[], placed: Placing): Section {
  return {
    type: 'section',
    id: 'reporting',
    heading: REPORTING.heading,
    blocks: [
      ...paragraphs(placed.at('reporting'), 'body'),
      ...STANDARDS.map((standard) => standardTable(standard, items)),
    ],
  };
}

/** Where the standards can be read, and reviews of how such studies are reported. */
export const REPORTING_REFERENCES: References['items'] = [
  REFERENCES.bernal,
  REFERENCES.hudson,
  REFERENCES.turner,
  REFERENCES.epoc,
  REFERENCES.record,
  REFERENCES.squire,
  REFERENCES.tidier,
];

function standardTable(standard: StandardName, all: readonly ReportedItem[]): Table {
  const items = all.filter((one) => one.standard === standard);
  const reported = items.filter(({ status }) => status !== 'not-reported').length;
  return {
    type: 'table',
    id: `reporting-${slug(standard)}`,
    caption: REPORTING.caption(standard, reported, items.length),
    columns: [left(headings.item), left(headings.asks), left(headings.status), left(headings.text)],
    rows: items.map((one) => [
      textCell(one.item),
      textCell(REPORTING_TITLES[one.item] ?? ''),
      { text: statuses[one.status], mark: one.status === 'not-reported' ? 'insufficient' : 'pass' },
      textCell(itemText(one)),
    ]),
    folded: true,
  };
}

/** The authors' words, what the tool knows, or both; a dash for neither. */
function itemText(item: ReportedItem): string {
  const known = reportedText(item);
  if (item.given === null) return known ?? '–';
  return known === null ? item.given : `${item.given} ${REPORTING.tool(known)}`;
}
