import { ARIMO_BOLD, ARIMO_REGULAR } from './arimo-widths.ts';

export type Weight = 'normal' | 'bold';

/** Thousandths of an em for characters that Arimo lacks: ideographs are square, the rest is taken as a wide letter. */
const SQUARE = 1000;
const UNKNOWN = 667;

/** A quarter of the NHS year, which stays on one line. */
const QUARTER = /(\d{4}\/\d{2}) (Q[1-4])/g;

const ELLIPSIS = '\u2026';

/** Controls, bidirectional overrides and halves of surrogate pairs: never drawn, and able to upset what stands around them. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|\p{Cs}/gu;

const tables = new Map<Weight, ReadonlyMap<number, number>>();

function table(weight: Weight): ReadonlyMap<number, number> {
  let widths = tables.get(weight);
  if (!widths) {
    widths = readRuns(weight === 'bold' ? ARIMO_BOLD : ARIMO_REGULAR);
    tables.set(weight, widths);
  }
  return widths;
}

function readRuns(runs: readonly string[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const run of runs) {
    const [first = 0, ...rest] = run.split(' ').map(Number);
    rest.forEach((width, place) => {
      widths.set(first + place, width);
    });
  }
  return widths;
}

/** White space at which a line may break; spaces that hold words together stay what they are. */
const BREAKING_SPACE = /[^\S\u00a0\u202f]+/gu;

/** Text fit to be drawn: one line, without control characters or marks that turn the writing direction. */
export function clean(text: string): string {
  return text.replace(BREAKING_SPACE, ' ').replace(UNPRINTABLE, '').trim();
}

/**
 * Width of a line in Arimo (and so in Arial, whose metrics it shares), in the unit of `size`, without kerning.
 * @example textWidth('2013/14', 12) // 43.368
 */
export function textWidth(text: string, size: number, weight: Weight = 'normal'): number {
  const widths = table(weight);
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    sum += widths.get(code) ?? (isCombining(code) ? 0 : code >= 0x2e80 ? SQUARE : UNKNOWN);
  }
  return (sum * size) / 1000;
}

/** Takes no room of its own: combining accents and joiners. */
function isCombining(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || code === 0x200c || code === 0x200d;
}

/** How text is set: font size in px, weight, and the longest line and most lines it may take. */
interface Setting {
  readonly size: number;
  readonly weight?: Weight;
  readonly width: number;
  readonly lines?: number;
}

/**
 * Lines of at most `width` px. Breaks between words, and inside a word only where it is longer than a line. Text beyond
 * `lines` lines is cut and ends in an ellipsis. No text, no lines.
 */
export function wrap(text: string, { size, weight = 'normal', width, lines: most = 99 }: Setting): readonly string[] {
  const fits = (line: string): boolean => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of clean(text)
    .replace(QUARTER, '$1\u00a0$2')
    .split(' ')
    .flatMap((whole) => pieces(whole, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  const kept = lines.length <= most ? lines : [...lines.slice(0, most - 1), cut(lines[most - 1] ?? '', fits)];
  return kept.map((each) => each.replaceAll('\u00a0', ' '));
}

/** A word in parts that each fit a line. */
function pieces(word: string, fits: (part: string) => boolean): readonly string[] {
  if (fits(word)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && !fits(part + character)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

function cut(line: string, fits: (part: string) => boolean): string {
  const characters = [...line];
  while (characters.length > 0 && !fits(`${characters.join('').trimEnd()}${ELLIPSIS}`)) characters.pop();
  return `${characters.join('').trimEnd()}${ELLIPSIS}`;
}

/** Width of the widest line. */
export function widest(lines: readonly string[], size: number, weight: Weight = 'normal'): number {
  return lines.reduce((most, line) => Math.max(most, textWidth(line, size, weight)), 0);
}
