import type { ScanArea, ScanResult } from '../../analysis/scan/result.ts';
import type { Finding } from '../../finding.ts';
import { chartSymbol } from '../../messages/control-chart/names.ts';
import { SCAN } from '../../messages/scan/document.ts';
import { chartedMeasure, periodNoun } from '../../messages/words/charts.ts';
import { PROVENANCE } from '../../messages/words/provenance.ts';
import { section, withoutEmpty } from '../blocks.ts';
import type { Block, Doc, Figure } from '../document.ts';
import { messages, paragraphs, placing } from '../placing.ts';
import { inputNotes, type Provenance, provenanceSection } from '../provenance.ts';
import { MOST_ROWS, scanAreas, scanSteps, scanSummary } from './tables.ts';

/** A scan as a document: how many signal and how many would by chance, the funnel, steps, every area, methods. `shown` is what a filter left. */
export function scanDocument(
  result: ScanResult,
  shown: readonly ScanArea[],
  remarks: readonly Finding[],
  provenance: Provenance,
  figure: Figure | null,
): Doc {
  const measure = chartedMeasure(result.measure, result.rate?.per ?? null, result.rate?.denominator ?? null);
  return {
    title: SCAN.title(measure),
    subtitle: SCAN.subtitle(measure, periodNoun(result.frequency, result.step), result.from, result.to),
    language: 'en-GB',
    notes: inputNotes(provenance.inputs),
    blocks: withoutEmpty([
      ...scanBlocks(result, shown, figure),
      section('remarks', SCAN.cautions, listed(remarks)),
      section('methods', PROVENANCE.methods, scanMethods(result)),
      provenanceSection(provenance),
    ]),
  };
}

/** What a scan says and shows, for a document of its own or a section of another. */
function scanBlocks(result: ScanResult, shown: readonly ScanArea[], figure: Figure | null): readonly Block[] {
  const placed = placing(result.findings);
  const steps = scanSteps(result);
  const more = shown.length - MOST_ROWS;
  const blocks: readonly Block[] = [
    ...paragraphs(placed.at('lead'), 'lead'),
    scanSummary(result),
    ...(figure ? [figure] : []),
    ...listed(placed.at('chart')),
    section('steps', SCAN.stepsHeading, [...listed(placed.at('steps')), ...(steps ? [steps] : [])]),
    ...(shown.length > 0 ? [scanAreas(shown, result.areas.length, result.unit)] : [note(SCAN.noneShown)]),
    ...(more > 0 ? [note(SCAN.moreAreas(more))] : []),
  ];
  return placed.close(withoutEmpty(blocks));
}

const note = (text: string): Block => ({ type: 'paragraph', role: 'note', text });

const listed = (findings: readonly Finding[]): readonly Block[] => (findings.length === 0 ? [] : [messages(findings)]);

/** How areas were judged, ordered and compared. */
function scanMethods({ ruleSet, areas, summary, funnel }: ScanResult): readonly Block[] {
  const charts = [...new Set(areas.map(({ chart }) => chart))];
  const items = [
    {
      term: SCAN.ruleSet,
      text: SCAN.ruleSetText(
        ruleSet,
        charts.map((chart) => (chart === 'run' ? 'run' : chartSymbol(chart).replace(/ chart$/, ''))),
      ),
    },
    { term: SCAN.order, text: SCAN.orderText },
    ...(summary.byChance ? [{ term: SCAN.falseAlarms, text: SCAN.falseAlarmsText }] : []),
    { term: SCAN.steps, text: SCAN.stepsText },
    ...(funnel ? [{ term: SCAN.funnel.method, text: SCAN.funnel.methodText(funnel.year) }] : []),
  ];
  return [
    { type: 'definitions', items },
    ...(funnel ? [{ type: 'references' as const, items: SCAN.funnel.references }] : []),
  ];
}
