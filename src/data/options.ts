import type { QuarterConvention } from './notations.ts';
import { type PeriodWindow, parsePeriod, parseWindow } from './parse-period.ts';
import type { Frequency, Period } from './period.ts';

interface Convention {
  readonly quarters: QuarterConvention;
}

/** A period given as an option, by quarter unless another frequency is asked for. Throws usage errors that name the option. */
export function parsePeriodOption(
  option: string,
  text: string,
  { quarters }: Convention,
  frequency: Frequency = 'quarter',
  edge: 'start' | 'end' = 'start',
): Period {
  return parsePeriod(text, frequency, { quarters, option }, edge);
}

/** A stretch of periods given as an option. Throws usage errors that name the option. */
export function parseWindowOption(
  option: string,
  text: string,
  { quarters }: Convention,
  frequency: Frequency = 'quarter',
): PeriodWindow {
  return parseWindow(text, frequency, { quarters, option });
}
