import type { MeasureSlots, Places } from '../types.ts';

interface AboutSeasons extends MeasureSlots {
  readonly area: string;
  readonly unit: string;
  readonly method: 'ratio' | 'additive';
  /** Seasons of a year: 4 or 12. */
  readonly perYear: number;
  readonly years: number;
}

/** What the seasonal view of a series finds. */
export interface SeasonalFindings {
  /** Seasons by name, and by how much they stand off the year's level. */
  'seasonal.cycle': AboutSeasons & {
    readonly low: string;
    readonly lowFactor: number;
    readonly high: string;
    readonly highFactor: number;
  };
  'seasonal.no-cycle': AboutSeasons;
  'seasonal.change': AboutSeasons & {
    readonly period: string;
    readonly value: number | null;
    readonly change: number;
    readonly percentChange: number | null;
  };
  'seasonal.hides': MeasureSlots & {
    readonly area: string;
    /** Height of the cycle in standard deviations of the rest; null where nothing is left over. */
    readonly cycle: number | null;
    readonly ruleSet: string;
    /** How often a real change is found in simulations, in percent, without a cycle and with one of `simulated` standard deviations. */
    readonly without: number | null;
    readonly with: number | null;
    readonly simulated: 1 | 2;
  };
}

export const seasonalPlaces: Places<SeasonalFindings> = {
  'seasonal.cycle': 'seasons',
  'seasonal.no-cycle': 'seasons',
  'seasonal.change': 'seasons',
  'seasonal.hides': 'chart',
};
