// How often methods find what is not there, and how often the primary model's interval holds the truth:
//   npm run build && node scripts/simulations/run.js [data sets a cell]
// Deterministic: the same seed gives the same results.json, and the same tables in docs/methods.md. Takes some minutes.
import { readFileSync, writeFileSync } from 'node:fs';
import * as engine from '../../build/engine.js';
import { CHANGED_CELLS, falseAlarms, NULL_CELLS, recovery } from './experiments.js';
import { withTables } from './tables.js';

const runs = Number(process.argv[2] ?? 10_000);
const done = (cell) => process.stderr.write(`${JSON.stringify(cell)} done\n`);

const results = {
  runs,
  falseAlarms: NULL_CELLS.map((cell) => {
    const alarms = falseAlarms(engine, cell, runs);
    done(cell);
    return { cell, alarms };
  }),
  recovery: CHANGED_CELLS.map((cell) => {
    const found = recovery(engine, cell, runs);
    done(cell);
    return { cell, ...found };
  }),
};

writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
const page = new URL('../../docs/methods.md', import.meta.url);
writeFileSync(page, withTables(readFileSync(page, 'utf8'), results));
