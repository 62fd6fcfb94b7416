import { simplexLeastSquares } from '../../statistics/optimise/simplex-least-squares.ts';
import { weightsRange } from '../../statistics/optimise/weights-range.ts';
import type { SyntheticControl, SyntheticFit, SyntheticPlacebo } from './peer-result.ts';

/** One unit's outcomes, one a period; all units have the same periods. */
export interface Unit {
  readonly name: string;
  readonly values: readonly number[];
}

/** Errors this small beside the outcome are a perfect fit: the unit lies among its donors and the weights are not unique. */
const PERFECT = 1e-9;

/**
 * Synthetic control on outcomes alone: weights w >= 0, sum w = 1, that minimise ||y - Y w||^2 over the first `before` periods,
 * on deviations from each unit's mean before where `demeaned`. methods.md 2(f), 4.8 (Abadie, Diamond and Hainmueller 2010; Ferman
 * and Pinto 2021). Throws a data error without donors.
 */
export function syntheticFit(unit: Unit, donors: readonly Unit[], before: number, demeaned: boolean): SyntheticFit {
  const centre = ({ values }: Unit) => (demeaned ? mean(values.slice(0, before)) : 0);
  const shifted = (one: Unit) => one.values.map((value) => value - centre(one));
  const y = shifted(unit);
  const columns = donors.map(shifted);
  const rowAt = (i: number) => columns.map((column) => column[i] as number);
  const design = y.slice(0, before).map((_, i) => rowAt(i));
  const { weights, fitted } = simplexLeastSquares(design, y.slice(0, before));
  const gap = y.map((value, i) => value - rowAt(i).reduce((sum, x, j) => sum + x * (weights[j] as number), 0));
  const [pre, post] = [gap.slice(0, before), gap.slice(before)];
  const preRmspe = rootMeanSquare(pre);
  const postRmspe = rootMeanSquare(post);
  const scale = Math.max(...unit.values.map(Math.abs), 1e-300);
  const perfect = preRmspe <= PERFECT * scale;
  return {
    weights: donors
      .map(({ name }, j) => ({ area: name, weight: weights[j] as number }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight),
    att: mean(post),
    preRmspe,
    postRmspe,
    ratio: perfect ? null : postRmspe / preRmspe,
    attRange: perfect ? rangeOfGap(design, fitted, y.slice(before), columns, before) : null,
    gap,
  };
}

/** The mean gap over every set of weights that fits as well. */
function rangeOfGap(
  design: readonly (readonly number[])[],
  fitted: readonly number[],
  after: readonly number[],
  columns: readonly (readonly number[])[],
  before: number,
): SyntheticFit['attRange'] {
  const payoff = columns.map((column) => mean(column.slice(before)));
  const range = weightsRange(design, fitted, payoff);
  return range && { lower: mean(after) - range.upper, upper: mean(after) - range.lower };
}

/** The unit among placebos: each donor in turn is treated, from a pool without the unit. Null with fewer than two donors. */
export function syntheticPlacebo(
  own: SyntheticFit,
  donors: readonly Unit[],
  before: number,
  demeaned: boolean,
): SyntheticPlacebo | null {
  if (donors.length < 2) return null;
  const placebos = donors.map((donor) =>
    syntheticFit(
      donor,
      donors.filter((one) => one !== donor),
      before,
      demeaned,
    ),
  );
  const areas = placebos.length + 1;
  const share = (count: number) => (1 + count) / areas;
  const { ratio } = own;
  // A placebo with a perfect fit has no ratio; it is counted as at least as extreme, which errs on the side of chance.
  const further = ratio === null ? null : placebos.filter((one) => one.ratio === null || one.ratio >= ratio).length;
  return {
    areas,
    rank: further === null ? null : 1 + further,
    p: further === null ? null : share(further),
    pGap: share(placebos.filter(({ att }) => Math.abs(att) >= Math.abs(own.att)).length),
    smallestPossibleP: 1 / areas,
  };
}

/** The synthetic control of a unit in both forms, with its placebos in space and time and without each donor. */
export function syntheticControl(
  unit: Unit,
  donors: readonly Unit[],
  before: number,
  donorChoice: SyntheticControl['donorChoice'],
): SyntheticControl {
  const demeaned = syntheticFit(unit, donors, before, true);
  const plain = syntheticFit(unit, donors, before, false);
  return {
    donors: donors.length,
    donorChoice,
    before,
    after: unit.values.length - before,
    demeaned,
    plain,
    differenceInDifferences: differenceInDifferences(unit, donors, before),
    placebo: {
      demeaned: syntheticPlacebo(demeaned, donors, before, true),
      plain: syntheticPlacebo(plain, donors, before, false),
    },
    leaveOneOut: withoutEach(unit, donors, before, demeaned, true),
    placeboInTime: earlier(unit, donors, before),
  };
}

/**
 * Change of the unit's mean from before to after less that of the donors, all weighing the same: what the synthetic control's
 * mean gap would be without a choice of weights. methods.md 2(e) G.
 */
export function differenceInDifferences(unit: Unit, donors: readonly Unit[], before: number): number {
  const change = ({ values }: Unit) => mean(values.slice(before)) - mean(values.slice(0, before));
  return change(unit) - mean(donors.map(change));
}

/** Mean gap with each donor that has weight left out. */
export function withoutEach(
  unit: Unit,
  donors: readonly Unit[],
  before: number,
  fit: SyntheticFit,
  demeaned: boolean,
): readonly { readonly without: string; readonly att: number }[] {
  if (donors.length < 2) return [];
  return fit.weights.map(({ area }) => {
    const others = donors.filter(({ name }) => name !== area);
    return { without: area, att: syntheticFit(unit, others, before, demeaned).att };
  });
}

function earlier(unit: Unit, donors: readonly Unit[], before: number): SyntheticControl['placeboInTime'] {
  const from = Math.floor(before / 2);
  if (from < 4) return null;
  const cut = ({ name, values }: Unit): Unit => ({ name, values: values.slice(0, before) });
  return { from, att: syntheticFit(cut(unit), donors.map(cut), from, true).att };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const rootMeanSquare = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => value * value)));
