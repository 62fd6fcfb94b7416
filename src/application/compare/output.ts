import type { Settings } from '../../question/settings.ts';
import type { Gathered } from '../gather.ts';
import { type CommandOutput, provenanceOf } from '../output.ts';
import { quarterly } from '../quarterly.ts';
import { compareQuarterly, resolvedBy } from './comparison.ts';

/** A practice against its comparator, baseline against follow-up. Throws usage and data errors. */
export function compareOutput(settings: Settings, { files, asides }: Gathered): CommandOutput {
  const { asRead, result, findings } = compareQuarterly(quarterly(files, settings), settings, asides);
  const { inputs } = asRead;
  const provenance = provenanceOf('compare', settings, inputs);
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
