import type { EvaluateResult } from '../../analysis/evaluate/result.ts';
import { EVALUATE_METHODS } from '../../messages/evaluate/document.ts';
import { REPORTING } from '../../messages/evaluate/reporting.ts';
import type { Definitions } from '../document.ts';

type Method = keyof typeof EVALUATE_METHODS;

/** Whether an evaluation makes use of a method. */
const USES: Readonly<Record<Method, (result: EvaluateResult) => boolean>> = {
  primary: ({ controlled }) => controlled?.primary != null,
  avoided: ({ controlled }) => controlled?.primary != null,
  alternatives: ({ controlled }) => (controlled?.alternatives ?? []).length > 0,
  sensitivity: ({ sensitivity }) => sensitivity !== null,
  placebo: ({ placebo }) => placebo !== null,
  synthetic: ({ syntheticControl }) => syntheticControl !== null,
  segmented: ({ segmented }) => segmented.length > 0,
  detectable: ({ detectable }) => detectable !== null,
  trends: ({ trends }) => trends.length > 0,
};

/** The methods that an evaluation used, each in words, and what its checklist is. */
export function evaluateMethods(result: EvaluateResult): Definitions['items'] {
  const names = Object.keys(EVALUATE_METHODS) as Method[];
  return [
    ...names.filter((name) => USES[name](result)).map((name) => EVALUATE_METHODS[name]),
    { term: REPORTING.heading, text: `${REPORTING.intro} ${REPORTING.grade}` },
  ];
}
