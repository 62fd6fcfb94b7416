import { detectablePower } from '../../analysis/power/power.ts';
import { usageError } from '../../errors.ts';
import type { Settings } from '../../question/settings.ts';
import type { CommandOutput } from '../output.ts';

/** Which change would be seen, for a list size, a rate and a number of quarters? */
export function powerOutput(settings: Settings): CommandOutput {
  if (settings.listSize.length === 0) throw usageError('power.no-list-size');
  const dispersion = settings.dispersion ?? 1;
  const { change } = settings;
  const { result, findings } = detectablePower({
    listSizes: settings.listSize,
    rate: settings.rate,
    quartersBefore: settings.quartersBefore,
    quartersAfter: settings.quartersAfter,
    dispersion,
    autocorrelation: settings.autocorrelation,
    comparatorSize: settings.comparatorSize,
    comparatorSizeAfter: settings.comparatorSizeAfter,
    power: settings.power,
    alpha: settings.alpha,
    change,
    sigma: settings.sigma,
    runs: settings.runs,
    seed: settings.seed,
  });
  return {
    command: 'power',
    inputs: [],
    resolved: { dispersion },
    result,
    findings,
    document: async ({ figures }) => {
      const { powerDocument } = await import('../../document/power/power.ts');
      if (!figures) return powerDocument(result, findings, [], change);
      const { powerFigure } = await import('../../document/power/figure.ts');
      return powerDocument(result, findings, powerFigure(result, settings.palette), change);
    },
    numbers: async () => (await import('../../document/power/power.ts')).powerNumbers(result),
    signal: false,
  };
}
