import { type CommandOutput, envelope } from '../application/output.ts';
import { inputNotes } from '../document/provenance.ts';
import { usageError } from '../errors.ts';
import { PROGRESS } from '../messages/words/progress.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects, OutputFile } from './effects.ts';
import type { Target } from './targets.ts';

type TextFormat = Settings['format'];
type FileFormat = TextFormat | 'html' | 'svg' | 'png';

const BY_ENDING: Readonly<Record<string, FileFormat>> = {
  html: 'html',
  htm: 'html',
  svg: 'svg',
  png: 'png',
  csv: 'csv',
  json: 'json',
  md: 'markdown',
  txt: 'text',
};

/** Endings that nobody gives a folder, and that are not written. */
const NOT_WRITTEN = [
  'pdf',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'ods',
  'odt',
  'pptx',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'xml',
  'zip',
];

/** Prints a command's output, or writes it and says so on standard error. Gives the exit code. */
export async function show(output: CommandOutput, settings: Settings, effects: Effects): Promise<number> {
  const { output: path, format } = settings;
  if (path === null) {
    const text = await asText(format, output, settings, effects);
    if (output.beside) effects.err(await saveBeside(output.beside, settings, effects));
    effects.out(text);
  } else effects.err(await save(path, output, settings, effects));
  if (HOLD_NUMBERS_ONLY.has(path === null ? format : formatOf(path))) effects.err(await assumed(output));
  return exitCodeOf(output, settings);
}

/** Forms in which no sentence stands. */
const HOLD_NUMBERS_ONLY: ReadonlySet<FileFormat | null> = new Set(['csv', 'svg', 'png'] as const);

/** What was assumed in reading the files and what could not be done, a line each, for forms that do not say it themselves. */
async function assumed({ findings }: CommandOutput): Promise<string> {
  const { findingText, plainLine } = await import('../messages.ts');
  const { placeOf } = await import('../messages/places.ts');
  return findings
    .filter((one) => one.kind === 'problem' || (one.kind === 'caution' && placeOf(one).in === 'assumed'))
    .map((finding) => `${plainLine(findingText(finding))}\n`)
    .join('');
}

/** 4 where a signal is found and asked for. */
export function exitCodeOf(output: CommandOutput, settings: Settings): number {
  return settings.failOnSignal && output.signal ? 4 : 0;
}

/**
 * Writes a command's output: to a file in the format that its ending names, to a folder in all of them, and what goes beside it.
 * Gives a sentence that says where it is. Throws usage errors for endings that are not written and for files that may not be
 * replaced; nothing is written then.
 */
export async function save(path: string, output: CommandOutput, settings: Settings, effects: Effects): Promise<string> {
  const { together, writeTargets } = await import('./targets.ts');
  const main = { path, holds: await contentOf(path, output, settings, effects) };
  const beside = output.beside && { path: output.beside.path, holds: await output.beside.content() };
  await writeTargets(beside ? await together(main, beside) : [main], settings.force, effects);
  return (beside ? PROGRESS.wroteFile(beside.path) : '') + wrote(main);
}

/** The file of `path`, or the files of the folder. */
async function contentOf(
  path: string,
  output: CommandOutput,
  settings: Settings,
  effects: Effects,
): Promise<Target['holds']> {
  const format = formatOf(path);
  if (format) return asFile(format, output, settings, effects);
  const { folderOf } = await import('./folder.ts');
  return folderOf(output, settings);
}

function wrote({ path, holds }: Target): string {
  if (!Array.isArray(holds)) return PROGRESS.wroteFile(path);
  return PROGRESS.wroteFolder(
    path,
    holds.some((file: OutputFile) => file.path.startsWith('charts/')),
  );
}

async function saveBeside(
  { path, content }: NonNullable<CommandOutput['beside']>,
  { force }: Settings,
  effects: Effects,
): Promise<string> {
  const { writeTargets } = await import('./targets.ts');
  await writeTargets([{ path, holds: await content() }], force, effects);
  return PROGRESS.wroteFile(path);
}

/** The format that the ending of a path names; null for a folder. */
function formatOf(path: string): FileFormat | null {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (NOT_WRITTEN.includes(ending)) {
    const endings = Object.keys(BY_ENDING).map((name) => `.${name}`);
    throw usageError('usage.no-such-ending', { path, ending, endings });
  }
  return BY_ENDING[ending] ?? null;
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
      const { renderTerminal } = await import('../render/terminal/terminal.ts');
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
