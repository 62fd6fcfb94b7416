import { evaluate } from '../../../src/analysis/evaluate/evaluate.ts';
import type { EvaluateOptions } from '../../../src/analysis/evaluate/setup.ts';
import type { AreaData } from '../../../src/analysis/quarters/totals.ts';
import type { Period } from '../../../src/data/period.ts';
import type { Estimate } from '../../../src/statistics/estimate.ts';
import { area } from '../../support/areas.ts';
import { expectClose, numbers, type Row, simulated } from '../../support/golden.ts';

/** The simulated quarters begin with 2010/11 Q1; the 17th is the first after the change. */
export const FIRST: Period = { frequency: 'quarter', index: 4 * 2010 + 1 };
export const quarterAt = (t: number): Period => ({ frequency: 'quarter', index: FIRST.index + t - 1 });

export function simulatedArea(name: string, rows: readonly Row[] = simulated('two_area')): AreaData {
  const own = rows.filter((row) => row.area === name);
  return area(name, FIRST, { admissions: numbers(own, 'admissions'), list_size: numbers(own, 'list_size') });
}

export const OPTIONS: EvaluateOptions = {
  from: null,
  to: null,
  intervention: quarterAt(17),
  secondIntervention: null,
  washout: null,
  seasons: 'auto',
  lag: null,
  measure: null,
  peers: [],
  published: [],
};

/** The simulated practice against its county, from the 17th quarter on. */
export function simulatedEvaluation(options: Partial<EvaluateOptions> = {}) {
  return evaluate(simulatedArea('practice'), simulatedArea('county'), { ...OPTIONS, ...options });
}

export interface GoldenTerm {
  readonly estimate: number;
  readonly se: number;
  readonly p: number;
  readonly lo: number;
  readonly hi: number;
}

/** Compares estimate, standard error, limits and P with R's. */
export function expectTerm(actual: Estimate | null | undefined, term: GoldenTerm, relative = 1e-8): void {
  expectClose(actual?.estimate, term.estimate, relative);
  expectClose(actual?.se, term.se, relative);
  expectClose(actual?.lower, term.lo, relative);
  expectClose(actual?.upper, term.hi, relative);
  expectClose(actual?.p, term.p, relative);
}
