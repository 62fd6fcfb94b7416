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

/** A result whose charts are gone through one by one, again and again. */
type Streamed<Result> = Result extends { readonly charts: readonly (infer Chart)[] }
  ? Omit<Result, 'charts'> & { readonly charts: Iterable<Chart> }
  : Result;

interface OutputOf<Command extends keyof Documents> {
  readonly command: Command;
  readonly inputs: readonly Input[];
  /** Settings that the data decided where none was given. */
  readonly resolved?: Partial<Settings>;
  /** Charts of many areas are gone through, not held. */
  readonly result: Streamed<Documents[Command]['result']>;
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

/** The JSON document, one envelope for every command, in characters that are safe to print; in pieces, since that of thousands of areas is no one text. */
export function* envelopePieces(output: CommandOutput, settings: Settings): Generator<string> {
  const findings = {
    // Sentences are made when they are written.
    *[Symbol.iterator]() {
      for (const one of output.findings) yield withText(one);
    },
  };
  for (const piece of jsonPieces({ ...envelopeOf(output, settings), result: output.result, findings }))
    yield piece.replace(UNSEEN, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
  yield '\n';
}

/** The same as one text. */
export function envelope(output: CommandOutput, settings: Settings): string {
  return [...envelopePieces(output, settings)].join('');
}

/** The JSON document as an object. */
export function jsonDocument(output: CommandOutput, settings: Settings): JsonDocument<keyof Documents> {
  return {
    ...envelopeOf(output, settings),
    result: held<Documents[keyof Documents]['result']>(output.result),
    findings: output.findings.map(withText),
  };
}

/** A result with its charts as a list. */
function held<Result extends object>(result: Streamed<Result>): Result {
  const whole = 'charts' in result ? { ...result, charts: [...(result.charts as Iterable<unknown>)] } : result;
  return whole as Result;
}

/** What stands about the result: fields in the order in which they are written. */
const envelopeOf = (output: CommandOutput, settings: Settings) => ({
  schemaVersion: 1 as const,
  command: output.command,
  version: VERSION,
  inputs: output.inputs,
  settings: { ...settings, ...output.resolved, output: settings.output, force: settings.force },
});
