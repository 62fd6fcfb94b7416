import type { GateSlots } from '../../catalogue.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { leavesOutOne } from './ratios.ts';
import type { Alternative, EvaluateResult, PrimaryModel } from './result.ts';

/** Level of every test that a verdict rests on. */
const LEVEL = 0.05;

/** With fewer areas a placebo test cannot reach P = 0.05. methods.md 2(f). */
export const FOR_FIVE_PERCENT = 20;

export const isBelowLevel = (p: number | null | undefined): boolean => p != null && p < LEVEL;

export const isBeyondChance = ({ effectAtEnd }: Pick<PrimaryModel, 'effectAtEnd'>): boolean =>
  leavesOutOne(effectAtEnd) === true;

/** A condition that was held against the data and is not met. */
export const isUnmet = ({ gates }: Pick<EvaluateResult, 'gates'>, rule: keyof GateSlots): boolean =>
  gates.some((gate) => gate.rule === rule && !gate.passed);

/** What a condition was held against; undefined where it was not. */
export const gateSlots = <Rule extends keyof GateSlots>(
  { gates }: Pick<EvaluateResult, 'gates'>,
  rule: Rule,
): GateSlots[Rule] | undefined => gates.find((gate) => gate.rule === rule)?.slots as GateSlots[Rule] | undefined;

/** The model of the difference series with that name and a difference in the last quarter. */
export function alternativeOf({ controlled }: EvaluateResult, name: string): Alternative | null {
  const found = controlled?.alternatives.find(({ model }) => model === name);
  return found && found.effectAtEnd?.estimate != null ? found : null;
}

/** Mean after over mean before, without any course (G); null where it cannot be had. */
export const withoutCourse = (result: EvaluateResult): Estimate | null =>
  alternativeOf(result, 'difference-in-differences')?.effectAtEnd ?? null;
