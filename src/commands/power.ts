import { detectablePower } from '../analysis/power/power.ts';
import { usageError } from '../errors.ts';
import type { Settings } from '../project/settings.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `power`: which change would be seen, for a list size, a rate and a number of quarters? */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  if (settings.listSize.length === 0) throw usageError('power.no-list-size');
  const { result, findings } = detectablePower({
    listSizes: settings.listSize,
    rate: settings.rate,
    quartersBefore: settings.quartersBefore,
    quartersAfter: settings.quartersAfter,
    dispersion: settings.dispersion,
    autocorrelation: settings.autocorrelation,
    comparatorSize: settings.comparatorSize,
    runs: settings.runs,
    seed: settings.seed,
  });
  return show(
    {
      command: 'power',
      inputs: [],
      result,
      findings,
      document: async ({ figures }) => {
        const { powerDocument } = await import('../document/power.ts');
        if (!figures) return powerDocument(result, findings);
        const { powerFigure } = await import('../document/power-figure.ts');
        return powerDocument(result, findings, powerFigure(result, settings.palette));
      },
      numbers: async () => (await import('../document/power.ts')).powerNumbers(result),
      signal: false,
    },
    settings,
    effects,
  );
}
