import type { CompareResult } from '../../analysis/compare/result.ts';
import type { ControlChartResult } from '../../analysis/control-chart/result.ts';
import type { RunChartResult } from '../../analysis/run-chart/result.ts';
import type { Finding } from '../../finding.ts';
import { REPORT } from '../../messages/report/findings.ts';
import { REFERENCES } from '../../messages/words/references.ts';
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
import { type EvaluateFigures, evaluateLead, evaluateSections, type ReportedEvaluation } from '../evaluate/evaluate.ts';
import { methodStatement } from '../evaluate/method-statement.ts';
import { evaluateMethods } from '../evaluate/methods.ts';
import { REPORTING_REFERENCES, reportingSection } from '../evaluate/reporting.ts';
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
  const compared = compareSections(compare, findings, figures ? compareFigures(compare, notes, palette) : null);
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
    blocks: [
      ...(summary ? [withEvaluation(summary, findings)] : []),
      ...rest.slice(0, place),
      runSection,
      ...controlSections,
      ...rest.slice(place),
      ...(evaluation ? [evaluationSection(evaluation.result, evaluation.figures, findings, provenance)] : []),
      cautionsSection(findings),
      ...(evaluation ? [reportingSection(evaluation.result.reporting, findings)] : []),
      methodsSection(compareMethods(compare), [REFERENCES.abel]),
      ...(evaluation ? [evaluationMethods(evaluation.result)] : []),
      section('run-chart-methods', REPORT.runChartMethods, runChartMethods(runCharts)),
      ...(controlCharts.length > 0
        ? [section('control-chart-methods', REPORT.controlChartMethods, controlMethods(controlCharts))]
        : []),
      settingsSection(compare),
      provenanceSection(provenance),
    ],
  };
}

/** What of the evaluation stands in the summary of a report: the answer, or that there is none. */
const MAIN: readonly string[] = [
  'evaluate.too-few-quarters',
  'evaluate.comparator-too-short',
  'evaluate.exploratory',
  'evaluate.effect',
  'evaluate.single-area',
  'evaluate.avoided',
  'evaluate.extreme-baseline',
  'evaluate.one-area-decides',
  'evaluate.outlier',
  'compare.list-size-step',
  'report.two-answers',
  'report.opposite-answers',
];

/** The summary with the evaluation's main sentences after its own. */
function withEvaluation(summary: Section, findings: readonly Finding[]): Section {
  const main = evaluateLead(findings.filter(({ id }) => MAIN.includes(id)));
  const isLead = (block: Block): boolean => block.type === 'paragraph' && block.role === 'lead';
  const end = summary.blocks.findLastIndex(isLead) + 1;
  return { ...summary, blocks: [...summary.blocks.slice(0, end), ...main, ...summary.blocks.slice(end)] };
}

/** The evaluation in a section of its own; trends are left to the comparison, which has them. */
function evaluationSection(
  result: ReportedEvaluation,
  figures: EvaluateFigures | null,
  findings: readonly Finding[],
  { version }: Provenance,
): Section {
  const { comparator, intervention } = result.design;
  const parts = evaluateSections({ ...result, trends: [] }, findings, figures);
  return section('evaluation', comparator === null ? REPORT.evaluationAlone : REPORT.evaluation, [
    { type: 'paragraph', role: 'body', text: REPORT.evaluationIntro(intervention ?? '', comparator) },
    ...evaluateLead(findings),
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

const section = (id: string, heading: string, blocks: readonly Block[]): Section => ({
  type: 'section',
  id,
  heading,
  blocks,
});
