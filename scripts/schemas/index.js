import { checkSchema } from './check.js';
import { compareSchema } from './compare.js';
import { evaluateSchema } from './evaluate.js';
import { powerSchema } from './power.js';
import { reportSchema } from './report.js';
import { rulesSchema } from './rules.js';
import { runchartSchema } from './runchart.js';
import { scanSchema } from './scan.js';
import { spcSchema } from './spc.js';

/** The schema of each command's JSON document. */
export const SCHEMAS = {
  check: checkSchema,
  compare: compareSchema,
  runchart: runchartSchema,
  spc: spcSchema,
  scan: scanSchema,
  rules: rulesSchema,
  evaluate: evaluateSchema,
  power: powerSchema,
  report: reportSchema,
};
