import { number } from '../words/format.ts';
import { num, str } from '../words/slots.ts';
import type { ProblemTexts } from '../words/texts.ts';

/** Why a YAML file cannot be read, whatever it is for. */
export const yamlProblems: ProblemTexts = {
  'yaml.syntax': (slots) => ({
    found: `this is not YAML (${str(slots, 'reason')})`,
    expected: 'names and values, one a line',
    remedy: 'Put a colon and a space between name and value, and quotation marks around texts with signs.',
  }),
  'yaml.documents': () => ({
    found: 'a second document begins here',
    expected: 'one document',
    remedy: 'Delete the line ---, or keep the second part in a file of its own.',
  }),
  'yaml.key': () => ({
    found: 'a name before a colon is no text',
    expected: 'a text, a colon and a value',
    remedy: 'Write a plain word before the colon, without ~, [ ] or { }.',
  }),
  'yaml.too-long': (slots) => ({
    found: `this file has more than ${number(num(slots, 'longest'))} characters`,
    expected: 'a YAML file written by hand',
    remedy: 'Check that it is the right file.',
  }),
  'yaml.binary': () => ({
    found: 'this is not a text file',
    expected: 'a YAML file',
    remedy: 'Write it in a text editor, and save it as plain text.',
  }),
  'yaml.folder': () => ({
    found: 'this is a folder',
    expected: 'a YAML file',
    remedy: 'Name the file in it, for example FOLDER/plan.yaml.',
  }),
};
