import type { CompareResult } from '../analysis/compare/result.ts';
import type { ControlChartResult } from '../analysis/control/result.ts';
import type { RunChartResult } from '../analysis/run-chart/result.ts';
import type { Finding } from '../finding.ts';
import { COMPARE_METHODS } from '../messages/compare-document.ts';
import { REFERENCES } from '../messages/references.ts';
import { REPORT } from '../messages/report.ts';
import {
  type CompareDocumentOptions,
  cautionsSection,
  compareHeader,
  compareSections,
  methodsSection,
  settingsSection,
} from './compare.ts';
import { compareFigures } from './compare-figures.ts';
import type { Doc, Section } from './document.ts';
import { inputNotes, type Provenance, provenanceSection } from './provenance.ts';
import { runChartBlocks, runChartMethods } from './runchart.ts';
import { runChartFigure } from './runchart-figure.ts';
import { controlBlocks, controlMethods } from './spc.ts';
import { controlFigures } from './spc-figure.ts';

/** What a report is made from. */
export interface ReportParts {
  readonly compare: CompareResult;
  readonly compareFindings: readonly Finding[];
  readonly runCharts: readonly RunChartResult[];
  /** None where none were asked for. */
  readonly controlCharts: readonly ControlChartResult[];
  readonly provenance: Provenance;
}

/** The whole report: the comparison, the run charts after what changed, cautions, methods, settings, provenance. */
export function reportDocument(
  { compare, compareFindings, runCharts, controlCharts, provenance }: ReportParts,
  { figures, palette }: CompareDocumentOptions,
): Doc {
  const notes = inputNotes(provenance.inputs);
  const compared = compareSections(compare, compareFindings, figures ? compareFigures(compare, notes, palette) : null);
  const runSection: Section = {
    type: 'section',
    id: 'run-charts',
    heading: REPORT.runCharts,
    blocks: [
      { type: 'paragraph', role: 'body', text: REPORT.runChartsIntro },
      ...runChartBlocks(runCharts, { figure: figures ? runChartFigure(runCharts, notes, palette) : null }),
    ],
  };
  const controlSection: Section = {
    type: 'section',
    id: 'control-charts',
    heading: REPORT.controlCharts,
    blocks: [
      { type: 'paragraph', role: 'body', text: REPORT.controlChartsIntro },
      ...controlBlocks(controlCharts, figures ? controlFigures(controlCharts, notes, palette) : []),
    ],
  };
  const isControlled = controlCharts.length > 0;
  const place = compared.findIndex((section) => section.id === 'change') + 1 || 1;
  return {
    ...compareHeader(compare),
    language: 'en-GB',
    notes,
    blocks: [
      ...compared.slice(0, place),
      runSection,
      ...(isControlled ? [controlSection] : []),
      ...compared.slice(place),
      cautionsSection(compareFindings),
      methodsSection(COMPARE_METHODS, [REFERENCES.abel]),
      { type: 'section', id: 'run-chart-methods', heading: REPORT.runChartMethods, blocks: runChartMethods(runCharts) },
      ...(isControlled ? [controlMethodsSection(controlCharts)] : []),
      settingsSection(compare),
      provenanceSection(provenance),
    ],
  };
}

function controlMethodsSection(charts: readonly ControlChartResult[]): Section {
  return {
    type: 'section',
    id: 'control-chart-methods',
    heading: REPORT.controlChartMethods,
    blocks: controlMethods(charts),
  };
}
