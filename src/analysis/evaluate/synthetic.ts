import { simplexLeastSquaresOn } from '../../statistics/optimise/simplex-least-squares.ts';
import { weightsRange } from '../../statistics/optimise/weights-range.ts';
import type { SyntheticControl, SyntheticFit, SyntheticPlacebo } from './peer-result.ts';

/** One unit's outcomes, one a period; all units have the same periods. */
export interface Unit {
  readonly name: string;
  readonly values: readonly number[];
}

/** Errors this small beside the outcome are a perfect fit: the unit lies among its donors and the weights are not unique. */
const PERFECT = 1e-9;

/** A unit's outcomes as they are fitted: less its mean before, where demeaned. */
interface Column {
  readonly name: string;
  readonly values: readonly number[];
  readonly before: readonly number[];
  /** The largest outcome, before anything is taken off. */
  readonly scale: number;
}

function columnOf({ name, values }: Unit, before: number, demeaned: boolean): Column {
  const centre = demeaned ? mean(values.slice(0, before)) : 0;
  const shifted = values.map((value) => value - centre);
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-300);
  return { name, values: shifted, before: shifted.slice(0, before), scale };
}

/**
 * Synthetic control on outcomes alone: weights w >= 0, sum w = 1, that minimise ||y - Y w||^2 over the first `before` periods,
 * on deviations from each unit's mean before where `demeaned`. methods.md 2(f), 4.8 (Abadie, Diamond and Hainmueller 2010; Ferman
 * and Pinto 2021). Throws a data error without donors.
 */
export function syntheticFit(unit: Unit, donors: readonly Unit[], before: number, demeaned: boolean): SyntheticFit {
  const columns = donors.map((donor) => columnOf(donor, before, demeaned));
  const { weights, fitted, gap, ...gaps } = gapsOf(columnOf(unit, before, demeaned), columns);
  return {
    weights: donors
      .map(({ name }, j) => ({ area: name, weight: weights[j] as number }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight),
    ...gaps,
    attRange: gaps.ratio === null ? rangeOfGap(unit, columns, fitted, demeaned) : null,
    gap,
  };
}

type Gaps = Pick<SyntheticFit, 'att' | 'preRmspe' | 'postRmspe' | 'ratio' | 'gap'>;

/** The fit of one unit's column by others, and what is left of it. */
function gapsOf(
  own: Column,
  columns: readonly Column[],
): Gaps & { readonly weights: readonly number[]; readonly fitted: readonly number[] } {
  const { weights, fitted } = simplexLeastSquaresOn(
    columns.map(({ before }) => before),
    own.before,
  );
  const used = columns.flatMap(({ values }, j) =>
    (weights[j] as number) > 0 ? [{ values, weight: weights[j] as number }] : [],
  );
  const gap = own.values.map((value, i) =>
    used.reduce((left, { values, weight }) => left - weight * (values[i] as number), value),
  );
  const [pre, post] = [gap.slice(0, own.before.length), gap.slice(own.before.length)];
  const preRmspe = rootMeanSquare(pre);
  const postRmspe = rootMeanSquare(post);
  const perfect = preRmspe <= PERFECT * own.scale;
  return { att: mean(post), preRmspe, postRmspe, ratio: perfect ? null : postRmspe / preRmspe, gap, weights, fitted };
}

/** The mean gap over every set of weights that fits as well. */
function rangeOfGap(
  unit: Unit,
  columns: readonly Column[],
  fitted: readonly number[],
  demeaned: boolean,
): SyntheticFit['attRange'] {
  const before = fitted.length;
  const after = columnOf(unit, before, demeaned).values.slice(before);
  const design = fitted.map((_, i) => columns.map((column) => column.before[i] as number));
  const payoff = columns.map(({ values }) => mean(values.slice(before)));
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
  const columns = donors.map((donor) => columnOf(donor, before, demeaned));
  const placebos = columns.map((column) => {
    const { att, ratio } = gapsOf(
      column,
      columns.filter((one) => one !== column),
    );
    return { att, ratio };
  });
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
