import type { AreaTrend, EvaluateSeries, Segmented, SlopeDifference } from '../../analysis/evaluate/result.ts';
import { R_SCRIPT } from '../../messages/r-script/r-script.ts';
import { neweyWestOf, remlOf, type ScriptInput, segmentTerms } from './context.ts';
import { checkNumbers, checkRho, checkTerms, isExact, ourInterval, ourIntervals, ourTerm, ourTerms } from './ours.ts';
import { comment, rText } from './text.ts';

type Fit = (formula: string, frame: string, model: Segmented, series: EvaluateSeries) => string;

/** Every estimator by its name in the result. */
const FITS: Readonly<Record<Exclude<Segmented['estimator'], 'quasi-poisson'>, Fit>> = {
  ols: (formula, frame) => `ols(${formula}, ${frame})`,
  'newey-west': (formula, frame, _, { points }) => `${neweyWestOf(points)}(${formula}, ${frame})`,
  'prais-winsten': (formula, frame) => `prais_winsten(${formula}, ${frame})`,
  'reml-ar1': (formula, frame, { rho }) => remlOf(formula, frame, rho),
};

/** Interrupted series of each area: every estimator with its terms and effects. */
export function segmentedBlock(input: ScriptInput): string | null {
  const { series, segmented } = input.result;
  const blocks = series.map((one) => {
    const fits = segmented.filter(({ area }) => area === one.area);
    const frame = one.subject === 'practice' ? 'p' : 'k';
    return [
      comment(R_SCRIPT.segmented[one.subject]),
      ...fits.flatMap((fit) =>
        fit.estimator === 'quasi-poisson' ? counts(fit, one, frame, input) : linear(fit, one, frame, input),
      ),
    ].join('\n');
  });
  return segmented.length === 0 ? null : blocks.join('\n\n');
}

const termsOf = (fit: Segmented, input: ScriptInput): string =>
  segmentTerms(input) + (fit.seasonTerms && Object.keys(fit.seasonTerms).length > 0 ? ' + fq' : '');

function linear(fit: Segmented, series: EvaluateSeries, frame: string, input: ScriptInput): readonly string[] {
  if (fit.estimator === 'quasi-poisson' || (fit.rho !== null && isExact(fit.terms))) return [];
  const what = `${series.subject} ${fit.estimator}`;
  const terms = termsOf(fit, input);
  const { postTrend, effectAtEnd, meanEffect, relativeEffectAtEnd, expected, avoided } = fit;
  const effects = ourIntervals({ postTrend, effectAtEnd, meanEffect, relativeEffectAtEnd, expected, avoided });
  return [
    `m <- ${checkTerms(what, FITS[fit.estimator](`rate ~ ${terms}`, frame, fit, series), ourTerms({ ...fit.terms, ...fit.seasonTerms }))}`,
    ...checkRho(what, fit.rho),
    `effects_agree(${rText(what)}, m, model.matrix(~ ${terms}, ${frame}), ${frame}, ${effects})`,
  ];
}

function counts(fit: Segmented, { subject }: EvaluateSeries, frame: string, input: ScriptInput): readonly string[] {
  const what = `${subject} quasi-poisson`;
  const { dispersion, expected, avoided } = fit;
  return [
    `m <- ${checkTerms(what, `quasi(y ~ ${termsOf(fit, input)} + offset(size), quasipoisson, ${frame})`, ourTerms({ ...fit.terms, ...fit.seasonTerms }))}`,
    ...(dispersion ? [checkNumbers([`${what} dispersion`], 'm$dispersion[1]', [dispersion.raw])] : []),
    `X <- model.matrix(m$model); X0 <- X; X0[, effect] <- 0; after <- ${frame}$quarter >= change`,
    `combined(${rText(`${what} postTrend`)}, m, colnames(X) %in% c("t", "s", "s2"), ${ourInterval(fit.postTrend)}, exp)`,
    `combined(${rText(`${what} effectAtEnd`)}, m, (X - X0)[nrow(X), ], ${ourInterval(fit.effectAtEnd)}, exp)`,
    `totals_agree(${rText(what)}, m, X[after, , drop = FALSE], X0[after, , drop = FALSE], exp(${frame}$size)[after], ${ourIntervals({ expected, avoided })})`,
  ];
}

