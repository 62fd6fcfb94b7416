import { table } from '../../table.ts';
import { number, percent, pText } from '../words/format.ts';
import type { EvaluateFindings } from './catalogue.ts';

/** How models and estimators are spoken of, by their names in the result. */
const MODELS: Readonly<Record<string, string>> = table<string>({
  ols: 'least squares',
  'newey-west': 'least squares with Newey–West errors',
  'prais-winsten': 'Prais–Winsten',
  'reml-ar1': 'REML with AR(1) errors',
  'prais-winsten-seasons': 'Prais–Winsten with seasons',
  'reml-ar1-seasons': 'REML with AR(1) errors and seasons',
  'quasi-poisson': 'quasi-Poisson counts',
  'conditional-quasi-binomial': 'conditional quasi-binomial (primary)',
  'conditional-quasi-binomial-seasons': 'conditional quasi-binomial, seasons',
  'conditional-quasi-binomial-no-seasons': 'conditional quasi-binomial, no seasons',
  'stacked-ols': 'A stacked least squares, rates',
  'stacked-ols-log': 'A stacked least squares, log rates',
  'stacked-ols-log-seasons': 'A stacked, log rates, seasons',
  'difference-series-ols': 'C difference series, least squares',
  'difference-series-newey-west': 'C difference series, Newey–West',
  'difference-series-prais-winsten': 'C difference series, Prais–Winsten',
  'difference-series-reml-ar1': 'C difference series, REML AR(1)',
  'difference-series-prais-winsten-seasons': 'C difference series, Prais–Winsten, seasons',
  'difference-series-reml-ar1-seasons': 'C difference series, REML AR(1), seasons',
  'difference-series-ols-seasons': 'C difference series, seasons',
  'rate-difference-ols': 'C difference of rates',
  'comparator-as-offset': 'E comparator as offset',
  'difference-in-differences': 'G mean after less before',
  'slope-difference': 'the difference of slopes',
  'pre-trend': 'the trend before the change',
  'difference-series': 'the difference series',
  'without-outlier': 'the primary model without its outlier',
  detectable: 'the detectable change',
  placebo: 'the placebo test',
  'placebo-in-time': 'the placebo in time',
  'leave-one-out': 'leaving one area out',
  'synthetic-control': 'the synthetic control',
  shrinkage: 'the baseline among peers',
});

export function modelName(model: string): string {
  return MODELS[model] ?? model.replaceAll('-', ' ');
}

/** Why a model could not be fitted, as the end of a sentence. */
export const REASONS: Readonly<Record<EvaluateFindings['evaluate.not-fitted']['reason'], string>> = {
  'at-edge':
    'there are too few quarters, or one side of the change counts nothing in an area, so that no ratio is finite',
  'statistics.too-few-rows': 'there are fewer quarters than terms',
  'statistics.dependent-columns': 'its terms cannot be told apart in these quarters',
  'statistics.no-convergence': 'the computation did not settle on these numbers',
};

/** A ratio as a percentage of change. */
export const ofRatio = (value: number): string => percent(100 * (value - 1));

/** `−3.1% (95% interval −9.0% to +3.2%; P = 0.31)` of ratios. */
export function ratioWithRange(estimate: number, lower: number | null, upper: number | null, p: number | null): string {
  const range = lower === null || upper === null ? '' : `95% interval ${ofRatio(lower)} to ${ofRatio(upper)}; `;
  return `${ofRatio(estimate)} (${range}${pText(p)})`;
}

export const quartersAround = ({ before, after }: { readonly before: number; readonly after: number }): string =>
  `${number(before)} quarters before the change and ${number(after)} after`;
