import { fold } from '../data/text.ts';
import { usageError } from '../errors.ts';

/** Areas by name, code or a part of either, that are pooled under a name of their own. */
export interface PeerGroupSetting {
  readonly name: string;
  readonly areas: readonly string[];
}

const PART = /\s*(?:"((?:[^"]|"")*)"|([^,"]*))\s*(?:,|$)/y;

/**
 * `NAME=AREA,AREA,...` beside the groups so far. A name or area with a comma or an equals sign stands in double quotes, of which
 * one inside is written twice. Throws usage errors for what is not that, and for a name that is there already.
 *
 * @example parsePeerGroup('Market towns="Bruton, Castle Cary",Wells', []) // [{ name: 'Market towns', areas: ['Bruton, Castle Cary', 'Wells'] }]
 */
export function parsePeerGroup(text: string, previous: unknown): readonly PeerGroupSetting[] {
  const groups = Array.isArray(previous) ? (previous as readonly PeerGroupSetting[]) : [];
  const match = /^\s*(?:"((?:[^"]|"")+)"|([^="]+?))\s*=(.*)$/s.exec(text);
  const name = match?.[1]?.replaceAll('""', '"') ?? match?.[2]?.trim();
  const areas = match?.[3] === undefined ? null : areasIn(match[3]);
  if (!name || !areas) throw usageError('usage.peer-group', { text });
  if (groups.some((group) => fold(group.name) === fold(name))) throw usageError('usage.peer-group-twice', { name });
  return [...groups, { name, areas }];
}

/** The areas of a list; null where one is empty or a quotation mark is left open. */
function areasIn(text: string): readonly string[] | null {
  const areas: string[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const match = PART.exec(text);
    const area = match?.[1]?.replaceAll('""', '"') ?? match?.[2]?.trim();
    if (!area) return null;
    areas.push(area);
  }
  return areas.length > 0 ? areas : null;
}

/** A group as the command line takes it. */
export function peerGroupText({ name, areas }: PeerGroupSetting): string {
  const typed = (word: string) => (/[",=]/.test(word) ? `"${word.replaceAll('"', '""')}"` : word);
  return `${typed(name)}=${areas.map(typed).join(',')}`;
}
