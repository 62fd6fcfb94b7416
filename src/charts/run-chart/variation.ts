import type { RunChartResult } from '../../analysis/run-chart/result.ts';
import type { Variation } from '../parts/marks.ts';

/** The mark of every point of a run chart, in order: what the signals that it is part of mean, or that it is left out. */
export function runVariations({ points, signals }: RunChartResult): readonly Variation[] {
  return points.map((point, place) => {
    if (point.excluded) return 'excluded';
    const found = new Set(signals.filter(({ at }) => at.includes(place)).map(({ variation }) => variation));
    if (found.has('improvement')) return found.has('concern') ? 'both' : 'improvement';
    return found.has('concern') ? 'concern' : found.has('neither') ? 'neither' : 'common';
  });
}
