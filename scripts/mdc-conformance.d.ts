import type { judge } from '../src/analysis/control-chart/judge.ts';
import type { CONTROL_RULE_SETS } from '../src/analysis/control-chart/rule-sets.ts';
import type { pointVariation } from '../src/analysis/control-chart/variation.ts';
import type { Direction } from '../src/data/series.ts';

interface Engine {
  readonly judge: typeof judge;
  readonly pointVariation: typeof pointVariation;
  readonly CONTROL_RULE_SETS: typeof CONTROL_RULE_SETS;
}

/** A series of the acceptance data; places count from 0. */
interface AcceptanceSeries {
  readonly name: string;
  readonly better: Direction;
  readonly phases: readonly number[];
  readonly freeze: number | null;
  readonly values: readonly number[];
  readonly colours: readonly string[];
}

interface Difference {
  readonly series: string;
  readonly point: number;
  readonly expected: string;
  readonly own: string;
  readonly cause: string;
}

export function acceptanceSeries(folder: string): readonly AcceptanceSeries[];
export function differences(engine: Engine, all: readonly AcceptanceSeries[], name: string): readonly Difference[];
export function conformancePage(engine: Engine, folder: string): string;
