import { type CompareOptions, compare } from '../analysis/compare.ts';
import type { CompareResult } from '../analysis/compare-result.ts';
import { parsePeriodOption, parseWindowOption } from '../data/options.ts';
import { readDataset } from '../data/read.ts';
import { select } from '../data/select.ts';
import type { Dataset } from '../data/series.ts';
import type { Finding } from '../finding.ts';
import { loadDeflator, priceYear } from '../project/deflator.ts';
import type { Settings } from '../project/settings.ts';
import type { Effects } from './effects.ts';

/** A comparison with the data it was made from. */
export interface Comparison {
  readonly dataset: Dataset;
  readonly result: CompareResult;
  readonly findings: readonly Finding[];
}

/** Reads the files, selects practice and comparator, and compares them, as the settings say. */
export async function runComparison(settings: Settings, effects: Effects): Promise<Comparison> {
  const dataset = await readDataset(settings.files, { ...settings, by: 'quarter' }, effects);
  const selected = select(dataset, settings);
  const { result, findings } = compare(selected.practice, selected.comparator, await optionsOf(settings, effects));
  return { dataset, result, findings: [...findings, ...selected.findings, ...dataset.findings] };
}
