import type { EvaluateResult } from '../analysis/evaluate/result.ts';
import { measureNamed } from '../data/measures.ts';
import type { Provenance } from '../document/provenance.ts';
import { inputNotes } from '../document/provenance.ts';
import { dataError } from '../errors.ts';
import { PROGRESS } from '../messages/progress.ts';
import type { Settings } from '../project/settings.ts';
import { VERSION } from '../version.ts';
import { commandLine } from './command-line.ts';
import type { Effects } from './effects.ts';
import { type Evaluation, runEvaluation } from './evaluation.ts';
import { show } from './show.ts';

/** `evaluate`: did it really change, compared with there, and how far does the answer hang on the model? */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  const evaluation = await runEvaluation(settings, effects);
  const { asRead, result, findings } = evaluation;
  const { inputs } = asRead;
  const provenance = { inputs, commandLine: commandLine('evaluate', settings), version: VERSION };
  if (settings.rScript !== null) await writeScript(settings.rScript, result, provenance, settings, effects);
  return show(
    {
      command: 'evaluate',
      inputs,
      resolved: { from: result.design.from, to: result.design.to },
      result,
      findings,
      document: async ({ figures }) =>
        (await import('../document/evaluate.ts')).evaluateDocument(
          result,
          findings,
          provenance,
          figures ? await figuresOf(evaluation, settings) : null,
        ),
      numbers: async () => (await import('../document/evaluate-numbers.ts')).evaluateNumbers(result),
      signal: false,
    },
    settings,
    effects,
  );
}

async function figuresOf({ asRead, result }: Evaluation, { palette, better }: Settings) {
  const { evaluateFigures } = await import('../document/evaluate-figures.ts');
  return evaluateFigures({
    result,
    notes: inputNotes(asRead.inputs),
    palette,
    better: measureNamed(result.design.measure, better).better,
  });
}

async function writeScript(
  path: string,
  result: EvaluateResult,
  provenance: Provenance,
  { force }: Settings,
  effects: Effects,
): Promise<void> {
  const script = (await import('../document/r-script.ts')).rScript(result, provenance);
  if (script === null) throw dataError('evaluate.no-script');
  await effects.writeFile(path, script, force);
  effects.err(PROGRESS.wroteFile(path));
}
