/** What a command is for and what it takes besides options. */
export interface CommandDefinition {
  /** One line, for the list of commands. */
  readonly summary: string;
  /** Command lines that run as they stand from the package's folder; a test runs them. */
  readonly examples: readonly [string, ...string[]];
  /** Whether it reads files. */
  readonly files: boolean;
  /** A word that it takes instead of files, by the setting that the word fills. */
  readonly word?: { readonly name: string; readonly setting: 'ruleSet'; readonly help: string };
}

export const PROGRAM_SUMMARY =
  'Did emergency admissions really change here, compared with there? Reads quarterly CSVs; nothing leaves this computer.';

/** Every command, in the order of the help. */
export const COMMANDS = {
  check: {
    summary: 'show what was understood of the files: columns, areas, periods, gaps, and what to type next',
    examples: ['quarterline check fixtures/frome-somerset/admissions.csv'],
    files: true,
  },
  compare: {
    summary:
      'a practice against its comparator: change, rates, real-terms cost, trend, and how far the answer depends on the baseline',
    examples: [
      'quarterline compare fixtures/frome-somerset/*.csv --practice frome --comparator somerset --baseline 2013/14 --follow-up 2016/17',
      'quarterline compare fixtures/official/*.csv --practice "NHS Somerset CCG" --comparator England --comparator-includes-practice',
    ],
    files: true,
  },
  runchart: {
    summary: 'run charts with named rules, each signal in a sentence',
    examples: [
      'quarterline runchart fixtures/frome-somerset/admissions.csv --intervention "2014/15 Q1"',
      'quarterline runchart fixtures/frome-somerset/admissions.csv --practice frome --rules anhoej --json',
    ],
    files: true,
  },
  evaluate: {
    summary:
      'did it really change, compared with there: interrupted and controlled series, admissions avoided, and how far the answer hangs on the model',
    examples: [
      'quarterline evaluate fixtures/frome-somerset/*.csv --practice frome --comparator somerset --intervention "2014/15 Q1"',
      'quarterline evaluate fixtures/official/*.csv --practice "NHS Somerset CCG" --comparator Kernow --comparator Wiltshire --comparator "Bath and North East Somerset" --intervention "2014/15 Q1"',
      'quarterline evaluate fixtures/frome-somerset/*.csv --plan fixtures/frome-somerset/plan.yaml --published fixtures/frome-somerset/published.yaml',
      'quarterline evaluate fixtures/frome-somerset/*.csv --practice frome --comparator somerset --intervention "2014/15 Q1" --checklist fixtures/frome-somerset/checklist.yaml',
    ],
    files: true,
  },
  spc: {
    summary:
      'control charts of every kind with named rules: limits, signals in sentences, verdicts, and whether they would change',
    examples: [
      'quarterline spc fixtures/frome-somerset/admissions.csv --practice frome',
      'quarterline spc fixtures/frome-somerset/*.csv --practice frome --denominator list_size --phases "2014/15 Q1" --target 26',
      'quarterline spc fixtures/frome-somerset/admissions.csv --rules mdc-excel-v5 --chart i --json',
    ],
    files: true,
  },
  scan: {
    summary:
      'judge every area of a file: verdicts in a table, signals by chance, mergers, and a funnel plot of the latest year',
    examples: [
      'quarterline scan fixtures/practices/practices.csv --denominator list_size',
      'quarterline scan fixtures/official/*.csv --rules mdc-excel-v5 --signals-only',
    ],
    files: true,
  },
  rules: {
    summary: 'list the rule sets of run and control charts, or explain one',
    examples: ['quarterline rules', 'quarterline rules mdc-excel-v5'],
    files: false,
    word: { name: 'name', setting: 'ruleSet', help: 'a rule set by name; without one all are listed' },
  },
  power: {
    summary:
      'will we be able to see it? the smallest change that a list size, a rate and a number of quarters would show',
    examples: [
      'quarterline power --list-size 13851 --comparator-size 520000',
      'quarterline power --list-size 5000,10000,28000 --rate 85 --dispersion 2 --comparator-size 520000 --runs 0',
      'quarterline power --list-size 13851 --change -10 --sigma 20',
    ],
    files: false,
  },
  report: {
    summary: 'everything for a board paper: one HTML page, charts as SVG and PNG, numbers as CSV and JSON',
    examples: [
      'quarterline report fixtures/frome-somerset/*.csv --practice frome --comparator somerset --baseline 2013/14 --follow-up 2016/17 --intervention "2014/15 Q1" -o quarterline-demo/frome',
    ],
    files: true,
  },
  demo: {
    summary: 'write the report of the embedded examples: Frome against Somerset, and NHS Somerset CCG against England',
    examples: ['quarterline demo', 'quarterline demo -o my-demo'],
    files: false,
  },
} as const satisfies Readonly<Record<string, CommandDefinition>>;

export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];
