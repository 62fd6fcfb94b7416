import { inChunks } from '../application/json-pieces.ts';
import { type CommandOutput, envelopePieces } from '../application/output.ts';
import { inputNotes } from '../document/provenance.ts';
import type { Settings } from '../question/settings.ts';
import { plainLines } from '../render/escape.ts';
import type { Content, Terminal } from './effects.ts';

/** One form in which an output can be had. */
interface Renderer {
  /** Endings of files in this form, the usual one first. */
  readonly endings: readonly [string, ...string[]];
  /** Whether no sentence stands in it: what was assumed is then said beside it. */
  readonly numbersOnly: boolean;
  /** The output in this form. Code that only this form needs is loaded here. Throws usage errors. */
  readonly write: (output: CommandOutput, settings: Settings, terminal: Terminal) => Promise<Content>;
}

/** A form that can be drawn only with its charts. */
const drawn = (format: 'html' | 'svg' | 'png') => async (output: CommandOutput) =>
  (await import('./folder.ts')).drawn(format, output);

/** Every form; those that `--format` names are printed too. */
export const RENDERERS = {
  html: { endings: ['html', 'htm'], numbersOnly: false, write: drawn('html') },
  svg: { endings: ['svg'], numbersOnly: true, write: drawn('svg') },
  png: { endings: ['png'], numbersOnly: true, write: drawn('png') },
  csv: {
    endings: ['csv'],
    numbersOnly: true,
    write: async (output, { bom, output: path }, { isScreen }) => {
      const { renderCsv } = await import('../render/csv.ts');
      const text = renderCsv(await output.numbers(), { bom, notes: inputNotes(output.inputs) });
      return path === null && isScreen ? plainLines(text) : text;
    },
  },
  json: {
    endings: ['json'],
    numbersOnly: false,
    write: async (output, settings) => inChunks(envelopePieces(output, settings)),
  },
  markdown: {
    endings: ['md'],
    numbersOnly: false,
    write: async (output) =>
      (await import('../render/markdown.ts')).renderMarkdown(await output.document({ figures: false })),
  },
  text: {
    endings: ['txt'],
    numbersOnly: false,
    write: async (output, _, terminal) =>
      (await import('../render/terminal/terminal.ts')).renderTerminal(
        await output.document({ figures: false }),
        terminal,
      ),
  },
} as const satisfies Readonly<Record<Settings['format'] | 'html' | 'svg' | 'png', Renderer>>;

export type Format = keyof typeof RENDERERS;

const FORMATS = Object.keys(RENDERERS) as readonly Format[];

/** Every ending that a file may have. */
export const ENDINGS: readonly string[] = FORMATS.flatMap((format) => [...RENDERERS[format].endings]);

/** The form of files with this ending; undefined where there is none. */
export const formatOfEnding = (ending: string): Format | undefined =>
  FORMATS.find((format) => (RENDERERS[format].endings as readonly string[]).includes(ending));
