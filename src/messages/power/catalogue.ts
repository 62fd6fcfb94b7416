import type { Places } from '../types.ts';

/** What a power calculation finds. Percentages of change are below zero for falls; null: no fall, however large. */
export interface PowerFindings {
  'power.answer': {
    readonly listSize: number;
    readonly rate: number;
    readonly comparatorSize: number | null;
    readonly before: number;
    readonly after: number;
    readonly years: number | null;
    readonly level: number | null;
    readonly end: number | null;
    /** The simulation does not bear the closed form out. */
    readonly refuted: boolean;
    readonly power: number;
    readonly perYear: number;
  };
  'power.simulated': {
    readonly runs: number;
    readonly seed: number;
    /** Percent of the runs that found the closed form's fall, its Monte Carlo standard error, and what was asked for. */
    readonly power: number;
    readonly powerError: number;
    readonly wanted: number;
    readonly belowTarget: boolean;
    readonly closed: number | null;
    /** The fall that the runs find often enough; null where they do not say. */
    readonly percent: number | null;
    readonly percentError: number | null;
    readonly perQuarter: number;
    readonly autocorrelation: number;
  };
  'power.not-simulated': { readonly autocorrelation: number };
  'power.no-fall': { readonly listSize: number };
  'power.poisson-only': object;
  'power.no-comparator': object;
  'power.ignored-autocorrelation': {
    readonly autocorrelation: number;
    readonly level: number;
    readonly slope: number;
    readonly alpha: number;
    readonly simulated: boolean;
  };
}

export const powerPlaces: Places<PowerFindings> = {
  'power.answer': 'lead',
  'power.simulated': 'lead',
  'power.not-simulated': 'cautions',
  'power.no-fall': 'cautions',
  'power.poisson-only': 'cautions',
  'power.no-comparator': 'cautions',
  'power.ignored-autocorrelation': 'cautions',
};

/** Of what no power can be computed. */
export interface PowerProblems {
  'power.out-of-range': {
    readonly option: string;
    readonly value: number;
    readonly from: number;
    readonly to: number;
    readonly whole: boolean;
  };
  'power.too-few-events': { readonly listSize: number; readonly rate: number };
  'power.no-comparator-size': object;
  'power.no-change': object;
  'power.below-alpha': { readonly power: number; readonly alpha: number };
  'power.too-many-runs': { readonly runs: number; readonly quarters: number; readonly most: number };
  'power.no-list-size': object;
}
