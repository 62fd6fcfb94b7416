import { expect, it } from 'vitest';
import { syntheticFit } from '../../../src/analysis/evaluate/synthetic.ts';

it('says that weights are not unique where the unit lies among its donors', () => {
  const unit = { name: 'unit', values: [2, 2, 2, 2, 2, 5] };
  const donors = [0, 1, 2, 3, 4].map((level) => ({
    name: `donor ${level}`,
    values: [level, level, level, level, level, 10 * level],
  }));
  const fit = syntheticFit(unit, donors, 5, false);
  expect(fit.ratio).toBeNull();
  // Half of each end, or all of the middle: 20 after, whatever the weights, as the donors lie on a line.
  expect(fit.attRange?.lower).toBeCloseTo(-15, 9);
  expect(fit.attRange?.upper).toBeCloseTo(-15, 9);
  const bent = donors.map((donor, i) => ({ ...donor, values: [...donor.values.slice(0, 5), i === 2 ? 0 : 10] }));
  const other = syntheticFit(unit, bent, 5, false);
  expect(other.attRange?.lower).toBeCloseTo(-5, 9);
  expect(other.attRange?.upper).toBeCloseTo(5, 9);
});
