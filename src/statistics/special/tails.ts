/** P(X <= x) and P(X >= x) of a continuous variable, each accurate however small; they add to 1. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

export type Tail = keyof Tails;

/** Both tails from the one that was computed directly. */
export function fromLower(lower: number): Tails {
  const bounded = Math.min(1, lower);
  return { lower: bounded, upper: 1 - bounded };
}

export function fromUpper(upper: number): Tails {
  const bounded = Math.min(1, upper);
  return { lower: 1 - bounded, upper: bounded };
}
