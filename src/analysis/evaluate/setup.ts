import { formatPeriod, type Period } from '../../data/period.ts';
import { dataError } from '../../errors.ts';
import type { Deflator } from '../../reference/deflators.ts';
import { checkPeriods, extent } from '../compare/windows.ts';
import { type Pair, pairsOf } from '../quarters/pair.ts';
import type { AreaData } from '../quarters/totals.ts';
import {
  labelAt,
  type PairedQuarter,
  pairedQuarters,
  type Quarter,
  quartersOf,
  type SeasonChoice,
  type Timeline,
} from './design.ts';
import type { PercentClaim, PublishedTrend } from './published-result.ts';

/** A named group of areas, pooled: one more comparator of the specification curve. */
export interface PeerGroup {
  readonly name: string;
  readonly area: AreaData;
}

/** A percentage as it was printed; `measure` null: of what is evaluated. */
export interface PrintedPercent extends Omit<PercentClaim, 'measure'> {
  readonly measure: string | null;
}

export interface EvaluateOptions {
  /** First and last quarter of everything that is fitted; null: as far as the practice's data go. */
  readonly from: Period | null;
  readonly to: Period | null;
  /** First and last quarter of the trends; null: of everything, as above. */
  readonly trends?: { readonly from: Period | null; readonly to: Period | null } | null;
  /** First quarter after the change; null: trends only. */
  readonly intervention: Period | null;
  readonly secondIntervention: Period | null;
  /** Quarters left out while the change was under way, both ends included. */
  readonly washout: { readonly from: Period; readonly to: Period } | null;
  readonly seasons: SeasonChoice;
  /** Lags of Newey and West; null: their rule of thumb. */
  readonly lag: number | null;
  /** Name of the measure; null: admissions, or the first count. */
  readonly measure: string | null;
  /** Areas to set the practice among, for placebo tests and synthetic control; those of the comparator or others. */
  readonly peers: readonly AreaData[];
  /** Named groups of areas, each pooled: further comparators of the specification curve. */
  readonly groups?: readonly PeerGroup[];
  /** Trends as they were printed, to be held against themselves and the data. */
  readonly published: readonly PublishedTrend[];
  /** Percentages as they were printed; without a measure, of the one that is evaluated. */
  readonly percents?: readonly PrintedPercent[];
  /** For percentages of money in real terms; null: nominal only. */
  readonly deflator?: Deflator | null;
}

/** What is evaluated: the pair of series, the timeline, and the quarters of each area on it. */
export interface Setup {
  readonly pair: Pair;
  readonly timeline: Timeline;
  readonly mine: readonly Quarter[];
  readonly theirs: readonly Quarter[] | null;
  readonly paired: readonly PairedQuarter[];
}

/** Holds the choices against the data. Throws data errors for what does not fit. */
export function setUp(practice: AreaData, comparator: AreaData | null, options: EvaluateOptions): Setup {
  const pair = countsOf(pairsOf(practice, comparator), options.measure);
  checkPeriods(pair, options);
  const [first, last] = extent(pair);
  const timeline: Timeline = {
    first: Math.max(first.index, options.from?.index ?? first.index),
    last: Math.min(last.index, options.to?.index ?? last.index),
    intervention: options.intervention?.index ?? null,
    second: options.secondIntervention?.index ?? null,
    washout: options.washout && [options.washout.from.index, options.washout.to.index],
  };
  checkTimeline(timeline);
  const mine = quartersOf(pair.practice, timeline);
  const theirs = pair.comparator && quartersOf(pair.comparator, timeline);
  return { pair, timeline, mine, theirs, paired: theirs ? pairedQuarters(mine, theirs) : [] };
}

function countsOf(pairs: readonly Pair[], name: string | null): Pair {
  const measures = pairs.map(({ measure }) => measure.name);
  const named = pairs.find(({ measure }) => measure.name === name);
  if (name !== null && !named) throw dataError('evaluate.no-such-measure', { measure: name, measures });
  const counts = pairs.filter(({ measure }) => measure.unit === 'count');
  const pair = named ?? counts.find(({ measure }) => measure.role === 'admissions') ?? counts[0];
  if (!pair) throw dataError('evaluate.no-counts', { measures });
  if (pair.measure.unit === 'GBP') throw dataError('evaluate.money', { measure: pair.measure.name });
  return pair;
}

function checkTimeline({ first, last, intervention, second, washout }: Timeline): void {
  const span = { first: labelAt(first), last: labelAt(last) };
  const inside = (index: number) => index >= first && index <= last;
  if (intervention !== null && !inside(intervention)) {
    throw dataError('compare.intervention-outside', { intervention: labelAt(intervention), ...span });
  }
  if (second !== null && (intervention === null || second <= intervention || !inside(second))) {
    const after = intervention === null ? null : labelAt(intervention);
    throw dataError('evaluate.second-intervention', { second: labelAt(second), intervention: after, ...span });
  }
  if (washout && (washout[1] < first || washout[0] > last)) {
    const label = `${labelAt(washout[0])} to ${labelAt(washout[1])}`;
    throw dataError('evaluate.washout-outside', { washout: label, ...span });
  }
}

export const periodLabel = (period: Period | null): string | null => period && formatPeriod(period);
