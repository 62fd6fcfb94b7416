import type { ProblemSentences } from '../types.ts';
import { number } from '../words/format.ts';
import type { YamlProblems } from './catalogue.ts';

export const yamlProblems: ProblemSentences<YamlProblems> = {
  'yaml.syntax': ({ reason }) => ({
    found: `this is not YAML (${reason})`,
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
  'yaml.too-long': ({ longest }) => ({
    found: `this file has more than ${number(longest)} characters`,
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
