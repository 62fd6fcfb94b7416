import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { ChartName } from '../../src/analysis/control-chart/result.ts';
import { expectClose, rows } from './golden.ts';
import { shared } from './shared.ts';

export const SPC_LISTED = 'golden/spc-listed/expected.json';

type Numbers = number | null | readonly (number | null)[];

/** One phase of one chart, as R's qicharts2 gave it; `formula` where it departs from its own contract. */
export interface ListedPhase {
  readonly from: number;
  readonly to: number;
  readonly cl: Numbers;
  readonly lcl: Numbers;
  readonly ucl: Numbers;
  readonly outside?: readonly number[];
  readonly formula?: { readonly cl?: Numbers; readonly lcl?: Numbers; readonly ucl?: Numbers };
}

/** One chart of one series, with the points (from 1) at which a baseline ends, that are excluded, and that start phases. */
export interface ListedCase {
  readonly title: string;
  readonly series: string;
  readonly chart: ChartName;
  readonly screened: boolean;
  readonly y: readonly number[];
  /** Null where the chart takes the values alone. */
  readonly n: readonly number[] | null;
  readonly freeze: number | null;
  readonly exclude: readonly number[];
  readonly starts: readonly number[];
  readonly phases: readonly ListedPhase[];
}

/** Means or deviations of one table of subgroups. */
export interface ListedSubgroups {
  readonly title: string;
  readonly chart: ChartName;
  readonly observations: readonly (readonly number[])[];
  readonly phases: readonly ListedPhase[];
}

type Phases = Readonly<Record<string, ListedPhase>>;
type Variant = Phases | { readonly screened: Phases; readonly unscreened: Phases };

interface ListedSeries {
  readonly kind: string;
  readonly settings: { readonly freeze: number; readonly exclude: number | number[]; readonly part: number | number[] };
  readonly charts: Readonly<Record<string, Readonly<Record<string, Variant>>>>;
}

interface Listed {
  readonly series: Readonly<Record<string, ListedSeries>>;
  readonly xbar_s: Readonly<Record<string, Readonly<Record<string, Omit<ListedPhase, 'from' | 'to'>>>>>;
}

const NAMES: Readonly<Record<string, ChartName>> = { ip: 'iprime', up: 'uprime', pp: 'pprime' };
const ALONE: readonly string[] = ['c', 'g', 't'];
const DIVIDED: readonly string[] = ['prop', 'rate', 'ratio'];

function listed(): Listed {
  const path = shared(SPC_LISTED);
  return path ? JSON.parse(readFileSync(path, 'utf8')).expected : { series: {}, xbar_s: {} };
}

function table(name: string) {
  const path = shared(`golden/spc-listed/${name}`);
  return path ? rows(path) : [];
}

const screenings = (variant: Variant): readonly (readonly [boolean, Phases])[] =>
  'screened' in variant
    ? [
        [true, variant.screened as Phases],
        [false, variant.unscreened as Phases],
      ]
    : [[false, variant]];

/** Every control chart of the reference set; none where it is absent. */
export function listedCases(): readonly ListedCase[] {
  const records = table('series.csv');
  return Object.entries(listed().series).flatMap(([series, { kind, settings, charts }]) => {
    const own = records.filter((row) => row.series === series);
    return Object.entries(charts).flatMap(([short, variants]) => {
      if (short === 'run') return [];
      const chart = NAMES[short] ?? (short as ChartName);
      const divided = DIVIDED.includes(kind) && !ALONE.includes(chart);
      return Object.entries(variants).flatMap(([variant, both]) =>
        screenings(both).map(([screened, phases]) => ({
          title: `${series}, ${chart}, ${variant}, ${screened ? 'screened' : 'unscreened'}`,
          series,
          chart,
          screened,
          y: own.map(({ y }) => Number(y)),
          n: divided ? own.map(({ n }) => Number(n)) : null,
          freeze: variant.includes('freeze') ? settings.freeze : null,
          exclude: variant.includes('exclude') ? [settings.exclude].flat() : [],
          starts: variant.includes('part') ? [settings.part].flat().map((last) => last + 1) : [],
          phases: Object.values(phases),
        })),
      );
    });
  });
}

/** Every chart of subgroups of the reference set; none where it is absent. */
export function listedSubgroups(): readonly ListedSubgroups[] {
  const records = table('subgroups.csv');
  return Object.entries(listed().xbar_s).flatMap(([name, charts]) => {
    const own = records.filter((row) => row.table === name);
    const groups = [...new Set(own.map(({ subgroup }) => subgroup))];
    const observations = groups.map((group) =>
      own.filter(({ subgroup }) => subgroup === group).map(({ obs }) => Number(obs)),
    );
    return Object.entries(charts).map(([chart, phase]) => ({
      title: `${name}, ${chart}`,
      chart: chart as ChartName,
      observations,
      phases: [{ ...phase, from: 1, to: groups.length }],
    }));
  });
}

interface Drawn {
  readonly value: number | null;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Compares centre line and limits at every point of a phase. */
export function expectLimits(drawn: readonly Drawn[], phase: ListedPhase, tolerance: number): void {
  const points = drawn.slice(phase.from - 1, phase.to);
  const scale = Math.max(...points.map(({ value }) => Math.abs(value ?? 0)));
  const { cl, lcl, ucl } = { ...phase, ...phase.formula };
  const at = (numbers: Numbers, i: number): number | null =>
    Array.isArray(numbers) ? (numbers[i] ?? null) : (numbers as number | null);
  points.forEach(({ centre, lower, upper }, i) => {
    for (const [own, wanted] of [
      [centre, at(cl, i)],
      [lower, at(lcl, i)],
      [upper, at(ucl, i)],
    ] as const) {
      if (wanted === null) expect(own).toBeNull();
      else expectClose(own, wanted, tolerance, scale);
    }
  });
}
