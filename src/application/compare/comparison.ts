import { compare } from '../../analysis/compare/compare.ts';
import { type CompareResult, isCost } from '../../analysis/compare/result.ts';
import { type QuarterWindow, quarterWindow } from '../../analysis/quarters/windows.ts';
import { parsePeriodOption, parseWindowOption } from '../../data/period/parse.ts';
import type { Source } from '../../data/read.ts';
import { chooseMeasure } from '../../data/select/choose-series.ts';
import { select } from '../../data/select/select.ts';
import type { Dataset } from '../../data/series.ts';
import { usageError } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import type { Settings } from '../../question/settings.ts';
import { loadDeflator, priceYearFrom } from '../deflator.ts';
import { inFiles, type Quarterly, readQuarterly } from '../quarterly.ts';

/** A comparison with the data it was made from. */
interface Comparison {
  /** By the periods of the files, for run charts; by quarter where the files have different ones. */
  readonly asRead: Dataset;
  readonly result: CompareResult;
  readonly findings: readonly Finding[];
}

/** Reads the files, selects practice and comparator, and compares them by quarter, as the settings say. */
export async function runComparison(settings: Settings, source: Source): Promise<Comparison> {
  return compareQuarterly(await readQuarterly(settings, source), settings, source);
}

/** Compares practice and comparator of what was read. */
export async function compareQuarterly(
  { asRead, dataset, findings: remarks }: Quarterly,
  settings: Settings,
  source: Source,
): Promise<Comparison> {
  if (settings.measure !== null) chooseMeasure(dataset, settings.measure);
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
    deflator: await loadDeflator(settings.deflator, source),
    priceYear: priceYearFrom(settings.priceYear),
    dispersion: dispersionFrom(settings.dispersion),
  };
  const { result, findings } = inFiles(settings.files, () => compare(selected.practice, selected.comparator, options));
  return {
    asRead,
    result,
    findings: [...findings, ...selected.findings, ...remarks],
  };
}

/** A dispersion that was given; null where none was. Throws a usage error for one below 1. */
function dispersionFrom(dispersion: number | null): number | null {
  if (dispersion !== null && !(dispersion >= 1 && dispersion <= 1000))
    throw usageError('power.out-of-range', {
      option: '--dispersion',
      value: dispersion,
      from: 1,
      to: 1000,
      whole: false,
    });
  return dispersion;
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
