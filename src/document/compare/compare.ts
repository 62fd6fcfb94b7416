import type { CompareResult, CountComparison } from '../../analysis/compare/result.ts';
import { isCost } from '../../analysis/compare/result.ts';
import type { PaletteName } from '../../charts/parts/theme.ts';
import type { Finding } from '../../finding.ts';
import { COMPARE } from '../../messages/compare/document.ts';
import { PROVENANCE } from '../../messages/words/provenance.ts';
import { REFERENCES } from '../../messages/words/references.ts';
import { findingText } from '../../messages.ts';
import type { Block, Doc, Section } from '../document.ts';
import { inputNotes, type Provenance, provenanceSection } from '../provenance.ts';
import type { CompareFigures } from './figures.ts';
import { compareMethods } from './methods.ts';
import { ratesTable, readingsTable, sensitivityTable, summaryTable, trendTable } from './tables.ts';

export interface CompareDocumentOptions {
  readonly figures: boolean;
  readonly palette: PaletteName;
}

/** The sentences of the summary, in order; the others follow in their sections. */
const SUMMARY = [
  'compare.change',
  'compare.change-alone',
  'compare.baseline-zero',
  'compare.rate-alone',
  'compare.relative',
  'compare.avoided',
  'compare.years-beside-change',
];
const COST = ['compare.cost', 'compare.cost-nominal'];

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
  return {
    ...compareHeader(result),
    language: 'en-GB',
    notes,
    blocks: [
      ...compareSections(result, findings, figures),
      cautionsSection(findings),
      methodsSection(compareMethods(result), [REFERENCES.abel]),
      settingsSection(result),
      provenanceSection(provenance),
    ],
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
  findings: readonly Finding[],
  figures: CompareFigures | null,
): readonly Section[] {
  const lead = sentences(findings, [...SUMMARY, ...COST]);
  const counts = result.measures.filter((measure): measure is CountComparison => !isCost(measure));
  const sensitivity = sensitivityTable(result);
  const rates = ratesTable(result);
  return [
    section('summary', COMPARE.summary, [
      ...lead.map((text): Block => ({ type: 'paragraph', role: 'lead', text })),
      summaryTable(result),
    ]),
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
      ...sentences(findings, ['compare.trend']).map(paragraph),
      ...(figures?.trend ?? []),
      trendTable(result),
    ]),
    section('sensitivity', COMPARE.sensitivity, [
      ...sentences(findings, ['compare.sensitivity']).map(paragraph),
      ...(figures?.sensitivity.length ? figures.sensitivity : sensitivity?.rows.length ? [sensitivity] : []),
    ]),
  ].filter((one) => one.blocks.length > 0);
}

/** Everything that a reader must bear in mind, and what could not be done. */
export function cautionsSection(findings: readonly Finding[]): Section {
  const items = findings
    .filter((finding) => finding.kind !== 'finding')
    .map((finding) => ({ kind: finding.kind, text: findingText(finding) }));
  return section('cautions', COMPARE.cautions, [{ type: 'messages', items }]);
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

function sentences(findings: readonly Finding[], ids: readonly string[]): readonly string[] {
  return findings.filter((finding) => ids.includes(finding.id)).map(findingText);
}

const paragraph = (text: string): Block => ({ type: 'paragraph', role: 'body', text });

const section = (id: string, heading: string, blocks: readonly Block[]): Section => ({
  type: 'section',
  id,
  heading,
  blocks,
});
