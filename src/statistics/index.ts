/**
 * The numerics by themselves, for researchers: pure functions on plain numbers that know no health service. Each names its source;
 * docs/methods.md says which of them the commands use.
 */
export { chiSquaredLower, chiSquaredQuantile, chiSquaredUpper } from './distributions/chi-squared.ts';
export { fLower, fQuantile, fUpper } from './distributions/f.ts';
export {
  noncentralTLower,
  noncentralTQuantile,
  noncentralTUpper,
} from './distributions/noncentral-t.ts';
export { normalLower, normalQuantile, normalUpper } from './distributions/normal.ts';
export { tLower, tQuantile, tUpper } from './distributions/t.ts';
export type { Estimate } from './estimate.ts';
export { fitShare } from './glm/conditional.ts';
export { BINOMIAL, type Family, negativeBinomial, POISSON } from './glm/family.ts';
export { fitGlm, type GlmFit, type GlmOptions } from './glm/fit.ts';
export {
  devianceResiduals,
  devianceTest,
  likelihood,
  pearsonDispersion,
  pearsonResiduals,
  quasi,
} from './glm/inference.ts';
export { fitNegativeBinomial, type NegativeBinomialFit } from './glm/negative-binomial.ts';
export { neweyWestGlm } from './glm/robust.ts';
export { byarCount, countInterval, crudeRate, exactCount, wilsonInterval } from './intervals/count.ts';
export { avoidedCountDelta, rateDifference } from './intervals/difference.ts';
export { exactRateRatio, midPRateRatio, minimumLikelihoodP } from './intervals/exact-rate-ratio.ts';
export type { BeforeAfter, Exposure } from './intervals/exposure.ts';
export { avoidedCount, rateRatio, ratioOfRatios, waldRateRatio } from './intervals/rate-ratio.ts';
export {
  type Band,
  directRate,
  indirectRate,
  indirectRatio,
  type RepeatBand,
  ratioOfEstimates,
  repeatVariance,
} from './intervals/standardised.ts';
export { waldEstimate } from './intervals/wald.ts';
export { type Ar1Fit, ar1, ar1Profile } from './linear/ar1.ts';
export { type Coefficients, classical, coefficient, combination } from './linear/combination.ts';
export {
  autocorrelations,
  boxPierce,
  breuschGodfrey,
  breuschGodfreyF,
  breuschPagan,
  ljungBox,
  partialAutocorrelations,
} from './linear/diagnostics.ts';
export { durbinWatson, durbinWatsonTest } from './linear/durbin-watson.ts';
export { expectedDifference, expectedLessObserved, expectedTotal } from './linear/expected.ts';
export { type Goodness, goodnessOfFit } from './linear/goodness.ts';
export { type Influence, influence } from './linear/influence.ts';
export { type LeastSquares, leastSquares, leverages } from './linear/least-squares.ts';
export type { Matrix } from './linear/matrix.ts';
export { jarqueBera, shapiroWilk } from './linear/normality.ts';
export { type PraisWinsten, praisWinsten } from './linear/prais-winsten.ts';
export { automaticBandwidth, type Prewhitened, prewhitenedNeweyWest } from './linear/prewhitened.ts';
export { reset } from './linear/reset.ts';
export { heteroskedastic, neweyWest, neweyWestLag } from './linear/sandwich.ts';
export { type SimplexFit, simplexLeastSquares } from './optimise/simplex-least-squares.ts';
export { weightsRange } from './optimise/weights-range.ts';
export { type Overdispersion, overdispersion } from './overdispersion.ts';
export { sampleQuantile } from './quantile.ts';
export { type GammaPoisson, gammaPoisson, regressionToMean } from './shrinkage.ts';
export type { FTest, TestResult } from './test-result.ts';
