import type { Content } from '../../src/commands/effects.ts';
import { nodeEffects } from '../../src/commands/node-effects.ts';
import { runProgram } from '../../src/commands/program.ts';
import { QuarterlineError } from '../../src/errors.ts';
import { errorText } from '../../src/messages.ts';
import { checkDocument } from './json-schema.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Everything that the program would have written, by path. */
  readonly written: Readonly<Record<string, string | Uint8Array>>;
  readonly error: QuarterlineError | null;
}

/** Runs the program in this process on real files; what it would write is kept instead. */
export async function run(...args: readonly string[]): Promise<Run> {
  let [out, err] = ['', ''];
  const written: Record<string, string | Uint8Array> = {};
  const effects = {
    ...nodeEffects({ quiet: false, colour: false }),
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    writeFolder: async (folder: string, files: readonly { path: string; content: string | Uint8Array }[]) => {
      for (const { path, content } of files) written[`${folder}/${path}`] = content;
    },
    writeFile: async (path: string, content: Content) => {
      written[path] = typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join('');
    },
    refuse: async () => undefined,
    terminal: { isScreen: false, columns: 80, colour: false, unicode: true },
  };
  try {
    const code = await runProgram(args, effects);
    for (const text of [out, ...Object.values(written)]) if (typeof text === 'string') checkDocument(text);
    return { code, out, err, written, error: null };
  } catch (error) {
    if (!(error instanceof QuarterlineError)) throw error;
    return { code: error.exitCode, out, err: `${err}${errorText(error)}\n`, written, error };
  }
}
