import { datasetFromText, readInputs } from '../../src/data/dataset.ts';
import { formatPeriod } from '../../src/data/period.ts';
import { openFiles, type Source } from '../../src/data/read.ts';
import type { Dataset, Series } from '../../src/data/series.ts';
import { type Problem, QuarterlineError } from '../../src/errors.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/question/settings.ts';

/** A dataset from texts by path. */
export function read(files: Readonly<Record<string, string>>, settings: Partial<Settings> = {}): Dataset {
  const texts = Object.entries(files).map(([path, text]) => ({ path, text }));
  return datasetFromText(texts, { ...DEFAULT_SETTINGS, ...settings });
}

/** A dataset from files of a source, with the notes beside them. */
export async function readDataset(paths: readonly string[], settings: Settings, source: Source): Promise<Dataset> {
  return readInputs(await openFiles(paths, source), settings).dataset;
}

/** The problems that something ends in; fails where it ends in none. */
export function problemsOf(make: () => unknown): readonly Problem[] {
  try {
    make();
  } catch (error) {
    if (error instanceof QuarterlineError) return error.problems;
    throw error;
  }
  throw new Error('no problem');
}

/** A series as period -> value. */
export function points(series: Series | undefined): Readonly<Record<string, number | null>> {
  if (!series) throw new Error('no such series');
  return Object.fromEntries(series.periods.map((period, at) => [formatPeriod(period), series.values[at] ?? null]));
}

/** The series of the whole population. */
export function seriesOf(dataset: Dataset, area: string, measure: string): Series | undefined {
  return dataset.series.find(
    (one) => one.area.name === area && one.measure.name === measure && Object.keys(one.stratum).length === 0,
  );
}

/** Everything in a dataset that matters, without the files' names: for saying that two are the same. */
export function essence(dataset: Dataset): unknown {
  const series = dataset.series.map((one) => [one.area.code, one.area.name, one.measure, one.stratum, points(one)]);
  return { frequency: dataset.frequency, step: dataset.step, series: series.map((one) => JSON.stringify(one)).sort() };
}

export const ids = (dataset: Dataset): readonly string[] => dataset.findings.map(({ id }) => id);
