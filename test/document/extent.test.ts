import { expect, it } from 'vitest';
import { leastOf, mostOf } from '../../src/document/extent.ts';

it('finds the ends of more numbers than a call takes arguments', () => {
  const values = Array.from({ length: 300_000 }, (_, at) => (at * 7919) % 300_007);
  expect([leastOf(values), mostOf(values)]).toEqual([0, 300_006]);
  expect([leastOf([]), mostOf([])]).toEqual([Infinity, -Infinity]);
  expect([leastOf([-2]), mostOf([-2])]).toEqual([-2, -2]);
});
