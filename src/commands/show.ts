import { inputNotes } from '../document/provenance.ts';
import type { OutputSettings, Settings } from '../project/settings.ts';
import type { Effects } from './effects.ts';
import { type CommandOutput, envelope } from './output.ts';

type TextFormat = OutputSettings['format'];
type FileFormat = TextFormat | 'html' | 'svg' | 'png';

const BY_ENDING: Readonly<Record<string, FileFormat>> = {
  json: 'json',
  csv: 'csv',
  md: 'markdown',
  txt: 'text',
  html: 'html',
  svg: 'svg',
  png: 'png',
};

/**
 * Prints a command's output, or writes it: to a file in the format that its ending names, to a folder in all of them.
 * Gives the exit code.
 */
export async function show(output: CommandOutput, settings: Settings, effects: Effects): Promise<number> {
  const path = settings.output;
  const format = path === null ? undefined : BY_ENDING[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''];
  if (path === null) effects.out(await asText(settings.format, output, settings, effects));
  else if (format) await effects.writeFile(path, await asFile(format, output, settings, effects), settings.force);
  else {
    const { folderOf } = await import('./folder.ts');
    await effects.writeFolder(path, await folderOf(output, settings), settings.force);
  }
  return settings.failOnSignal && output.signal ? 4 : 0;
}

async function asText(
  format: TextFormat,
  output: CommandOutput,
  settings: Settings,
  effects: Effects,
): Promise<string> {
  switch (format) {
    case 'json':
      return envelope(output, settings);
    case 'csv': {
      const { renderCsv } = await import('../render/csv.ts');
      return renderCsv(await output.numbers(), { bom: settings.bom, notes: inputNotes(output.inputs) });
    }
    case 'markdown': {
      const { renderMarkdown } = await import('../render/markdown.ts');
      return renderMarkdown(await output.document({ figures: false }));
    }
    case 'text': {
      const { renderTerminal } = await import('../render/terminal.ts');
      return renderTerminal(await output.document({ figures: false }), effects.terminal);
    }
  }
}

async function asFile(
  format: FileFormat,
  output: CommandOutput,
  settings: Settings,
  effects: Effects,
): Promise<string | Uint8Array> {
  if (format !== 'html' && format !== 'svg' && format !== 'png') return asText(format, output, settings, effects);
  const { drawn } = await import('./folder.ts');
  return drawn(format, output);
}
