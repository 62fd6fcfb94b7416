import { expect, it } from 'vitest';
import { ENDINGS } from '../../src/commands/renderers.ts';
import { NOT_WRITTEN } from '../../src/commands/show.ts';

it('no ending is both written and refused, nor written in two forms', () => {
  expect(ENDINGS.filter((ending) => NOT_WRITTEN.includes(ending))).toEqual([]);
  expect(new Set(ENDINGS).size).toBe(ENDINGS.length);
});
