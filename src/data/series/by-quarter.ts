import { dataError } from '../../errors.ts';
import { caution, type Finding } from '../../finding.ts';
import { daysIn, formatPeriod, type Period, periodRange, toQuarter } from '../period.ts';
import type { Dataset, Flag, Series } from '../series.ts';

/** How many quarters a finding names. */
const NAMED = 6;

interface QuarterlySeries {
  /** Null where no quarter is complete. */
  readonly series: Series | null;
  /** Quarters left out because a month (or day) of theirs is missing. */
  readonly dropped: readonly Period[];
}

/**
 * Quarters of months or of days: sums, or means for measures that are combined so (list sizes). A quarter that lacks any of
 * its parts is left out: at an end the series is shorter, in between it has a gap. Throws a data error for other frequencies.
 */
function seriesByQuarter(series: Series): QuarterlySeries {
  const parts = new Map<number, { sum: number; count: number }>();
  series.periods.forEach((period, at) => {
    if (period.frequency !== 'month' && (period.frequency !== 'day' || series.step !== 1))
      throw dataError(
        'input.no-quarters',
        { frequency: series.step === 7 ? 'week' : period.frequency },
        series.origin ? { file: series.origin.file } : undefined,
      );
    const { index } = toQuarter(period);
    const part = parts.get(index) ?? { sum: 0, count: 0 };
    parts.set(index, part);
    const value = series.values[at] ?? null;
    if (value === null) return;
    part.sum += value;
    part.count += 1;
  });
  const byMonth = series.periods[0]?.frequency === 'month';
  const quarters: Period[] = [...parts.keys()].map((index) => ({ frequency: 'quarter', index }));
  const isComplete = (quarter: Period) => parts.get(quarter.index)?.count === (byMonth ? 3 : daysIn(quarter));
  const complete = quarters.filter(isComplete);
  const dropped = quarters.filter((quarter) => !isComplete(quarter));
  const [first, last] = [complete[0], complete.at(-1)];
  if (!first || !last) return { series: null, dropped };
  const periods = periodRange(first, last);
  const values = periods.map((quarter) => {
    const part = parts.get(quarter.index);
    if (!part || !isComplete(quarter)) return null;
    return series.measure.combine === 'mean' ? part.sum / part.count : part.sum;
  });
  const { origin: _, ...rest } = series;
  return {
    series: { ...rest, periods, step: 1, values, denominator: null, flags: flagsByQuarter(series, first, last) },
    dropped,
  };
}

function flagsByQuarter(series: Series, first: Period, last: Period): readonly Flag[] {
  return series.flags.flatMap(({ index, kind, note }) => {
    const period = series.periods[index];
    const quarter = period ? toQuarter(period).index : Number.NaN;
    if (!(quarter >= first.index && quarter <= last.index)) return [];
    return [{ index: quarter - first.index, kind, ...(note === undefined ? {} : { note }) }];
  });
}

/** A dataset by quarters of the year; as it is where it is quarterly already. What was dropped is among its findings. */
export function datasetByQuarter(dataset: Dataset): Dataset {
  if (dataset.frequency === 'quarter') return dataset;
  const { series, findings } = allByQuarter(dataset.series);
  if (series.length === 0) {
    const file = dataset.inputs[0]?.path;
    throw dataError('input.no-complete-quarter', {}, file === undefined ? undefined : { file });
  }
  return { ...dataset, frequency: 'quarter', step: 1, series, findings: [...dataset.findings, ...findings] };
}

/** Every series by quarters, and a caution for each measure that lost some. */
export function allByQuarter(all: readonly Series[]): {
  readonly series: readonly Series[];
  readonly findings: readonly Finding[];
} {
  const lost = new Map<string, { quarters: Set<number>; areas: Set<string> }>();
  const series = all.flatMap((one) => {
    const quarterly = seriesByQuarter(one);
    if (quarterly.dropped.length > 0) {
      const entry = lost.get(one.measure.name) ?? { quarters: new Set(), areas: new Set() };
      for (const { index } of quarterly.dropped) entry.quarters.add(index);
      entry.areas.add(one.area.name);
      lost.set(one.measure.name, entry);
    }
    return quarterly.series ? [quarterly.series] : [];
  });
  const findings = [...lost].map(([measure, { quarters, areas }]) => {
    const sorted = [...quarters].sort((a, b) => a - b).map((index) => formatPeriod({ frequency: 'quarter', index }));
    return caution('input.quarters-dropped', {
      measure,
      quarters: sorted.slice(0, NAMED),
      count: sorted.length,
      areas: areas.size,
      area: [...areas][0] ?? '',
    });
  });
  return { series, findings };
}
