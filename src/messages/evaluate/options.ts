import { listed, number, plural } from '../words/format.ts';
import { num, str, texts } from '../words/slots.ts';
import type { FindingTexts, ProblemTexts } from '../words/texts.ts';

const NEEDS: Readonly<Record<string, string>> = {
  intervention: 'Without --intervention',
  percentage: 'Without a published percentage',
};

/** What is said of options that were read otherwise than they look, cut short, or not used. */
export const evaluateOptionFindings: FindingTexts = {
  'evaluate.within-quarter': (slots) =>
    `${str(slots, 'option')} ${str(slots, 'text')} lies within ${str(slots, 'quarter')}, and that whole quarter is counted as after the change. If the change came partway through it, leave it out with --washout "${str(slots, 'quarter')}".`,
  'evaluate.longer-than-quarter': (slots) =>
    `${str(slots, 'option')} ${str(slots, 'text')} is longer than a quarter: ${str(slots, 'quarter')} is taken as the first quarter after the change.`,
  'evaluate.unused': (slots) =>
    `${NEEDS[str(slots, 'needs')] ?? 'Here'} ${listed(texts(slots, 'options'))} ${texts(slots, 'options').length === 1 ? 'goes' : 'go'} unused.`,
  'evaluate.lag-cut': (slots) =>
    `A lag of ${number(num(slots, 'lag'))} is longer than the data: models of ${plural(num(slots, 'quarters'), 'quarter')} use ${number(num(slots, 'used'))}, and the rule of thumb far fewer.`,
};

export const evaluateOptionProblems: ProblemTexts = {
  'evaluate.lag': ({ lag, most }) => ({
    found: `--lag ${lag} is not a number of quarters`,
    expected: `a whole number from 0 to ${most}`,
    remedy: 'Leave it out for the rule of thumb.',
  }),
};
