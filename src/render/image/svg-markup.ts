import { FONT_STACK } from '../../charts/parts/theme.ts';
import { escapeHtml, plainText } from '../escape.ts';

export interface SvgText {
  /** The finding: the picture's name. */
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  /** Begins every id in the picture, so that several may stand on one page: different for each. */
  readonly idPrefix: string;
}

/** Tag or text: Vega escapes < and > in text and in attributes, so that every other one is a tag's. */
const TOKEN = /<[^<>]*>|[^<>]+/g;

/** Attributes that say nothing to a reader of the picture, or that stand once at its root instead. */
const NOISE = / (?:class|role|aria-[a-z]+|pointer-events|font-family)="(?:[^"]*)"/g;

/** Groups of Vega hold a background and a foreground even where these draw nothing. */
const UNDRAWN = /^<path class="(?:background|foreground)"(?!.* (?:fill|stroke)=)/;

const LENGTHS = / (transform|d|x|y|x1|x2|y1|y2|dx|dy|width|height|stroke-width|stroke-dasharray|font-size)="([^"]*)"/g;
const NUMBER = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g;

/** Opacities below one are kept; Vega writes the others out on every axis. */
const OPAQUE = / (?:[a-z]+-)?opacity="1"/g;

/**
 * Vega's SVG made fit for a page: lengths with two decimals, no ARIA of its own, no groups or paths that draw nothing, the font
 * once at the root, every id under the picture's own prefix; named and described as one image.
 */
export function tidySvg(svg: string, { title, description, idPrefix }: SvgText): string {
  const prefix = idOf(idPrefix);
  const [root = '', ...tokens] = svg.match(TOKEN) ?? [];
  const size = ['width', 'height', 'viewBox'].map((name) => ` ${name}="${attribute(root, name)}"`).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${prefix}-title ${prefix}-desc"${size} font-family="${escapeHtml(FONT_STACK)}">`,
    `<title id="${prefix}-title">${escapeHtml(title)}</title>`,
    `<desc id="${prefix}-desc">${escapeHtml(description)}</desc>`,
    ...withoutBareGroups(tokens.filter((token) => !UNDRAWN.test(token)).map((token) => tidyToken(token, prefix))),
  ].join('');
}

/** Fit for an id: letters, digits and hyphens, everything else by its number. */
function idOf(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}`);
  return /^[A-Za-z]/.test(plain) ? plain : `id${plain}`;
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function tidyToken(token: string, idPrefix: string): string {
  if (!token.startsWith('<')) return plainText(token);
  return token
    .replace(OPAQUE, '')
    .replace(NOISE, '')
    .replace(LENGTHS, (_, name: string, value: string) => ` ${name}="${value.replace(NUMBER, twoDecimals)}"`)
    .replace(/ transform="translate\(0,0\)"/, '')
    .replace(/ id="([^"]*)"/, ` id="${idPrefix}-$1"`)
    .replace(/url\(#([^)]*)\)/g, `url(#${idPrefix}-$1)`)
    .replace(/ (?:xlink:)?href="#([^"]*)"/, ` href="#${idPrefix}-$1"`);
}

function twoDecimals(number: string): string {
  const rounded = Math.round(Number(number) * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** Drops groups without attributes, and keeps what is in them. */
function withoutBareGroups(tokens: readonly string[]): readonly string[] {
  const bare: boolean[] = [];
  return tokens.filter((token) => {
    if (token === '</g>') return !bare.pop();
    if (/^<g[ >]/.test(token) && !token.endsWith('/>')) {
      bare.push(token === '<g>');
      return token !== '<g>';
    }
    return token !== '<g/>';
  });
}
