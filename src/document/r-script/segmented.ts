import type { EvaluateSeries, Segmented } from '../../analysis/evaluate/result.ts';
import { R_SCRIPT } from '../../messages/r-script/r-script.ts';
import { neweyWestOf, remlOf, type ScriptInput, segmentTerms } from './context.ts';
import { checkNumbers, checkRho, checkTerms, isExact, ourInterval, ourIntervals, ourTerms } from './ours.ts';
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
