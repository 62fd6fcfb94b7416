import { compare } from '../analysis/compare.ts';
import { type CompareResult, isCost } from '../analysis/compare-result.ts';
import { type QuarterWindow, quarterWindow } from '../analysis/windows.ts';
import { datasetByQuarter } from '../data/by-quarter.ts';
import { datasetFromText, type TextFile } from '../data/dataset.ts';
import { parsePeriodOption, parseWindowOption } from '../data/options.ts';
import { readTexts } from '../data/read.ts';
import { select } from '../data/select.ts';
import type { Dataset } from '../data/series.ts';
import { QuarterlineError } from '../errors.ts';
import { caution, type Finding } from '../finding.ts';
import { loadDeflator, priceYearFrom } from '../project/deflator.ts';
import type { Settings } from '../project/settings.ts';
import type { Effects } from './effects.ts';

/** A comparison with the data it was made from. */
export interface Comparison {
  /** By the periods of the files, for run charts; by quarter where the files have different ones. */
  readonly asRead: Dataset;
  readonly result: CompareResult;
  readonly findings: readonly Finding[];
}

/** Reads the files, selects practice and comparator, and compares them by quarter, as the settings say. */
export async function runComparison(settings: Settings, effects: Effects): Promise<Comparison> {
  const texts = await readTexts(settings.files, effects);
  const asRead = inOneFrequency(texts, settings);
  const dataset = datasetByQuarter(asRead ?? datasetFromText(texts, { ...settings, by: 'quarter' }));
  const made = asRead?.frequency === 'quarter' ? [] : [caution('input.made-quarters')];
  const selected = select(dataset, settings);
  const period = (option: string, text: string | null, edge: 'start' | 'end' = 'start') =>
    text === null ? null : parsePeriodOption(option, text, settings, 'quarter', edge);
  const window = (option: string, text: string | null): QuarterWindow | null => {
    if (text === null) return null;
    const { label, from, to } = parseWindowOption(option, text, settings);
    return { ...quarterWindow(from, to), label };
  };
  const options = {
    baseline: window('--baseline', settings.baseline),
    followUp: window('--follow-up', settings.followUp),
    likeForLike: settings.likeForLike,
    from: period('--from', settings.from),
    to: period('--to', settings.to, 'end'),
    intervention: period('--intervention', settings.intervention),
    deflator: await loadDeflator(settings.deflator, effects),
    priceYear: priceYearFrom(settings.priceYear),
  };
  const { result, findings } = inFiles(settings.files, () => compare(selected.practice, selected.comparator, options));
  return {
    asRead: asRead ?? dataset,
    result,
    findings: [...findings, ...selected.findings, ...made, ...dataset.findings],
  };
}

/** The data by the periods of their files; null where these differ and only quarters bring them together. */
function inOneFrequency(texts: readonly TextFile[], settings: Settings): Dataset | null {
  try {
    return datasetFromText(texts, settings);
  } catch (error) {
    const areDifferent = (one: QuarterlineError) =>
      one.problems.every(({ code, slots }) => code === 'input.frequencies-differ' && slots.byQuarter === true);
    if (error instanceof QuarterlineError && areDifferent(error)) return null;
    throw error;
  }
}

/** Runs an analysis; a data error that it throws gets the names of the files. */
function inFiles<T>(files: readonly string[], analyse: () => T): T {
  try {
    return analyse();
  } catch (error) {
    throw error instanceof QuarterlineError && error.kind === 'data' ? error.inFile(files.join(', ')) : error;
  }
}

/** The settings of a comparison with what the data decided where nothing was given. */
export function resolvedBy({ baseline, followUp, measures }: CompareResult): Partial<Settings> {
  const cost = measures.find(isCost);
  const trend = measures.map((measure) => (isCost(measure) ? measure.nominal : measure).practice.trend)[0];
  return {
    baseline: baseline.label,
    followUp: followUp.label,
    ...(trend ? { from: trend.from, to: trend.to } : {}),
    ...(cost?.real ? { priceYear: cost.real.priceYear } : {}),
  };
}
