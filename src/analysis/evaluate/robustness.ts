import { tQuantile } from '../../statistics/distributions/t.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { finiteOrNull } from '../../statistics/intervals/wald.ts';
import { combination } from '../../statistics/linear/combination.ts';
import { conditionalFit, effectAtEnd, PRIMARY_METHOD, primaryModel, seasonalFit } from './controlled.ts';
import {
  effectWeights,
  type Interrupted,
  labelAt,
  type PairedQuarter,
  padded,
  seasonColumns,
  segmentRow,
} from './design.ts';
import { ALPHA, POWER } from './detectable.ts';
import { allowsSegments } from './gates.ts';
import type { LeaveOneOut, PlaceboInTime } from './peer-result.ts';
import { against, type PeerSet } from './peers.ts';
import type { OutlierCheck, PrimaryModel } from './result.ts';

/** Quarters needed on each side of the date that is pretended. */
const SIDE = 4;

/**
 * Placebo in time: the primary model on the quarters before the change, as if it had come in their middle. Something found there
 * was not the change. methods.md 2(f). `withSeasons`: with indicators of the quarter of the year where the quarters before are enough.
 * Null with fewer than four quarters on either side.
 */
export function placeboInTime(
  quarters: readonly PairedQuarter[],
  timeline: Interrupted,
  withSeasons = false,
): PlaceboInTime | null {
  const before = quarters.filter(({ index }) => index < timeline.intervention);
  const middle = before[Math.floor(before.length / 2)];
  if (!middle || before.length < 2 * SIDE) return null;
  const last = before.at(-1)?.index ?? middle.index;
  const pretended = { ...timeline, last, intervention: middle.index, second: null };
  const seasonal = withSeasons ? seasonalFit(before, pretended) : null;
  const model = primaryModel(before, pretended, { seasonal, withSeasons });
  if (!model) return null;
  const { level, slope } = model.terms;
  return {
    intervention: labelAt(middle.index),
    level,
    slope,
    effectAtEnd: model.effectAtEnd,
    avoided: model.avoided,
    detectable: reachOf(model.effectAtEnd),
  };
}

/** What a test with this standard error would find with 80 % power: (t_.975 + t_.80) SE on the logarithmic scale. */
function reachOf({ se, df }: Estimate): PlaceboInTime['detectable'] {
  if (se === null || df === null || df <= 0) return null;
  const reach = (tQuantile(ALPHA / 2, df, 'upper') + tQuantile(POWER, df)) * se;
  return { percentChange: 100 * Math.expm1(-reach), percentIncrease: finiteOrNull(100 * Math.expm1(reach)) };
}

/** The primary effect with each peer in turn taken out of the comparator: does one of them decide? Null without two peers. */
export function leaveOneOut(set: PeerSet, timeline: Interrupted): LeaveOneOut | null {
  if (set.peers.length < 2) return null;
  const rows = set.peers.flatMap((peer) => {
    const effect = effectAtEnd(against(set, set.practice, peer), timeline);
    return effect?.estimate == null ? [] : [{ without: peer.name, ...effect, estimate: effect.estimate }];
  });
  if (rows.length === 0) return null;
  const sorted = [...rows].sort((a, b) => a.estimate - b.estimate);
  const short = ({ without, estimate, lower, upper }: (typeof rows)[number]) => ({ without, estimate, lower, upper });
  return { lowest: short(sorted[0] as never), highest: short(sorted.at(-1) as never), rows: rows.map(short) };
}

/** Standard deviations of the primary model from which on a quarter is called far from it (our choice). */
const FAR = 3;

/**
 * The quarter that lies more than 3 standard deviations (Pearson's residual over the root of the dispersion) from the primary
 * model, and the difference in the last quarter without it. The model's own dispersion is swollen by it, so that few quarters
 * come that far. Null where none does.
 */
export function outlierCheck(
  quarters: readonly PairedQuarter[],
  timeline: Interrupted,
  { diagnostics, dispersion, seasonTerms }: PrimaryModel,
): OutlierCheck | null {
  const { largestResidual } = diagnostics;
  const last = quarters.at(-1);
  if (!largestResidual || !last) return null;
  const standardised = largestResidual.pearson / Math.sqrt(dispersion.used);
  if (Math.abs(standardised) <= FAR) return null;
  const { period } = largestResidual;
  const others = quarters.filter(({ index }) => labelAt(index) !== period);
  return { period, standardised, effectAtEnd: effectOf(others, last, timeline, seasonTerms !== null) };
}

/** The difference in the last quarter, also where that is the one left out: then by the course of the others. */
function effectOf(
  quarters: readonly PairedQuarter[],
  last: PairedQuarter,
  timeline: Interrupted,
  withSeasons: boolean,
): Estimate | null {
  if (!allowsSegments(quarters, timeline)) return null;
  const season = withSeasons ? seasonColumns(quarters) : () => [];
  const model = conditionalFit(quarters, (quarter) => [...segmentRow(quarter, timeline), ...season(quarter)]);
  if (!model) return null;
  const { estimates, dispersion } = model;
  const weights = padded(effectWeights(last, timeline), estimates.coefficients.length);
  return combination(estimates, weights, { method: PRIMARY_METHOD, scale: 'log', dispersion: dispersion.used });
}
