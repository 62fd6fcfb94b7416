import type { conditionalFit } from '../../src/analysis/evaluate/controlled.ts';
import type { seriesFit } from '../../src/analysis/evaluate/controlled-fits.ts';
import type { segmentRow } from '../../src/analysis/evaluate/design.ts';
import type { coefficient } from '../../src/statistics/linear/combination.ts';
import type { normalDraw, poissonDraw } from '../../src/statistics/random/draws.ts';
import type { seeded } from '../../src/statistics/random/generator.ts';

/** What is under test, built or from source. */
interface Engine {
  readonly seeded: typeof seeded;
  readonly normalDraw: typeof normalDraw;
  readonly poissonDraw: typeof poissonDraw;
  readonly conditionalFit: typeof conditionalFit;
  readonly seriesFit: typeof seriesFit;
  readonly segmentRow: typeof segmentRow;
  readonly coefficient: typeof coefficient;
}

/** Quarters before and after, the practice's own noise in its log rate, the true change of slope a quarter. */
export interface Cell {
  readonly before: number;
  readonly after: number;
  readonly own: { readonly sd: number; readonly rho: number };
  readonly slope: number;
  readonly seed: number;
}

export interface Alarms {
  readonly primary: number;
  readonly differenceSeries: number;
  readonly neweyWest: number;
}

export interface Recovered {
  readonly covered: number;
  readonly floored: number;
  readonly meanSlope: number;
}

export interface Results {
  readonly runs: number;
  readonly falseAlarms: readonly { readonly cell: Cell; readonly alarms: Alarms }[];
  readonly recovery: readonly ({ readonly cell: Cell } & Recovered)[];
}

export const NULL_CELLS: readonly Cell[];
export const CHANGED_CELLS: readonly Cell[];
export function falseAlarms(engine: Engine, cell: Cell, runs: number): Alarms;
export function recovery(engine: Engine, cell: Cell, runs: number): Recovered;
