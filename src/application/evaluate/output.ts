import { measureNamed } from '../../data/sheet/measures.ts';
import { inputNotes } from '../../document/provenance.ts';
import { commandLine } from '../../question/command-line.ts';
import type { Settings } from '../../question/settings.ts';
import { VERSION } from '../../version.ts';
import type { Gathered } from '../gather.ts';
import type { CommandOutput } from '../output.ts';
import { quarterly } from '../quarterly.ts';
import { type Evaluation, evaluateQuarterly } from './evaluation.ts';
import { applyPlan } from './plan.ts';

/** Did it really change, compared with there, and how far does the answer hang on the model? */
export function evaluateOutput(settings: Settings, { files, asides, source }: Gathered): CommandOutput {
  const planned = asides.plan && applyPlan(asides.plan, settings);
  const used = planned?.settings ?? settings;
  const around = { command: 'evaluate', given: settings, planned, runCharts: null, trends: null } as const;
  const evaluation = evaluateQuarterly(quarterly(files, used), used, around, asides);
  const { asRead, result, findings } = evaluation;
  const { inputs } = asRead;
  const provenance = { inputs, commandLine: commandLine('evaluate', settings), version: VERSION };
  return {
    command: 'evaluate',
    inputs,
    resolved: { ...evaluation.settings, from: result.design.from, to: result.design.to },
    result,
    findings,
    document: async ({ figures }) =>
      (await import('../../document/evaluate/evaluate.ts')).evaluateDocument(
        result,
        findings,
        provenance,
        figures ? await figuresOf(evaluation, settings) : null,
      ),
    numbers: async () => (await import('../../document/evaluate/numbers.ts')).evaluateNumbers(result),
    ...(settings.rScript === null
      ? {}
      : {
          beside: {
            path: settings.rScript,
            content: async () =>
              (await import('./r-script.ts')).rScriptOf(result, provenance, evaluation.settings, source),
          },
        }),
    signal: false,
  };
}

async function figuresOf({ asRead, result }: Evaluation, { palette, better }: Settings) {
  const { evaluateFigures } = await import('../../document/evaluate/figures.ts');
  return evaluateFigures({
    result,
    notes: inputNotes(asRead.inputs),
    palette,
    better: measureNamed(result.design.measure, better).better,
  });
}
