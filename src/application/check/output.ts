import type { CheckResult } from '../../analysis/check/result.ts';
import { readInputs } from '../../data/dataset.ts';
import { summarise } from '../../data/summary.ts';
import type { Settings } from '../../question/settings.ts';
import type { Gathered } from '../gather.ts';
import type { CommandOutput } from '../output.ts';
import { nextStep } from './next-step.ts';

/** What was understood of the files, and what could be typed next. Throws data errors. */
export function checkOutput(settings: Settings, { files }: Gathered): CommandOutput {
  const reading = readInputs(files, settings);
  const { inputs, findings } = reading.dataset;
  const result: CheckResult = { files: summarise(reading), next: nextStep(reading.dataset, settings) };
  return {
    command: 'check',
    inputs,
    result,
    findings,
    document: async () => (await import('../../document/check/check.ts')).checkDocument(result, inputs, findings),
    numbers: async () => (await import('../../document/check/check.ts')).checkNumbers(result),
    signal: false,
  };
}
