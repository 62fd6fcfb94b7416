import type { ReportedItem } from '../../analysis/evaluate/reporting-result.ts';
import type { EvaluateResult } from '../../analysis/evaluate/result.ts';
import type { Finding } from '../../finding.ts';
import { EVALUATE } from '../../messages/evaluate/document.ts';
import { capital, measureName } from '../../messages/words/measures.ts';
import { REFERENCES } from '../../messages/words/references.ts';
import { findingText } from '../../messages.ts';
import { cautionsSection, methodsSection } from '../compare/compare.ts';
import type { Block, Doc, Section, Table } from '../document.ts';
import { inputNotes, type Provenance, provenanceSection } from '../provenance.ts';
import { methodStatement, type StatedPlan } from './method-statement.ts';
import { evaluateMethods } from './methods.ts';
import { peerTables } from './peer-tables.ts';
import { publishedPercentTable } from './published-table.ts';
import { REPORTING_REFERENCES, reportingSection } from './reporting.ts';
import { comparatorsTable, specificationsTable } from './specification-tables.ts';
import {
  diagnosticsTable,
  effectsTable,
  gatesTable,
  primaryTable,
  segmentedTable,
  slopesTable,
  trendsTable,
} from './tables.ts';

/** Drawn charts, section by section; a terminal and Markdown go without. */
export interface EvaluateFigures {
  readonly primary: readonly Block[];
  readonly spread: readonly Block[];
  readonly sensitivity: readonly Block[];
  readonly placebo: readonly Block[];
  readonly segmented: readonly Block[];
}

/** An evaluation with what surrounds it: the plan, and the items of the reporting standards. */
export interface ReportedEvaluation extends EvaluateResult {
  readonly plan: StatedPlan | null;
  readonly reporting: readonly ReportedItem[];
}

/** An evaluation as a document: what was found, on which conditions, by which models, and what to bear in mind. */
export function evaluateDocument(
  result: ReportedEvaluation,
  findings: readonly Finding[],
  provenance: Provenance,
  figures: EvaluateFigures | null = null,
): Doc {
  const { design } = result;
  const { before, after } = result.controlled ? design : design.own;
  return {
    title: EVALUATE.title(design.practice, design.comparator, design.intervention, design.secondIntervention),
    subtitle: EVALUATE.subtitle(capital(measureName(design.measure)), design.from, design.to, before, after),
    language: 'en-GB',
    notes: inputNotes(provenance.inputs),
    blocks: [
      section('summary', EVALUATE.summary, evaluateLead(findings)),
      ...evaluateSections(result, findings, figures),
      methodStatement(result, provenance.version, result.plan),
      cautionsSection(findings),
      reportingSection(result.reporting, findings),
      methodsSection(evaluateMethods(result), [REFERENCES.abel, ...REPORTING_REFERENCES]),
      provenanceSection(provenance),
    ],
  };
}

/** Findings that stand in a section of their own; the others are the summary. */
const PLACED: Readonly<Record<string, readonly string[]>> = {
  primary: ['evaluate.terms'],
  spread: ['evaluate.spread'],
  placebo: [
    'evaluate.placebo',
    'evaluate.placebo-in-time',
    'evaluate.leave-one-out',
    'evaluate.synthetic',
    'evaluate.synthetic-checks',
  ],
  published: ['evaluate.published', 'evaluate.published-percent'],
  trends: ['evaluate.slope-difference'],
  reporting: ['evaluate.reporting'],
};
/** Findings of the evaluation, and of what a report makes of it. */
const SPOKEN = /^(evaluate|report)\./;
/** What a reader of the summary alone has to know: that nothing was fitted, or on how little. */
const FIRST: readonly string[] = [
  'evaluate.no-intervention',
  'evaluate.too-few-quarters',
  'evaluate.exploratory',
  'evaluate.comparator-too-short',
  'evaluate.extreme-baseline',
  'evaluate.one-area-decides',
  'evaluate.no-comparator',
  'compare.list-size-step',
];
/** A quarter that decides the answer belongs there too. */
const isFirst = ({ id, slots }: Finding): boolean =>
  FIRST.includes(id) || (id === 'evaluate.outlier' && slots.decides === true);

/** The sentences that an evaluation begins with: the detectable change, the answer, how fragile it is. */
export function evaluateLead(findings: readonly Finding[]): readonly Block[] {
  const placed = Object.values(PLACED).flat();
  return findings
    .filter((one) => (one.kind === 'finding' ? SPOKEN.test(one.id) && !placed.includes(one.id) : isFirst(one)))
    .map((one): Block => ({ type: 'paragraph', role: 'lead', text: findingText(one) }));
}

/** Conditions to diagnostics: what a report takes over. */
export function evaluateSections(
  result: EvaluateResult,
  findings: readonly Finding[],
  figures: EvaluateFigures | null,
): readonly Section[] {
  const { controlled, segmented, trends, gates, design } = result;
  const said = (id: string): readonly Block[] =>
    findings
      .filter((one) => PLACED[id]?.includes(one.id))
      .map((one): Block => ({ type: 'paragraph', role: 'body', text: findingText(one) }));
  const hasRows = ({ rows }: Table) => rows.length > 0;
  const when = (table: Table | false | null | undefined): readonly Block[] => (table ? [table] : []);
  const primary = controlled?.primary;
  return [
    section('gates', EVALUATE.gates, [
      { type: 'paragraph', role: 'body', text: EVALUATE.gatesIntro },
      gatesTable(gates),
    ]),
    section('primary', EVALUATE.primary, [
      ...said('primary'),
      ...(figures?.primary ?? []),
      ...when(primary && primaryTable(primary, design.to)),
    ]),
    section('spread', EVALUATE.spread, [
      ...said('spread'),
      ...(figures?.spread ?? []),
      ...(controlled && controlled.alternatives.length > 0
        ? [effectsTable(controlled), slopesTable(controlled)].filter(hasRows)
        : []),
    ]),
    section(
      'sensitivity',
      EVALUATE.sensitivity,
      result.sensitivity
        ? [
            ...(figures?.sensitivity ?? [specificationsTable(result.sensitivity)]),
            ...when(comparatorsTable(result.sensitivity)),
          ]
        : [],
    ),
    section('placebo', EVALUATE.placebo, [...said('placebo'), ...(figures?.placebo ?? []), ...peerTables(result)]),
    section('segmented', EVALUATE.segmented, [
      ...(figures?.segmented ?? []),
      ...when(segmented.length > 0 && segmentedTable(segmented)),
    ]),
    section('trends', trends.length > 0 ? EVALUATE.trends : EVALUATE.slopes, [
      ...said('trends'),
      ...when(trends.length > 0 && trendsTable(trends)),
    ]),
    section('published', EVALUATE.published, [
      ...said('published'),
      ...when(result.publishedPercent && publishedPercentTable(result.publishedPercent)),
    ]),
    section('diagnostics', EVALUATE.diagnostics, when(segmented.length > 0 && diagnosticsTable(result))),
  ].filter(({ blocks }) => blocks.length > 0);
}

const section = (id: string, heading: string, blocks: readonly Block[]): Section => ({
  type: 'section',
  id,
  heading,
  blocks,
});
