export const PROGRAM_SUMMARY =
  'Did emergency admissions really change here, compared with there? Reads quarterly CSVs; nothing leaves this computer.';

/** One line a command, for the list of commands. */
export const COMMAND_SUMMARIES: Readonly<Record<string, string>> = {
  check: 'show what was understood of the files: columns, areas, periods, gaps, and what to type next',
  compare:
    'a practice against its comparator: change, rates, real-terms cost, trend, and how far the answer depends on the baseline',
  runchart: 'run charts with named rules, each signal in a sentence',
  evaluate:
    'did it really change, compared with there: interrupted and controlled series, admissions avoided, and how far the answer hangs on the model',
  spc: 'control charts of every kind with named rules: limits, signals in sentences, verdicts, and whether they would change',
  scan: 'judge every area of a file: verdicts in a table, signals by chance, mergers, and a funnel plot of the latest year',
  rules: 'list the rule sets of run and control charts, or explain one',
  power: 'will we be able to see it? the smallest change that a list size, a rate and a number of quarters would show',
  report: 'everything for a board paper: one HTML page, charts as SVG and PNG, numbers as CSV and JSON',
  demo: 'write the report of the embedded examples: Frome against Somerset, and NHS Somerset CCG against England',
};

/** Examples that run as they stand from the package's folder; a test runs them. */
export const COMMAND_EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  check: ['quarterline check fixtures/frome-somerset/admissions.csv'],
  compare: [
    'quarterline compare fixtures/frome-somerset/*.csv --practice frome --comparator somerset --baseline 2013/14 --follow-up 2016/17',
    'quarterline compare fixtures/official/*.csv --practice "NHS Somerset CCG" --comparator England --comparator-includes-practice',
  ],
  runchart: [
    'quarterline runchart fixtures/frome-somerset/admissions.csv --intervention "2014/15 Q1"',
    'quarterline runchart fixtures/frome-somerset/admissions.csv --practice frome --rules anhoej --json',
  ],
  evaluate: [
    'quarterline evaluate fixtures/frome-somerset/*.csv --practice frome --comparator somerset --intervention "2014/15 Q1"',
    'quarterline evaluate fixtures/official/*.csv --practice "NHS Somerset CCG" --comparator Kernow --comparator Wiltshire --comparator "Bath and North East Somerset" --intervention "2014/15 Q1"',
    'quarterline evaluate fixtures/frome-somerset/*.csv --plan fixtures/frome-somerset/plan.yaml --published fixtures/frome-somerset/published.yaml',
    'quarterline evaluate fixtures/frome-somerset/*.csv --practice frome --comparator somerset --intervention "2014/15 Q1" --checklist fixtures/frome-somerset/checklist.yaml',
  ],
  spc: [
    'quarterline spc fixtures/frome-somerset/admissions.csv --practice frome',
    'quarterline spc fixtures/frome-somerset/*.csv --practice frome --denominator list_size --phases "2014/15 Q1" --target 26',
    'quarterline spc fixtures/frome-somerset/admissions.csv --rules mdc-excel-v5 --chart i --json',
  ],
  scan: [
    'quarterline scan fixtures/practices/practices.csv --denominator list_size',
    'quarterline scan fixtures/official/*.csv --rules mdc-excel-v5 --signals-only',
  ],
  rules: ['quarterline rules', 'quarterline rules mdc-excel-v5'],
  power: [
    'quarterline power --list-size 13851 --comparator-size 520000',
    'quarterline power --list-size 5000,10000,28000 --rate 85 --dispersion 2 --comparator-size 520000 --runs 0',
    'quarterline power --list-size 13851 --change -10 --sigma 20',
  ],
  report: [
    'quarterline report fixtures/frome-somerset/*.csv --practice frome --comparator somerset --baseline 2013/14 --follow-up 2016/17 --intervention "2014/15 Q1" -o quarterline-demo/frome',
  ],
  demo: ['quarterline demo', 'quarterline demo -o my-demo'],
};

/** Words that commands take instead of files, by the setting that they fill. */
export const ARGUMENT_HELP: Readonly<Record<string, string>> = {
  ruleSet: 'a rule set by name; without one all are listed',
};

