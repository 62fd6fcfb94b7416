import type { CompareResult, Contrast } from '../../analysis/compare/result.ts';
import { isCost } from '../../analysis/compare/result.ts';
import { COMPARE_METHODS } from '../../messages/compare/document.ts';
import type { Definitions } from '../document.ts';

type Method = keyof typeof COMPARE_METHODS;

/** Whether a comparison makes use of a method. */
const USES: Readonly<Record<Method, (result: CompareResult) => boolean>> = {
  rateRatio: (result) => contrasts(result).some(({ practice }) => practice.rateRatio !== null),
  ratioOfRatios: (result) => contrasts(result).some(({ relative }) => relative?.ratioOfRatios != null),
  avoided: (result) => result.measures.some((measure) => !isCost(measure) && measure.counterfactual !== null),
  realTerms: ({ measures }) => measures.some((measure) => isCost(measure) && measure.real !== null),
  costRatio: ({ measures }) =>
    measures.some((measure) => isCost(measure) && measure.nominal.relative?.ratioOfRatios != null),
  trend: (result) => contrasts(result).some(({ practice }) => practice.trend !== null),
};

const contrasts = ({ measures }: CompareResult): readonly Contrast[] =>
  measures.flatMap((measure) => (isCost(measure) ? [measure.nominal] : [measure]));

/** The methods that a comparison used, each in words. */
export function compareMethods(result: CompareResult): Definitions['items'] {
  const names = Object.keys(COMPARE_METHODS) as Method[];
  return names.filter((name) => USES[name](result)).map((name) => COMPARE_METHODS[name]);
}
