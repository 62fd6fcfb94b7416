/** Step of the trapezoidal rule in log u, and the part of its largest value at which the integrand may be neglected. */
const STEP = 0.2;
const NEGLIGIBLE = 1e-17;

/**
 * P(sum of weights[i] z[i]^2 > 0), z independent standard normal, after Imhof (1961, equation 3.2). In log u the integrand is
 * smooth and dies away on both sides, so that the trapezoidal rule converges geometrically.
 */
export function quadraticFormUpper(weights: readonly number[]): number {
  const scale = Math.max(...weights.map(Math.abs));
  if (!(scale > 0)) return scale === 0 ? 0 : Number.NaN;
  const relative = weights.map((weight) => weight / scale);
  let sum = 0;
  for (const direction of [1, -1]) {
    for (let i = direction === 1 ? 0 : 1; ; i += 1) {
      const value = integrand(relative, Math.exp(direction * i * STEP));
      sum += value.signed;
      if (value.bound < NEGLIGIBLE) break;
    }
  }
  return 0.5 + (sum * STEP) / Math.PI;
}

/** sin(theta) / rho at u (with du = u dlog u), and what bounds it. */
function integrand(weights: readonly number[], u: number) {
  let theta = 0;
  let logRho = 0;
  for (const weight of weights) {
    theta += 0.5 * Math.atan(weight * u);
    logRho += 0.25 * Math.log1p((weight * u) ** 2);
  }
  const size = Math.exp(-logRho);
  return { signed: Math.sin(theta) * size, bound: Math.min(1, weights.length * u) * size };
}
