import { parsePeriodOption, parseWindowOption } from '../../data/period/parse.ts';
import { type Frequency, formatPeriod, type Period } from '../../data/period.ts';
import type { Source } from '../../data/read.ts';
import type { Denominator } from '../../data/series.ts';
import { dataError } from '../../errors.ts';
import type { Settings } from '../../question/settings.ts';
import type { Annotation } from './annotations.ts';

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
export async function chartOptions(
  all: readonly Charted[],
  settings: Settings,
  source: Source,
): Promise<ChartOptionValues> {
  const frequency = frequencyOf(all);
  const period = (option: string, text: string | null, edge: 'start' | 'end'): Period | null =>
    text === null ? null : parsePeriodOption(option, text, settings, frequency, edge);
  return {
    freeze: period('--freeze', settings.freeze, 'end'),
    exclude: settings.exclude.flatMap((text) => excludedPeriods(text, all, frequency, settings)),
    from: period('--from', settings.from, 'start'),
    to: period('--to', settings.to, 'end'),
    annotations: settings.annotate === null ? [] : await annotations(settings.annotate, frequency, settings, source),
    intervention: period('--intervention', settings.intervention, 'start'),
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

async function annotations(path: string, frequency: Frequency, settings: Settings, source: Source) {
  const { readAnnotations } = await import('./annotations.ts');
  return readAnnotations(path, frequency, settings, source);
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