/** One line an option, by its key in commands/options.ts. */
export const OPTION_HELP: Readonly<Record<string, string>> = {
  columns: 'which heading plays which role, for example period=Month,area="Org Code",admissions="Total"',
  measure: 'the measure to use, or what a wide file or another numeric column holds',
  quarters: 'what 2013Q1 means: financial (April to June) or calendar (January to March)',
  order: 'time, or event: the order of the rows',
  by: 'make quarters of days or months',
  better: 'which direction is better (admissions and cost: lower)',
  practice: 'the area that changed how it works: name, code or part of a name; repeat to pool several',
  comparator: 'the area to compare with; repeat to pool several; "rest" pools all others',
  comparatorIncludesPractice: 'the comparator contains the practice: subtract it first',
  peerGroups:
    'areas pooled under a name of their own, as one more comparator of the specification curve; repeat for several; quotes around an area with a comma',
  baseline: 'the year before: 2013/14, or Q..Q (default: first complete financial year)',
  followUp: 'the year after: 2016/17, or Q..Q (default: last complete financial year)',
  secondIntervention: 'the first quarter after a second change',
  washout: 'quarters to leave out while the change was under way, as Q..Q',
  seasons:
    'quarter indicators in the models: auto (of one area, where the series is long enough; never in the primary), none, or quarters (in the primary too)',
  lag: 'how many quarters of autocorrelation Newey-West allows for (default: by its rule of thumb)',
  published:
    'a YAML file of published trends (area, slope, lower, upper, p) and percentages (area, percent), held against themselves and the data',
  plan: 'a YAML file that fixed comparator, dates, outcome and model beforehand: fills what is not given, names every departure',
  checklist:
    'a YAML file with what the tool cannot know of a study, by item of EPOC, RECORD, SQUIRE and TIDieR (docs/reporting.md)',
  rScript: 'write an R script to this file that computes the models again, beside the numbers given here',
  listSize: 'people registered with the practice; several, separated by commas, make a table',
  rate: 'admissions per 1,000 people a year (default 85)',
  quartersBefore: 'quarters before the change (default 16)',
  quartersAfter: 'quarters after it (default 16)',
  dispersion:
    'how much the quarters vary beyond chance, 1 being no more than chance (default: 1 in power, as the quarters show elsewhere)',
  autocorrelation: 'how much neighbouring quarters resemble one another, from -1 to 1 (default 0)',
  comparatorSize: 'people in the comparator, the practice not among them',
  comparatorSizeAfter: 'people in the comparator in the later of two years (default: as many)',
  power: 'chance of finding the change, from 0 to 1 (default 0.8)',
  alpha: 'two-sided level of the test, from 0 to 1 (default 0.05)',
  change: 'a change in percent, below 0 for a fall: how likely it would be found, also by the exact test',
  sigma: 'standard deviation of the admissions of a quarter about a line: adds lines by least squares on counts',
  runs: 'simulated series (default 1000; 0: none)',
  seed: 'where the random numbers begin (default 20180910)',
  likeForLike: 'where a year is incomplete, compare only the quarters that both years hold',
  from: 'first period of the trend (compare, report), of the chart, or of the evaluation',
  to: 'last period of the trend (compare, report), of the chart, or of the evaluation',
  intervention: 'the first quarter after the change; with it a report holds the evaluation',
  deflator: 'prices: gdp (GDP deflator), none, or a CSV file with the columns year and index',
  priceYear: 'the financial year whose prices real terms are given in (default: the follow-up year)',
  rules: 'the rule set, by name: "quarterline rules" lists them',
  runsLimits: 'limits for the number of runs: exact, or the printed table',
  freeze: 'median or limits from the points up to and with this period',
  exclude: 'periods, separated by commas: drawn, but left out of the median or the limits, and of the rules',
  target: 'a target line',
  targetOrMeasure: 'a target: one number, or the heading of a column with one a period',
  chart: 'i, mr, iprime, c, u, uprime, p, pprime, xbar, s, g, t, run, or auto (default): chosen from the data',
  phases: 'first periods of new phases, separated by commas: each has limits of its own',
  screenMovingRanges: 'leave large moving ranges out of the limits',
  noScreenMovingRanges: 'keep all moving ranges, also where the rule set screens them',
  suggestPhases: 'propose new phases with the evidence for each; confirm them with --phases',
  spc: 'add control charts to the report, judged by this rule set (for example ihi-control)',
  runLength: 'points of a shift and of a trend, where the rule set offers a choice (Making Data Count: 6 or 7)',
  annotate: 'a CSV file with the columns period and text',
  denominator: 'divide by this measure, for example list_size',
  per: 'rates are per this many (default 1000 of people, else 1)',
  show: 'summary, or table: every cell exactly as it was read',
  format: 'output as text, json, csv or markdown',
  json: 'the same as --format json',
  output: 'write to this file or folder instead of the screen',
  force: 'replace files that quarterline did not write',
  bom: 'begin CSV files with a byte order mark, for Excel',
  signalsOnly: 'list only areas with a signal',
  signal: 'list only areas with a signal of this rule, for example shift',
  failOnSignal: 'exit with code 4 when a signal is found',
  palette: 'colours: quarterline, or mdc (Making Data Count)',
};
