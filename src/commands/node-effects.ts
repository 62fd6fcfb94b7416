import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { checkSize } from '../data/grid/limits.ts';
import { QuarterlineError } from '../errors.ts';
import { plainLines } from '../render/escape.ts';
import type { Effects, Terminal } from './effects.ts';

/** What the options say about the terminal, and which files they name to be read: those are never replaced, needed or not. */
interface Flags {
  readonly quiet: boolean;
  readonly colour: boolean;
  readonly inputs?: readonly string[];
}

/** The real world: files, standard streams, and what the terminal can show. */
export function nodeEffects({ quiet, colour, inputs: named = [] }: Flags): Effects {
  const inputs = new Set(named);
  const writer = () => import('./write.ts');
  return {
    out: (text) => {
      if (process.stdout.write(text)) return;
      // Rejects where the stream fails meanwhile.
      return once(process.stdout, 'drain').then(() => undefined);
    },
    err: (text) => {
      if (!quiet) process.stderr.write(plainLines(text));
    },
    read: async (path) => {
      inputs.add(path);
      return read(path);
    },
    exists: async (path) => {
      try {
        return (await stat(path)).isFile();
      } catch {
        return false;
      }
    },
    hash: (bytes, algorithm) => createHash(algorithm).update(bytes).digest('hex'),
    writeFolder: async (folder, files, force) => (await writer()).writeFolder(folder, files, { force, inputs }),
    writeFile: async (path, content, force) => (await writer()).writeFile(path, content, { force, inputs }),
    refuse: async (path, names, force) => (await writer()).refuseTarget(path, names, { force, inputs }),
    terminal: terminalOf(process.env, process.stdout, process.platform, colour),
  };
}

async function read(path: string): Promise<Uint8Array> {
  try {
    if (path === '-') return await readStandardInput();
    checkSize((await stat(path)).size, path);
    return await readFile(path);
  } catch (error) {
    if (error instanceof QuarterlineError) throw error;
    const { unreadable } = await import('../data/read.ts');
    throw unreadable(path, error);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).length;
    checkSize(size, '-');
  }
  return Buffer.concat(chunks);
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What a terminal can show. FORCE_COLOR (not 0 or false) turns colour on; else NO_COLOR, `--no-color`, TERM=dumb and anything
 * that is not a terminal turn it off. Beyond ASCII: on Windows only in the newer terminals, elsewhere unless the locale says
 * that it has another character set or the terminal is the bare console.
 */
export function terminalOf(
  environment: Environment,
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  platform: string,
  wanted: boolean,
): Terminal {
  return {
    isScreen: stream.isTTY === true,
    columns: stream.columns || Number(environment.COLUMNS) || 80,
    colour: wanted && hasColour(environment, stream.isTTY === true),
    unicode: platform === 'win32' ? isNewWindowsTerminal(environment) : hasUnicode(environment),
  };
}

function hasColour(environment: Environment, isTerminal: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = environment;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return isTerminal && !no && term !== 'dumb';
}

function hasUnicode(environment: Environment): boolean {
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG || '';
  return environment.TERM !== 'linux' && (locale === '' || /utf-?8/i.test(locale));
}

function isNewWindowsTerminal(environment: Environment): boolean {
  const { WT_SESSION, ConEmuTask, TERM_PROGRAM, TERM } = environment;
  return (
    Boolean(WT_SESSION) ||
    ConEmuTask === '{cmd::Cmder}' ||
    TERM_PROGRAM === 'vscode' ||
    /^(?:xterm|alacritty)/.test(TERM ?? '')
  );
}
