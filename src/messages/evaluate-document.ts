/** Headings and fixed words of an evaluation's document. */
export const EVALUATE = {
  title: (practice: string, comparator: string | null, intervention: string | null) =>
    `${practice}${comparator === null ? '' : ` against ${comparator}`}${intervention === null ? '' : `, change in ${intervention}`}`,
  subtitle: (measure: string, from: string, to: string, before: number, after: number) =>
    `${measure}, ${from} to ${to}${before + after > 0 ? `, ${before} quarters before the change and ${after} after` : ''}`,
  summary: 'Summary',
  gates: 'Conditions',
  gatesIntro:
    'What the data must offer before a word such as “effect” may be used. A condition that is not met does not stop the computation; it decides which words are allowed.',
  primary: 'Controlled series: practice beside comparator',
  primaryCaption: 'Primary model: conditional quasi-binomial, log ratios given as percentages',
  spread: 'The same question, other models',
  effectsCaption: 'Effect in the last quarter by model',
  slopesCaption: 'Change of slope a quarter by model: percentages, or admissions per 1,000 for models of rates',
  segmented: 'Each area by itself',
  segmentedCaption: (outcome: string) => `Segmented regression, ${outcome}`,
  outcomes: { rate: 'admissions per 1,000 on the list a quarter', count: 'counts a quarter' },
  trends: 'Trends by the method of the 2018 paper',
  trendsCaption: 'Straight lines by least squares: described, not corrected for season or autocorrelation',
  diagnostics: 'Diagnostics',
  diagnosticsCaption: 'Tests of the least-squares fits: printed, they decide nothing',
  cautions: 'What to bear in mind',
  effectAtEnd: (period: string) => `Effect in ${period}`,
  avoided: 'Admissions avoided',
  level: 'Jump at the change',
  slope: 'Change of slope a quarter',
  time: 'Slope before, a quarter',
  secondLevel: 'Jump at the second change',
  secondSlope: 'Second change of slope a quarter',
  yes: 'yes',
  no: 'no',
  headings: {
    condition: 'Condition',
    met: 'Met',
    meaning: 'What it means',
    term: 'Term',
    model: 'Model',
    area: 'Area',
    estimate: 'Estimate',
    interval: '95% interval',
    p: 'P',
    level: 'Jump',
    slope: 'Slope change',
    effect: 'Effect at end',
    rho: 'Autocorrelation',
    quarters: 'Quarters',
    perQuarter: 'A quarter',
    fitted: 'Fitted change',
    durbinWatson: 'Durbin–Watson',
    ljungBox: 'Ljung–Box P',
    breuschGodfrey: 'Breusch–Godfrey P',
    breuschPagan: 'Breusch–Pagan P',
    largest: 'Largest residual',
  },
} as const;

/** Methods, each with its source. */
export const EVALUATE_METHODS: readonly { readonly term: string; readonly text: string }[] = [
  {
    term: 'Primary model',
    text: 'Conditional quasi-binomial: the practice’s count given the sum of both is binomial, logit = log ratio of list sizes + b0 + b1 t + b2 post + b3 s. It equals a Poisson model with a fixed effect for every quarter. Dispersion is Pearson’s chi-squared over its degrees of freedom, never below 1; t with n − 4 degrees of freedom. Post is the jump in the first quarter after the change, s counts quarters from 0 there.',
  },
  {
    term: 'Admissions avoided',
    text: 'Over the quarters after the change: expected from the comparator’s count, the list sizes and the course before, less the same with the effect. Interval by the delta method; the comparator’s counts are taken as given.',
  },
  {
    term: 'Models of one area',
    text: 'Segmented regression by least squares, Newey–West (a sensitivity check: too narrow on short series), Prais–Winsten and REML with AR(1) errors; quasi-Poisson counts with list size as offset.',
  },
  {
    term: 'Detectable change',
    text: 'Variance from the design and the counts before the change; 80% power at two-sided 5%. It does not look at the result.',
  },
];
