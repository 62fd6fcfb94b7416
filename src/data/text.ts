const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]+/g;

/** How much of a cell a message may repeat. */
const EXCERPT = 60;

/** Text for comparison: compatibility forms unified, outer white space gone, inner white space one space, lower case. */
export function fold(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * A heading for comparison: its words in lower case, whatever separates them.
 *
 * @example headingKey('Total_Emergency Admissions') // 'total emergency admissions'
 * @example headingKey('WeekEnding') // 'week ending'
 * @example headingKey('Cost (£)') // 'cost'
 */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

/** A cell as a message may quote it: one line, no control characters, at most 60 characters. */
export function excerpt(text: string): string {
  const characters = [...text.replace(CONTROL, ' ').trim()];
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT - 1).join('')}…` : characters.join('');
}

/**
 * A file's name without folders and its last extension; both kinds of slash separate folders.
 *
 * @example fileStem('C:\\data\\list-sizes.csv') // 'list-sizes'
 */
export function fileStem(path: string): string {
  if (path === '-') return 'standard input';
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return name.replace(/(?<=.)\.[^.]*$/, '');
}

/** Edits that turn one text into the other: insertions, deletions, substitutions and swaps of neighbours (Damerau and Levenshtein, restricted). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** Longer names are like no other: comparing two takes as long as their lengths multiplied. */
const LONGEST_NAME = 200;

/** The candidates most like `text`, nearest first, at most `limit`; none that differs in more than two fifths of its letters. */
export function nearest(text: string, candidates: readonly string[], limit = 3): readonly string[] {
  const wanted = fold(text);
  if (wanted.length > LONGEST_NAME) return [];
  return candidates
    .filter((candidate) => candidate.length <= LONGEST_NAME)
    .map((candidate) => ({ candidate, distance: likeness(wanted, fold(candidate)) }))
    .filter(({ distance }) => distance <= Math.max(1, 0.4 * wanted.length))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Distance to the whole name or, a little worse, to any of its words. */
function likeness(wanted: string, name: string): number {
  if (Math.abs(name.length - wanted.length) <= 0.4 * wanted.length) {
    const whole = editDistance(wanted, name);
    if (whole <= 0.4 * wanted.length) return whole;
  }
  const words = name.split(' ').filter((word) => Math.abs(word.length - wanted.length) <= 3);
  return Math.min(...words.map((word) => editDistance(wanted, word) + 0.5), Number.POSITIVE_INFINITY);
}
