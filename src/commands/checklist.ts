import { decode } from '../data/decode.ts';
import { excerpt, nearest } from '../data/text.ts';
import { dataError, Problems } from '../errors.ts';
import { REPORTING_ITEMS } from '../reference/reporting-standards.ts';
import type { Effects } from './effects.ts';

export interface Checklist {
  readonly path: string;
  /** The authors' words by item, white space at their ends gone; items left empty are not among them. */
  readonly texts: ReadonlyMap<string, string>;
}

/** How long an answer may be: a page. */
const LONGEST = 5000;

/**
 * Answers to the items of the reporting standards from a YAML file: a line (or a block of lines, or a list of texts) for each item
 * id; items without an answer may stand empty. Throws data errors, all at once, for keys that are no items and for other values.
 */
export async function readChecklist(path: string, effects: Effects): Promise<Checklist> {
  const { text } = decode(await effects.read(path), path);
  const document = await parsed(text, path);
  const known = REPORTING_ITEMS.map(({ id }) => id);
  const texts = new Map<string, string>();
  const problems = new Problems();
  for (const [key, value] of Object.entries(document)) {
    const place = { file: path, line: lineOf(key, text) };
    const answer = answerOf(value);
    if (!known.includes(key)) {
      problems.add('reporting.unknown-item', { key: excerpt(key), near: [...nearest(key, known)] }, place);
    } else if (answer === null || answer.length > LONGEST) {
      problems.add('reporting.not-text', { key, longest: LONGEST }, place);
    } else if (answer !== '') texts.set(key, answer);
  }
  problems.throwIfAny();
  return { path, texts };
}

/** The text of an answer: '' where the item stands empty, null where it is none. */
function answerOf(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value).trim();
  if (!Array.isArray(value)) return null;
  const parts = value.map((one: unknown) => (Array.isArray(one) ? null : answerOf(one)));
  return parts.some((part) => part === null) ? null : parts.filter((part) => part !== '').join('; ');
}

async function parsed(text: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  const { load, YAMLException } = await import('js-yaml');
  let document: unknown;
  try {
    document = load(text) ?? {};
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw dataError('evaluate.published-yaml', { reason: excerpt(error.reason) }, { file, line: error.mark.line + 1 });
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw dataError('reporting.shape', {}, { file, line: 1 });
  }
  return document as Readonly<Record<string, unknown>>;
}

/** The line, from 1, on which a key of the outermost level stands. */
function lineOf(key: string, text: string): number {
  const isHere = (line: string): boolean => {
    const rest = line.replace(/^["']/, '');
    return rest.startsWith(key) && /^["']?\s*:/.test(rest.slice(key.length));
  };
  return Math.max(0, text.split(/\r\n|\n|\r/).findIndex(isHere)) + 1;
}
