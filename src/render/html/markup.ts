import { escapeHtml } from '../escape.ts';

/** A piece of HTML that is safe to put into a page as it is. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Part = string | number | null | Markup | readonly Part[];

function partSource(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return part.map(partSource).join('');
}

/**
 * HTML from a template. Texts that are filled in are escaped; only other pieces of markup go in as they are, so nothing
 * that came from a file can become a tag. Null leaves nothing.
 *
 * @example markup`<td title="${'"'}">${'<b>'}</td>`.source // '<td title="&quot;">&lt;b&gt;</td>'
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((string, i) => string + partSource(parts[i] ?? null)).join(''));
}

/** Markup that was made elsewhere and is trusted: drawings and style sheets of our own. */
export function trusted(source: string): Markup {
  return new Markup(source);
}
