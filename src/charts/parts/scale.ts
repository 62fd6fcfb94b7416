/** A value to its place in px. */
export type Scale = (value: number) => number;

/** Maps `domain` evenly to `from`..`to`, as a quantitative scale of the spec does. */
export function linear(domain: readonly [number, number], from: number, to: number): Scale {
  const [low, high] = domain;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** Maps `domain` (above zero) to `from`..`to` by logarithms. */
export function logarithmic(domain: readonly [number, number], from: number, to: number): Scale {
  const scale = linear([Math.log(domain[0]), Math.log(domain[1])], from, to);
  return (value) => scale(Math.log(value));
}
