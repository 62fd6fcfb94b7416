import { dataError } from '../errors.ts';
import { caution, type Finding } from '../finding.ts';
import { excerpt } from './text.ts';

/** What stands beside a file about it. */
export interface Notes {
  readonly notes: readonly string[];
  readonly licence: string | null;
  readonly source: string | null;
  readonly findings: readonly Finding[];
}

export const NO_NOTES: Notes = { notes: [], licence: null, source: null, findings: [] };

const KEYS = ['notes', 'licence', 'source'];

/**
 * Where the notes on a file stand: NAME.meta.yaml beside NAME.csv. Null for standard input.
 *
 * @example notesPath('data/costs.csv') // 'data/costs.meta.yaml'
 */
export function notesPath(path: string): string | null {
  if (path === '-') return null;
  return path.replace(/(?<=[^\\/])\.[^.\\/]*$/, '').concat('.meta.yaml');
}

/**
 * The notes on a file: `notes` (a text or a list of texts), `licence` and `source`. Throws a data error, with the line, for
 * what is not YAML or has another shape; other keys are passed over with a caution.
 */
export async function parseNotes(text: string, path: string): Promise<Notes> {
  const { load, YAMLException } = await import('js-yaml');
  let values: Readonly<Record<string, unknown>>;
  try {
    const document = load(text) ?? null;
    if (document === null) return NO_NOTES;
    if (typeof document !== 'object' || Array.isArray(document)) {
      throw dataError('input.notes-shape', { key: null }, { file: path, line: 1 });
    }
    values = document as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = Math.min(error.mark.line + 1, text.trimEnd().split(/\r\n|\n|\r/).length);
    throw dataError('input.notes-yaml', { reason: excerpt(error.reason) }, { file: path, line });
  }
  const refuse = (key: string): never => {
    throw dataError('input.notes-shape', { key }, { file: path, line: lineOf(key, text) });
  };
  const one = (key: string): string | null => {
    const value = values[key] ?? null;
    return value === null || typeof value === 'string' ? value : refuse(key);
  };
  const many = (key: string): readonly string[] => {
    const value = values[key] ?? [];
    const list = Array.isArray(value) ? value : [value];
    return list.every((item) => typeof item === 'string') ? list : refuse(key);
  };
  const unknown = Object.keys(values).filter((key) => !KEYS.includes(key));
  return {
    notes: many('notes'),
    licence: one('licence'),
    source: one('source'),
    findings: unknown.length > 0 ? [caution('input.notes-keys', { file: path, keys: unknown.map(excerpt) })] : [],
  };
}

/** The line, from 1, on which a key of the outermost level stands. */
function lineOf(key: string, text: string): number {
  const line = text.split(/\r\n|\n|\r/).findIndex((one) => one.replace(/^["']/, '').startsWith(key));
  return line < 0 ? 1 : line + 1;
}
