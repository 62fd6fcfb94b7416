import { caution, type Finding } from '../../finding.ts';
import { listSizeSteps } from '../quarters/list-steps.ts';
import { pairsOf } from '../quarters/pair.ts';
import type { AreaData } from '../quarters/totals.ts';
import { alternatives } from './alternatives.ts';
import { Attempts } from './attempt.ts';
import { emptySideFindings } from './cautions.ts';
import { conditionalPreTrend, primaryModel, seasonalFit } from './controlled.ts';
import { quasiPoisson } from './count-model.ts';
import {
  basisOfPairs,
  hasPeople,
  type Interrupted,
  isInterrupted,
  labelAt,
  missingLabels,
  type Quarter,
  seasonColumns,
  segmentRow,
  segmentSizes,
  usesSeasons,
} from './design.ts';
import { detectable } from './detectable.ts';
import { evaluateFindings } from './findings.ts';
import { allowsSegments, gatesOf, isLongEnough } from './gates.ts';
import { type ComparatorChoice, groupComparators, membersOf, peerChecks } from './peer-checks.ts';
import { differenceSeries, preTrend, trendBefore } from './pre-trend.ts';
import { checkPublished } from './published.ts';
import { percentChecker } from './published-percent.ts';
import type { PublishedPercent } from './published-result.ts';
import { baselineRates } from './regression-to-mean.ts';
import type { Controlled, Detectable, EvaluateDesign, EvaluateResult, EvaluateSeries, Segmented } from './result.ts';
import { outlierCheck, placeboInTime } from './robustness.ts';
import { fittedSeries, type LinearEstimator, type SegmentedProblem, segmented, segmentedProblem } from './segmented.ts';
import { type EvaluateOptions, periodLabel, type Setup, setUp } from './setup.ts';
import { specificationCurve } from './specifications.ts';
import { areaTrends, slopeDifference } from './trends.ts';

/**
 * The ladder of methods.md 2: the 2018 paper's trends, difference of slopes, interrupted series of each area, and the controlled
 * series with the conditional quasi-binomial model as primary, beside its alternatives. What the data do not allow is null, with
 * a gate or a problem that says why.
 *
 * @throws a data error where there is no count, or the intervention lies outside the data
 */
export function evaluate(
  practice: AreaData,
  comparator: AreaData | null,
  options: EvaluateOptions,
): { readonly result: EvaluateResult; readonly findings: readonly Finding[] } {
  const setup = setUp(practice, comparator, options);
  const { pair, timeline, mine, paired } = setup;
  const attempts = new Attempts();
  const areas = pair.comparator ? [pair.practice, pair.comparator] : [pair.practice];
  const interrupted = isInterrupted(timeline) && allowsSegments(mine, timeline) ? timeline : null;
  const problems = interrupted ? problemsOf(setup, interrupted, options) : [];
  const controlled = interrupted && setup.theirs ? controlledOf(setup, interrupted, options, attempts) : null;
  const peers = interrupted ? peerChecks(setup, interrupted, options.peers, attempts) : null;
  const rates = baselineRates(setup);
  const groups = interrupted && controlled ? groupComparators(options.groups ?? [], setup, interrupted) : null;
  const own: readonly ComparatorChoice[] = comparator
    ? [{ name: comparator.area.name, kind: 'given', areas: membersOf(comparator), quarters: paired }]
    : [];
  const comparators = [
    ...own,
    ...(groups?.choices ?? []),
    ...(peers?.similar ? [peers.similar] : []),
    ...(comparator ? (peers?.withoutOne ?? []) : []),
  ];
  const percents = percentChecks(practice, comparator, pair.measure.name, options);
  const design = designOf(setup, options);
  const trends = areaTrends(areas, options.trends ?? options);
  const { published } = options;
  const withSeasons = controlled !== null && hasSeasons(controlled);
  const inTime =
    interrupted && attempts.run('placebo-in-time', '', () => placeboInTime(paired, interrupted, withSeasons));
  const result: EvaluateResult = {
    design,
    detectable:
      interrupted && attempts.run('detectable', '', () => detectableOf(setup, interrupted, problems, controlled)),
    trends,
    slopeDifference: attempts.run('slope-difference', '', () => slopeDifference(paired, options.lag)),
    segmented: problems.flatMap((problem) => segmentedOf(problem, options, attempts)),
    controlled,
    placebo: peers?.placebo ?? null,
    placeboInTime: inTime,
    leaveOneOut: peers?.leaveOneOut ?? null,
    syntheticControl: peers?.syntheticControl ?? null,
    sensitivity:
      controlled &&
      interrupted &&
      specificationCurve(comparators, interrupted, { lag: options.lag, withSeasons }, attempts),
    regressionToMean: rates && { ...rates, peers: peers?.baseline ?? null },
    listSizeSteps: listSizeSteps(areas, options),
    published: published.length > 0 ? published.map((one) => checkPublished(one, trends)) : null,
    publishedPercent: percents.checks.length > 0 ? percents.checks : null,
    gates: gatesOf({
      ...design,
      seasons: problems[0]?.seasons ?? false,
      missing: design.missing.length,
      zeros: [...mine, ...(setup.theirs ?? [])].filter(({ events }) => events === 0).length,
      preTrend: trendBefore(controlled),
      placeboInTime: inTime?.effectAtEnd ?? null,
      fitted: controlled?.primary != null,
    }),
    quarters: paired.map((quarter) => ({ period: labelAt(quarter.index), ...quarter })),
    series: problems.flatMap((problem, i) => drawnOf(problem, i === 0 ? 'practice' : 'comparator', attempts)),
  };
  return {
    result,
    findings: [
      ...emptySideFindings(setup),
      ...evaluateFindings(result),
      ...percents.findings,
      ...(groups?.findings ?? []),
      ...attempts.findings,
    ],
  };
}

