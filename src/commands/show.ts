import type { Input } from '../data/series.ts';
import type { Doc, Table } from '../document/document.ts';
import type { Finding } from '../finding.ts';
import { withText } from '../messages.ts';
import type { Settings } from '../project/settings.ts';
import { VERSION } from '../version.ts';
import type { Effects } from './effects.ts';

/** What a command hands over to be shown. Documents are built only when a format asks for one. */
export interface CommandOutput {
  readonly command: string;
  readonly inputs: readonly Input[];
  readonly result: unknown;
  readonly findings: readonly Finding[];
  readonly document: () => Promise<Doc>;
  /** The numbers, unrounded, one table: what `--format csv` writes. */
  readonly numbers: () => Promise<Table>;
  /** A signal was found: exit code 4 with `--fail-on-signal`. */
  readonly signal: boolean;
}

/** The JSON document of design/interface: one envelope for every command. */
export function envelope(output: CommandOutput, settings: Settings): object {
  return {
    schemaVersion: 1,
    command: output.command,
    version: VERSION,
    inputs: output.inputs,
    settings,
    result: output.result,
    findings: output.findings.map(withText),
  };
}

/** Prints or writes a command's output in the format asked for, and gives the exit code. */
export async function show(output: CommandOutput, settings: Settings, effects: Effects): Promise<number> {
  const text = await rendered(output, settings, effects);
  if (settings.output === null) effects.out(text);
  else await effects.writeFile(settings.output, text, settings.force);
  return settings.failOnSignal && output.signal ? 4 : 0;
}

async function rendered(output: CommandOutput, settings: Settings, effects: Effects): Promise<string> {
  switch (settings.format) {
    case 'json':
      return `${JSON.stringify(envelope(output, settings), null, 2)}\n`;
    case 'csv': {
      const { renderCsv } = await import('../render/csv.ts');
      return renderCsv(await output.numbers(), { bom: settings.bom, notes: notesOf(output.inputs) });
    }
    case 'markdown': {
      const { renderMarkdown } = await import('../render/markdown.ts');
      return renderMarkdown(await output.document());
    }
    case 'text': {
      const { renderTerminal } = await import('../render/terminal.ts');
      return renderTerminal(await output.document(), effects.terminal);
    }
  }
}

/** Notes of all inputs, each once: they stand on everything made from them. */
export function notesOf(inputs: readonly Input[]): readonly string[] {
  return [...new Set(inputs.flatMap((input) => [...input.notes, ...(input.licence ? [input.licence] : [])]))];
}
