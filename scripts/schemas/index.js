import { checkSchema } from './check.js';
import { compareSchema } from './compare.js';
import { reportSchema } from './report.js';
import { runchartSchema } from './runchart.js';

/** The schema of each command's JSON document. */
export const SCHEMAS = { check: checkSchema, compare: compareSchema, runchart: runchartSchema, report: reportSchema };
