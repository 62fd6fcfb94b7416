import { listed } from './format.ts';
import { texts } from './slots.ts';
import type { ProblemTexts } from './texts.ts';

export const usageProblems: ProblemTexts = {
  'usage.not-a-number': ({ option }) => ({ found: `${option} is not a number`, remedy: `For example ${option} 100.` }),
  'usage.not-positive': ({ option }) => ({
    found: `${option} is not above zero`,
    remedy: `For example ${option} 1000.`,
  }),
  'usage.no-path': ({ option, path }) => ({
    found: path === '-' ? `${option} - names no file` : `${option} names no file: the text is empty`,
    expected: 'a file to write',
    remedy:
      option === '-o'
        ? 'Leave -o out: without it the output goes to standard output.'
        : 'For example --r-script check.R.',
  }),
  'usage.columns': ({ text }) => ({
    found: `--columns cannot be read from "${text}"`,
    expected: 'role=heading, separated by commas',
    remedy: 'For example --columns period=Month,area="Org Code",admissions=Total.',
  }),
  'usage.peer-group': ({ text }) => ({
    found: `--peer-group cannot be read from "${text}"`,
    expected: 'a name, =, and areas separated by commas; one with a comma stands in double quotes',
    remedy: 'For example --peer-group "Market towns=Wells,Glastonbury".',
  }),
  'usage.peer-group-twice': ({ name }) => ({
    found: `--peer-group ${name} was given twice`,
    expected: 'a name of its own for each group',
    remedy: 'Name all its areas in one --peer-group, or give one of them another name.',
  }),
  'usage.groups-alone': () => ({
    found: '--peer-group was given without --comparator',
    expected: 'a comparator for the primary model, beside which the groups are further ones',
    remedy: 'Add --comparator, for example --comparator rest.',
  }),
  'usage.no-chart': ({ command }) => ({
    found: `${command} has no chart to draw here`,
    remedy: 'Write to a .csv, .json, .md or .txt file, or to a folder.',
  }),
  'usage.two-formats': ({ format }) => ({
    found: `--json and --format ${format} were both given`,
    expected: 'one of them',
    remedy: 'Leave one out.',
  }),
  'usage.no-such-ending': (slots) => ({
    found: `quarterline writes no .${slots.ending} files (${slots.path})`,
    expected: `a folder, or a file that ends in ${listed(texts(slots, 'endings'), 'or')}`,
    remedy:
      slots.ending === 'pdf' || slots.ending === 'docx' || slots.ending === 'doc'
        ? 'Write .html, open it in a browser and print it, or save it as PDF from there.'
        : 'Change the ending.',
  }),
  'usage.no-files': ({ command }) => ({
    found: `${command} needs at least one CSV file`,
    remedy: `For example: quarterline ${command} admissions.csv`,
  }),
  'failure.unexpected': ({ message }) => ({
    found: `something went wrong inside quarterline (${message})`,
    remedy: 'Run again with --debug to see where, and report it with that text.',
  }),
  'period.no-financial-year': ({ frequency }) => ({ found: `periods of kind ${frequency} have no financial year` }),
  'period.no-quarter': ({ frequency }) => ({ found: `periods of kind ${frequency} lie in no quarter` }),
  'period.no-date': ({ frequency }) => ({ found: `periods of kind ${frequency} have no date` }),
};
