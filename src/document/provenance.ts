import type { Input } from '../data/series.ts';
import { number } from '../messages/words/format.ts';
import { PROVENANCE } from '../messages/words/provenance.ts';
import { left, right, textCell, valueCell } from './cells.ts';
import type { Block, Section } from './document.ts';

/** What produced a document: said in it, so that anybody can repeat it. */
export interface Provenance {
  readonly inputs: readonly Input[];
  readonly commandLine: string;
  readonly version: string;
}

/** Notes of all inputs, licences included, each once: they stand on everything made from them. */
export function inputNotes(inputs: readonly Input[]): readonly string[] {
  return [...new Set(inputs.flatMap((input) => [...input.notes, ...(input.licence ? [input.licence] : [])]))];
}

/** Input files with their hashes, sources and licences, the command and the version. */
export function provenanceSection({ inputs, commandLine, version }: Provenance): Section {
  const unique = (texts: readonly (string | null)[]) => [...new Set(texts)].filter((text) => text !== null);
  const sources = [
    ...unique(inputs.map((input) => input.source)).map((text) => ({ term: PROVENANCE.source, text })),
    ...unique(inputs.map((input) => input.licence)).map((text) => ({ term: PROVENANCE.licence, text })),
  ];
  const blocks: Block[] = [
    {
      type: 'table',
      id: 'inputs',
      caption: PROVENANCE.files,
      columns: [left(PROVENANCE.file), right(PROVENANCE.rows), left(PROVENANCE.encoding), left(PROVENANCE.sha256)],
      rows: inputs.map((input) => [
        textCell(input.path),
        valueCell(number(input.rows), input.rows),
        textCell(input.encoding),
        textCell(input.sha256),
      ]),
      folded: false,
    },
    {
      type: 'definitions',
      items: [
        ...sources,
        { term: PROVENANCE.command, text: commandLine },
        { term: PROVENANCE.version, text: PROVENANCE.versionText(version) },
      ],
    },
  ];
  return { type: 'section', id: 'provenance', heading: PROVENANCE.provenance, blocks };
}
