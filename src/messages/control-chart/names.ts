import type { ControlChartName } from './catalogue.ts';

/** How a chart is called where it is explained. */
const CHART_NAMES: { readonly [Chart in ControlChartName]: string } = {
  i: 'individuals chart (I, also called XmR)',
  mr: 'moving range chart (MR)',
  iprime: 'individuals chart for rates (I′), whose limits follow the denominator',
  c: 'chart of counts (C)',
  u: 'chart of rates (U)',
  uprime: 'chart of rates allowing for overdispersion (U′)',
  p: 'chart of proportions (P)',
  pprime: 'chart of proportions allowing for overdispersion (P′)',
  xbar: 'chart of subgroup means (Xbar)',
  s: 'chart of subgroup standard deviations (S)',
  g: 'chart of cases between events (G)',
  t: 'chart of time between events (T)',
};

export function chartName(chart: ControlChartName): string {
  return CHART_NAMES[chart];
}

const SYMBOLS: { readonly [Chart in ControlChartName]?: string } = {
  iprime: 'I′',
  uprime: 'U′',
  pprime: 'P′',
  xbar: 'Xbar',
};

/** `I chart`, `U′ chart`: short, for titles and tables. */
export function chartSymbol(chart: ControlChartName): string {
  return `${SYMBOLS[chart] ?? chart.toUpperCase()} chart`;
}

const VARIATIONS = {
  improvement: 'improvement',
  concern: 'concern',
  neither: 'special cause, neither better nor worse',
  both: 'improvement and concern',
  common: 'common cause',
  insufficient: 'too little to judge',
} as const;

/** What a chart or a point says of variation. */
export function variationName(variation: keyof typeof VARIATIONS): string {
  return VARIATIONS[variation];
}

const ASSURANCES = {
  pass: 'expected to meet the target',
  fail: 'expected to miss the target',
  inconsistent: 'may meet or miss the target',
  none: 'not judged',
} as const;

/** Whether a target is met as long as nothing changes. */
export function assuranceName(assurance: keyof typeof ASSURANCES): string {
  return ASSURANCES[assurance];
}