function problemsOf({ pair, mine, theirs }: Setup, timeline: Interrupted, options: EvaluateOptions) {
  const seasons = usesSeasons(mine, timeline, options.seasons);
  return [
    segmentedProblem(pair.practice.name, mine, timeline, seasons),
    ...(pair.comparator && theirs && allowsSegments(theirs, timeline)
      ? [segmentedProblem(pair.comparator.name, theirs, timeline, usesSeasons(theirs, timeline, options.seasons))]
      : []),
  ];
}

const ALL: readonly LinearEstimator[] = ['ols', 'newey-west', 'prais-winsten', 'reml-ar1'];

/** The printed percentages held against the data, and those that these have no measure for. */
function percentChecks(
  practice: AreaData,
  comparator: AreaData | null,
  evaluated: string,
  { percents = [], deflator = null }: EvaluateOptions,
): { readonly checks: readonly PublishedPercent[]; readonly findings: readonly Finding[] } {
  const checkPercent = percentChecker(pairsOf(practice, comparator), deflator);
  const checks: PublishedPercent[] = [];
  const findings: Finding[] = [];
  for (const claim of percents) {
    const { area, percent, decimals } = claim;
    const measure = claim.measure ?? evaluated;
    const check = checkPercent({ ...claim, measure });
    if (check) checks.push(check);
    else findings.push(caution('evaluate.percent-unread', { area, percent, decimals, measure }));
  }
  return { checks, findings };
}

/** Every estimator on a series that is long enough, least squares and counts on a short one. */
function segmentedOf(problem: SegmentedProblem, options: EvaluateOptions, attempts: Attempts): readonly Segmented[] {
  const [before = 0] = segmentSizes(problem.quarters, problem.timeline);
  const long = isLongEnough({ before, after: problem.quarters.length - before });
  const estimators: readonly LinearEstimator[] = long ? ALL : ['ols'];
  const fits = [
    ...estimators.map((name) => attempts.run(name, problem.area, () => segmented(problem, name, options))),
    attempts.run('quasi-poisson', problem.area, () => quasiPoisson(problem, options)),
  ];
  return fits.filter((fit) => fit !== null);
}

function drawnOf(problem: SegmentedProblem, subject: EvaluateSeries['subject'], attempts: Attempts) {
  const drawn = attempts.run('ols', problem.area, () => fittedSeries(problem, subject));
  return drawn ? [drawn] : [];
}

