import { dataError } from '../../errors.ts';
import { caution, type Finding } from '../../finding.ts';
import { excerpt } from '../text.ts';
import { isMapping, type YamlDocument, yamlAt } from './yaml.ts';

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
 * The notes on a file, from its YAML document: `notes` (a text or a list of texts), `licence` and `source`. Throws a data error,
 * with the line, for another shape; other keys are passed over with a caution.
 */
export function notesFrom({ value, placeOf, findings }: YamlDocument): Notes {
  if (value === null) return { ...NO_NOTES, findings };
  if (!isMapping(value)) throw dataError('input.notes-shape', { key: null }, placeOf(value));
  const refuse = (key: string): never => {
    throw dataError('input.notes-shape', { key }, placeOf(value, key));
  };
  const one = (key: string): string | null => {
    const given = yamlAt(value, key);
    return given === null || typeof given === 'string' ? given : refuse(key);
  };
  const many = (key: string): readonly string[] => {
    const given = yamlAt(value, key);
    const list = given === null ? [] : Array.isArray(given) ? given : [given];
    return list.every((item) => typeof item === 'string') ? list : refuse(key);
  };
  const { file = '' } = placeOf(value);
  const unknown = Object.keys(value).filter((key) => !KEYS.includes(key));
  return {
    notes: many('notes'),
    licence: one('licence'),
    source: one('source'),
    findings: [
      ...findings,
      ...(unknown.length > 0 ? [caution('input.notes-keys', { file, keys: named(unknown) })] : []),
    ],
  };
}

/** How many keys a caution names. */
const NAMED = 10;

const named = (keys: readonly string[]): readonly string[] => [
  ...keys.slice(0, NAMED).map(excerpt),
  ...(keys.length > NAMED ? ['…'] : []),
];
