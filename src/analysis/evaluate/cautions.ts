import { caution, type Finding, problem } from '../../finding.ts';
import { isLongEnough, meetsMinimum } from './gates.ts';
import type { EvaluateResult } from './result.ts';
import { isUnmet } from './significance.ts';

/** What the data lack, or have that needs care: length, comparator, list sizes, quarters, zeros. */
export function cautions(result: EvaluateResult): readonly Finding[] {
  const { design, segmented } = result;
  const list: Finding[] = [];
  const counts = { before: design.before, after: design.after };
  if (design.intervention === null) list.push(problem('evaluate.no-intervention'));
  else if (isAlone(result))
    list.push(
      ...(!isLongEnough(design.own)
        ? [caution('evaluate.exploratory', { before: design.own.before, after: design.own.after })]
        : []),
    );
  else if (!meetsMinimum(design)) list.push(problem('evaluate.too-few-quarters', counts));
  else if (segmented.length === 0) list.push(problem('evaluate.too-few-quarters', counts));
  else if (isUnmet(result, 'long-enough')) list.push(caution('evaluate.exploratory', counts));
  if (design.comparator === null) list.push(caution('evaluate.no-comparator', { practice: design.practice }));
  else if (design.basis === 'counts') list.push(caution('evaluate.counts-only'));
  if (design.missing.length > 0) list.push(caution('evaluate.missing-quarters', { quarters: [...design.missing] }));
  if (design.washout.length > 0) list.push(caution('evaluate.washout', { quarters: [...design.washout] }));
  const bound = segmented.filter(({ rhoAtBound }) => rhoAtBound);
  for (const { area, estimator } of bound) list.push(caution('evaluate.rho-at-bound', { area, estimator }));
  if (isUnmet(result, 'no-zero-counts'))
    list.push(caution('evaluate.zero-counts', { primary: result.controlled?.primary != null }));
  return list;
}

/** Whether the practice could be fitted, and not beside its comparator, which holds too few of its quarters. */
const isAlone = ({ design, segmented, controlled }: EvaluateResult): boolean =>
  design.comparator !== null && controlled === null && segmented.some(({ area }) => area === design.practice);

/** That the comparator is what is missing: said before everything else. */
export function comparatorFindings(result: EvaluateResult): readonly Finding[] {
  const { practice, comparator, before, after, own } = result.design;
  if (comparator === null || !isAlone(result)) return [];
  const slots = { practice, comparator, before, after, ownBefore: own.before, ownAfter: own.after };
  return [problem('evaluate.comparator-too-short', slots)];
}
