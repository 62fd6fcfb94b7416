import { table } from '../../table.ts';
import type { ProblemSentences } from '../types.ts';
import { listed } from '../words/format.ts';
import type { UsageProblems } from './catalogue.ts';

/** A number that each option takes, where 100 is none. */
const EXAMPLES: Readonly<Record<string, number>> = table<number>({
  '--list-size': 13_851,
  '--comparator-size': 520_000,
  '--comparator-size-after': 520_000,
  '--rate': 85,
  '--quarters-before': 16,
  '--quarters-after': 16,
  '--dispersion': 2,
  '--autocorrelation': 0.3,
  '--power': 0.8,
  '--alpha': 0.05,
  '--change': -10,
  '--sigma': 20,
  '--runs': 1000,
  '--seed': 1,
  '--lag': 4,
  '--run-length': 8,
});

export const usageProblems: ProblemSentences<UsageProblems> = {
  'usage.not-a-number': ({ option }) => ({
    found: `${option} is not a number`,
    remedy: `For example ${option} ${EXAMPLES[option] ?? 100}.`,
  }),
  'usage.thousands': ({ text }) => ({
    found: `“${text}” may be one number or several`,
    expected: 'a number without a thousands separator',
    remedy: `Write ${text.replaceAll(',', '')}, or repeat the option for each of several.`,
  }),
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
  'usage.swallowed': ({ option, text }) => ({
    found: `${option} has no value: ${text} stands where it should`,
    remedy: `Write the value behind ${option}, or leave ${option} out.`,
  }),
  'usage.standard-input': (slots) => ({
    found: `standard input (-) is to be read as ${listed(slots.uses)}`,
    expected: 'one of them: it can be read only once',
    remedy: 'Save the others to files and give their names.',
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
    expected: `a folder, or a file that ends in ${listed(slots.endings, 'or')}`,
    remedy:
      slots.ending === 'pdf' || slots.ending === 'docx' || slots.ending === 'doc'
        ? 'Write .html, open it in a browser and print it, or save it as PDF from there.'
        : 'Change the ending.',
  }),
  'usage.no-files': ({ command }) => ({
    found: `${command} needs at least one CSV file`,
    remedy: `For example: quarterline ${command} admissions.csv`,
  }),
  'rules.unknown': ({ name, known, nearest: [guess] }) => ({
    found: `there is no rule set "${name}"`,
    expected: listed(known, 'or'),
    remedy: guess ? `Did you mean "quarterline rules ${guess}"?` : 'Say "quarterline rules" to list them.',
  }),
  'library.not-data': () => ({
    found: 'what was given first is no data that read() or dataset() gave',
    remedy: 'Pass on what one of them returned.',
  }),
  'library.not-answer': () => ({
    found: 'what was given is no answer of compare(), evaluate() or the others',
    remedy: 'Pass on what one of them returned.',
  }),
  'library.files': ({ found }) => ({
    found: `${found} was given for files`,
    expected: 'a list of files, each with a name and a text or bytes',
    remedy: "For example read([{ name: 'admissions.csv', text }]).",
  }),
  'library.records': ({ found }) => ({
    found: `${found} was given for records`,
    expected: 'a list of plain objects, one for each row',
    remedy: "For example dataset([{ quarter: '2013/14 Q1', area: 'Frome', admissions: 700 }]).",
  }),
  'library.cell': ({ record, heading, found }) => ({
    found: `record ${record} holds ${found} under “${heading}”`,
    expected: 'a text, a number, a date, or null where it is missing',
    remedy: 'Mend the record, or leave the key out.',
  }),
  'library.options': ({ command }) => ({
    found: `the options of ${command} are not an object`,
    expected: "options by name, for example { practice: 'Frome' }",
    remedy: 'docs/api.md lists them.',
  }),
  'library.unknown-option': ({ name, command, near }) => ({
    found: `${command} has no option “${name}”`,
    ...(near.length > 0 ? { expected: near.join(', ') } : {}),
    remedy: 'Options are named as on the command line, in camel case.',
  }),
  'library.option-value': ({ name, found, expected }) => ({
    found: `the option ${name} is ${found}`,
    expected,
    remedy: 'Periods are given as text, for example 2014/15 Q1.',
  }),
  'library.run-chart': () => ({
    found: 'a run chart is no control chart',
    expected: 'the chart of controlChart: i, p, u or another, or auto',
    remedy: 'For a run chart ask runChart.',
  }),
  'library.no-such-chart': ({ chart, known }) => ({
    found: `there is no chart “${chart}”`,
    expected: known.join(', '),
    remedy: 'Leave it out for the first.',
  }),
  'failure.standard-output': ({ code }) => ({
    found: `standard output does not take what is written (${code})`,
    remedy: code === 'ENOSPC' ? 'Make room on the disk, or write elsewhere with -o.' : 'Write to a file with -o.',
  }),
  'failure.unexpected': ({ message }) => ({
    found: `something went wrong inside quarterline (${message})`,
    remedy: 'Run again with --debug to see where, and report it with that text.',
  }),
  'period.no-financial-year': ({ frequency }) => ({ found: `periods of kind ${frequency} have no financial year` }),
  'period.no-quarter': ({ frequency }) => ({ found: `periods of kind ${frequency} lie in no quarter` }),
  'period.no-date': ({ frequency }) => ({ found: `periods of kind ${frequency} have no date` }),
};
