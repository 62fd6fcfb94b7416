import type { RunChartResult } from '../../analysis/run-chart/result.ts';
import { RUN_RULE_SETS, type RunRuleSet } from '../../analysis/run-chart/rule-sets.ts';
import type { Finding } from '../../finding.ts';
import { RUN_SOURCES } from '../../messages/rules/run-chart.ts';
import { RUN_CHART } from '../../messages/run-chart/document.ts';
import { PROVENANCE } from '../../messages/words/provenance.ts';
import { SIMULATION } from '../../messages/words/simulation.ts';
import { findingText } from '../../messages.ts';
import { PRINTED_RUNS_LIMITS } from '../../reference/run-limits.ts';
import { messagesSection, section, withoutEmpty } from '../blocks.ts';
import type { Block, Definitions, Doc, Figure, Section } from '../document.ts';
import { together } from '../placing.ts';
import { inputNotes, type Provenance, provenanceSection } from '../provenance.ts';
import { runRuleMethod } from '../rules/rule-set-facts.ts';
import { falseAlarmRates, measureOf, runChartHeadline, runChartSubtitle } from './headline.ts';
import { runChartPoints, runChartSummary } from './tables.ts';

/** Run charts alone, as a document: verdicts, chart, signals, cautions, how they were judged, provenance. */
export function runChartDocument(
  charts: readonly RunChartResult[],
  findings: readonly Finding[],
  provenance: Provenance,
  figure: Figure | null,
  sections: readonly Section[] = [],
): Doc {
  const [first] = charts;
  return {
    title: RUN_CHART.title(first ? measureOf(first) : ''),
    // A figure says itself what it shows.
    subtitle: figure ? null : runChartSubtitle(charts),
    language: 'en-GB',
    notes: inputNotes(provenance.inputs),
    blocks: withoutEmpty([
      ...runChartBlocks(charts, { figure }),
      ...sections,
      messagesSection('remarks', RUN_CHART.cautions, together(findings, 'cautions', 'assumed', 'noted')),
      section('methods', PROVENANCE.methods, runChartMethods(charts)),
      provenanceSection(provenance),
    ]),
  };
}

/** With more areas than this the verdicts stand in their sections, and one sentence leads. */
const MOST_VERDICTS = 3;

/**
 * What run charts say, verdicts first: a sentence for each area (or one for many), the figure (or, without one, the table of
 * points), each area's signals and cautions in sentences, and a row of numbers for each.
 */
export function runChartBlocks(
  charts: readonly RunChartResult[],
  { figure = null }: { readonly figure?: Figure | null } = {},
): readonly Block[] {
  const few = charts.length <= MOST_VERDICTS;
  const verdicts = charts.flatMap(({ findings }) => findings.slice(0, 1).map((one) => findingText(one)));
  const lead = few ? verdicts : [`${runChartHeadline(charts)}.`];
  return [
    ...lead.map((text): Block => ({ type: 'paragraph', role: 'lead', text })),
    ...(figure ? [figure] : []),
    ...charts
      .map((chart, i) =>
        messagesSection(`run-chart-${i + 1}`, chart.area, together(chart.findings, 'chart').slice(few ? 1 : 0)),
      )
      .filter(({ blocks }) => blocks.length > 0),
    runChartSummary(charts),
    ...(figure ? [] : [runChartPoints(charts)]),
  ];
}

/** How the charts were judged: rule set, policies, limits, gaps, what is left to the eye; and the sources. */
export function runChartMethods(charts: readonly RunChartResult[]): readonly Block[] {
  const [first] = charts;
  if (!first) return [];
  const ruleSet = RUN_RULE_SETS[first.ruleSet];
  return [
    { type: 'definitions', items: ruleItems(ruleSet, first, charts) },
    {
      type: 'references',
      items: [
        ...ruleSet.sources.map(({ reference }) => RUN_SOURCES[reference]),
        ...(first.runs.method === 'printed' ? [{ text: PRINTED_RUNS_LIMITS.citation, url: null }] : []),
      ],
    },
  ];
}

function ruleItems(
  ruleSet: RunRuleSet,
  chart: RunChartResult,
  charts: readonly RunChartResult[],
): Definitions['items'] {
  const rules = ruleSet.rules.map(runRuleMethod);
  const trend = ruleSet.rules.find((rule) => rule.rule === 'trend');
  const judgesRuns = ruleSet.rules.some(({ rule }) => rule === 'runs');
  return [
    { term: RUN_CHART.ruleSet, text: RUN_CHART.ruleSetText(ruleSet.name, rules) },
    {
      term: RUN_CHART.policies,
      text: RUN_CHART.policiesText(ruleSet.pointOnLine, trend ? trend.ties : null, ruleSet.minimumUseful),
    },
    ...(judgesRuns ? [{ term: RUN_CHART.runsLimits, text: RUN_CHART.runsLimitsText[chart.runs.method] }] : []),
    ...falseAlarmItem(charts),
    { term: RUN_CHART.gaps, text: RUN_CHART.gapsText },
    { term: RUN_CHART.excluded, text: RUN_CHART.excludedText },
    { term: RUN_CHART.astronomical, text: RUN_CHART.astronomicalText },
  ];
}

/** How often the rules signal where nothing changed; nothing where that is not known. */
function falseAlarmItem(charts: readonly RunChartResult[]): Definitions['items'] {
  const rates = falseAlarmRates(charts);
  return rates ? [{ term: SIMULATION.term, text: SIMULATION.text(rates.least, rates.most) }] : [];
}
