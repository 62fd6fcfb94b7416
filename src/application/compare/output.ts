import { commandLine } from '../../question/command-line.ts';
import type { Settings } from '../../question/settings.ts';
import { VERSION } from '../../version.ts';
import type { Gathered } from '../gather.ts';
import type { CommandOutput } from '../output.ts';
import { quarterly } from '../quarterly.ts';
import { compareQuarterly, resolvedBy } from './comparison.ts';

/** A practice against its comparator, baseline against follow-up. Throws usage and data errors. */
export function compareOutput(settings: Settings, { files, asides }: Gathered): CommandOutput {
  const { asRead, result, findings } = compareQuarterly(quarterly(files, settings), settings, asides);
  const { inputs } = asRead;
  const provenance = { inputs, commandLine: commandLine('compare', settings), version: VERSION };
  return {
    command: 'compare',
    inputs,
    resolved: resolvedBy(result),
    result,
    findings,
    document: async ({ figures }) => {
      const { compareDocument } = await import('../../document/compare/compare.ts');
      return compareDocument(result, findings, provenance, { figures, palette: settings.palette });
    },
    numbers: async () => (await import('../../document/compare/numbers.ts')).compareNumbers(result),
    signal: false,
  };
}
