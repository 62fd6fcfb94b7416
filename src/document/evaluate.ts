import type { EvaluateResult } from '../analysis/evaluate/result.ts';
import type { Finding } from '../finding.ts';
import { EVALUATE, EVALUATE_METHODS } from '../messages/evaluate-document.ts';
import { capital, measureName } from '../messages/measures.ts';
import { REFERENCES } from '../messages/references.ts';
import { findingText } from '../messages.ts';
import { cautionsSection, methodsSection } from './compare.ts';
import type { Block, Doc, Section, Table } from './document.ts';
import { peerTables } from './evaluate-peer-tables.ts';
import { comparatorsTable, specificationsTable } from './evaluate-specification-tables.ts';
import {
  diagnosticsTable,
  effectsTable,
  gatesTable,
  primaryTable,
  segmentedTable,
  slopesTable,
  trendsTable,
} from './evaluate-tables.ts';
import { inputNotes, type Provenance, provenanceSection } from './provenance.ts';

/** Drawn charts, section by section; a terminal and Markdown go without. */
export interface EvaluateFigures {
  readonly primary: readonly Block[];
  readonly spread: readonly Block[];
  readonly sensitivity: readonly Block[];
  readonly placebo: readonly Block[];
  readonly segmented: readonly Block[];
}

/** An evaluation as a document: what was found, on which conditions, by which models, and what to bear in mind. */
export function evaluateDocument(
  result: EvaluateResult,
  findings: readonly Finding[],
  provenance: Provenance,
  figures: EvaluateFigures | null = null,
): Doc {
  const { design } = result;
  return {
    title: EVALUATE.title(design.practice, design.comparator, design.intervention),
    subtitle: EVALUATE.subtitle(
      capital(measureName(design.measure)),
      design.from,
      design.to,
      design.before,
      design.after,
    ),
    language: 'en-GB',
    notes: inputNotes(provenance.inputs),
    blocks: [
      ...evaluateSections(result, findings, figures),
      cautionsSection(findings),
      methodsSection(EVALUATE_METHODS, [REFERENCES.abel]),
      provenanceSection(provenance),
    ],
  };
}

/** Summary to diagnostics: what a report takes over. */
export function evaluateSections(
  result: EvaluateResult,
  findings: readonly Finding[],
  figures: EvaluateFigures | null,
): readonly Section[] {
  const { controlled, segmented, trends, gates, design } = result;
  const lead = findings
    .filter(({ kind, id }) => kind === 'finding' && id.startsWith('evaluate.'))
    .map((one): Block => ({ type: 'paragraph', role: 'lead', text: findingText(one) }));
  const when = (table: Table | false | null | undefined): readonly Block[] => (table ? [table] : []);
  const primary = controlled?.primary;
  return [
    section('summary', EVALUATE.summary, lead),
    section('gates', EVALUATE.gates, [
      { type: 'paragraph', role: 'body', text: EVALUATE.gatesIntro },
      gatesTable(gates),
    ]),
    section('primary', EVALUATE.primary, [
      ...(figures?.primary ?? []),
      ...when(primary && primaryTable(primary, design.to)),
    ]),
    section('spread', EVALUATE.spread, [
      ...(figures?.spread ?? []),
      ...(controlled && controlled.alternatives.length > 0 ? [effectsTable(controlled), slopesTable(controlled)] : []),
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
    section('placebo', EVALUATE.placebo, [...(figures?.placebo ?? []), ...peerTables(result)]),
    section('segmented', EVALUATE.segmented, [
      ...(figures?.segmented ?? []),
      ...when(segmented.length > 0 && segmentedTable(segmented)),
    ]),
    section('trends', EVALUATE.trends, when(trends.length > 0 && trendsTable(trends))),
    section('diagnostics', EVALUATE.diagnostics, when(segmented.length > 0 && diagnosticsTable(result))),
  ].filter(({ blocks }) => blocks.length > 0);
}

const section = (id: string, heading: string, blocks: readonly Block[]): Section => ({
  type: 'section',
  id,
  heading,
  blocks,
});
