import type { Callout } from './callouts.ts';
import type { Variation } from './marks.ts';
import type { Spot } from './placing.ts';
import type { Palette } from './theme.ts';
import type { TimePlot } from './time-plots.ts';

/** Words for one or more signals, near the points (their places in the result) that they mark. */
export interface SignalCallout {
  readonly text: string;
  readonly at: readonly number[];
  readonly variation: Extract<Variation, 'improvement' | 'concern' | 'neither'>;
}

/** What happens on a chart over time. */
interface Events {
  readonly points: readonly { readonly index: number; readonly value: number | null }[];
  readonly step: number;
  readonly annotations: readonly { readonly index: number; readonly text: string }[];
  readonly intervention: { readonly index: number } | null;
  /** Where phases begin, in period indices: words stay in their phase where it is wide enough for them. */
  readonly borders?: readonly number[];
}

/** Signals and annotations as callouts, each with the spots at which its words may stand and its side of the intervention. */
export function eventCallouts(
  events: Events,
  signals: readonly SignalCallout[],
  plot: TimePlot,
  palette: Palette,
): readonly Callout[] {
  const { points, annotations } = events;
  const { x, y } = plot;
  const spotAt = (place: number): Spot | null => {
    const point = points[place];
    return point?.value == null ? null : { x: x(point.index), y: y(point.value) };
  };
  const ofSignals = signals.map(({ text, at, variation }) => ({
    text,
    anchors: along(at.map(spotAt)),
    within: sideOf(
      events,
      at.map((place) => points[place]?.index ?? 0),
      plot,
    ),
    colour: palette.outline === null ? palette[variation] : palette.text,
    weight: 'bold' as const,
  }));
  const ofAnnotations = annotations.map(({ index, text }) => ({
    text,
    anchors: [spotAt(points.findIndex((point) => point.index === index)) ?? { x: x(index), y: 0 }],
    within: sideOf(events, [index], plot),
    colour: palette.text,
    weight: 'normal' as const,
  }));
  return [...ofSignals, ...ofAnnotations].filter(({ text }) => text !== '');
}

/** A phase narrower than this, px, does not hold its words together. */
const ROOMY = 110;

/** The side of the intervention, and the phase, in which all these periods lie; words must not wander to others. */
function sideOf(
  { intervention: change, step, borders = [] }: Events,
  indices: readonly number[],
  { x, width }: TimePlot,
): readonly [number, number] | null {
  if (indices.length === 0) return null;
  const [first, last] = [Math.min(...indices), Math.max(...indices)];
  const enclosing = (edges: readonly number[]): readonly [number, number] => [
    Math.max(0, ...edges.filter((edge) => edge <= first).map(x)),
    Math.min(width, ...edges.filter((edge) => edge > last).map(x)),
  ];
  const sides = change ? [change.index - step / 2] : [];
  const [from, to] = enclosing([...sides, ...borders]);
  return to - from >= ROOMY ? [from, to] : enclosing(sides);
}

/** Spots along a signal's points at which its words may stand: halfway, then towards the ends. */
function along(spots: readonly (Spot | null)[]): readonly Spot[] {
  const known = spots.filter((spot) => spot !== null);
  const places = [0.5, 0.25, 0.75, 0, 1].map((share) => Math.floor(share * (known.length - 1)));
  return [...new Set(places)].map((place) => known[place]).filter((spot) => spot !== undefined);
}
