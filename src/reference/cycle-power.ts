import { table } from '../table.ts';
// Made by scripts/cycle-power.js; do not edit.

/**
 * By rule set: percent of simulated series of 24 quarters, whose level rises by 1.5 standard deviations halfway, in which the rules
 * signal; without a yearly cycle, with one of one standard deviation (height over its middle), and with one of two. Normal,
 * independent noise; 4,000 series each, so a standard error of 0.8 at most.
 */
export const CYCLE_POWER: Readonly<Record<string, readonly [number, number, number]>> = table<
  readonly [number, number, number]
>({
  'ihi-run': [77, 56, 17],
  anhoej: [37, 14, 1],
  'ihi-control': [58, 30, 2],
  'mdc-excel-v5': [79, 60, 18],
  'mdc-sql-2.6a': [79, 60, 18],
  nhsr: [68, 45, 10],
  'western-electric': [67, 41, 5],
  nelson: [65, 39, 4],
  wheeler: [61, 34, 3],
});
