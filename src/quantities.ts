// Kinds of numbers and texts that the compiler takes for one, and that the schemas of the JSON documents tell apart.

/**
 * @asType integer
 * @minimum 0
 */
export type Whole = number;

/**
 * @asType integer
 * @minimum 1
 */
export type Ordinal = number;

/**
 * Number of a period, for drawing: one more for each.
 * @asType integer
 */
export type PeriodIndex = number;

/**
 * @minimum 0
 * @maximum 1
 */
export type Share = number;

/**
 * SHA-256 in hexadecimal digits.
 * @pattern ^[0-9a-f]{64}$
 */
export type Sha256 = string;
