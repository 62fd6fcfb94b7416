import type { ProblemTexts } from './texts.ts';

export const usageProblems: ProblemTexts = {
  'period.no-financial-year': ({ frequency }) => ({ found: `periods of kind ${frequency} have no financial year` }),
  'period.no-quarter': ({ frequency }) => ({ found: `periods of kind ${frequency} lie in no quarter` }),
  'period.no-date': ({ frequency }) => ({ found: `periods of kind ${frequency} have no date` }),
};