function controlledOf(
  { paired }: Setup,
  timeline: Interrupted,
  options: EvaluateOptions,
  attempts: Attempts,
): Controlled | null {
  if (!allowsSegments(paired, timeline)) return null;
  const isAsked = options.seasons === 'quarters';
  const seasonal = attempts.run('conditional-quasi-binomial-seasons', '', () => {
    const fit = seasonalFit(paired, timeline, isAsked ? 0 : undefined);
    if (isAsked && !fit) attempts.note('conditional-quasi-binomial-seasons', '', 'statistics.too-few-rows');
    return fit;
  });
  const withSeasons = isAsked && seasonal !== null;
  const primary = attempts.run('conditional-quasi-binomial', '', () => {
    const model = primaryModel(paired, timeline, { seasonal, withSeasons });
    if (!model) attempts.note('conditional-quasi-binomial', '', 'at-edge');
    return model;
  });
  return {
    primary,
    outlier: primary && attempts.run('without-outlier', '', () => outlierCheck(paired, timeline, primary)),
    alternatives: alternatives(paired, timeline, { seasonal, withSeasons, lag: options.lag }, attempts),
    preTrend: attempts.run('pre-trend', '', () => preTrend(paired, timeline)),
    preTrendConditional: attempts.run('pre-trend', '', () => conditionalPreTrend(paired, timeline)),
    differenceSeries: attempts.run('difference-series', '', () => differenceSeries(paired, timeline)) ?? [],
  };
}

function detectableOf(
  { mine, theirs, paired }: Setup,
  timeline: Interrupted,
  problems: readonly SegmentedProblem[],
  controlled: Controlled | null,
): Detectable | null {
  const mean = (quarters: readonly Quarter[] | null) => {
    const before = (quarters ?? []).filter(({ index }) => index < timeline.intervention);
    return before.reduce((sum, { events }) => sum + events, 0) / Math.max(1, before.length);
  };
  const quarters = controlled ? paired : mine;
  const last = quarters.at(-1);
  if (!last) return null;
  const season = seasonColumns(quarters);
  const seasons = controlled ? hasSeasons(controlled) : (problems[0]?.seasons ?? false);
  const dispersion = controlled
    ? (controlled.primary?.dispersion.used ?? 1)
    : problems[0]
      ? (quasiPoisson(problems[0], { lag: null })?.dispersion?.used ?? 1)
      : 1;
  const design = quarters.map((quarter) => [...segmentRow(quarter, timeline), ...(seasons ? season(quarter) : [])]);
  return detectable(
    { design, timeline, events: mean(mine), others: controlled ? mean(theirs) : null, dispersion },
    last,
  );
}

const hasSeasons = ({ primary }: Controlled): boolean => (primary?.seasonTerms ?? null) !== null;

function designOf({ pair, timeline, mine, theirs, paired }: Setup, options: EvaluateOptions): EvaluateDesign {
  const { intervention, washout } = timeline;
  const quarters = theirs ? paired : mine;
  const sides = (list: readonly Quarter[]) => {
    if (intervention === null) return { before: 0, after: 0 };
    const count = list.filter(({ index }) => index < intervention).length;
    return { before: count, after: list.length - count };
  };
  const range = washout ? Array.from({ length: washout[1] - washout[0] + 1 }, (_, i) => labelAt(washout[0] + i)) : [];
  return {
    measure: pair.measure.name,
    practice: pair.practice.name,
    comparator: pair.comparator?.name ?? null,
    from: labelAt(timeline.first),
    to: labelAt(timeline.last),
    intervention: periodLabel(options.intervention),
    secondIntervention: periodLabel(options.secondIntervention),
    interventionTime: intervention === null ? null : intervention - timeline.first + 1,
    secondTime: timeline.second === null ? null : timeline.second - timeline.first + 1,
    washout: range,
    ...sides(quarters),
    own: { ...sides(mine), missing: missingLabels(mine, timeline) },
    missing: missingLabels(quarters, timeline),
    basis: (theirs ? basisOfPairs(paired) === 'rates' : hasPeople(mine)) ? 'rates' : 'counts',
  };
}
