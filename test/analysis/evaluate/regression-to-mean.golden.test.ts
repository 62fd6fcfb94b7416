import { describe, expect, it } from 'vitest';
import { expectedReturn, shrink } from '../../../src/analysis/evaluate/shrinkage.ts';
import { expectClose, golden, simulated } from '../../support/golden.ts';

const expected = golden('21-regression-to-mean');

describe('regression to the mean (golden 21)', () => {
  const rows = simulated('peers').filter(({ t }) => Number(t) >= 13 && Number(t) <= 16);
  const names = [...new Set(rows.map(({ practice }) => practice ?? ''))].sort();
  const sum = (name: string, column: string) =>
    rows.filter(({ practice }) => practice === name).reduce((total, row) => total + Number(row[column]), 0);
  const counts = names.map((name) => sum(name, 'admissions'));
  const people = names.map((name) => sum(name, 'list_size'));
  const overall = counts.reduce((a, b) => a + b, 0) / people.reduce((a, b) => a + b, 0);
  const shrinkage = shrink(
    counts,
    people.map((size) => size * overall),
  );

  it('estimates how much the practices differ', () => {
    expectClose(shrinkage.nu, expected.nu_ml, 1e-5);
    expectClose(shrinkage.logLikelihood, expected.loglik, 1e-8);
    expectClose(shrinkage.tau2, expected.tau2_moment, 1e-10);
  });

  it('draws every practice towards the rest', () => {
    for (const one of [...expected.first6, ...expected.top6_high])
      expectClose(shrinkage.shrunken[names.indexOf(one.practice)], one.eb, 1e-5);
  });

  it('has the closed form for a choice above a cut-off', () => {
    for (const { mu, sw, sb, c, effect } of expected.rtm_normal)
      expectClose(expectedReturn(mu, sw, sb, c), effect, 1e-10);
    expect(expected.rtm_normal).toHaveLength(2);
  });
});
