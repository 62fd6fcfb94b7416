import type { ProblemSentences } from '../types.ts';
import type { StatisticsProblems } from './catalogue.ts';

export const statisticsProblems: ProblemSentences<StatisticsProblems> = {
  'statistics.too-few-rows': ({ rows, columns }) => ({
    found: `${rows} quarters are too few to estimate ${columns} terms`,
    remedy: 'Use a longer stretch of quarters or a simpler model.',
  }),
  'statistics.dependent-columns': ({ column }) => ({
    found: `term ${column} of the model cannot be told apart from the others in these quarters`,
    remedy: 'Use a longer stretch of quarters on both sides of the change, or a simpler model.',
  }),
  'statistics.no-convergence': ({ method }) => ({
    found: `the computation (${method}) did not settle on these numbers`,
    remedy: 'Look for values that are out of all proportion to the others.',
  }),
};
