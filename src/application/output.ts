import type { Input } from '../data/series.ts';
import type { Doc, Table } from '../document/document.ts';
import type { Provenance } from '../document/provenance.ts';
import type { Finding } from '../finding.ts';
import { withText } from '../messages.ts';
import { commandLine } from '../question/command-line.ts';
import type { CommandName } from '../question/commands.ts';
import type { Settings } from '../question/settings.ts';
import { VERSION } from '../version.ts';
import type { Documents, JsonDocument } from './json-document.ts';
import { jsonPieces } from './json-pieces.ts';

/** What a command hands over to be shown. Documents and tables are built only when a format asks for them. */
export type CommandOutput = { [Command in keyof Documents]: OutputOf<Command> }[keyof Documents];

interface OutputOf<Command extends keyof Documents> {
  readonly command: Command;
  readonly inputs: readonly Input[];
  /** Settings that the data decided where none was given. */
  readonly resolved?: Partial<Settings>;
  readonly result: Documents[Command]['result'];
  readonly findings: readonly Finding[];
  /** What is said and shown. With `figures` the charts are in it; a terminal asks for it without. */
  readonly document: (options: { readonly figures: boolean }) => Promise<Doc>;
  /** The numbers, unrounded, one table: what `--format csv` writes. */
  readonly numbers: () => Promise<Table>;
  /** A file that is written as well, wherever the output goes. */
  readonly beside?: { readonly path: string; readonly content: () => Promise<string> };
  /** A signal was found: exit code 4 with `--fail-on-signal`. */
  readonly signal: boolean;
}

/** Where the numbers of a command come from: its files, and how to repeat it. */
export const provenanceOf = (command: CommandName, settings: Settings, inputs: readonly Input[]): Provenance => ({
  inputs,
  commandLine: commandLine(command, settings),
  version: VERSION,
});

/** Characters that JSON lets stand and that paint a terminal or turn its text round. */
const UNSEEN = /[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

/** The JSON document: one envelope for every command, in characters that are safe to print. */
export function envelope(output: CommandOutput, settings: Settings): string {
  return [...envelopePieces(output, settings)].join('');
}

/** The same piece by piece: results of thousands of areas are never one text. */
export function* envelopePieces(output: CommandOutput, settings: Settings): Generator<string> {
  const { findings: _, ...document } = jsonDocument({ ...output, findings: [] }, settings);
  // Sentences are made when they are written.
  const findings = {
    *[Symbol.iterator]() {
      for (const one of output.findings) yield withText(one);
    },
  };
  for (const piece of jsonPieces({ ...document, findings }))
    yield piece.replace(UNSEEN, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
  yield '\n';
}

/** The JSON document as an object. */
export function jsonDocument(output: CommandOutput, settings: Settings): JsonDocument<keyof Documents> {
  return {
    schemaVersion: 1,
    command: output.command,
    version: VERSION,
    inputs: output.inputs,
    settings: { ...settings, ...output.resolved, output: settings.output, force: settings.force },
    result: output.result,
    findings: output.findings.map(withText),
  };
}
