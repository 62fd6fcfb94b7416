import type { CommandOutput } from '../application/output.ts';
import { usageError } from '../errors.ts';
import { PROGRESS } from '../messages/words/progress.ts';
import type { Settings } from '../question/settings.ts';
import type { Content, Effects, OutputFile } from './effects.ts';
import { ENDINGS, type Format, formatOfEnding, RENDERERS } from './renderers.ts';
import type { Target } from './targets.ts';

/** Endings that nobody gives a folder, and that are not written. */
export const NOT_WRITTEN: readonly string[] = [
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
    const content = await RENDERERS[format].write(output, settings, effects.terminal);
    if (output.beside) effects.err(await saveBeside(output.beside, settings, effects));
    await print(content, effects);
  } else effects.err(await save(path, output, settings, effects));
  const form = path === null ? format : formatOf(path);
  if (form && RENDERERS[form].numbersOnly) effects.err(await assumed(output));
  return exitCodeOf(output, settings);
}

/** Prints, waiting where the reader is slow. */
async function print(content: Content, effects: Effects): Promise<void> {
  const chunks = typeof content === 'string' || content instanceof Uint8Array ? [String(content)] : content;
  for (const chunk of chunks) await effects.out(chunk);
}

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
  if (format) return RENDERERS[format].write(output, settings, effects.terminal);
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
function formatOf(path: string): Format | null {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (NOT_WRITTEN.includes(ending)) {
    const endings = ENDINGS.map((name) => `.${name}`);
    throw usageError('usage.no-such-ending', { path, ending, endings });
  }
  return formatOfEnding(ending) ?? null;
}
