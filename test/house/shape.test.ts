import { describe, expect, it } from 'vitest';
import { unusedExports } from './exports.ts';
import { concept, tangles } from './graph.ts';
import { sources } from './sources.ts';

const files = sources();

/** Exports that only tests or scripts take, each with the reason. */
const ONLY_OUTSIDE: Readonly<Record<string, string>> = {
  'data/dataset.ts: datasetFromText': 'texts that are no files, as a page in a browser has them',
  'analysis/simulation/judges.ts: tabledJudges': 'scripts that make the tables of reference/ simulate with it',
  'analysis/simulation/alarms.ts: simulateAlarms': 'scripts that make the tables of reference/ simulate with it',
  'question/schema.ts: settingsSchema': 'scripts that make the schemas take it',
  'statistics/distributions/beta.ts: betaLower': 'the incomplete beta function is held to R by its distribution',
  'statistics/distributions/beta.ts: betaUpper': 'the incomplete beta function is held to R by its distribution',
  'statistics/distributions/beta.ts: betaQuantile': 'the inversion is held to R by its distribution',
  'statistics/distributions/binomial.ts: binomialQuantile': 'the inversion of counts is held to the tails by it',
};

/** By node, the nodes that it imports, itself apart. */
function edges(node: (path: string) => string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    const known = found.get(node(path)) ?? new Set();
    for (const one of imports) if (node(one) !== node(path)) known.add(node(one));
    found.set(node(path), known);
  }
  return found;
}

const lines = (text: string): number => text.trimEnd().split('\n').length;

describe('the shape of the house', () => {
  it('has no import cycle by file', () => {
    expect(tangles(edges((path) => path))).toEqual([]);
  });

  it('has no import cycle by concept', () => {
    expect(tangles(edges(concept))).toEqual([]);
  });

  it('exports nothing that nothing imports', () => {
    const unused = unusedExports(files);
    expect(unused.filter((one) => !(one in ONLY_OUTSIDE))).toEqual([]);
    expect(Object.keys(ONLY_OUTSIDE).filter((one) => !unused.includes(one))).toEqual([]);
  });

  it('has files that fit in a head: at most 450 lines, nine of ten at most 260, the middle one 40 to 120', () => {
    const long = files.filter(({ text }) => lines(text) > 450).map(({ path, text }) => `${path}: ${lines(text)}`);
    expect(long).toEqual([]);
    const sorted = files.map(({ text }) => lines(text)).sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0;
    expect(at(0.9)).toBeLessThanOrEqual(260);
    expect(at(0.5)).toBeGreaterThanOrEqual(40);
    expect(at(0.5)).toBeLessThanOrEqual(120);
  });
});
