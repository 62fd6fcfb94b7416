import { type InputFile, type Reading, readInputs } from '../data/dataset.ts';
import { datasetByQuarter } from '../data/series/by-quarter.ts';
import type { Dataset } from '../data/series.ts';
import { QuarterlineError } from '../errors.ts';
import { caution, type Finding } from '../finding.ts';
import type { Settings } from '../question/settings.ts';

/** The files by quarter, beside what they are by their own periods. */
export interface Quarterly {
  /** By the periods of the files; by quarter where the files have different ones. */
  readonly asRead: Dataset;
  readonly dataset: Dataset;
  readonly findings: readonly Finding[];
}

/** Understands the files and makes quarters of days and months, which is said. Throws data errors. */
export function quarterly(files: readonly InputFile[], settings: Settings): Quarterly {
  const asRead = inOneFrequency(files, settings)?.dataset;
  const dataset = datasetByQuarter(asRead ?? readInputs(files, { ...settings, by: 'quarter' }).dataset);
  const made = asRead?.frequency === 'quarter' ? [] : [caution('input.made-quarters')];
  return { asRead: asRead ?? dataset, dataset, findings: [...made, ...dataset.findings] };
}

/** How the files of `quarterly` were read. */
export function quarterlyReading(files: readonly InputFile[], settings: Settings): Reading {
  return inOneFrequency(files, settings) ?? readInputs(files, { ...settings, by: 'quarter' });
}

/** The data by the periods of their files; null where these differ and only quarters bring them together. */
function inOneFrequency(files: readonly InputFile[], settings: Settings): Reading | null {
  try {
    return readInputs(files, settings);
  } catch (error) {
    const isMended = (one: QuarterlineError) => one.isAll('input.frequencies-differ', ({ byQuarter }) => byQuarter);
    if (error instanceof QuarterlineError && isMended(error)) return null;
    throw error;
  }
}

/** Runs an analysis; a data error that it throws gets the names of the files. */
export function inFiles<T>(files: readonly string[], analyse: () => T): T {
  try {
    return analyse();
  } catch (error) {
    throw error instanceof QuarterlineError && error.kind === 'data' ? error.inFile(files.join(', ')) : error;
  }
}
