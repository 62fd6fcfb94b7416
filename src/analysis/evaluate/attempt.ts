import { QuarterlineError } from '../../errors.ts';
import { type Finding, problem } from '../../finding.ts';

/** Collects what could not be fitted, each model with its reason. */
export class Attempts {
  readonly #problems: Finding[] = [];

  /** Runs a fit; where the numbers do not allow it, notes which model of which area and why, and gives null. */
  run<T>(model: string, area: string, compute: () => T): T | null {
    try {
      return compute();
    } catch (error) {
      const code = error instanceof QuarterlineError ? error.problems[0]?.code : undefined;
      if (!code?.startsWith('statistics.')) throw error;
      this.note(model, area, code);
      return null;
    }
  }

  /** Runs a fit; where the numbers do not allow it gives null and says nothing: one of many. */
  quietly<T>(compute: () => T): T | null {
    return new Attempts().run('', '', compute);
  }

  note(model: string, area: string, reason: string): void {
    this.#problems.push(problem('evaluate.not-fitted', { model, area, reason }));
  }

  get findings(): readonly Finding[] {
    return this.#problems;
  }
}
