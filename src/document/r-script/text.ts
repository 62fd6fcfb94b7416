/** Characters after which a line of R may end, or that change how a line is shown. */
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/g;
const WIDTH = 110;

/** A comment, a line for each that fits. What it holds cannot end the comment. */
export function comment(text: string): string {
  const lines: string[] = [];
  for (const word of text.replaceAll(UNSEEN, ' ').split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `# ${line}`).join('\n');
}

/**
 * A string of R in ASCII: quotation marks and backslashes escaped, everything else beyond ASCII by its code point.
 *
 * @example rText('caf\u00e9 "x"') // '"caf\\u00e9 \\"x\\""'
 */
export function rText(text: string): string {
  const escaped = Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') return `\\${character}`;
    if (code >= 0x20 && code < 0x7f) return character;
    const digits = code.toString(16);
    return code > 0xffff ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
  });
  return `"${escaped.join('')}"`;
}

/** A number with 10 digits; NA where there is none. */
export function rNumber(value: number | null): string {
  return value === null ? 'NA' : String(Number(value.toPrecision(10)));
}

/** `c(...)`, over several lines where it is long; an item alone as it stands. */
export function rVector(items: readonly string[]): string {
  const [only, second] = items;
  if (only !== undefined && second === undefined) return only;
  return `c(${lines(items)})`;
}

/** Items with commas between, over several lines where they are long. */
export function lines(items: readonly string[]): string {
  const full: string[] = [];
  for (const item of items) {
    const last = full.at(-1);
    if (last !== undefined && last.length + item.length < WIDTH) full[full.length - 1] = `${last}, ${item}`;
    else full.push(item);
  }
  return full.join(',\n  ');
}

/**
 * Whole numbers, runs written as `from:to`.
 *
 * @example rIntegers([1, 2, 3, 7]) // 'c(1:3, 7)'
 */
export function rIntegers(values: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last && value === last[1] + 1) last[1] = value;
    else runs.push([value, value]);
  }
  return rVector(runs.map(([from, to]) => (from === to ? String(from) : `${from}:${to}`)));
}

/** A column as R's `[[` takes it. */
export function rColumn(frame: string, column: string | number): string {
  return `${frame}[[${typeof column === 'number' ? column : rText(column)}]]`;
}
