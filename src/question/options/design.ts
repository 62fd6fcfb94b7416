import * as kind from './kinds.ts';
import { COMPARING, type Option } from './option.ts';

/** How large, how noisy, how long: what can be detected. */
export const design = {
  listSize: {
    flags: '--list-size <people>',
    kind: kind.numbers,
    group: 'design',
    in: ['power'],
    help: 'people registered with the practice; several, separated by commas, make a table',
  },
  rate: {
    flags: '--rate <admissions>',
    kind: kind.numberFrom(85),
    group: 'design',
    in: ['power'],
    help: 'admissions per 1,000 people a year (default 85)',
  },
  quartersBefore: {
    flags: '--quarters-before <number>',
    kind: kind.numberFrom(16),
    group: 'design',
    in: ['power'],
    help: 'quarters before the change (default 16)',
  },
  quartersAfter: {
    flags: '--quarters-after <number>',
    kind: kind.numberFrom(16),
    group: 'design',
    in: ['power'],
    help: 'quarters after it (default 16)',
  },
  dispersion: {
    flags: '--dispersion <number>',
    kind: kind.number,
    group: 'design',
    in: [...COMPARING, 'power'],
    help: 'how much the quarters vary beyond chance, 1 being no more than chance (default: 1 in power, as the quarters show elsewhere)',
  },
  autocorrelation: {
    flags: '--autocorrelation <number>',
    kind: kind.numberFrom(0),
    group: 'design',
    in: ['power'],
    help: 'how much neighbouring quarters resemble one another, from -1 to 1 (default 0)',
  },
  comparatorSize: {
    flags: '--comparator-size <people>',
    kind: kind.number,
    group: 'design',
    in: ['power'],
    help: 'people in the comparator, the practice not among them',
  },
  comparatorSizeAfter: {
    flags: '--comparator-size-after <people>',
    kind: kind.number,
    group: 'design',
    in: ['power'],
    help: 'people in the comparator in the later of two years (default: as many)',
  },
  power: {
    flags: '--power <share>',
    kind: kind.numberFrom(0.8),
    group: 'design',
    in: ['power'],
    help: 'chance of finding the change, from 0 to 1 (default 0.8)',
  },
  alpha: {
    flags: '--alpha <share>',
    kind: kind.numberFrom(0.05),
    group: 'design',
    in: ['power'],
    help: 'two-sided level of the test, from 0 to 1 (default 0.05)',
  },
  change: {
    flags: '--change <percent>',
    kind: kind.number,
    group: 'design',
    in: ['power'],
    help: 'a change in percent, below 0 for a fall: how likely it would be found, also by the exact test',
  },
  sigma: {
    flags: '--sigma <admissions>',
    kind: kind.number,
    group: 'design',
    in: ['power'],
    help: 'standard deviation of the admissions of a quarter about a line: adds lines by least squares on counts',
  },
  runs: {
    flags: '--runs <number>',
    kind: kind.numberFrom(1000),
    group: 'design',
    in: ['power'],
    help: 'simulated series (default 1000; 0: none)',
  },
  seed: {
    flags: '--seed <number>',
    kind: kind.numberFrom(20180910),
    group: 'design',
    in: ['power'],
    help: 'where the random numbers begin (default 20180910)',
  },
} as const satisfies Readonly<Record<string, Option>>;
