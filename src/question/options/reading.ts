import * as kind from './kinds.ts';
import { CHARTS, type Option, READING } from './option.ts';

/** Reading the files. */
export const reading = {
  columns: {
    flags: '--columns <role=heading,...>',
    kind: kind.columns,
    group: 'reading',
    in: READING,
    help: 'which heading plays which role, for example period=Month,area="Org Code",admissions="Total"',
  },
  measure: {
    flags: '--measure <name>',
    kind: kind.text,
    group: 'reading',
    in: READING,
    help: 'the measure to use, or what a wide file or another numeric column holds',
  },
  quarters: {
    flags: '--quarters <convention>',
    kind: kind.choiceOrNone(['financial', 'calendar']),
    group: 'reading',
    in: READING,
    help: 'what 2013Q1 means: financial (April to June) or calendar (January to March)',
  },
  order: {
    flags: '--order <kind>',
    kind: kind.choice(['time', 'event']),
    group: 'reading',
    in: ['check', ...CHARTS],
    help: 'time, or event: the order of the rows',
  },
  by: {
    flags: '--by <period>',
    kind: kind.choiceOrNone(['quarter']),
    group: 'reading',
    in: READING,
    help: 'make quarters of days or months',
  },
  better: {
    flags: '--better <direction>',
    kind: kind.choiceOrNone(['lower', 'higher', 'neither']),
    group: 'chart',
    in: ['compare', ...CHARTS, 'report'],
    help: 'which direction is better (admissions and cost: lower)',
  },
} as const satisfies Readonly<Record<string, Option>>;
