import type { EvaluateResult } from '../../analysis/evaluate/result.ts';
import type { PaletteName } from '../../charts/parts/theme.ts';

/** What every figure of an evaluation is made with. `notes` stand under each; `better` is the direction of the measure. */
export interface EvaluateFigureContext {
  readonly result: EvaluateResult;
  readonly notes: readonly string[];
  readonly palette: PaletteName;
  readonly better: 'lower' | 'higher' | 'neither';
}
