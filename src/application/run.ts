import type { Source } from '../data/read.ts';
import { isKnown, loadSentences } from '../messages.ts';
import type { CommandName } from '../question/commands.ts';
import type { Settings } from '../question/settings.ts';
import { type Gathered, gather } from './gather.ts';
import type { CommandOutput } from './output.ts';

export { settingsFrom } from '../question/given.ts';
export { envelope } from './output.ts';

/** What can be asked anywhere: in a browser, in another program, on the command line. */
type UseCase = Exclude<CommandName, 'demo'>;

/** Where each use case is. Its code is loaded when it is asked for. */
const USE_CASES: {
  readonly [Name in UseCase]: () => Promise<(settings: Settings, gathered: Gathered) => CommandOutput>;
} = {
  check: async () => (await import('./check/output.ts')).checkOutput,
  compare: async () => (await import('./compare/output.ts')).compareOutput,
  runchart: async () => (await import('./run-chart/output.ts')).runChartOutput,
  evaluate: async () => (await import('./evaluate/output.ts')).evaluateOutput,
  spc: async () => (await import('./control-chart/output.ts')).controlChartOutput,
  scan: async () => (await import('./scan/output.ts')).scanOutput,
  rules: async () => (await import('./rules/output.ts')).rulesOutput,
  power: async () => (await import('./power/output.ts')).powerOutput,
  report: async () => (await import('./report/output.ts')).reportOutput,
};

/** Use cases that speak of reading and of run charts alone. */
const FEW_WORDS: readonly UseCase[] = ['check', 'runchart'];

/** Reads what the settings name and answers. Throws usage and data errors. */
export async function run(command: UseCase, settings: Settings, source: Source): Promise<CommandOutput> {
  const [gathered, answer] = [await gather(command, settings, source), await USE_CASES[command]()];
  if (!FEW_WORDS.includes(command)) await loadSentences();
  const output = answer(settings, gathered);
  if (!output.findings.every((one) => isKnown(one))) await loadSentences();
  return output;
}
