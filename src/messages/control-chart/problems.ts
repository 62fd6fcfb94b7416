import type { ProblemTexts } from '../words/texts.ts';

/** What keeps files from being charted by `spc`, besides what keeps any file from being read. */
export const spcProblems: ProblemTexts = {
  'input.no-subgroups': () => ({
    found: 'no column says to which subgroup a measurement belongs',
    expected: 'a row for each measurement, and a column with its period or subgroup',
    remedy: 'Name it with --columns period="...".',
  }),
  'spc.one-file': ({ chart, files }) => ({
    found: `${files} files were given for --chart ${chart}`,
    expected: 'one file with a row for each measurement',
    remedy: 'Give them one at a time.',
  }),
  'spc.pooled': ({ area }) => ({
    found: `areas cannot be pooled on charts of single measurements (${area})`,
    remedy: 'Name one --practice, or none for a chart of each area.',
  }),
  'spc.target-measure': ({ target, areas }) => ({
    found: `"${target}" holds no target for ${areas}`,
    expected: 'a number in the periods that are charted',
    remedy: 'Fill in the column, or give --target one number.',
  }),
};
