import { describe, expect, it } from 'vitest';
import { poissonQuantile } from '../../src/statistics/distributions/poisson.ts';
import { incompleteBeta } from '../../src/statistics/special/incomplete-beta.ts';
import { incompleteGamma } from '../../src/statistics/special/incomplete-gamma.ts';

/** Shape, x, the small tail and its value: the density integrated with 60 digits (mpmath 1.3, quad). */
const GAMMA = [
  [100000.0, 97470.1778718653, 'lower', 3.5899904413646246e-16],
  [100000.0, 99367.54446796632, 'lower', 0.02257912822001477],
  [100000.0, 100000.0, 'upper', 0.4995794778896348],
  [100000.0, 100158.11388300842, 'upper', 0.3082592250000536],
  [100000.0, 101897.36659610103, 'upper', 1.2343088093960284e-9],
  [1000000.0, 992000.0, 'lower', 5.240122815430831e-16],
  [1000000.0, 998000.0, 'lower', 0.022696114006736802],
  [1000000.0, 1000000.0, 'upper', 0.4998670192391274],
  [1000000.0, 1000500.0, 'upper', 0.3084495242285028],
  [1000000.0, 1006000.0, 'upper', 1.0597397352843812e-9],
  [1000000000.0, 999747017.7871865, 'lower', 6.187493511900028e-16],
  [1000000000.0, 999936754.4467967, 'lower', 0.022748424576951497],
  [1000000000.0, 1000000000.0, 'upper', 0.4999957947791299],
  [1000000000.0, 1000015811.3883009, 'upper', 0.30853475540642733],
  [1000000000.0, 1000189736.6596102, 'upper', 9.888314630939455e-10],
  [1000000000000.0, 999992000000.0, 'lower', 6.219899681443617e-16],
  [1000000000000.0, 999998000000.0, 'lower', 0.0227500779571857],
  [1000000000000.0, 1000000000000.0, 'upper', 0.4999998670192399],
  [1000000000000.0, 1000000500000.0, 'upper', 0.30853745070965705],
  [1000000000000.0, 1000006000000.0, 'upper', 9.866585325644634e-10],
  [100000000000000.0, 99999920000000.0, 'lower', 6.22085447742006e-16],
  [100000000000000.0, 99999980000000.0, 'lower', 0.022750126549082286],
  [100000000000000.0, 100000000000000.0, 'upper', 0.49999998670192397],
  [100000000000000.0, 100000005000000.0, 'upper', 0.30853752992435374],
  [100000000000000.0, 100000060000000.0, 'upper', 9.865947335899578e-10],
] as const;

/** Shapes a and b, x, the small tail and its value, likewise; x so that 1 - x is exact. */
const BETA = [
  [100000.0, 100000.0, 0.49329179606750095, 'lower', 9.849938227707974e-10],
  [100000.0, 100000.0, 0.5, 'upper', 0.5],
  [100000.0, 100000.0, 0.5016770509831252, 'upper', 0.06680689770945863],
  [1000000.0, 30000000.0, 0.03206766346703027, 'lower', 9.211497935048152e-10],
  [1000000.0, 30000000.0, 0.032258064516129004, 'lower', 0.500126457717216],
  [1000000.0, 30000000.0, 0.03230566477840391, 'upper', 0.06685846112654449],
  [1000000000.0, 4000000000.0, 0.19996605887450336, 'lower', 9.850848790627608e-10],
  [1000000000.0, 4000000000.0, 0.20000000000000018, 'upper', 0.49999717903955465],
  [1000000000.0, 4000000000.0, 0.2000084852813746, 'upper', 0.06680834600474846],
  [1000000000000.0, 1000000000000.0, 0.4999978786796566, 'lower', 9.86587647887633e-10],
  [1000000000000.0, 1000000000000.0, 0.5, 'upper', 0.5],
  [1000000000000.0, 1000000000000.0, 0.5000005303300856, 'upper', 0.0668072013662073],
] as const;

/** As digits are lost: in the mean less the point, which doubles of that size hold to so many standard deviations. */
const tolerance = (shape: number): number => Math.max(2e-13, 2e-16 * Math.sqrt(shape));

describe('tails of distributions of large shapes', () => {
  it.each(GAMMA)('gamma of shape %d at %d', (a, x, tail, value) => {
    expect(Math.abs(incompleteGamma(a, x)[tail] / value - 1)).toBeLessThan(tolerance(a));
  });

  it.each(BETA)('beta of shapes %d and %d at %d', (a, b, x, tail, value) => {
    expect(Math.abs(incompleteBeta(a, b, x, 1 - x)[tail] / value - 1)).toBeLessThan(tolerance(a + b));
  });

  it('go on evenly from below the shape from which they are integrated', () => {
    for (const z of [-4, -1, 0, 0.3, 3]) {
      const at = (a: number) => incompleteGamma(a, a + z * Math.sqrt(a)).lower;
      const [below, on, above] = [99_999, 100_000, 100_001].map(at) as [number, number, number];
      expect(Math.abs(on - (below + above) / 2)).toBeLessThan(1e-12);
      const beta = (a: number) =>
        incompleteBeta(a, 200_000, a / (a + 200_000) + z * 1e-3, 200_000 / (a + 200_000) - z * 1e-3).lower;
      const [under, exactly, over] = [99_999, 100_000, 100_001].map(beta) as [number, number, number];
      expect(Math.abs(exactly - (under + over) / 2)).toBeLessThan(1e-8 * Math.max(exactly, 1e-3));
    }
  });

  it('take no longer for a shape of 10^15 than some thousands of densities', () => {
    // Whole numbers of 10^15 lie 0.125 apart: the quantile is the mean and 1.96 standard deviations, to a few.
    expect(poissonQuantile(0.975, 1e15)).toBeCloseTo(1e15 + 1.959963984540054 * Math.sqrt(1e15), -2);
  });
});
