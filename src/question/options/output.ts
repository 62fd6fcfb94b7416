import * as kind from './kinds.ts';
import { CHARTS, type Option, PRINTING } from './option.ts';

/** What is printed and written. */
export const output = {
  show: {
    flags: '--show <what>',
    kind: kind.choice(['summary', 'table']),
    group: 'output',
    in: ['check'],
    help: 'summary, or table: every cell exactly as it was read',
  },
  format: {
    flags: '--format <format>',
    kind: kind.choice(['text', 'json', 'csv', 'markdown']),
    group: 'output',
    in: PRINTING,
    help: 'output as text, json, csv or markdown',
  },
  json: {
    flags: '--json',
    sets: 'format',
    kind: kind.flag,
    group: 'output',
    in: PRINTING,
    help: 'the same as --format json',
  },
  output: {
    flags: '-o, --out <path>',
    kind: kind.fileToWrite,
    group: 'output',
    in: [...PRINTING, 'demo'],
    help: 'write to this file or folder instead of the screen',
  },
  force: {
    flags: '--force',
    kind: kind.flag,
    group: 'output',
    in: [...PRINTING, 'demo'],
    help: 'replace files that quarterline did not write',
  },
  bom: {
    flags: '--bom',
    kind: kind.flag,
    group: 'output',
    in: PRINTING,
    help: 'begin CSV files with a byte order mark, for Excel',
  },
  palette: {
    flags: '--palette <name>',
    kind: kind.choice(['quarterline', 'mdc']),
    group: 'output',
    in: [...CHARTS, 'report'],
    help: 'colours: quarterline, or mdc (Making Data Count)',
  },
  signalsOnly: {
    flags: '--signals-only',
    kind: kind.flag,
    group: 'chart',
    in: ['scan'],
    help: 'list only areas with a signal',
  },
  signal: {
    flags: '--signal <rule>',
    kind: kind.text,
    group: 'chart',
    in: ['scan'],
    help: 'list only areas with a signal of this rule, for example shift',
  },
  failOnSignal: {
    flags: '--fail-on-signal',
    kind: kind.flag,
    group: 'output',
    in: [...CHARTS, 'report'],
    help: 'exit with code 4 when a signal is found',
  },
} as const satisfies Readonly<Record<string, Option>>;
