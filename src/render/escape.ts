import { table } from '../table.ts';

const REPLACEMENT = '\uFFFD';

/** Line ends, tabs and separators that plain text may hold: one space each. */
const SPACES = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
/** Control characters, text-direction overrides and isolates, lone surrogates: made visible. */
const DANGEROUS = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\p{Surrogate}]/gu;
/** Marks without a width that files carry by accident: byte order mark, direction marks, zero-width space, soft hyphen. */
const INVISIBLE = /[\uFEFF\u200B\u200E\u200F\u061C\u2060\u00AD]/g;

/**
 * Text fit to be shown on one line anywhere: no control character, no escape sequence, no text-direction override.
 * What could deceive becomes U+FFFD, so that a reader sees that something was there.
 *
 * @example plainText('\u001B[31mred') // '\uFFFD[31mred'
 */
export function plainText(text: string): string {
  return text.replace(SPACES, ' ').replace(INVISIBLE, '').replace(DANGEROUS, REPLACEMENT);
}

const ENTITIES: Readonly<Record<string, string>> = table<string>({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
});

/** Text for HTML and XML, in content or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * Text for Markdown (CommonMark with GitHub's tables and links): no markup, link, image, HTML or table border comes of it.
 * Characters are escaped only where they would mean something, so that the source stays readable.
 */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .trim()
    .replace(/[\\`*{}[\]|~$]/g, '\\$&')
    .replace(/&(?=#?[0-9A-Za-z]+;)/g, '&amp;')
    .replace(/<(?=[A-Za-z/!?])/g, '&lt;')
    .replace(/(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])/g, '\\_')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\.(?=\S)/gi, (match) => `${match.slice(0, -1)}\\.`)
    .replace(/^(?:>|#{1,6}(?=\s|$)|[+-](?=\s|$)|=+$|-+$)/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** Spreadsheets run a cell that begins like this, also after white space and in full-width forms. */
const FORMULA = /^[\t\r]|^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
/** The same behind what separates cells where commas do not: quotation marks within a line do not hold there. */
const FORMULA_BEHIND = /[;\t\r\n]\s*(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/**
 * Text for a CSV cell that no spreadsheet will take for a formula, nor a part of it behind a semicolon, a tab or a line end: where it might, an
 * apostrophe goes before it.
 */
export function escapeFormula(text: string): string {
  const safe = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\p{Surrogate}]/gu, REPLACEMENT);
  const behind = safe.replace(FORMULA_BEHIND, (found) => `${found}'`);
  return FORMULA.test(safe) ? `'${behind}` : behind;
}

/** One CSV field (RFC 4180): quoted where it holds a comma, a semicolon, a tab, a quote, a line end or white space at an end. */
export function quoteCsv(field: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

const ASCII: Readonly<Record<string, string>> = table<string>({
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2009': ' ',
  '£': 'GBP ',
  '±': '+/-',
  '×': 'x',
  '·': '-',
  '•': '*',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '…': '...',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '≈': '~',
  '→': '->',
  '←': '<-',
  '↑': '(up)',
  '↓': '(down)',
});

/** Text in ASCII: signs by their nearest spelling, letters without their accents, `?` for the rest. */
export function toAscii(text: string): string {
  return text
    .replace(/[^\u0000-\u007F]/gu, (character) => ASCII[character] ?? character)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\u0000-\u007F]/gu, '?');
}

/** Lines for a terminal, their ends kept: nothing in them moves the cursor, sets a colour or turns the text round. */
export function plainLines(text: string): string {
  return text.replace(/[^\r\n]+/g, (line) => line.replace(DANGEROUS, REPLACEMENT));
}

/** Text for a terminal: nothing in it moves the cursor, sets a colour or turns the text round. */
export function escapeTerminal(text: string, terminal: { readonly unicode: boolean }): string {
  const safe = plainText(text);
  return terminal.unicode ? safe : toAscii(safe);
}
