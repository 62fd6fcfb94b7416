import { expect, it } from 'vitest';
import { controlChart } from '../../../src/analysis/control-chart/control-chart.ts';
import type { ControlChartOptions } from '../../../src/analysis/control-chart/options.ts';
import type { ChartName, ControlChartResult } from '../../../src/analysis/control-chart/result.ts';
import { describeShared } from '../../support/shared.ts';
import { csvRecords } from '../run-chart/support.ts';
import { beyond, event, valuesOf } from './support.ts';

const COUNTED: readonly ChartName[] = ['c', 'g', 't'];

/** Published reference values of public series: centre, then limits of the first point, as far as they are given. */
const VALUES: readonly (readonly [
  series: string,
  chart: ChartName,
  options: Partial<ControlChartOptions>,
  per: number,
  lower: number | null,
  centre: number,
  upper: number | null,
  digits: number,
])[] = [
  ['nhs_accidents', 'p', {}, 1, 0.9517, 0.9529, 0.9541, 6],
  ['nhs_accidents', 'pprime', { screenMovingRanges: true }, 1, 0.94013, 0.9529, 0.96567, 6],
  ['nhs_accidents', 'i', { screenMovingRanges: true }, 1, 0.940125, 0.95297, 0.965814, 6],
  ['nhs_accidents', 'iprime', { screenMovingRanges: true }, 1, 0.940116, 0.9529, 0.965683, 6],
  ['cdi', 'c', {}, 1, 3.279113, 14.833333, 26.387553, 6],
  ['cdi', 'c', { phases: [event(25)] }, 1, 5.732394, 18.708333, 31.684273, 6],
  ['cdi', 'i', { screenMovingRanges: true }, 1, 3.3346, 14.833333, 26.3321, 4],
  ['cdi', 'i', {}, 1, 2.2194, 14.833333, 27.4473, 4],
  ['cdi', 'i', { freeze: event(24), screenMovingRanges: true }, 1, null, 18.708333, 31.28087, 5],
  ['cdi', 'i', { freeze: event(24) }, 1, null, 18.708333, 32.93128, 5],
  ['cdi', 'mr', {}, 1, 0, 4.742857, 15.494914, 6],
  ['cdi', 'mr', { freeze: event(24) }, 1, 0, 5.347826, 17.47135, 5],
  ['m6.5_cost', 'i', { freeze: event(20), screenMovingRanges: true }, 1, 279.783315, 300.5, 321.216685, 6],
  ['m6.5_cost', 'mr', { freeze: event(20) }, 1, 0, 7.789474, 25.448211, 6],
  ['m7.1', 'p', { exclude: [event(15), event(23)], phases: [event(31)] }, 1, 0.040703, 0.215, 0.389297, 6],
  ['m7.3', 'c', { exclude: [event(6), event(20)], freeze: event(26) }, 1, 6.362532, 19.666667, 32.970801, 6],
  ['m7.6', 't', { screenMovingRanges: true }, 1, 0, 430.040952, 6937.933488, 5],
  ['hai_all', 'u', {}, 10000, 15.936558, 18.235752, 20.534945, 6],
  ['gtt_harmed', 'p', {}, 1, 0.011908, 0.326471, 0.641033, 6],
  ['complaints', 'iprime', { screenMovingRanges: true }, 1, 0.001054, 0.004997, 0.008941, 6],
  ['lots', 'i', { screenMovingRanges: true }, 1, -150.45, 939.92516, 2030.3, 2],
  ['lots', 'iprime', { screenMovingRanges: true }, 1, 277.03, 1091.122676, 1905.22, 2],
];

describeShared('reference values of control charts', 'golden/spc-listed/series.csv', (path) => {
  const make = (name: string, chart: ChartName, options: Partial<ControlChartOptions>): ControlChartResult => {
    const own = csvRecords(path).filter(({ series }) => series === name);
    const y = own.map((row) => Number(row.y));
    const n = own.map((row) => Number(row.n));
    const divided = n.every((size) => size > 0) && !COUNTED.includes(chart);
    return controlChart(divided ? valuesOf(y, { n }) : valuesOf(y), { ...options, chart });
  };

  it.each(VALUES)('%s on %s %o', (name, chart, options, per, lower, centre, upper, digits) => {
    const [point] = make(name, chart, { ...options, per }).points;
    expect(point?.centre).toBeCloseTo(centre, Math.min(digits, 6));
    if (lower !== null) expect(point?.lower).toBeCloseTo(lower, digits);
    if (upper !== null) expect(point?.upper).toBeCloseTo(upper, digits);
  });

  it('gives another verdict by another choice: screened, frozen, P or P′', () => {
    expect(beyond(make('cdi', 'i', { screenMovingRanges: true }))).toHaveLength(2);
    expect(beyond(make('cdi', 'i', {}))).toHaveLength(0);
    expect(beyond(make('cdi', 'c', { freeze: event(24) }))).toHaveLength(6);
    expect(beyond(make('nhs_accidents', 'p', {}))).toHaveLength(16);
    for (const chart of ['pprime', 'i', 'iprime'] as const)
      expect(beyond(make('nhs_accidents', chart, {}))).toEqual([]);
  });
});
