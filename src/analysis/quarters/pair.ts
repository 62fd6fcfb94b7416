import type { Measure, Series } from '../../data/series.ts';
import { type AreaData, listSizeOf, seriesOf } from './totals.ts';

/** A measure of one area with its list sizes, if there are any. */
export interface MeasuredArea {
  readonly name: string;
  readonly series: Series;
  readonly listSize: Series | null;
}

/** One measure of the practice and of its comparator. */
export interface Pair {
  readonly measure: Measure;
  readonly practice: MeasuredArea;
  readonly comparator: MeasuredArea | null;
}

/** Every measure to compare: all but list sizes, which are denominators. A comparator without the measure leaves it out. */
export function pairsOf(practice: AreaData, comparator: AreaData | null): readonly Pair[] {
  return practice.series.flatMap((series): readonly Pair[] => {
    const { measure } = series;
    if (measure.role === 'list_size') return [];
    const mine = { name: practice.area.name, series, listSize: listSizeOf(practice) };
    if (!comparator) return [{ measure, practice: mine, comparator: null }];
    const other = seriesOf(comparator, measure.name);
    if (!other) return [];
    return [
      {
        measure,
        practice: mine,
        comparator: { name: comparator.area.name, series: other, listSize: listSizeOf(comparator) },
      },
    ];
  });
}
