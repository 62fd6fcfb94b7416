import { textWidth, type Weight } from '../../src/charts/parts/text-width.ts';

/** A line of text as a picture holds it, with the box that its letters take. */
export interface DrawnText {
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const plain = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

const attribute = (tag: string, name: string): string | null => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

function translation(tag: string): readonly [number, number] {
  const match = /transform="translate\(([-\d.]+),([-\d.]+)\)"/.exec(tag);
  return [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
}

/** Every line of text of a picture, placed by the groups that it stands in. Throws where tags do not close as they open. */
export function drawnTexts(svg: string): readonly DrawnText[] {
  const texts: DrawnText[] = [];
  const open: { tag: string; name: string; x: number; y: number }[] = [];
  let line = 0;
  for (const token of svg.match(/<[^<>]*>|[^<>]+/g) ?? []) {
    const parent = open.at(-1) ?? { tag: '', name: '', x: 0, y: 0 };
    if (token.startsWith('</')) {
      if (parent.name !== token.slice(2, -1)) throw new Error(`${token} closes <${parent.name}>`);
      open.pop();
    } else if (token.startsWith('<')) {
      const name = /^<([a-z]+)/i.exec(token)?.[1] ?? '';
      const [x, y] = translation(token);
      if (name === 'text') line = 0;
      if (name === 'tspan') line += Number(attribute(token, 'dy') ?? 0);
      if (!token.endsWith('/>')) open.push({ tag: token, name, x: parent.x + x, y: parent.y + y });
    } else if (parent.name === 'text' || parent.name === 'tspan') {
      const tag = open.findLast(({ name }) => name === 'text');
      if (tag) texts.push(place(plain(token), tag.tag, tag.x, tag.y + line));
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return texts;
}

function place(text: string, tag: string, x: number, y: number): DrawnText {
  const size = Number.parseFloat(attribute(tag, 'font-size') ?? '0');
  const weight: Weight = attribute(tag, 'font-weight') === 'bold' ? 'bold' : 'normal';
  const width = textWidth(text, size, weight);
  const anchor = attribute(tag, 'text-anchor');
  const left = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  const fill = attribute(tag, 'fill') ?? '';
  return { text, size, weight, fill, left, right: left + width, top: y - 0.72 * size, bottom: y + 0.2 * size };
}

/** Pairs of texts that stand upon one another. */
export function collisions(texts: readonly DrawnText[]): readonly string[] {
  return texts.flatMap((a, place) =>
    texts
      .slice(place + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `"${a.text}" and "${b.text}"`),
  );
}

export function viewBox(svg: string): readonly [number, number] {
  const [, , width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  return [width, height];
}
