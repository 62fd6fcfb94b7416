import { compare } from '../../analysis/compare/compare.ts';
import { type CompareResult, isCost } from '../../analysis/compare/result.ts';
import { type QuarterWindow, quarterWindow } from '../../analysis/quarters/windows.ts';
import type { PeriodWindow } from '../../data/period/parse.ts';
import type { Dataset } from '../../data/series.ts';
import { usageError } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import { questionOf } from '../../question/question.ts';
import type { Settings } from '../../question/settings.ts';
import type { Asides } from '../asides.ts';
import { priceYearFrom } from '../deflator.ts';
import { inFiles, type Quarterly } from '../quarterly.ts';

/** A comparison with the data it was made from. */
interface Comparison {
  /** By the periods of the files, for run charts; by quarter where the files have different ones. */
  readonly asRead: Dataset;
  readonly result: CompareResult;
  readonly findings: readonly Finding[];
}

/** Compares practice and comparator by quarter, as the settings say. Throws usage and data errors. */
export function compareQuarterly(
  { asRead, dataset, findings: remarks }: Quarterly,
  settings: Settings,
  { deflator }: Pick<Asides, 'deflator'>,
): Comparison {
  const { practice, comparator, dates, findings: assumed } = questionOf(dataset, settings);
  const options = {
    baseline: windowOf(dates.baseline),
    followUp: windowOf(dates.followUp),
    likeForLike: settings.likeForLike,
    from: dates.from,
    to: dates.to,
    intervention: dates.intervention,
    deflator,
    priceYear: priceYearFrom(settings.priceYear),
    dispersion: dispersionFrom(settings.dispersion),
  };
  const { result, findings } = inFiles(settings.files, () => compare(practice, comparator, options));
  return { asRead, result, findings: [...findings, ...assumed, ...remarks] };
}

const windowOf = (stretch: PeriodWindow | null): QuarterWindow | null =>
  stretch && { ...quarterWindow(stretch.from, stretch.to), label: stretch.label };

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