/** The trends of the paper for each area, on counts and on rates, within the dates asked for. */
export function trendsBlock(input: ScriptInput): string | null {
  const { trends, design } = input.result;
  const lines = trends.flatMap((trend) =>
    trendLines(trend, trend.area === design.practice ? 'practice' : 'comparator', input),
  );
  return lines.length === 0 ? null : [comment(R_SCRIPT.trends), ...lines].join('\n');
}

function trendLines(trend: AreaTrend, frame: string, { from, to }: ScriptInput): readonly string[] {
  const bounds = [
    ...(from === null ? [] : [`${frame}$quarter >= ${from}`]),
    ...(to === null ? [] : [`${frame}$quarter <= ${to}`]),
  ];
  const data = bounds.length === 0 ? frame : `${frame}[${bounds.join(' & ')}, ]`;
  const what = `trend ${frame}`;
  return [
    `m <- ${checkTerms(what, `ols(y ~ quarter, ${data})`, ourTerm('quarter', trend.slope))}`,
    checkNumbers(
      [`${what} fitted first`, `${what} fitted last`, `${what} percentChange`],
      'c(fitted(m$model)[c(1, m$df + 2)], 100 * (fitted(m$model)[m$df + 2] / fitted(m$model)[1] - 1))',
      [trend.fitted.first, trend.fitted.last, trend.fitted.percentChange],
    ),
    ...(trend.rate
      ? [checkTerms(`${what} rate`, `ols(I(1000 * y / n) ~ quarter, ${data})`, ourTerm('quarter', trend.rate.slope))]
      : []),
  ];
}

/** The difference of the two slopes in every form, on logs and on rates. */
export function slopesBlock({ result }: ScriptInput): string | null {
  const { slopeDifference, quarters } = result;
  if (!slopeDifference) return null;
  const neweyWest = neweyWestOf(quarters);
  const { logRates, welch, neweyWest: corrected, pooled, practice, comparator, rates } = slopeDifference;
  const logs = logRates && welch && corrected && pooled && practice && comparator;
  const lines = [
    ...(logs
      ? formLines('log', { difference: logRates, welch, neweyWest: corrected, pooled, practice, comparator }, neweyWest)
      : []),
    ...(rates ? formLines('rate', rates, neweyWest) : []),
  ];
  return lines.length === 0 ? null : [comment(R_SCRIPT.slopes), ...lines].join('\n');
}

function formLines(
  outcome: 'log' | 'rate',
  ours: NonNullable<SlopeDifference['rates']>,
  neweyWest: string,
): readonly string[] {
  const [mine, theirs] = outcome === 'log' ? ['log(rp)', 'log(rc)'] : ['rp', 'rc'];
  const what = (form: string) => `slopes ${outcome} ${form}`;
  return [
    `a <- ${checkTerms(what('practice'), `ols(${mine} ~ t, d)`, ourTerm('time', ours.practice))}`,
    `b <- ${checkTerms(what('comparator'), `ols(${theirs} ~ t, d)`, ourTerm('time', ours.comparator))}`,
    checkTerms(what('difference'), `ols(${mine} - ${theirs} ~ t, d)`, ourTerm('time', ours.difference)),
    checkTerms(what('newey-west'), `${neweyWest}(${mine} - ${theirs} ~ t, d)`, ourTerm('time', ours.neweyWest)),
    checkTerms(what('welch'), 'welch(a, b)', ourTerm('time', ours.welch)),
    `both <- rbind(transform(d, v = ${mine}, z = 1), transform(d, v = ${theirs}, z = 0))`,
    checkTerms(what('pooled'), 'ols(v ~ z * t, both)', ourTerm('z:t', ours.pooled)),
  ];
}
