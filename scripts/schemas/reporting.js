import { list, oneOf, orNull, part, shape, text } from './words.js';

/** `result.reporting`: the items of the reporting standards, with definitions of what an item is. */
export const REPORTING = list(
  part('reportingItem'),
  'Items of EPOC, RECORD, SQUIRE 2.0 and TIDieR; ids, wording and a file to fill are in docs/reporting.md.',
);

export const REPORTING_PARTS = {
  reportingItem: shape({
    standard: oneOf(['EPOC', 'RECORD', 'SQUIRE 2.0', 'TIDieR'], 'The standard.'),
    item: text('The id of the item, as a checklist file has it.'),
    status: oneOf(
      ['computed', 'given', 'not-reported'],
      'given: in the authors’ words; computed: by the tool alone. Reported does not mean met.',
    ),
    fact: orNull(text('What the tool knows; names its sentence.'), 'null: the tool knows nothing of it.'),
    slots: orNull(part('slots'), 'What fills that sentence; null without one.'),
    given: orNull(text('The authors’ words, from --checklist.'), 'null: they gave none.'),
    text: orNull(text('The tool’s sentence, in English.'), 'null: it has none.'),
  }),
};
