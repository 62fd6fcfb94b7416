import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { controlChart } from '../../../src/analysis/control/control-chart.ts';
import type { ControlChartOptions } from '../../../src/analysis/control/options.ts';
import type { ChartName, ControlChartResult } from '../../../src/analysis/control/result.ts';
import { expectClose } from '../../support/golden.ts';
import { describeShared, shared } from '../../support/shared.ts';
import { csvRecords } from '../run-support.ts';
import { beyond, event, subgroupsOf, valuesOf } from './support.ts';

type Numbers = number | null | readonly (number | null)[];

/** One phase of one chart, as R's qicharts2 gave it; `formula` where it departs from its own contract. */
interface ExpectedPhase {
  readonly from: number;
  readonly to: number;
  readonly cl: Numbers;
  readonly lcl: Numbers;
  readonly ucl: Numbers;
  readonly outside?: readonly number[];
  readonly formula?: { readonly cl?: Numbers; readonly lcl?: Numbers; readonly ucl?: Numbers };
}

type Phases = Readonly<Record<string, ExpectedPhase>>;
type Variant = Phases | { readonly screened: Phases; readonly unscreened: Phases };

interface ExpectedSeries {
  readonly kind: string;
  readonly settings: { readonly freeze: number; readonly exclude: readonly number[]; readonly part: number };
  readonly charts: Readonly<Record<string, Readonly<Record<string, Variant>>>>;
}

const NAMES: Readonly<Record<string, ChartName>> = { ip: 'iprime', up: 'uprime', pp: 'pprime' };
const TOLERANCE = 1e-9;

const path = shared('golden/spc-listed/expected.json');
const expected: {
  readonly series: Readonly<Record<string, ExpectedSeries>>;
  readonly xbar_s: Readonly<Record<string, Readonly<Record<'xbar' | 's', Omit<ExpectedPhase, 'from' | 'to'>>>>>;
} = path ? JSON.parse(readFileSync(path, 'utf8')).expected : { series: {}, xbar_s: {} };

const records = csvRecordsOf('series.csv');

function csvRecordsOf(name: string) {
  const file = shared(`golden/spc-listed/${name}`);
  return file ? csvRecords(file) : [];
}

/** What a chart takes from a row: counts alone, or what is divided by what. */
function seriesFor(name: string, kind: string, chart: ChartName) {
  const own = records.filter(({ series }) => series === name);
  const y = own.map((row) => Number(row.y));
  const n = own.map((row) => Number(row.n));
  const divided = !['c', 'g', 't'].includes(chart) && ['prop', 'rate', 'ratio'].includes(kind);
  return divided ? valuesOf(y, { n }) : valuesOf(y);
}

function optionsFor(
  variant: string,
  { freeze, exclude, part }: ExpectedSeries['settings'],
): Partial<ControlChartOptions> {
  return {
    ...(variant.includes('freeze') ? { freeze: event(freeze) } : {}),
    ...(variant.includes('exclude') ? { exclude: [exclude].flat().map(event) } : {}),
    ...(variant.includes('part') ? { phases: [part].flat().map((last) => event(last + 1)) } : {}),
  };
}

const isScreening = (variant: Variant): variant is { screened: Phases; unscreened: Phases } => 'screened' in variant;

function expectLine(actual: readonly (number | null)[], wanted: Numbers | undefined, scale: number): void {
  if (wanted === undefined) return;
  actual.forEach((own, i) => {
    const value = Array.isArray(wanted) ? wanted[i] : (wanted as number | null);
    if (value === null || value === undefined) expect(own).toBeNull();
    else expectClose(own, value, TOLERANCE, scale);
  });
}

function expectPhase(chart: ControlChartResult, phase: ExpectedPhase): void {
  const points = chart.points.slice(phase.from - 1, phase.to);
  const scale = Math.max(...points.map(({ value }) => Math.abs(value ?? 0)));
  const wanted = { ...phase, ...phase.formula };
  expectLine(
    points.map(({ centre }) => centre),
    wanted.cl,
    scale,
  );
  expectLine(
    points.map(({ lower }) => lower),
    wanted.lcl,
    scale,
  );
  expectLine(
    points.map(({ upper }) => upper),
    wanted.ucl,
    scale,
  );
  // qicharts2 draws moving ranges to and from an excluded point, ours bridge it: the points drawn differ.
  const bridged = chart.chart === 'mr' && chart.points.some(({ excluded }) => excluded);
  if (phase.outside && !phase.formula && !bridged)
    expect(beyond(chart).filter((i) => i >= phase.from && i <= phase.to)).toEqual(phase.outside);
}

describeShared('control charts of qicharts2, to nine digits', 'golden/spc-listed/expected.json', () => {
  for (const [name, series] of Object.entries(expected.series)) {
    for (const [short, variants] of Object.entries(series.charts)) {
      if (short === 'run') continue;
      const chart = NAMES[short] ?? (short as ChartName);
      for (const [variant, phases] of Object.entries(variants)) {
        const cases = isScreening(phases) ? Object.entries(phases) : [['unscreened', phases] as const];
        for (const [screening, wanted] of cases) {
          it(`${name}, ${chart}, ${variant}, ${screening}`, () => {
            const result = controlChart(seriesFor(name, series.kind, chart), {
              ...optionsFor(variant, series.settings),
              chart,
              screenMovingRanges: screening === 'screened',
              per: 1,
            });
            for (const phase of Object.values(wanted)) expectPhase(result, phase);
          });
        }
      }
    }
  }

  for (const [name, charts] of Object.entries(expected.xbar_s)) {
    for (const [chart, wanted] of Object.entries(charts)) {
      it(`${name}, ${chart}`, () => {
        const rows = csvRecordsOf('subgroups.csv').filter(({ table }) => table === name);
        const groups = [...new Set(rows.map(({ subgroup }) => subgroup))];
        const observations = groups.map((group) =>
          rows.filter(({ subgroup }) => subgroup === group).map(({ obs }) => Number(obs)),
        );
        const result = controlChart(subgroupsOf(observations), { chart: chart as ChartName });
        expectPhase(result, { ...wanted, from: 1, to: observations.length });
      });
    }
  }
});
