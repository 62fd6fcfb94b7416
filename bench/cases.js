import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { areasCsv } from './make-areas.js';

const BIN = 'bin/quarterline.js';
const FROME = ['admissions', 'costs', 'list-sizes'].map((name) => `fixtures/frome-somerset/${name}.csv`);
const AREAS = ['--practice', 'frome', '--comparator', 'somerset'];

/** 6,500 areas x 40 quarters, written once. */
function manyAreas(folder) {
  const path = join(folder, 'areas.csv');
  writeFileSync(path, areasCsv());
  return path;
}

/** 201 areas x 32 quarters. */
function peers(folder) {
  const path = join(folder, 'peers.csv');
  writeFileSync(path, areasCsv(201, 32));
  return path;
}

/**
 * What is measured. Limits: CPU time as a ratio to that of `node -e 0`, wall time in ms, peak memory in MB. `against`: compared
 * with another copy, too; its limit of CPU time, now to before, or null.
 */
export const CASES = [
  { name: '--version', args: () => [BIN, '--version'], maxRatio: 1.15 },
  {
    name: 'runchart --json, 19 quarters',
    args: () => [BIN, 'runchart', FROME[0], '--json'],
    maxRatio: 2,
    against: null,
  },
  { name: 'compare --json, Frome', args: () => [BIN, 'compare', ...FROME, ...AREAS, '--json'] },
  {
    name: 'report, Frome (HTML, SVG, PNG)',
    args: (folder) => [BIN, 'report', ...FROME, ...AREAS, '--intervention', '2014/15 Q1', '-o', join(folder, 'report')],
    maxMs: 2500,
    maxMb: 300,
    runs: 7,
    against: 1.05,
  },
  {
    name: 'scan --json, 6,500 areas x 40 quarters',
    args: (folder) => [BIN, 'scan', manyAreas(folder), '--json'],
    maxMs: 3000,
    maxMb: 600,
    runs: 5,
    against: 1.05,
  },
  {
    name: 'runchart --json, 6,500 areas x 40 quarters',
    args: (folder) => [BIN, 'runchart', manyAreas(folder), '--json'],
    maxMs: 6000,
    maxMb: 300,
    runs: 3,
    against: null,
  },
  {
    name: 'evaluate --json, two areas x 32 quarters',
    args: () => [
      ...[BIN, 'evaluate', 'test/golden/_sim/two_area.csv', '--practice', 'practice', '--comparator', 'county'],
      ...['--quarters', 'calendar', '--intervention', '2014Q2', '--json'],
    ],
    maxMs: 600,
    against: null,
  },
  {
    name: 'evaluate --json, 200 peers: placebo and synthetic control',
    args: (folder) => [
      ...[BIN, 'evaluate', peers(folder), '--practice', 'X10004', '--comparator', 'rest'],
      ...['--intervention', '2017/18 Q1', '--json'],
    ],
    maxMs: 8000,
    maxMb: 400,
    runs: 3,
  },
];
