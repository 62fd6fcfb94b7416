import type { CompareResult, CountComparison } from '../../analysis/compare/result.ts';
import { isCost } from '../../analysis/compare/result.ts';
import type { PaletteName } from '../../charts/parts/theme.ts';
import type { Finding } from '../../finding.ts';
import { COMPARE } from '../../messages/compare/document.ts';
import { PROVENANCE } from '../../messages/words/provenance.ts';
import { REFERENCES } from '../../messages/words/references.ts';
import { section } from '../blocks.ts';
import type { Block, Doc, Section } from '../document.ts';
import { messages, type Placing, paragraphs, placing } from '../placing.ts';
import { inputNotes, type Provenance, provenanceSection } from '../provenance.ts';
import type { CompareFigures } from './figures.ts';
import { compareMethods } from './methods.ts';
import { ratesTable, readingsTable, sensitivityTable, summaryTable, trendTable } from './tables.ts';

export interface CompareDocumentOptions {
  readonly figures: boolean;
  readonly palette: PaletteName;
}

/** A comparison alone, as a document: summary, what changed, cost, trend, sensitivity, cautions, methods, provenance. */
export async function compareDocument(
  result: CompareResult,
  findings: readonly Finding[],
  provenance: Provenance,
  options: CompareDocumentOptions,
): Promise<Doc> {
  const notes = inputNotes(provenance.inputs);
  const figures = options.figures
    ? (await import('./figures.ts')).compareFigures(result, notes, options.palette)
    : null;
  const placed = placing(findings);
  placed.leave('noted');
  return {
    ...compareHeader(result),
    language: 'en-GB',
    notes,
    blocks: placed.close([
      ...compareSections(result, placed, figures),
      cautionsSection(placed.at('cautions', 'assumed')),
      methodsSection(compareMethods(result), [REFERENCES.abel]),
      settingsSection(result),
      provenanceSection(provenance),
    ]),
  };
}

export function compareHeader(result: CompareResult): { readonly title: string; readonly subtitle: string } {
  return {
    title: COMPARE.title(result.practice, result.comparator),
    subtitle: COMPARE.subtitle(
      result.measures.map((measure) => measure.measure),
      result.baseline.label,
      result.followUp.label,
    ),
  };
}

/** Summary to sensitivity: what a report puts first. */
export function compareSections(
  result: CompareResult,
  placed: Placing,
  figures: CompareFigures | null,
): readonly Section[] {
  const counts = result.measures.filter((measure): measure is CountComparison => !isCost(measure));
  const sensitivity = sensitivityTable(result);
  const rates = ratesTable(result);
  return [
    section('summary', COMPARE.summary, [...paragraphs(placed.at('lead'), 'lead'), summaryTable(result)]),
    section('change', COMPARE.whatChanged, [
      ...(figures?.indexed ?? []),
      ...(figures?.change ?? []),
      ...(rates ? [rates] : []),
    ]),
    section(
      'readings',
      COMPARE.readings,
      counts.flatMap((measure): readonly Block[] => {
        const table = readingsTable(measure);
        const intro: Block = { type: 'paragraph', role: 'body', text: COMPARE.readingsIntro };
        return measure.relative && table.rows.length > 0 ? [intro, table] : [];
      }),
    ),
    section('cost', COMPARE.cost, figures?.cost ?? []),
    section('trend', COMPARE.trend, [
      ...paragraphs(placed.at('trend'), 'body'),
      ...(figures?.trend ?? []),
      trendTable(result),
    ]),
    section('sensitivity', COMPARE.sensitivity, [
      ...paragraphs(placed.at('sensitivity'), 'body'),
      ...(figures?.sensitivity.length ? figures.sensitivity : sensitivity?.rows.length ? [sensitivity] : []),
    ]),
  ].filter((one) => one.blocks.length > 0);
}

/** Everything that a reader must bear in mind, and what could not be done. */
export function cautionsSection(cautions: readonly Finding[]): Section {
  return section('cautions', COMPARE.cautions, [messages(cautions)]);
}

export function methodsSection(
  methods: readonly { readonly term: string; readonly text: string }[],
  references: readonly { readonly text: string; readonly url: string | null }[],
): Section {
  return section('methods', PROVENANCE.methods, [
    { type: 'definitions', items: methods },
    { type: 'references', items: references },
  ]);
}

/** What was compared with what, on which basis: the choices behind every number. */
export function settingsSection(result: CompareResult): Section {
  const trend = result.measures.map((measure) => (isCost(measure) ? measure.nominal : measure).practice.trend)[0];
  const real = result.measures.find(isCost)?.real;
  const basis = result.measures.find((measure): measure is CountComparison => !isCost(measure))?.relative?.basis;
  const windows = `${result.baseline.label} and ${result.followUp.label}`;
  return section('settings', PROVENANCE.settings, [
    {
      type: 'definitions',
      items: [
        { term: PROVENANCE.areas, text: PROVENANCE.against(result.practice, result.comparator) },
        { term: PROVENANCE.windows, text: windows },
        ...(basis ? [{ term: PROVENANCE.basis, text: PROVENANCE.basisText[basis] }] : []),
        ...(trend ? [{ term: PROVENANCE.trendWindow, text: PROVENANCE.trendText(trend.from, trend.to, trend.n) }] : []),
        { term: PROVENANCE.intervention, text: result.intervention ?? PROVENANCE.none },
        ...(real
          ? [{ term: PROVENANCE.deflator, text: PROVENANCE.deflatorText(real.deflator, real.vintage, real.priceYear) }]
          : []),
      ],
    },
  ]);
}
