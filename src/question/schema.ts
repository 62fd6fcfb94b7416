import { OPTIONS, type Option } from './options.ts';
import { longFlagOf, SETTING_NAMES } from './settings.ts';

/** The settings in the JSON document, as JSON Schema: what each option takes, and what it is for. */
export function settingsSchema(): Readonly<Record<string, unknown>> {
  const options = SETTING_NAMES.map((name) => {
    const { kind, help }: Option = OPTIONS[name];
    return [name, { description: `${longFlagOf(name)}: ${help}`, ...kind.schema }];
  });
  const properties: Record<string, unknown> = {
    files: { description: 'The files given.', type: 'array', items: { type: 'string' } },
    ...Object.fromEntries(options),
    ruleSet: { description: 'The rule set that `rules` explains; null: all are listed.', type: ['string', 'null'] },
  };
  return {
    type: 'object',
    description: 'Every option as resolved, defaults included. Periods stand as they were typed. New options may come.',
    additionalProperties: true,
    required: Object.keys(properties),
    properties,
  };
}
