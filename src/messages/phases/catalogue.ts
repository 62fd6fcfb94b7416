import type { MeasureSlots, Places } from '../types.ts';

interface AboutSeries extends MeasureSlots {
  readonly area: string;
  readonly unit: string;
  readonly frequency: string;
  readonly step: number;
}

/** What a search for phases finds. */
export interface PhasesFindings {
  'phases.none': AboutSeries & { readonly looked: number; readonly runLength: number };
  'phases.candidate': AboutSeries & {
    readonly from: string;
    /** Points of the run, on which side, and its last period. */
    readonly count: number;
    readonly side: string;
    readonly runTo: string;
    /** Points before the phase would begin, and from there on. */
    readonly before: number;
    readonly after: number;
    readonly centreBefore: number | null;
    readonly centreAfter: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly percentChange: number | null;
  };
  'phases.confirm': { readonly area: string; readonly phases: readonly string[] };
}

export const phasesPlaces: Places<PhasesFindings> = {
  'phases.none': 'phases',
  'phases.candidate': 'phases',
  'phases.confirm': 'phases',
};
