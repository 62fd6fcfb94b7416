import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT, spawned } from '../../e2e/support.ts';
import type { Ledger } from '../../support/ledger.ts';

/** The simulated data of the golden cases, as a tester has them: plain files. */
export const TWO_AREA = join(ROOT, 'test/golden/_sim/two_area.csv');
export const PEERS = join(ROOT, 'test/golden/_sim/peers.csv');
export const PAIR = [TWO_AREA, '--practice', 'practice', '--comparator', 'county', '--quarters', 'calendar'] as const;
/** Quarter 17 of the simulated data, the first after the change. */
export const CHANGE = ['--intervention', '2014Q2'] as const;

/** Parsed JSON of many shapes, only ever compared. */
// biome-ignore lint/suspicious/noExplicitAny: a JSON document
export type Json = any;

const held = new Map<string, Json>();

/** The `result` that the built program prints for a command line with `--json`. Each command line is run once a file. */
export function resultOf(args: readonly string[], input = ''): Json {
  const key = JSON.stringify([args, input]);
  if (!held.has(key)) {
    const { code, out, err } = spawned([...args, '--json'], { input });
    if (code !== 0) throw new Error(`exit ${code}: ${err}`);
    held.set(key, JSON.parse(out).result);
  }
  return held.get(key);
}

/** An interval of the contract. */
export interface Interval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly se: number;
  readonly df: number | null;
  readonly p: number;
}

/** How many standard errors the limits lie from the estimate, on the scale on which it is printed. */
export const reachOf = ({ estimate, upper, se }: Interval): number => (upper - estimate) / se;

/** Holds R's row of a table of coefficients: estimate, standard error, statistic, P and limits, by the names that the case has. */
export function holdsTerm(ledger: Ledger, name: string, term: Interval): void {
  ledger.holds(`${name}/estimate`, term.estimate);
  ledger.holds(`${name}/se`, term.se);
  ledger.holds(`${name}/stat`, term.estimate / term.se);
  ledger.holds(`${name}/p`, term.p);
  ledger.holds(`${name}/lo`, term.lower);
  ledger.holds(`${name}/hi`, term.upper);
}

/**
 * The same where the program gives another standard error beside the term: statistic and limits follow from it, at `reach`
 * standard errors; P is nowhere printed and is left out.
 */
export function holdsTermAt(ledger: Ledger, name: string, estimate: number, se: number, reach: number): void {
  ledger.holds(`${name}/estimate`, estimate);
  ledger.holds(`${name}/se`, se);
  ledger.holds(`${name}/stat`, estimate / se);
  ledger.holds(`${name}/lo`, estimate - reach * se);
  ledger.holds(`${name}/hi`, estimate + reach * se);
  ledger.leavesOut(`${name}/p`);
}

/** Fails where a number of the case was neither held nor named as left out. */
export function leavesNoneOut(ledger: Ledger): void {
  expect(ledger.open).toEqual([]);
}
