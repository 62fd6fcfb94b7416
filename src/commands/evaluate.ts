import { type Evaluation, runEvaluation } from '../application/evaluate/evaluation.ts';
import { measureNamed } from '../data/sheet/measures.ts';
import { inputNotes } from '../document/provenance.ts';
import { usageError } from '../errors.ts';
import { commandLine } from '../question/command-line.ts';
import type { Settings } from '../question/settings.ts';
import { VERSION } from '../version.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `evaluate`: did it really change, compared with there, and how far does the answer hang on the model? */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  if (settings.rScript !== null && settings.files.includes('-')) throw usageError('evaluate.script-input');
  const evaluation = await runEvaluation(settings, effects);
  const { asRead, result, findings } = evaluation;
  const { inputs } = asRead;
  const provenance = { inputs, commandLine: commandLine('evaluate', settings), version: VERSION };
  return show(
    {
      command: 'evaluate',
      inputs,
      resolved: { ...evaluation.settings, from: result.design.from, to: result.design.to },
      result,
      findings,
      document: async ({ figures }) =>
        (await import('../document/evaluate/evaluate.ts')).evaluateDocument(
          result,
          findings,
          provenance,
          figures ? await figuresOf(evaluation, settings) : null,
        ),
      numbers: async () => (await import('../document/evaluate/numbers.ts')).evaluateNumbers(result),
      ...(settings.rScript === null
        ? {}
        : {
            beside: {
              path: settings.rScript,
              content: async () =>
                (await import('../application/evaluate/r-script.ts')).rScriptOf(
                  result,
                  provenance,
                  evaluation.settings,
                  effects,
                ),
            },
          }),
      signal: false,
    },
    settings,
    effects,
  );
}

async function figuresOf({ asRead, result }: Evaluation, { palette, better }: Settings) {
  const { evaluateFigures } = await import('../document/evaluate/figures.ts');
  return evaluateFigures({
    result,
    notes: inputNotes(asRead.inputs),
    palette,
    better: measureNamed(result.design.measure, better).better,
  });
}
