import { resolvedBy, runComparison } from '../application/compare/comparison.ts';
import { commandLine } from '../question/command-line.ts';
import type { Settings } from '../question/settings.ts';
import { VERSION } from '../version.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `compare`: a practice against its comparator, baseline against follow-up. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  const { asRead, result, findings } = await runComparison(settings, effects);
  const { inputs } = asRead;
  const provenance = { inputs, commandLine: commandLine('compare', settings), version: VERSION };
  return show(
    {
      command: 'compare',
      inputs,
      resolved: resolvedBy(result),
      result,
      findings,
      document: async ({ figures }) => {
        const { compareDocument } = await import('../document/compare/compare.ts');
        return compareDocument(result, findings, provenance, { figures, palette: settings.palette });
      },
      numbers: async () => (await import('../document/compare/numbers.ts')).compareNumbers(result),
      signal: false,
    },
    settings,
    effects,
  );
}
