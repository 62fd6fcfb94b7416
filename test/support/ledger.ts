import { expect } from 'vitest';
import { type Coefficients, coefficient } from '../../src/statistics/linear/combination.ts';
import type { golden } from './golden.ts';

/** How far a number may be from the expected one: relative to it, or as it stands. */
export interface Tolerance {
  readonly relative?: number;
  readonly absolute?: number;
}

type Expected = ReturnType<typeof golden>;

/**
 * The numbers of a golden case, each held to the case's tolerance and ticked off, so that none is left out unnoticed. A number's
 * name is the way to it: `quasi/coef/time/se`.
 */
export class Ledger {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #tolerance: Tolerance;
  readonly #held = new Set<string>();

  constructor(expected: Expected, tolerance: Tolerance) {
    this.#numbers = new Map(numbersIn(expected, ''));
    this.#tolerance = tolerance;
  }

  /** Fails unless the library's number is within the tolerance of the expected one. */
  holds(name: string, actual: number | null | undefined, tolerance: Tolerance = this.#tolerance): void {
    const expected = this.of(name);
    const limit = (tolerance.relative ?? 0) * Math.abs(expected) + (tolerance.absolute ?? 0);
    const distance = Math.abs((actual ?? Number.NaN) - expected);
    const off = `off by ${distance / Math.abs(expected)} of itself`;
    expect(distance <= limit, `${name}: ${actual} should be ${expected} (${off})`).toBe(true);
    this.#held.add(name);
  }

  /** The expected number itself; asking for it does not count as holding it. */
  of(name: string): number {
    const expected = this.#numbers.get(name);
    if (expected === undefined) throw new Error(`the case has no number ${name}`);
    return expected;
  }

  /** A list of numbers from `name/0` on. */
  holdsAll(name: string, actual: readonly (number | null)[], tolerance = this.#tolerance): void {
    actual.forEach((value, i) => {
      this.holds(`${name}/${i}`, value, tolerance);
    });
  }

  /** R's table of coefficients, in the order of the columns: estimate, standard error, statistic, P and limits. */
  holdsCoefficients(name: string, of: Coefficients, terms: readonly string[], tolerance = this.#tolerance): void {
    terms.forEach((term, j) => {
      const own = coefficient(of, j, { method: '' });
      this.holds(`${name}/${term}/estimate`, own.estimate, tolerance);
      this.holds(`${name}/${term}/se`, own.se, tolerance);
      this.holds(`${name}/${term}/stat`, (own.estimate ?? Number.NaN) / (own.se ?? Number.NaN), tolerance);
      this.holds(`${name}/${term}/p`, own.p, tolerance);
      this.holds(`${name}/${term}/lo`, own.lower, tolerance);
      this.holds(`${name}/${term}/hi`, own.upper, tolerance);
    });
  }

  /** Says which numbers are not the library's to give: settings that the case repeats, models that are not offered. */
  leavesOut(...prefixes: readonly string[]): void {
    for (const prefix of prefixes) {
      const named = [...this.#numbers.keys()].filter((name) => name === prefix || name.startsWith(`${prefix}/`));
      expect(named.length, `the case has nothing under ${prefix}`).toBeGreaterThan(0);
      for (const name of named) this.#held.add(name);
    }
  }

  get total(): number {
    return this.#numbers.size;
  }

  /** Numbers that nothing has been held to yet. */
  get open(): readonly string[] {
    return [...this.#numbers.keys()].filter((name) => !this.#held.has(name));
  }
}

function numbersIn(value: Expected, name: string): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[name, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, name === '' ? key : `${name}/${key}`));
}
