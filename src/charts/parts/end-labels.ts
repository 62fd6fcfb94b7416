import { spread } from './placing.ts';
import { type RuleRow, SOLID } from './rule-layer.ts';
import { centredRows, type TextRow } from './text-layer.ts';
import { type Weight, widest, wrap } from './text-width.ts';
import { TYPE } from './theme.ts';

/** The label of a line at the right end of its plot; `y` is where the line ends, px. */
export interface EndLabel {
  readonly text: string;
  readonly y: number;
  readonly colour: string;
  readonly weight?: Weight;
}

/** From the end of the plot to the label, px. */
const OFFSET = 8;
const MOVED = 5;
const BETWEEN = 2;

/** Room that these labels need right of the plot when set in lines of at most `width` px. */
export function endLabelRoom(labels: readonly Pick<EndLabel, 'text' | 'weight'>[], width: number): number {
  const rooms = labels.map(({ text, weight = 'normal' }) =>
    widest(wrap(text, { ...TYPE.label, weight, width, lines: 4 }), TYPE.label.size, weight),
  );
  return Math.ceil(Math.max(0, ...rooms)) + (labels.length > 0 ? OFFSET : 0);
}

/** Labels right of the plot, none upon another; a short line leads to a label that had to move. */
export function endLabels(
  labels: readonly EndLabel[],
  plot: { readonly width: number; readonly height: number; readonly room: number },
): { readonly texts: readonly TextRow[]; readonly leaders: readonly RuleRow[] } {
  const set = labels.map((label) => ({
    ...label,
    lines: wrap(label.text, { ...TYPE.label, weight: label.weight ?? 'normal', width: plot.room - OFFSET, lines: 4 }),
  }));
  const centres = spread(
    set.map(({ y, lines }) => ({ centre: y, height: lines.length * TYPE.label.line + BETWEEN })),
    -12,
    plot.height + 8,
  );
  const placed = set.map((label, place) => ({ ...label, centre: centres[place] ?? label.y }));
  return {
    texts: placed.flatMap(({ lines, centre, colour, weight = 'normal' }) =>
      centredRows(lines, plot.width + OFFSET, centre, { colour, type: TYPE.label, weight }),
    ),
    leaders: placed
      .filter(({ y, centre }) => Math.abs(centre - y) > MOVED)
      .map(({ y, centre, colour }) => ({
        x: plot.width + 1,
        y,
        x2: plot.width + OFFSET - 2,
        y2: centre,
        colour,
        width: 1,
        dash: SOLID,
      })),
  };
}
