import type { ReportedItem } from '../../analysis/evaluate/reporting.ts';
import type { EvaluateResult } from '../../analysis/evaluate/result.ts';
import type { PaletteName } from '../../charts/parts/theme.ts';
import type { Finding } from '../../finding.ts';
import { EVALUATE } from '../../messages/evaluate/document.ts';
import type { Part } from '../../messages/types.ts';
import { capital, measureName } from '../../messages/words/measures.ts';
import { REFERENCES } from '../../messages/words/references.ts';
import { section } from '../blocks.ts';
import { cautionsSection, methodsSection } from '../compare/compare.ts';
import type { Block, Doc, Section, Table } from '../document.ts';
import { type Placing, paragraphs, placing } from '../placing.ts';
import { inputNotes, type Provenance, provenanceSection } from '../provenance.ts';
import { evaluateMethods, methodStatement, type StatedPlan } from './method-statement.ts';
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
  const placed = placing(findings);
  placed.leave('noted');
  return {
    title: EVALUATE.title(design.practice, design.comparator, design.intervention, design.secondIntervention),
    subtitle: EVALUATE.subtitle(capital(measureName(design.measure)), design.from, design.to, before, after),
    language: 'en-GB',
    notes: inputNotes(provenance.inputs),
    blocks: placed.close([
      section('summary', EVALUATE.summary, paragraphs(placed.at('answer'), 'lead')),
      ...evaluateSections(result, placed, figures),
      methodStatement(result, provenance.version, result.plan),
      cautionsSection(placed.at('cautions', 'assumed')),
      reportingSection(result.reporting, placed),
      methodsSection(evaluateMethods(result), [REFERENCES.abel, ...REPORTING_REFERENCES]),
      provenanceSection(provenance),
    ]),
  };
}

/** Conditions to diagnostics: what a report takes over. */
export function evaluateSections(
  result: EvaluateResult,
  placed: Placing,
  figures: EvaluateFigures | null,
): readonly Section[] {
  const { controlled, segmented, trends, gates, design } = result;
  const said = (part: Part): readonly Block[] => paragraphs(placed.at(part), 'body');
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
      ...said('slopes'),
      ...when(trends.length > 0 && trendsTable(trends)),
    ]),
    section('published', EVALUATE.published, [
      ...said('published'),
      ...when(result.publishedPercent && publishedPercentTable(result.publishedPercent)),
    ]),
    section('diagnostics', EVALUATE.diagnostics, when(segmented.length > 0 && diagnosticsTable(result))),
  ].filter(({ blocks }) => blocks.length > 0);
}

/** What every figure of an evaluation is made with. `notes` stand under each; `better` is the direction of the measure. */
export interface EvaluateFigureContext {
  readonly result: EvaluateResult;
  readonly notes: readonly string[];
  readonly palette: PaletteName;
  readonly better: 'lower' | 'higher' | 'neither';
}
