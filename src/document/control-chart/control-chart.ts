import { controlRuleSet } from '../../analysis/control-chart/choose-rule-set.ts';
import type { ControlChartResult } from '../../analysis/control-chart/result.ts';
import type { Finding } from '../../finding.ts';
import { CONTROL_CHART } from '../../messages/control-chart/document.ts';
import { number } from '../../messages/words/format.ts';
import { PROVENANCE } from '../../messages/words/provenance.ts';
import { SIMULATION } from '../../messages/words/simulation.ts';
import { findingText } from '../../messages.ts';
import { messagesSection, section, withoutEmpty } from '../blocks.ts';
import type { Block, Definitions, Doc, Figure, Section } from '../document.ts';
import { together } from '../placing.ts';
import { inputNotes, type Provenance, provenanceSection } from '../provenance.ts';
import { ruleSetItems, ruleSetSources } from '../rules/rule-set-facts.ts';
import { controlFalseAlarms, controlHeadline, controlMeasure, controlSubtitle } from './headline.ts';
import { controlAlternatives, controlPhases, controlPoints, controlSummary } from './tables.ts';

/** What a document of control charts holds besides: its figures, and sections on what was asked for with them. */
interface ControlDocumentParts {
  readonly figures?: readonly Figure[];
  readonly sections?: readonly Section[];
}

/** Control charts alone, as a document: verdicts, chart, signals, cautions, how they were judged, provenance. */
export function controlDocument(
  charts: readonly ControlChartResult[],
  findings: readonly Finding[],
  provenance: Provenance,
  { figures = [], sections = [] }: ControlDocumentParts = {},
): Doc {
  const [first] = charts;
  return {
    title: CONTROL_CHART.title(first ? controlMeasure(first) : ''),
    // A figure says itself what it shows.
    subtitle: figures.length > 0 ? null : controlSubtitle(charts),
    language: 'en-GB',
    notes: inputNotes(provenance.inputs),
    blocks: withoutEmpty([
      ...controlBlocks(charts, figures),
      ...sections,
      messagesSection('remarks', CONTROL_CHART.cautions, together(findings, 'cautions', 'assumed', 'noted')),
      section('methods', PROVENANCE.methods, controlMethods(charts)),
      provenanceSection(provenance),
    ]),
  };
}

/** With more areas than this the verdicts stand in their sections, and one sentence leads. */
const MOST_VERDICTS = 3;

/**
 * What control charts say, verdicts first: a sentence for each area (or one for many), the table of variation and assurance,
 * the figure (or, without one, the table of points), each area's signals and cautions in sentences, limits, and what would
 * change under other choices.
 */
export function controlBlocks(
  charts: readonly ControlChartResult[],
  figures: readonly Figure[] = [],
): readonly Block[] {
  const few = charts.length <= MOST_VERDICTS;
  const verdicts = charts.flatMap(({ findings }) => findings.slice(0, 1).map((one) => findingText(one)));
  const lead = few ? verdicts : [`${controlHeadline(charts)}.`];
  return [
    ...lead.map((text): Block => ({ type: 'paragraph', role: 'lead', text })),
    controlSummary(charts),
    ...figures,
    ...charts
      .map((chart, i) =>
        messagesSection(`control-chart-${i + 1}`, chart.area, together(chart.findings, 'chart').slice(few ? 1 : 0)),
      )
      .filter(({ blocks }) => blocks.length > 0),
    controlPhases(charts),
    controlAlternatives(charts) ?? { type: 'paragraph', role: 'body', text: CONTROL_CHART.unchanged },
    ...(figures.length > 0 ? [] : [controlPoints(charts)]),
  ];
}

/** How the charts were judged: chart, constants, rule set and its policies, false alarms; and the sources. */
export function controlMethods(charts: readonly ControlChartResult[]): readonly Block[] {
  const [first] = charts;
  if (!first) return [];
  const ruleSet = controlRuleSet(first.ruleSet);
  return [
    { type: 'definitions', items: [...limitItems(charts, first), ...ruleSetItems(ruleSet), ...closingItems(charts)] },
    { type: 'references', items: ruleSetSources(ruleSet) },
  ];
}

const { methods } = CONTROL_CHART;

function limitItems(charts: readonly ControlChartResult[], { screened }: ControlChartResult): Definitions['items'] {
  const kinds = [...new Set(charts.map(({ chart }) => chart))];
  const constants = [...new Map(charts.flatMap((chart) => Object.entries(chart.constants)))];
  return [
    { term: methods.chart, text: kinds.map((kind) => methods.chartText(kind)).join('; ') },
    ...(constants.length === 0
      ? []
      : [
          {
            term: methods.constants,
            text: methods.constantsText(
              constants.map(([name, value]) => [name, number(value, 5).replace(/\.?0+$/, '')]),
            ),
          },
        ]),
    { term: methods.screened, text: methods.screenedText(screened) },
    ...(charts.some(({ sigmaZ }) => sigmaZ !== null) ? [{ term: methods.sigmaZ, text: methods.sigmaZText }] : []),
  ];
}

function closingItems(charts: readonly ControlChartResult[]): Definitions['items'] {
  const alarms = controlFalseAlarms(charts);
  const isTargeted = charts.some(({ points }) => points.some(({ target }) => target !== null));
  return [
    ...(alarms ? [{ term: SIMULATION.term, text: alarms.text }] : []),
    ...(isTargeted ? [{ term: methods.assurance, text: methods.assuranceText }] : []),
    { term: methods.gaps, text: methods.gapsText },
    { term: methods.excluded, text: methods.excludedText },
  ];
}
