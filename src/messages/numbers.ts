/** Headings of the tables of numbers. They are for programs as well as people: short, and stable. */
export const NUMBERS = {
  caption: 'Every number, unrounded',
  measure: 'measure',
  basis: 'basis',
  area: 'area',
  baseline: 'baseline',
  followUp: 'followUp',
  statistic: 'statistic',
  value: 'value',
  lower: 'lower95',
  upper: 'upper95',
  p: 'p',
  method: 'method',
  model: 'model',
  se: 'se',
  df: 'df',
  scale: 'scale',
} as const;
