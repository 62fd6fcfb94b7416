import type { CompareResult } from '../../analysis/compare/result.ts';
import type { ControlChartResult } from '../../analysis/control-chart/result.ts';
import type { RunChartResult } from '../../analysis/run-chart/result.ts';
import type { Finding } from '../../finding.ts';
import { REPORT } from '../../messages/report/findings.ts';
import type { Part } from '../../messages/types.ts';
import { REFERENCES } from '../../messages/words/references.ts';
import { section } from '../blocks.ts';
import {
  type CompareDocumentOptions,
  cautionsSection,
  compareHeader,
  compareSections,
  methodsSection,
  settingsSection,
} from '../compare/compare.ts';
import { compareFigures } from '../compare/figures.ts';
import { compareMethods } from '../compare/methods.ts';
import { controlBlocks, controlMethods } from '../control-chart/control-chart.ts';
import { controlFigures } from '../control-chart/figure.ts';
import type { Block, Doc, Section } from '../document.ts';
import { type EvaluateFigures, evaluateSections, type ReportedEvaluation } from '../evaluate/evaluate.ts';
import { evaluateMethods, methodStatement } from '../evaluate/method-statement.ts';
import { REPORTING_REFERENCES, reportingSection } from '../evaluate/reporting.ts';
import { type Placing, paragraphs, placing } from '../placing.ts';
import { inputNotes, type Provenance, provenanceSection } from '../provenance.ts';
import { runChartFigure } from '../run-chart/figure.ts';
import { runChartBlocks, runChartMethods } from '../run-chart/run-chart.ts';

/** What a report is made from. */
interface ReportParts {
  readonly compare: CompareResult;
  /** Of the comparison, the reading and the evaluation, each once. */
  readonly findings: readonly Finding[];
  readonly runCharts: readonly RunChartResult[];
  /** None where none were asked for. */
  readonly controlCharts: readonly ControlChartResult[];
  /** Null where no date of a change is named. */
  readonly evaluation: { readonly result: ReportedEvaluation; readonly figures: EvaluateFigures | null } | null;
  readonly provenance: Provenance;
}

/**
 * The whole report: the comparison, with the run charts after what changed; the evaluation; cautions, reporting checklist,
 * methods, settings, provenance.
 */
export function reportDocument(
  { compare, findings, runCharts, controlCharts, evaluation, provenance }: ReportParts,
  { figures, palette }: CompareDocumentOptions,
): Doc {
  const notes = inputNotes(provenance.inputs);
  const placed = placing(findings);
  placed.leave('noted');
  if (!evaluation) placed.leave(...EVALUATED);
  const compared = compareSections(compare, placed, figures ? compareFigures(compare, notes, palette) : null);
  const [summary, ...rest] = compared;
  const place = rest.findIndex(({ id }) => id === 'change') + 1;
  const runSection = section('run-charts', REPORT.runCharts, [
    { type: 'paragraph', role: 'body', text: REPORT.runChartsIntro },
    ...runChartBlocks(runCharts, { figure: figures ? runChartFigure(runCharts, notes, palette) : null }),
  ]);
  const controlSections =
    controlCharts.length === 0
      ? []
      : [
          section('control-charts', REPORT.controlCharts, [
            { type: 'paragraph', role: 'body', text: REPORT.controlChartsIntro },
            ...controlBlocks(controlCharts, figures ? controlFigures(controlCharts, notes, palette) : []),
          ]),
        ];
  return {
    ...compareHeader(compare),
    language: 'en-GB',
    notes,
    blocks: placed.close([
      ...(summary ? [withEvaluation(summary, placed.at('main'))] : []),
      ...rest.slice(0, place),
      runSection,
      ...controlSections,
      ...rest.slice(place),
      ...(evaluation ? [evaluationSection(evaluation.result, evaluation.figures, placed, provenance)] : []),
      cautionsSection(placed.at('cautions', 'assumed')),
      ...(evaluation ? [reportingSection(evaluation.result.reporting, placed)] : []),
      methodsSection(compareMethods(compare), [REFERENCES.abel]),
      ...(evaluation ? [evaluationMethods(evaluation.result)] : []),
      section('run-chart-methods', REPORT.runChartMethods, runChartMethods(runCharts)),
      ...(controlCharts.length > 0
        ? [section('control-chart-methods', REPORT.controlChartMethods, controlMethods(controlCharts))]
        : []),
      settingsSection(compare),
      provenanceSection(provenance),
    ]),
  };
}

/** Where an evaluation's findings stand: nowhere in a report that has none. */
const EVALUATED: readonly Part[] = ['answer', 'primary', 'spread', 'placebo', 'slopes', 'published', 'reporting'];

/** The summary with the evaluation's main sentences after its own. */
function withEvaluation(summary: Section, main: readonly Finding[]): Section {
  const isLead = (block: Block): boolean => block.type === 'paragraph' && block.role === 'lead';
  const end = summary.blocks.findLastIndex(isLead) + 1;
  return {
    ...summary,
    blocks: [...summary.blocks.slice(0, end), ...paragraphs(main, 'lead'), ...summary.blocks.slice(end)],
  };
}

/** The evaluation in a section of its own; trends are left to the comparison, which has them. */
function evaluationSection(
  result: ReportedEvaluation,
  figures: EvaluateFigures | null,
  placed: Placing,
  { version }: Provenance,
): Section {
  const { comparator, intervention } = result.design;
  const parts = evaluateSections({ ...result, trends: [] }, placed, figures);
  return section('evaluation', comparator === null ? REPORT.evaluationAlone : REPORT.evaluation, [
    { type: 'paragraph', role: 'body', text: REPORT.evaluationIntro(intervention ?? '', comparator) },
    ...paragraphs(placed.at('answer'), 'lead'),
    ...[...parts, methodStatement(result, version, result.plan)].map((part) => ({
      ...part,
      id: `evaluation-${part.id}`,
    })),
  ]);
}

function evaluationMethods(result: ReportedEvaluation): Section {
  return section('evaluation-methods', REPORT.evaluationMethods, [
    { type: 'definitions', items: evaluateMethods({ ...result, trends: [] }) },
    { type: 'references', items: REPORTING_REFERENCES },
  ]);
}
