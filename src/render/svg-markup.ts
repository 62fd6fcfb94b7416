import { escapeHtml } from './escape.ts';
import type { SvgText } from './svg.ts';

/** Tag or text: Vega escapes < and > in text and in attributes, so that every other one is a tag's. */
const TOKEN = /<[^<>]*>|[^<>]+/g;

/** Attributes that say nothing to a reader of the picture, or that stand once at its root instead. */
const NOISE = / (?:class|role|aria-[a-z]+|pointer-events|font-family)="(?:[^"]*)"/g;

/** Groups of Vega hold a background and a foreground even where these draw nothing. */
const UNDRAWN = /^<path class="(?:background|foreground)"(?!.* (?:fill|stroke)=)/;

const LENGTHS = / (transform|d|x|y|x1|x2|y1|y2|dx|dy|width|height|stroke-width|stroke-dasharray|font-size)="([^"]*)"/g;
const NUMBER = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g;

/** Characters that XML 1.0 forbids, and marks that turn the writing direction of what follows. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu;

/** Opacities below one are kept; Vega writes the others out on every axis. */
const OPAQUE = / (?:[a-z]+-)?opacity="1"/g;

const FONTS = 'Arial, Arimo, &quot;Liberation Sans&quot;, sans-serif';

/**
 * Vega's SVG made fit for a page: lengths with two decimals, no ARIA of its own, no groups or paths that draw nothing, the font
 * once at the root, every id under the picture's own prefix; named and described as one image.
 */
export function tidySvg(svg: string, { title, description, idPrefix }: SvgText): string {
  const [root = '', ...tokens] = svg.match(TOKEN) ?? [];
  const size = ['width', 'height', 'viewBox'].map((name) => ` ${name}="${attribute(root, name)}"`).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${idPrefix}-title ${idPrefix}-desc"${size} font-family="${FONTS}">`,
    `<title id="${idPrefix}-title">${escapeHtml(title)}</title>`,
    `<desc id="${idPrefix}-desc">${escapeHtml(description)}</desc>`,
    ...withoutBareGroups(tokens.filter((token) => !UNDRAWN.test(token)).map((token) => tidyToken(token, idPrefix))),
  ].join('');
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function tidyToken(token: string, idPrefix: string): string {
  if (!token.startsWith('<')) return token.replace(FORBIDDEN, '');
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
