/** A rectangle in px, from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Whether two boxes share any ground. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * Centres for labels stacked in one column: each as near to its wish as can be without two sharing ground, in the order of
 * the wishes, within `from`..`to` as far as they fit (they may run over at the bottom where they do not).
 */
export function spread(
  wishes: readonly { readonly centre: number; readonly height: number }[],
  from: number,
  to: number,
): readonly number[] {
  const order = wishes
    .map((wish, place) => ({ ...wish, place }))
    .sort((a, b) => a.centre - b.centre || a.place - b.place);
  let groups = order.map((item) => cluster([item], from, to));
  for (let i = 0; i + 1 < groups.length; ) {
    const [above, below] = [groups[i], groups[i + 1]];
    if (!above || !below || above.top + above.height <= below.top + 1e-9) i += 1;
    else {
      groups = [...groups.slice(0, i), cluster([...above.items, ...below.items], from, to), ...groups.slice(i + 2)];
      i = Math.max(0, i - 1);
    }
  }
  const centres = new Array<number>(wishes.length).fill(0);
  for (const { items, top } of groups) {
    let y = top;
    for (const item of items) {
      centres[item.place] = y + item.height / 2;
      y += item.height;
    }
  }
  return centres;
}

interface Wish {
  readonly centre: number;
  readonly height: number;
  readonly place: number;
}

/** Labels without space between them, where the mean distance from their wishes is zero, held within the bounds. */
function cluster(items: readonly Wish[], from: number, to: number) {
  const height = items.reduce((sum, item) => sum + item.height, 0);
  let before = 0;
  let sum = 0;
  for (const item of items) {
    sum += item.centre - before - item.height / 2;
    before += item.height;
  }
  const top = Math.max(from, Math.min(to - height, sum / items.length));
  return { items, top, height };
}

/** How far a label may stand from what it belongs to: this many steps of this many px. */
const STEP = 6;
const REACH = 20;

/** Steps across and down with their length, the shortest way first, so that near places are looked at before far ones. */
const OFFSETS = Array.from({ length: (2 * REACH + 1) ** 2 }, (_, place) => {
  const x = STEP * ((place % (2 * REACH + 1)) - REACH);
  const y = STEP * (Math.floor(place / (2 * REACH + 1)) - REACH);
  return { x, y, length: Math.hypot(x, y) };
}).sort((a, b) => a.length - b.length);

/**
 * The top left corner for a label near `anchor` that touches no obstacle and stays in `bounds`: the nearest there is, above
 * rather than below. Null where there is none within 120 px.
 */
export function freeSpot(
  label: { readonly width: number; readonly height: number },
  anchor: Spot,
  obstacles: readonly Box[],
  bounds: Box,
): Spot | null {
  let best: (Spot & { distance: number }) | null = null;
  const half = Math.hypot(label.width, label.height) / 2;
  for (const offset of OFFSETS) {
    if (best && MIDDLE * offset.length + Math.max(0, offset.length - half) > best.distance) break;
    const x = clamp(anchor.x - label.width / 2 + offset.x, bounds.x, bounds.x + bounds.width - label.width);
    const y = anchor.y - label.height / 2 + offset.y;
    const box = { x, y, ...label };
    const distance = apart(box, anchor) + (offset.y > 0 ? 1 : 0);
    if (best && distance >= best.distance) continue;
    if (inside(box, bounds) && !obstacles.some((obstacle) => overlaps(box, obstacle))) best = { x, y, distance };
  }
  return best && { x: best.x, y: best.y };
}

/** The point of a box that lies nearest to a spot. */
export function nearest(box: Box, spot: Spot): Spot {
  return { x: clamp(spot.x, box.x, box.x + box.width), y: clamp(spot.y, box.y, box.y + box.height) };
}

/** What a px from a label's middle counts, against one from its edge. */
const MIDDLE = 0.25;

/** How far a label's box is from its spot: mostly from the edge, a little from the middle, so that labels stand centred. */
export function apart(box: Box, spot: Spot): number {
  const edge = nearest(box, spot);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return Math.hypot(edge.x - spot.x, edge.y - spot.y) + MIDDLE * Math.hypot(middle.x - spot.x, middle.y - spot.y);
}

function inside(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x - 1e-9 &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width + 1e-9 &&
    box.y + box.height <= bounds.y + bounds.height
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
