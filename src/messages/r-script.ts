/** Comments in the R script that checks an evaluation. */
export const R_SCRIPT = {
  head: (version: string, command: string): readonly string[] => [
    `Check of an evaluation made by quarterline ${version}. Run with: Rscript FILE`,
    'Each line printed has R’s number first and quarterline’s after it; they agree to 6 digits or more.',
    `The command was: ${command}`,
    'The input files, with their hashes:',
  ],
  data: 'The quarters as fitted: practice (yp admissions, lp list size) and comparator (yc, lc); compare them with the input.',
  primary: 'Primary model: the practice’s share of each quarter’s admissions, dispersion never below 1, t.',
  effect: 'Effect in the last quarter, as a ratio.',
  avoided: 'Admissions avoided over the quarters after, delta method, the comparator’s counts taken as given.',
  stacked: 'A: both areas stacked, least squares.',
  difference: 'C and G: the difference series of log rates; its shift; its trend before.',
  reml: 'C by restricted maximum likelihood with AR(1) errors (agrees to about 5 digits: two optimisers).',
  offset: 'E: Poisson with the comparator’s rate as offset, dispersion never below 1.',
} as const;
