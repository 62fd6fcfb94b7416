import type { DetectableChange, PowerResult } from '../../analysis/power/result.ts';
import type { PaletteName } from '../../charts/parts/theme.ts';
import { powerCurve } from '../../charts/power/power-curve.ts';
import { POWER_FIGURE } from '../../messages/power/findings.ts';
import type { Figure } from '../document.ts';
import { figureOf } from '../figure.ts';
import { sizesTable } from './power.ts';

/** Designs of the curve, by how their names end; the first is the one that the title speaks of. */
const DRAWN = ['-level', '-end'] as const;

/** The smallest fall that would be found against list size; none where fewer than two list sizes have an answer. */
export function powerFigure({ detectable }: PowerResult, palette: PaletteName): readonly Figure[] {
  const [asked] = detectable;
  if (!asked) return [];
  const lines = DRAWN.map((ending) => ({
    label: POWER_FIGURE.lines[ending],
    points: pointsOf(detectable.filter(({ design }) => design.endsWith(ending))),
  })).filter(({ points }) => points.length > 1);
  const own = detectable.find(({ design, listSize }) => listSize === asked.listSize && design.endsWith('-level'));
  if (lines.length === 0) return [];
  const texts = {
    title: POWER_FIGURE.title(asked.listSize, own ? fallOf(own) : null),
    subtitle: POWER_FIGURE.subtitle(asked),
    notes: [POWER_FIGURE.note(asked.dispersion, asked.autocorrelation)],
    alt: POWER_FIGURE.alt(lines),
    howToRead: POWER_FIGURE.howToRead(asked.power),
    axis: { title: POWER_FIGURE.axis },
    sizes: POWER_FIGURE.sizes,
    own: POWER_FIGURE.own(asked.listSize),
  };
  return [
    figureOf('power-curve', texts, { palette }, { ...sizesTable(detectable), folded: true }, (options) =>
      powerCurve({ lines, own: asked.listSize }, texts, options),
    ),
  ];
}

/** As the simulation has it where that does not bear the closed form out. */
const fallOf = ({ percentChange, simulated }: DetectableChange): number | null =>
  simulated?.belowTarget ? simulated.percentChange : percentChange;

/** The falls of one design, by list size; sizes at which no fall would be found are left out. */
function pointsOf(rows: readonly DetectableChange[]) {
  return rows
    .flatMap(({ listSize, percentChange }) => (percentChange === null ? [] : [{ listSize, fall: -percentChange }]))
    .sort((a, b) => a.listSize - b.listSize);
}
