import type { ControlChartResult, ControlPoint } from '../../analysis/control-chart/result.ts';
import type { Layer } from '../parts/layer.ts';
import { type Stair, stairLayers, stairs } from '../parts/steps.ts';
import type { Palette } from '../parts/theme.ts';

/** The lines that points are held against: centre and limits broken between phases, the target not. */
export interface ControlLines {
  readonly centre: readonly Stair[];
  readonly upper: readonly Stair[];
  readonly lower: readonly Stair[];
  readonly target: readonly Stair[];
}

type Level = 'centre' | 'upper' | 'lower' | 'target';

export function controlLines({ points, step }: ControlChartResult): ControlLines {
  const through = (level: Level, group: (point: ControlPoint) => number): readonly Stair[] =>
    stairs(
      points.map((point) => ({ index: point.index, group: group(point), value: point[level] })),
      step,
    );
  const byPhase = ({ phase }: ControlPoint): number => phase;
  return {
    centre: through('centre', byPhase),
    upper: through('upper', byPhase),
    lower: through('lower', byPhase),
    target: through('target', () => 0),
  };
}

/** Centre solid, limits dashed, target in long dashes. */
export function controlLineLayers(lines: ControlLines, palette: Palette): readonly Layer[] {
  return [
    ...stairLayers(lines.target, { colour: palette.target, width: 1.5, dash: [9, 4] }),
    ...stairLayers([...lines.upper, ...lines.lower], { colour: palette.secondary, width: 1.25, dash: [4, 3] }),
    ...stairLayers(lines.centre, { colour: palette.text, width: 1.25, dash: [1, 0] }),
  ];
}

/** A line's value where it ends; null for a line that is not there. */
export function endOf(all: readonly Stair[]): number | null {
  return all.at(-1)?.at(-1)?.value ?? null;
}
