import { number } from '../words/format.ts';

/**
 * A share as a percentage, with a decimal only where it needs one.
 *
 * @example share(0.8) // '80%'
 * @example share(0.001) // '0.1%'
 */
export function share(value: number): string {
  const percent = Number((100 * value).toPrecision(12));
  return `${number(percent, Number.isInteger(percent) ? 0 : 1)}%`;
}
