import { along } from './ground.ts';
import { apart, type Box, freeSpot, nearest, overlaps, type Spot } from './placing.ts';
import { type RuleRow, SOLID } from './rule-layer.ts';
import { centredRows, type TextRow, textRows } from './text-layer.ts';
import { type Weight, widest, wrap } from './text-width.ts';
import { TYPE } from './theme.ts';

/** Words that belong to one or more points: a signal, an annotation. */
export interface Callout {
  readonly text: string;
  /** Where the words may stand, the best place first; none where they concern the whole plot. */
  readonly anchors: readonly Spot[];
  /** The stretch of the plot, in px from its left, that the words must not leave: their side of an intervention. */
  readonly within: readonly [number, number] | null;
  readonly colour: string;
  readonly weight: Weight;
}

/** The plot as callouts see it: what they may not cover. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  readonly obstacles: readonly Box[];
}

/** Callouts in place: those in words, and those that only a tag (a letter) could be found room for, in order. */
export interface PlacedCallouts {
  readonly words: readonly Placed[];
  readonly tagged: readonly Callout[];
}

interface Placed {
  readonly callout: Callout;
  /** The one of its anchors that it stands at. */
  readonly anchor: Spot | null;
  /** How good the place is: px to the anchor, and some for every better anchor passed over. */
  readonly cost: number;
  readonly lines: readonly string[];
  readonly box: Box;
}

/** Longest lines to try, px, and the space kept round a callout. */
const WIDTHS = [190, 140, 105, 84];
const MOST_LINES = 4;
const PADDING = 3;
/** A callout further than this from its point gets a line to it, which ends this far from the point. */
const LEADER_FROM = 22;
const LEADER_STOP = 7;
/** What standing at the next anchor instead of the one before it costs, px. */
const ASIDE = 4;

/** Each callout in words near its points, on free ground, as far as there is any; no line to a point crosses other words. */
export function placeCallouts(callouts: readonly Callout[], ground: Ground): PlacedCallouts {
  const words: Placed[] = [];
  const tagged: Callout[] = [];
  for (const callout of callouts) {
    const best = WIDTHS.flatMap((width) => inWords(callout, width, ground, words)).reduce<Placed | null>(
      (a, b) => (a && a.cost <= b.cost + 4 ? a : b),
      null,
    );
    if (best) words.push(best);
    else tagged.push(callout);
  }
  return { words, tagged };
}

/** The places of a callout in lines of at most `width` px: one at most for each of its anchors. */
function inWords(callout: Callout, width: number, ground: Ground, others: readonly Placed[]): readonly Placed[] {
  const { text, weight, anchors, within } = callout;
  const [from, to] = within ?? [0, ground.width];
  const lines = wrap(text, { ...TYPE.label, weight, width });
  if (lines.length > MOST_LINES) return [];
  const size = {
    width: widest(lines, TYPE.label.size, weight) + 2 * PADDING,
    height: lines.length * TYPE.label.line + 2 * PADDING,
  };
  const taken = [...ground.obstacles, ...others.flatMap((other) => [other.box, ...leader(other).flatMap(boxesAlong)])];
  const bounds = { x: from, y: 0, width: to - from, height: ground.height };
  const places = anchors.length > 0 ? anchors : [null];
  return places.flatMap((anchor, order) => {
    const spot = freeSpot(size, anchor ?? { x: 0, y: 0 }, taken, bounds);
    if (!spot) return [];
    const box = { ...spot, ...size };
    const placed = { callout, anchor, cost: anchor ? apart(box, anchor) + ASIDE * order : 0, lines, box };
    const line = leader(placed).flatMap(boxesAlong);
    return line.some((part) => others.some((other) => overlaps(part, other.box))) ? [] : [placed];
  });
}

/** The ground that a leader takes. */
function boxesAlong({ x, y, x2, y2 }: RuleRow): readonly Box[] {
  return along({ x, y }, { x: x2, y: y2 });
}

/** Callouts as texts and lines on the plot; `tagOf` gives the tag that stands for a text. */
export function drawCallouts(
  { words, tagged }: PlacedCallouts,
  ground: Ground,
  tagOf: (text: string) => string,
): { readonly texts: readonly TextRow[]; readonly leaders: readonly RuleRow[] } {
  return {
    texts: [
      ...words.flatMap(({ callout: { colour, weight }, lines, box }) =>
        textRows(lines, box.x + PADDING, box.y + PADDING, { colour, type: TYPE.label, weight }),
      ),
      ...drawTags(words, tagged, ground, tagOf),
    ],
    leaders: words.flatMap(leader),
  };
}

/** Tags on the nearest free ground; where there is none, on whatever lies there but never on one another. */
function drawTags(
  words: readonly Placed[],
  tagged: readonly Callout[],
  { width, height, obstacles }: Ground,
  tagOf: (text: string) => string,
): readonly TextRow[] {
  const boxes = words.map(({ box }) => box);
  return tagged.flatMap(({ text, anchors, within, colour }) => {
    const tag = tagOf(text);
    const size = { width: widest([tag], TYPE.label.size, 'bold') + 4, height: TYPE.label.line };
    const wish = anchors[0] ?? { x: 0, y: 0 };
    const [from, to] = within ?? [0, width];
    const bounds = { x: from, y: 0, width: to - from, height };
    const spot = freeSpot(size, wish, [...obstacles, ...boxes], bounds) ?? freeSpot(size, wish, boxes, bounds) ?? wish;
    boxes.push({ ...spot, ...size });
    return centredRows([tag], spot.x + size.width / 2, spot.y + size.height / 2, {
      colour,
      type: TYPE.label,
      weight: 'bold',
      align: 'center',
    });
  });
}

/** A thin line from a callout that stands apart to its points. */
function leader({ callout: { colour }, anchor, box }: Placed): readonly RuleRow[] {
  if (!anchor) return [];
  const from = nearest(box, anchor);
  const length = Math.hypot(anchor.x - from.x, anchor.y - from.y);
  if (length < LEADER_FROM) return [];
  const stop = LEADER_STOP / length;
  return [
    {
      ...from,
      x2: anchor.x + (from.x - anchor.x) * stop,
      y2: anchor.y + (from.y - anchor.y) * stop,
      colour,
      width: 0.75,
      dash: SOLID,
    },
  ];
}
