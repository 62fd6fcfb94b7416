/** Comments of the R script that checks an evaluation, and what it prints. Plain ASCII: R may run where nothing else is shown. */
export const R_SCRIPT = {
  head: (version: string, command: string): readonly string[] => [
    `Check of an evaluation made by quarterline ${version}. Run it with: Rscript FILE`,
    'It needs R 4.0 or later; nlme and sandwich are packages that Debian has as r-cran-nlme and r-cran-sandwich.',
    'It reads the same input, fits the models again, and prints each number of R with that of quarterline beside it.',
    'Taken over from quarterline: what each label of a period stands for, and the numbers that R must meet (NA: none to meet).',
    `The command was: ${command}`,
    'The input, with hashes:',
  ],
  folder: 'The folder from which quarterline was run. Change it where the input is somewhere else.',
  functions: '---- Functions ----',
  helpers: {
    tidy: 'White space made single, none at the ends.',
    table_lines: 'The lines of the table alone, without what stands above and below it.',
    read_input:
      'The cells of a CSV file as text. The first row that is not empty gives the names. Notes where the file is not the one that quarterline read.',
    number:
      'Numbers as they may be written: 9,444 and (12) and a pound sign before. A cell without digits (empty, a dash) is missing.',
    lookup: 'For each cell what the text it holds stands for; NA where it is another text.',
    cells_of: 'Values that are there, each once: the same value given twice counts once.',
    quarters_of_months: 'Quarters of months, where all three are there. A month is 12 x year + month - 1.',
    quarters_of_days: 'Quarters of days, where all are there. A day counts from 1970-01-01.',
    pool: 'Areas (and groups of people) added up quarter by quarter; no value where any of them has none.',
    by_quarter: 'y events and n people of some areas together in each quarter.',
    within_dates: 'The quarters to be fitted.',
    rates: 'Events per 1,000 people; events as they are where people are not known throughout.',
    paired:
      'Rates of practice (rp) and comparator (rc), and the log ratio of their people; counts where people are not known.',
    check:
      'Sets numbers side by side. To agree to 6 digits they may differ by 5e-7 of the number (of its standard error, where that is larger); below 1e-10 is nothing.',
    interval: 'An estimate with its 95 % limits.',
    combined: 'The sum of coefficients times w.',
    terms_agree: 'Coefficients with their standard errors and P values (t distribution).',
    at_end: 'Weights of the coefficients that give the effect in the last quarter.',
    totals_agree:
      'Sums over the quarters after the change: expected without it, and that less what is fitted with it (delta method).',
    effects_agree:
      'Trend after, effect in the last quarter and on average, expected and avoided events, effect in percent of what was expected.',
    ols: 'Least squares.',
    newey_west: 'Least squares with the errors of Newey and West.',
    newey_west_gaps:
      'Least squares with the errors of Newey and West. Quarters are missing: rows are lagged by time, where sandwich would lag by row.',
    prais_winsten:
      'Prais and Winsten, repeated until rho stands; a quarter after a gap g leans on the last one by rho^g.',
    reml: 'AR(1) errors by restricted maximum likelihood; quarters may be missing. rho as gls finds it, then to more digits: where the likelihood is level. Given rho: at that rho.',
    quasi:
      'Counts or shares; the dispersion (Pearson) is never taken below 1. Fitted again from where glm stops, for more digits.',
    welch: 'Difference of two slopes, degrees of freedom by Welch.',
  },
  input: '---- The input ----',
  everybody: 'rows of everybody',
  labels: {
    quarter: 'A quarter is 4 x year + calendar quarter - 1.',
    month: 'A month is 12 x year + month - 1.',
    day: 'A day counts from 1970-01-01.',
  },
  toQuarters: 'Sums of the parts of a quarter; means for people.',
  areas: '---- Who is compared, and when (quarters as numbers: 4 x year + calendar quarter - 1) ----',
  subtract: 'The comparator holds the practice, which is taken out.',
  timed:
    't counts quarters from 1, gaps included; fq is the quarter of the NHS year; post is 1 from the change on (level), s counts from it (change of slope).',
  totals: '---- What was read ----',
  trends: '---- Trends, least squares (the 2018 paper) ----',
  slopes: '---- Difference of the two slopes: on log rates, on rates ----',
  primary: "---- Primary model: the practice's share of the events of both, dispersion never below 1, t ----",
  effect: 'Effect in the last quarter, as a ratio.',
  avoided: 'Events avoided, the counts of the comparator taken as given.',
  joint: 'Jumps and changes of slope together (Wald).',
  seasons: 'Do the seasons of the two differ? Drop in deviance over the dispersion, F.',
  stacked: '---- Alternatives ---- A: the rows of both areas, one under the other; z is 1 for the practice.',
  difference: 'C, G: D is the difference of the log rates, practice less comparator.',
  alternatives: 'Every alternative by the name it has in quarterline.',
  preTrend: 'The trend of the log ratio before the change: least squares, and the primary model.',
  segmented: {
    practice: '---- Interrupted series of the practice alone ----',
    comparator: '---- Interrupted series of the comparator alone ----',
  },
  verdict: '---- The verdict ----',
  said: {
    noFile: 'change `folder` at the top of this script: there is no file ',
    heading: ['', 'R', 'quarterline', 'differs'],
    totals: ['quarters', 'practice, events', 'practice, people', 'comparator, events', 'comparator, people'],
    changed: 'WARNING: this is not the file that quarterline read (its hash is another):',
    of: 'of',
    agree: 'numbers agree to 6 digits.',
    differ: 'These do not: ',
  },
} as const;
