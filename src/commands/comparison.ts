import { compare } from '../analysis/compare.ts';
import type { CompareResult } from '../analysis/compare-result.ts';
import { type QuarterWindow, quarterWindow } from '../analysis/windows.ts';
import { parsePeriodOption, parseWindowOption } from '../data/options.ts';
import { readDataset } from '../data/read.ts';
import { type Selection, select } from '../data/select.ts';
import type { Dataset } from '../data/series.ts';
import type { Finding } from '../finding.ts';
import { loadDeflator, priceYearFrom } from '../project/deflator.ts';
import type { Settings } from '../project/settings.ts';
import type { Effects } from './effects.ts';

/** A comparison with the data it was made from. */
export interface Comparison {
  readonly dataset: Dataset;
  readonly selected: Selection;
  readonly result: CompareResult;
  readonly findings: readonly Finding[];
}

/** Reads the files, selects practice and comparator, and compares them by quarter, as the settings say. */
export async function runComparison(settings: Settings, effects: Effects): Promise<Comparison> {
  const dataset = await readDataset(settings.files, { ...settings, by: 'quarter' }, effects);
  const selected = select(dataset, settings);
  const period = (option: string, text: string | null, edge: 'start' | 'end' = 'start') =>
    text === null ? null : parsePeriodOption(option, text, settings, 'quarter', edge);
  const window = (option: string, text: string | null): QuarterWindow | null => {
    if (text === null) return null;
    const { label, from, to } = parseWindowOption(option, text, settings);
    return { ...quarterWindow(from, to), label };
  };
  const { result, findings } = compare(selected.practice, selected.comparator, {
    baseline: window('--baseline', settings.baseline),
    followUp: window('--follow-up', settings.followUp),
    likeForLike: settings.likeForLike,
    from: period('--from', settings.from),
    to: period('--to', settings.to, 'end'),
    intervention: period('--intervention', settings.intervention),
    deflator: await loadDeflator(settings.deflator, effects),
    priceYear: priceYearFrom(settings.priceYear),
  });
  return { dataset, selected, result, findings: [...findings, ...selected.findings, ...dataset.findings] };
}
