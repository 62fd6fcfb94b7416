import { dataError, type Place, Problems, QuarterlineError } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import { decode } from '../grid/decode.ts';
import { excerpt } from '../text.ts';

/** What a YAML file holds: texts as they are written, whatever they look like; null where nothing stands. */
export type YamlValue = string | null | readonly YamlValue[] | YamlMapping;
export interface YamlMapping {
  readonly [key: string]: YamlValue;
}

export interface YamlDocument {
  /** Null: there is nothing in the file, or comments only. */
  readonly value: YamlValue;
  /** The place of a list or mapping, or of a key of a mapping. */
  readonly placeOf: (holder: YamlValue, key?: string) => Place;
  /** What was assumed in reading the file. */
  readonly findings: readonly Finding[];
}

/** About as many characters as a book has: no file that is written by hand is longer. */
const LONGEST = 1_000_000;

/** Data errors of CSV files by what they are called here. */
const AS_YAML: Readonly<Record<string, string>> = { 'input.binary-file': 'yaml.binary' };

interface Node {
  readonly line: number;
  /** One of its keys is no text, and was named. */
  refused: boolean;
  /** Line of each key, where this is a mapping. */
  readonly keys: Map<string, number>;
}

/**
 * The one document of a YAML file, decoded as a CSV file is. Numbers, dates and words such as yes stay text: who asks for one
 * reads it, so that 007 and 0.060 keep their noughts. Throws data errors, with the line, for what is not text, too long or not
 * YAML, for several documents, and for keys that are no text.
 *
 * @example (await parseYaml(bytes, 'a.yaml')).value // { area: '007', p: '0.060' }
 */
export async function parseYaml(bytes: Uint8Array, file: string): Promise<YamlDocument> {
  const { text, findings } = bytes.length === 0 ? { text: '', findings: [] } : decoded(bytes, file);
  if (text.length > LONGEST) throw dataError('yaml.too-long', { longest: LONGEST }, { file });
  const { loadAll, YAMLException, FAILSAFE_SCHEMA, Type } = await import('js-yaml');
  const empty = new Type('tag:yaml.org,2002:null', { kind: 'scalar', resolve: isNull, construct: () => null });
  const { nodes, starts, notTexts, listener } = listen();
  let documents: readonly unknown[];
  try {
    documents = loadAll(text, null, { schema: FAILSAFE_SCHEMA.extend({ implicit: [empty] }), listener });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = Math.min((error.mark?.line ?? 0) + 1, lineCount(text));
    throw dataError('yaml.syntax', { reason: excerpt(error.reason) }, { file, line });
  }
  if (documents.length > 1) throw dataError('yaml.documents', {}, { file, line: starts[1] ?? 1 });
  const problems = new Problems();
  for (const line of notTexts) problems.add('yaml.key', {}, { file, line });
  problems.throwIfAny();
  return {
    value: (documents[0] ?? null) as YamlValue,
    placeOf: (holder, key) => {
      const node = isHolder(holder) ? nodes.get(holder) : undefined;
      return { file, line: (key === undefined ? undefined : node?.keys.get(key)) ?? node?.line ?? 1 };
    },
    findings,
  };
}

/** Whether a value is a mapping of keys. */
export function isMapping(value: YamlValue): value is YamlMapping {
  return isHolder(value) && !Array.isArray(value);
}

/** A text without white space at its ends; null for what is none or empty. */
export function yamlText(value: YamlValue | undefined): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** true or false, in any case; null for another text. */
export function yamlYes(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : null;
}

/** A value of a mapping; null where it has no such key. */
export function yamlAt(mapping: YamlMapping, key: string): YamlValue {
  return Object.hasOwn(mapping, key) ? (mapping[key] ?? null) : null;
}

/** A value as a message may quote it: a text, or what it is instead. Null where nothing stands. */
export function quotable(value: YamlValue): string | null {
  if (isHolder(value)) return Array.isArray(value) ? '[…]' : '{…}';
  return value === null ? null : excerpt(value);
}

const isHolder = (value: unknown): value is YamlMapping | readonly YamlValue[] =>
  typeof value === 'object' && value !== null;

const isNull = (text: string | null): boolean => text === null || /^(?:~|null|Null|NULL)?$/.test(text);

const lineCount = (text: string): number => text.trimEnd().split(/\r\n|\n|\r/).length;

function decoded(bytes: Uint8Array, file: string) {
  try {
    return decode(bytes, file);
  } catch (error) {
    if (error instanceof QuarterlineError) throw error.renamed(AS_YAML);
    throw error;
  }
}

/** What the parser tells while it reads. */
interface State {
  readonly input: string;
  readonly position: number;
  readonly line: number;
  readonly result: unknown;
}

/** Behind a key stands its colon: on the same line, or on the next where the key has a question mark. */
const COLON = /\s*:/y;

/** What the parser makes of a mapping as a key. */
const MAPPING = '[object Object]';

/** Keeps the lines of lists, mappings and keys, and the line on which each document begins. */
function listen() {
  const nodes = new WeakMap<object, Node>();
  const starts: number[] = [];
  /** Lines of keys that are no text: the parser ends some of them twice. */
  const notTexts = new Set<number>();
  const open: Node[] = [];
  const listener = (event: string, { input, position, line, result }: State): void => {
    if (event === 'open') {
      if (open.length === 0) starts.push(line + 1);
      open.push({ line: line + 1, refused: false, keys: new Map() });
      return;
    }
    const node = open.pop();
    const parent = open.at(-1);
    if (!node) return;
    if (isHolder(result)) {
      if (!nodes.has(result)) nodes.set(result, node);
      if (Object.hasOwn(result, MAPPING) && !node.keys.has(MAPPING) && !node.refused) notTexts.add(node.line);
    }
    COLON.lastIndex = position;
    if (!parent || !COLON.test(input)) return;
    if (typeof result !== 'string') {
      notTexts.add(node.line);
      parent.refused = true;
    } else if (!parent.keys.has(result)) parent.keys.set(result, node.line);
  };
  return { nodes, starts, notTexts, listener };
}
