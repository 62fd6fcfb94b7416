import { documentOf } from './common.js';
import { COMPARE } from './compare.js';
import { EVALUATE } from './evaluate.js';
import { RUN_CHART } from './runchart.js';
import { CONTROL_CHART } from './spc.js';
import { orNull, part, shape } from './words.js';

export const reportSchema = documentOf(
  'report',
  'quarterline report --json (results.json of a report)',
  shape({
    compare: part('comparison', 'As compare gives it.'),
    runchart: part('runCharts', 'As runchart gives it: the practice and the comparator.'),
    spc: orNull(part('controlCharts', 'As spc gives it, with --spc.'), 'As spc gives it; null without --spc.'),
    evaluate: orNull(part('evaluation'), 'As evaluate gives it; null without --intervention, or without a count.'),
  }),
  { ...COMPARE, ...RUN_CHART, ...CONTROL_CHART, ...EVALUATE },
);
