import type { CommandName } from '../commands.ts';
import type { Kind } from './kinds.ts';

/** The headings of a command's help, in their order. */
export const GROUPS = {
  areas: 'Which areas',
  periods: 'Which periods',
  prices: 'Prices',
  model: 'The evaluation',
  design: 'Size, noise and power',
  chart: 'The chart and its rules',
  reading: 'Reading the files',
  output: 'Output',
} as const;

/** One option: everything that the command line, a plan, the library, schemas, help and docs know of it. */
export interface Option<Value = unknown> {
  readonly flags: string;
  readonly kind: Kind<Value>;
  readonly group: keyof typeof GROUPS;
  /** The commands that take it. */
  readonly in: readonly CommandName[];
  readonly help: string;
  /** Where a command has another default. */
  readonly defaultIn?: Readonly<Partial<Record<CommandName, Value>>>;
  /** Another way of giving a setting: the option that it belongs to. */
  readonly sets?: string;
}

// The commands that take an option, by what they have in common.
export const CHARTS = ['runchart', 'spc', 'scan'] as const;
export const COMPARING = ['compare', 'report'] as const;
export const EVALUATING = ['evaluate', 'report'] as const;
export const OF_AREAS = ['compare', 'runchart', 'evaluate', 'spc', 'report'] as const;
export const READING = ['check', ...OF_AREAS, 'scan'] as const;
export const PRINTING = [...READING, 'rules', 'power'] as const;
