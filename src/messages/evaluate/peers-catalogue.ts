import type { Place, Places } from '../types.ts';

/** The difference in the last quarter with one area left out of the comparator: the lowest, the highest, and without which. */
interface LeftOut {
  readonly areas: number;
  readonly lowest: number;
  readonly withoutLowest: string;
  readonly highest: number;
  readonly withoutHighest: string;
}

type Outcome = 'rate' | 'count';

/** A change that is supposed to have come earlier. */
export interface Supposed {
  readonly intervention: string;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number | null;
}

/** What peers, and mixtures of them, say of a practice. */
export interface PeerFindings {
  'evaluate.placebo': {
    readonly practice: string;
    readonly areas: number;
    readonly smallest: number;
    readonly effectRank: number | null;
    readonly effectP: number | null;
    readonly slopeRank: number | null;
    readonly slopeP: number | null;
    readonly ratioRank: number | null;
    readonly ratioP: number | null;
    readonly similarAreas: number | null;
    readonly similarSmallest: number | null;
    readonly similarEffectP: number | null;
    readonly similarSlopeP: number | null;
  };
  /** P by the model, and beside the areas. */
  'evaluate.placebo-disagrees': {
    readonly practice: string;
    readonly quantity: 'effect' | 'slope';
    readonly model: number;
    readonly p: number;
    readonly areas: number;
  };
  'evaluate.few-peers': { readonly areas: number; readonly smallest: number };
  /** Some of the areas by name, and how many there are. */
  'evaluate.peers-incomplete': { readonly areas: readonly string[]; readonly count: number };
  'evaluate.placebo-in-time': Supposed & {
    readonly fall: number | null;
    readonly rise: number | null;
    readonly trendsDiffer: boolean;
  };
  'evaluate.found-before': Supposed & { readonly change: string | null };
  'evaluate.leave-one-out': LeftOut;
  'evaluate.one-area-decides': LeftOut & { readonly practice: string };
  'evaluate.synthetic': {
    readonly practice: string;
    readonly outcome: Outcome;
    readonly donors: number;
    readonly donorChoice: 'all' | 'similar-size' | 'nearest-size';
    readonly gap: number;
    readonly plainGap: number;
    readonly error: number;
    readonly rank: number | null;
    readonly areas: number | null;
    readonly p: number | null;
    readonly smallest: number | null;
    readonly weights: readonly string[];
  };
  'evaluate.synthetic-checks': {
    readonly outcome: Outcome;
    readonly gap: number;
    readonly timeGap: number | null;
    readonly timeQuarters: number | null;
    readonly lowest: number | null;
    readonly withoutLowest: string | null;
    readonly highest: number | null;
    readonly withoutHighest: string | null;
  };
  'evaluate.synthetic-opposite': { readonly outcome: Outcome; readonly gap: number; readonly plainGap: number };
  'evaluate.synthetic-not-unique': { readonly outcome: Outcome; readonly lower: number; readonly upper: number };
  'evaluate.baseline-rank': {
    readonly practice: string;
    readonly areas: number;
    /** Of the last year before the change, and of those before it; 1 is the highest. */
    readonly ranks: readonly number[];
    readonly ratio: number;
    readonly shrunken: number | null;
    /** The last year against the one before the change, as it was and drawn towards the others. */
    readonly before: number | null;
    readonly after: number | null;
    /** Against all years before, pooled and drawn towards the others; null where there are too few. */
    readonly years: number | null;
    readonly pooled: number | null;
    readonly pooledLower: number | null;
    readonly pooledUpper: number | null;
    readonly drawn: number | null;
    readonly drawnLower: number | null;
    readonly drawnUpper: number | null;
    readonly yearToYear: number | null;
  };
  'evaluate.extreme-baseline': {
    readonly practice: string;
    readonly areas: number;
    readonly rank: number;
    readonly isAtEnd: boolean;
    readonly standsOut: boolean;
    readonly lastYear: number;
    readonly p: number | null;
    readonly raw: number;
    readonly years: number;
    readonly pooled: number;
    readonly pooledLower: number | null;
    readonly pooledUpper: number | null;
    readonly drawn: number;
    readonly drawnLower: number | null;
    readonly drawnUpper: number | null;
  };
}

/** What a reader of the summary alone has to know. */
const MAIN_CAUTION: Place = { in: 'cautions', also: ['answer', 'main'] };

export const peerPlaces: Places<PeerFindings> = {
  'evaluate.placebo': 'placebo',
  'evaluate.placebo-disagrees': 'cautions',
  'evaluate.few-peers': 'cautions',
  'evaluate.peers-incomplete': 'cautions',
  'evaluate.placebo-in-time': 'placebo',
  'evaluate.found-before': 'cautions',
  'evaluate.leave-one-out': 'placebo',
  'evaluate.one-area-decides': MAIN_CAUTION,
  'evaluate.synthetic': 'placebo',
  'evaluate.synthetic-checks': 'placebo',
  'evaluate.synthetic-opposite': 'cautions',
  'evaluate.synthetic-not-unique': 'cautions',
  'evaluate.baseline-rank': 'cautions',
  'evaluate.extreme-baseline': MAIN_CAUTION,
};
