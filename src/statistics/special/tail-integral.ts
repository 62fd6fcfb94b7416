/** Nodes and weights of Gauss and Legendre on [0, 1]: 16 points, mirrored about the middle. */
const HALF: readonly (readonly [node: number, weight: number])[] = [
  [0.09501250983763744, 0.1894506104550685],
  [0.2816035507792589, 0.18260341504492358],
  [0.45801677765722737, 0.16915651939500254],
  [0.6178762444026438, 0.14959598881657674],
  [0.755404408355003, 0.12462897125553388],
  [0.8656312023878318, 0.09515851168249279],
  [0.9445750230732326, 0.06225352393864789],
  [0.9894009349916499, 0.027152459411754096],
];
const POINTS = HALF.flatMap(([node, weight]) => [
  [(1 - node) / 2, weight / 2] as const,
  [(1 + node) / 2, weight / 2] as const,
]);

/** From this shape on, densities are so smooth and narrow that tails are integrals over a few panels, in the same time for all. */
export const LARGE_SHAPE = 100_000;

/**
 * The integral of a density from a point outwards, away from its mean: `density` at a distance from there, `spread` its standard
 * deviation, `distance` from the mean to the point. Panels as wide as the density falls, until one adds nothing.
 */
export function tailIntegral(density: (outwards: number) => number, spread: number, distance: number): number {
  const width = (2 * spread) / (1 + distance / spread);
  let sum = 0;
  for (let from = 0; ; from += width) {
    let panel = 0;
    for (const [node, weight] of POINTS) panel += weight * density(from + node * width);
    const next = sum + panel * width;
    if (!(next > sum)) return next;
    sum = next;
  }
}
