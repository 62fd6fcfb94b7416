import { caution, type Finding, problem } from '../../finding.ts';
import { meetsMinimum } from './gates.ts';
import type { EvaluateResult } from './result.ts';
import { isUnmet } from './verdict.ts';

/** What the data lack, or have that needs care: length, comparator, list sizes, quarters, zeros. */
export function cautions(result: EvaluateResult): readonly Finding[] {
  const { design, segmented } = result;
  const list: Finding[] = [];
  const counts = { before: design.before, after: design.after };
  if (design.intervention === null) list.push(problem('evaluate.no-intervention'));
  else if (!meetsMinimum(design)) list.push(problem('evaluate.too-few-quarters', counts));
  else if (segmented.length === 0) list.push(problem('evaluate.too-few-quarters', counts));
  else if (isUnmet(result, 'long-enough')) list.push(caution('evaluate.exploratory', counts));
  if (design.comparator === null) list.push(caution('evaluate.no-comparator', { practice: design.practice }));
  else if (design.basis === 'counts') list.push(caution('evaluate.counts-only'));
  if (design.missing.length > 0) list.push(caution('evaluate.missing-quarters', { quarters: [...design.missing] }));
  if (design.washout.length > 0) list.push(caution('evaluate.washout', { quarters: [...design.washout] }));
  const bound = segmented.filter(({ rhoAtBound }) => rhoAtBound);
  for (const { area, estimator } of bound) list.push(caution('evaluate.rho-at-bound', { area, estimator }));
  if (isUnmet(result, 'no-zero-counts')) list.push(caution('evaluate.zero-counts'));
  return list;
}
