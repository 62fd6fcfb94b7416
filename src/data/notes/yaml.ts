import type {
  DocumentOptions,
  LineCounter,
  ParsedNode,
  ParseOptions,
  Parser,
  Scalar,
  ScalarTag,
  SchemaOptions,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { dataError, type Place, Problems, QuarterlineError } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import { table } from '../../table.ts';
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
const AS_YAML: Readonly<Record<string, string>> = table<string>({ 'input.binary-file': 'yaml.binary' });

/**
 * The one document of a YAML file, decoded as a CSV file is. Numbers, dates and words such as yes stay text: who asks for one
 * reads it, so that 007 and 0.060 keep their noughts. Throws data errors, with the line, for what is not text, too long or not
 * YAML, for several documents, and for keys that are no text or stand twice.
 *
 * @example (await parseYaml(bytes, 'a.yaml')).value // { area: '007', p: '0.060' }
 */
export async function parseYaml(bytes: Uint8Array, file: string): Promise<YamlDocument> {
  const { text, findings } = bytes.length === 0 ? { text: '', findings: [] } : decoded(bytes, file);
  if (text.length > LONGEST) throw dataError('yaml.too-long', { longest: LONGEST }, { file });
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const last = lineCount(text);
  const lineAt = (offset: number): number => Math.min(lines.linePos(offset).line, last);
  const refuse: Refuse = (offset, reason) =>
    dataError('yaml.syntax', { reason: excerpt(reason) }, { file, line: lineAt(offset) });
  const documents = [...new yaml.Composer(OPTIONS).compose(tokensOf(text, yaml, lines, refuse))];
  const unprintable = text.search(UNPRINTABLE);
  for (const { errors, warnings } of documents)
    for (const { pos, message } of [...errors, ...warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED')])
      throw refuse(pos[0], message.charAt(0).toLowerCase() + message.slice(1));
  if (unprintable >= 0) throw refuse(unprintable, 'the text contains characters that cannot be printed');
  const [first, second] = documents;
  if (second) throw dataError('yaml.documents', {}, { file, line: lineAt((second.contents ?? second).range[0]) });
  const reader = new Reader(yaml, lineAt, refuse);
  const value = reader.valueOf(first?.contents ?? null);
  const problems = new Problems();
  for (const line of reader.notTexts) problems.add('yaml.key', {}, { file, line });
  problems.throwIfAny();
  return {
    value,
    placeOf: (holder, key) => {
      const held = isHolder(holder) ? reader.holders.get(holder) : undefined;
      return { file, line: (key === undefined ? undefined : held?.keys.get(key)) ?? held?.line ?? 1 };
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

const lineCount = (text: string): number => text.trimEnd().split(/\r\n|\n|\r/).length;

function decoded(bytes: Uint8Array, file: string) {
  try {
    return decode(bytes, file);
  } catch (error) {
    if (error instanceof QuarterlineError) throw error.renamed(AS_YAML);
    throw error;
  }
}

/** A plain scalar that stands for nothing; in quotation marks it is a text. */
const NOTHING: ScalarTag = {
  tag: 'tag:yaml.org,2002:null',
  default: true,
  test: /^(?:~|null|Null|NULL)?$/,
  resolve: () => null,
};

const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  schema: 'failsafe',
  customTags: [NOTHING],
  resolveKnownTags: false,
  prettyErrors: false,
  uniqueKeys: false,
};

/** Lists and mappings within one another: the parser would run out of stack on a file that is made to harm. */
const DEEPEST = 100;

/** The parser's tokens, made until they nest too deeply. */
function* tokensOf(text: string, yaml: Yaml, lines: LineCounter, refuse: Refuse) {
  const parser = new yaml.Parser(lines.addNewLine);
  let offset = 0;
  lines.addNewLine(0);
  for (const lexeme of new yaml.Lexer().lex(text)) {
    yield* parser.next(lexeme);
    offset += lexeme.length;
    if (nesting(parser) > DEEPEST)
      throw refuse(offset - 1, `more than ${DEEPEST} lists and mappings within one another`);
  }
  yield* parser.end();
}

const nesting = ({ stack }: Parser): number => stack.filter((token) => 'items' in token).length;

/** Characters that no YAML file may hold as they are (YAML 1.2, 5.1). */
const UNPRINTABLE = /[^\t\n\r\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

type Yaml = typeof import('yaml');

type Refuse = (offset: number, reason: string) => QuarterlineError;

/** Where a list or mapping and each of its keys stand. */
interface Held {
  readonly line: number;
  readonly keys: Map<string, number>;
}

/** Makes values of the parser's nodes. What an alias stands for is made once, so that aliases of aliases cost nothing. */
class Reader {
  readonly holders = new WeakMap<object, Held>();
  /** Lines of keys that are no text. */
  readonly notTexts = new Set<number>();
  readonly #anchors = new Map<string, YamlValue>();
  readonly #yaml: Yaml;
  readonly #lineAt: (offset: number) => number;
  readonly #refuse: Refuse;

  constructor(yaml: Yaml, lineAt: (offset: number) => number, refuse: Refuse) {
    this.#yaml = yaml;
    this.#lineAt = lineAt;
    this.#refuse = refuse;
  }

  valueOf(node: ParsedNode | null): YamlValue {
    if (node === null) return null;
    if (this.#yaml.isAlias(node)) {
      const known = this.#anchors.get(node.source);
      if (known === undefined) throw this.#refuse(node.range[0], `unidentified alias "${node.source}"`);
      return known;
    }
    if (this.#yaml.isMap(node)) return this.#mapping(node as YAMLMap.Parsed);
    if (this.#yaml.isSeq(node)) return this.#list(node as YAMLSeq.Parsed);
    const text = (node as Scalar.Parsed).value as string | null;
    if (node.anchor) this.#anchors.set(node.anchor, text);
    return text;
  }

  #list(node: YAMLSeq.Parsed): YamlValue {
    const list: YamlValue[] = [];
    this.#hold(node, list);
    for (const item of node.items) list.push(this.valueOf(item));
    return list;
  }

  #mapping(node: YAMLMap.Parsed): YamlValue {
    const mapping = table<YamlValue>();
    const { keys } = this.#hold(node, mapping);
    for (const { key, value } of node.items) {
      const line = this.#lineAt(key.range[0]);
      const name = this.valueOf(key);
      if (typeof name !== 'string') this.notTexts.add(line);
      else if (keys.has(name)) throw this.#refuse(key.range[0], 'duplicated mapping key');
      else {
        keys.set(name, line);
        Object.defineProperty(mapping, name, { value: this.valueOf(value), enumerable: true });
      }
    }
    return mapping;
  }

  #hold(node: YAMLMap.Parsed | YAMLSeq.Parsed, value: YamlMapping | readonly YamlValue[]): Held {
    const held = { line: this.#lineAt(node.range[0]), keys: new Map<string, number>() };
    this.holders.set(value, held);
    if (node.anchor) this.#anchors.set(node.anchor, value);
    return held;
  }
}
