import { measureNamed } from '../../data/sheet/measures.ts';
import { inputNotes } from '../../document/provenance.ts';
import type { Settings } from '../../question/settings.ts';
import type { Gathered } from '../gather.ts';
import type { ShownEvaluation } from '../json-document.ts';
import { type CommandOutput, provenanceOf } from '../output.ts';
import { quarterly } from '../quarterly.ts';
import { evaluateQuarterly } from './evaluation.ts';
import { applyPlan } from './plan.ts';

/** Did it really change, compared with there, and how far does the answer hang on the model? */
export function evaluateOutput(settings: Settings, { files, asides, source }: Gathered): CommandOutput {
  const planned = asides.plan && applyPlan(asides.plan, settings);
  const used = planned?.settings ?? settings;
  const around = { command: 'evaluate', given: settings, planned, runCharts: null, trends: null } as const;
  const evaluation = evaluateQuarterly(quarterly(files, used), used, around, asides);
  const { asRead, result, findings } = evaluation;
  const { inputs } = asRead;
  const provenance = provenanceOf('evaluate', settings, inputs);
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
        figures ? await evaluationFigures(result, inputNotes(inputs), settings) : null,
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

/** The charts of an evaluation, with what the files' notes say. */
export async function evaluationFigures(
  result: ShownEvaluation,
  notes: readonly string[],
  { palette, better }: Pick<Settings, 'palette' | 'better'>,
) {
  const { evaluateFigures } = await import('../../document/evaluate/figures.ts');
  return evaluateFigures({ result, notes, palette, better: measureNamed(result.design.measure, better).better });
}
