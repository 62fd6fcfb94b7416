import { parseWindowOption } from '../../data/period/parse.ts';
import { type Frequency, formatPeriod, type Period } from '../../data/period.ts';
import type { Denominator } from '../../data/series.ts';
import { dataError } from '../../errors.ts';
import { periodIn } from '../../question/periods.ts';
import type { Settings } from '../../question/settings.ts';
import type { Asides } from '../asides.ts';
import { type Annotation, annotationsOf } from './annotations.ts';

/** The periods that are charted, of one area. */
interface Charted {
  readonly periods: readonly Period[];
  readonly denominator?: Denominator | null;
}

/** What charts over time are drawn with, in periods of the data. */
interface ChartOptionValues {
  readonly freeze: Period | null;
  readonly exclude: readonly Period[];
  readonly from: Period | null;
  readonly to: Period | null;
  readonly annotations: readonly Annotation[];
  readonly intervention: Period | null;
  readonly per: number;
}

/** The options of charts over time, read against the data. Throws usage and data errors. */
export function chartOptions(
  all: readonly Charted[],
  settings: Settings,
  asides: Pick<Asides, 'annotations'>,
): ChartOptionValues {
  const frequency = frequencyOf(all);
  return {
    freeze: periodIn(settings, 'freeze', frequency),
    exclude: settings.exclude.flatMap((text) => excludedPeriods(text, all, frequency, settings)),
    from: periodIn(settings, 'from', frequency),
    to: periodIn(settings, 'to', frequency),
    annotations: asides.annotations ? annotationsOf(asides.annotations, frequency, settings) : [],
    intervention: periodIn(settings, 'intervention', frequency),
    per: settings.per ?? usualPer(all),
  };
}

/** Rates are per 1,000 people; anything else is divided as it stands. */
function usualPer(all: readonly Charted[]): number {
  return all.some(({ denominator }) => denominator?.measure.role === 'list_size') ? 1000 : 1;
}

export function frequencyOf(all: readonly Charted[]): Frequency {
  return all[0]?.periods[0]?.frequency ?? 'quarter';
}

/** The periods of the data that an `--exclude` names: one, or all of a year or of `Q..Q`. Throws where there is none. */
function excludedPeriods(
  text: string,
  all: readonly Charted[],
  frequency: Frequency,
  settings: Settings,
): readonly Period[] {
  const { from, to } = parseWindowOption('--exclude', text, settings, frequency);
  const indices = new Set(all.flatMap(({ periods }) => periods.map(({ index }) => index)));
  const found = [...indices].filter((index) => from.index <= index && index <= to.index).sort((a, b) => a - b);
  if (found.length > 0) return found.map((index) => ({ frequency, index }));
  const sorted = [...indices].sort((a, b) => a - b);
  const name = (index: number | undefined) => (index === undefined ? '' : formatPeriod({ frequency, index }));
  throw dataError('run-chart.exclude-none', { text, first: name(sorted[0]), last: name(sorted.at(-1)) });
}
