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
  const { LineCounter, parseDocument, isMap } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const lineAt = (offset: number | undefined): number => lineCounter.linePos(offset ?? 0).line || 1;
  const [error] = document.errors;
  if (error) {
    const reason = excerpt(error.message.split('\n')[0] ?? '');
    throw dataError('input.notes-yaml', { reason }, { file: path, line: lineAt(error.pos[0]) });
  }
  if (document.contents === null) return NO_NOTES;
  if (!isMap(document.contents)) throw dataError('input.notes-shape', { key: null }, { file: path, line: 1 });
  const offsets = new Map(
    document.contents.items.map(({ key }) => [String(key), (key as { range?: readonly number[] }).range?.[0]] as const),
  );
  const values = document.toJS() as Readonly<Record<string, unknown>>;
  const refuse = (key: string): never => {
    throw dataError('input.notes-shape', { key }, { file: path, line: lineAt(offsets.get(key)) });
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
