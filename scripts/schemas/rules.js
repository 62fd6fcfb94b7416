import { documentOf } from './common.js';
import { list, oneOf, shape, text } from './words.js';

const RULE_SET = {
  type: 'object',
  description: 'A rule set: the properties named here, and its policies as the program holds them.',
  required: ['name', 'charts', 'rules', 'texts', 'disagreements'],
  properties: {
    name: text('Its name, for --rules.'),
    charts: oneOf(['run', 'control'], 'The charts that it belongs on.'),
    rules: list({ type: 'object', required: ['rule'], properties: { rule: text('Name of the rule.') } }),
    texts: list({ type: 'string' }, 'Each rule in a sentence.'),
    disagreements: list(
      shape({
        aspect: text('The policy.'),
        here: text('What holds here.'),
        elsewhere: list(
          shape({ text: text('What holds elsewhere.'), names: list({ type: 'string' }, 'In which sets.') }),
        ),
      }),
      'Where other rule sets of its kind differ.',
    ),
  },
};

export const rulesSchema = documentOf(
  'rules',
  'quarterline rules [NAME] --json',
  shape({ ruleSets: { ...list(RULE_SET), minItems: 1 } }),
  {},
);
