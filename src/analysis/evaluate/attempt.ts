import type { FindingSlots, ProblemCode } from '../../catalogue.ts';
import { QuarterlineError } from '../../errors.ts';
import { type Finding, problem } from '../../finding.ts';

type Reason = FindingSlots['evaluate.not-fitted']['reason'];
type Unfit = Extract<ProblemCode, Reason>;

/** Problems that say that the numbers do not allow a fit; any other is thrown on. */
const UNFIT: Readonly<Record<Unfit, true>> = {
  'statistics.too-few-rows': true,
  'statistics.dependent-columns': true,
  'statistics.no-convergence': true,
};
const isUnfit = (code: string): code is Unfit => Object.hasOwn(UNFIT, code);

/** Collects what could not be fitted, each model with its reason. */
export class Attempts {
  readonly #problems: Finding[] = [];

  /** Runs a fit; where the numbers do not allow it, notes which model of which area and why, and gives null. */
  run<T>(model: string, area: string, compute: () => T): T | null {
    try {
      return compute();
    } catch (error) {
      const code = error instanceof QuarterlineError ? error.problems[0]?.code : undefined;
      if (code === undefined || !isUnfit(code)) throw error;
      this.note(model, area, code);
      return null;
    }
  }

  /** Runs a fit; where the numbers do not allow it gives null and says nothing: one of many. */
  quietly<T>(compute: () => T): T | null {
    return new Attempts().run('', '', compute);
  }

  note(model: string, area: string, reason: Reason): void {
    this.#problems.push(problem('evaluate.not-fitted', { model, area, reason }));
  }

  get findings(): readonly Finding[] {
    return this.#problems;
  }
}
