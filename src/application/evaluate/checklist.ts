import { isMapping, type YamlValue } from '../../data/notes/yaml.ts';
import { excerpt, nearest } from '../../data/text.ts';
import { dataError, Problems } from '../../errors.ts';
import { caution, type Finding } from '../../finding.ts';
import { REPORTING_ITEMS } from '../../reference/reporting-standards.ts';
import type { YamlFile } from '../asides.ts';

interface Checklist {
  readonly path: string;
  /** The authors' words by item, white space at their ends gone; items left empty are not among them. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was assumed in reading it, and that it answers nothing. */
  readonly findings: readonly Finding[];
}

/** How long an answer may be: a page. */
const LONGEST = 5000;

/**
 * Answers to the items of the reporting standards from a YAML file: a line (or a block of lines, or a list of texts) for each item
 * id, as they are written; items without an answer may stand empty. Throws data errors, all at once, for keys that are no items and
 * for other values.
 */
export function checklistFrom({ path, value, placeOf, findings }: YamlFile): Checklist {
  const document = value ?? {};
  if (!isMapping(document)) throw dataError('reporting.shape', {}, placeOf(value));
  const known = REPORTING_ITEMS.map(({ id }) => id);
  const texts = new Map<string, string>();
  const problems = new Problems();
  for (const [key, given] of Object.entries(document)) {
    const answer = answerOf(given);
    if (!known.includes(key)) {
      const near = problems.full ? [] : [...nearest(key, known)];
      problems.add('reporting.unknown-item', { key: excerpt(key), near }, placeOf(document, key));
    } else if (answer === null || answer.length > LONGEST) {
      problems.add('reporting.not-text', { key, longest: LONGEST }, placeOf(document, key));
    } else if (answer !== '') texts.set(key, answer);
  }
  problems.throwIfAny();
  const silent = texts.size === 0 ? [caution('reporting.no-answers', { path })] : [];
  return { path, texts, findings: [...findings, ...silent] };
}

/** The text of an answer: '' where the item stands empty, null where it is none. */
function answerOf(value: YamlValue): string | null {
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (isMapping(value)) return null;
  const parts = value.map((one) => (Array.isArray(one) ? null : answerOf(one)));
  return parts.some((part) => part === null) ? null : parts.filter((part) => part !== '').join('; ');
}
