import { type Coefficients, combination } from '../../statistics/linear/combination.ts';
import { table } from '../../table.ts';
import type { Attempts } from './attempt.ts';
import { conditionalFit } from './controlled.ts';
import { controlledDesign, meanShift, offsetFit, type SeriesEstimator, seriesFit } from './controlled-fits.ts';
import { effectWeights, type Interrupted, labelAt, type PairedQuarter, padded } from './design.ts';
import { type ComparatorChoice, describedComparator } from './peer-checks.ts';
import { sideOf } from './significance.ts';
import type { Specification, SpecificationCurve } from './specification-result.ts';

interface Choice {
  readonly quarters: readonly PairedQuarter[];
  readonly timeline: Interrupted;
  readonly seasons: boolean;
  readonly lag: number | null;
}

interface SpecifiedModel {
  /** Quarters that it needs. */
  readonly fewest: number;
  readonly seasonal: boolean;
  readonly estimate: (choice: Choice) => Coefficients | null;
}

/** Quarters that seasons need, and models with autocorrelation (Turner and colleagues 2021). methods.md 2(c). */
const FEWEST = { seasons: 16, autocorrelation: 12 } as const;

const ofSeries = (estimator: SeriesEstimator, fewest = 0): SpecifiedModel => ({
  fewest,
  seasonal: true,
  estimate: ({ quarters, timeline, seasons, lag }) =>
    seriesFit(quarters, timeline, { outcome: 'log-ratio', estimator, seasons, lag })?.of ?? null,
});

const PRIMARY = 'conditional-quasi-binomial';

/** Every model of the curve. A new one is an entry. */
const MODELS: Readonly<Record<string, SpecifiedModel>> = table<SpecifiedModel>({
  [PRIMARY]: {
    fewest: 0,
    seasonal: true,
    estimate: ({ quarters, timeline, seasons }) => {
      const rows = new Map(controlledDesign(quarters, timeline, seasons).map((row, i) => [quarters[i], row]));
      return conditionalFit(quarters, (quarter) => rows.get(quarter) ?? [])?.estimates ?? null;
    },
  },
  'difference-series-ols': ofSeries('ols'),
  'difference-series-newey-west': ofSeries('newey-west'),
  'difference-series-prais-winsten': ofSeries('prais-winsten', FEWEST.autocorrelation),
  'difference-series-reml-ar1': ofSeries('reml-ar1', FEWEST.autocorrelation),
  'comparator-as-offset': {
    fewest: 0,
    seasonal: true,
    estimate: ({ quarters, timeline, seasons }) => offsetFit(quarters, timeline, seasons)?.of ?? null,
  },
  'difference-in-differences': {
    fewest: 0,
    seasonal: false,
    estimate: ({ quarters, timeline, lag }) => meanShift(quarters, timeline, lag)?.of ?? null,
  },
});

/** Lengths of the stretch before, and of the stretch after, beside all there is. Whole years, so that seasons stay even. */
const LENGTHS = [4, 8, 12, 16] as const;

/**
 * How far the answer hangs on choices: the mean effect over the quarters after, as a ratio, by every stretch before and after,
 * model, comparator, with and without seasons; sorted (Simonsohn, Simmons and Nelson 2020). A second intervention leaves only the
 * whole series: a shorter stretch would lose one of the two. Null without two specifications.
 */
export function specificationCurve(
  comparators: readonly ComparatorChoice[],
  timeline: Interrupted,
  { lag, withSeasons }: { readonly lag: number | null; readonly withSeasons: boolean },
  attempts: Attempts,
): SpecificationCurve | null {
  const specifications = comparators.flatMap((comparator, i) =>
    windowsOf(comparator.quarters, timeline).flatMap((quarters, w) =>
      Object.entries(MODELS).flatMap(([model, { fewest, seasonal, estimate }]) =>
        (seasonal ? [false, true] : [false]).flatMap((seasons) => {
          if (quarters.length < Math.max(fewest, seasons ? FEWEST.seasons : 0)) return [];
          const of = attempts.quietly(() => estimate({ quarters, timeline, seasons, lag }));
          const made = of && specificationOf(of, { quarters, timeline, seasons, lag });
          if (!made) return [];
          const primary = i === 0 && w === 0 && model === PRIMARY && seasons === withSeasons;
          return [{ comparator: comparator.name, model, seasons, primary, ...made }];
        }),
      ),
    ),
  );
  if (specifications.length < 2) return null;
  return {
    quantity: 'mean-effect',
    comparators: comparators.map(describedComparator),
    stretches: timeline.second === null ? 'shortened' : 'whole-series',
    fewest: FEWEST,
    ...summary(specifications),
  };
}

type Described = Pick<SpecificationCurve, 'quantity' | 'comparators' | 'stretches' | 'fewest'>;

/** The whole series first; then each stretch before with all after, and all before with each stretch after. */
function windowsOf(
  all: readonly PairedQuarter[],
  { intervention, second }: Interrupted,
): readonly (readonly PairedQuarter[])[] {
  const before = all.filter(({ index }) => index < intervention);
  const after = all.filter(({ index }) => index >= intervention);
  if (second !== null) return [all];
  return [
    all,
    ...LENGTHS.filter((n) => n < before.length).map((n) => [...before.slice(-n), ...after]),
    ...LENGTHS.filter((n) => n < after.length).map((n) => [...before, ...after.slice(0, n)]),
  ];
}

function specificationOf(
  of: Coefficients,
  { quarters, timeline }: Choice,
): Omit<Specification, 'comparator' | 'model' | 'seasons' | 'primary'> | null {
  const after = quarters.filter(({ index }) => index >= timeline.intervention);
  const width = of.coefficients.length;
  const rows = width === 2 ? [[0, 1]] : after.map((quarter) => effectWeights(quarter, timeline));
  const mean = padded(
    (rows[0] ?? []).map((_, j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) / rows.length),
    width,
  );
  const { estimate, lower, upper, p } = combination(of, mean, { method: '', scale: 'log' });
  if (estimate === null || lower === null || upper === null) return null;
  return {
    from: labelAt(quarters[0]?.index ?? 0),
    to: labelAt(quarters.at(-1)?.index ?? 0),
    before: quarters.length - after.length,
    after: after.length,
    estimate,
    lower,
    upper,
    p,
  };
}

function summary(list: readonly Specification[]): Omit<SpecificationCurve, keyof Described> {
  const sorted = [...list].sort((a, b) => a.estimate - b.estimate);
  const primary = sorted.find((one) => one.primary) ?? null;
  const isSignificant = ({ lower, upper }: Specification) => lower > 1 || upper < 1;
  return {
    specifications: sorted,
    total: sorted.length,
    sameSign: primary && sorted.filter((one) => sideOf(one) === sideOf(primary)).length,
    significant: sorted.filter(isSignificant).length,
    sameVerdict: primary && sorted.filter((one) => isSignificant(one) === isSignificant(primary)).length,
    contrary: primary && sorted.filter((one) => isSignificant(one) && sideOf(one) !== sideOf(primary)).length,
    min: sorted[0]?.estimate ?? 1,
    max: sorted.at(-1)?.estimate ?? 1,
  };
}
