import { describe, expect, it } from 'vitest';
import { controlChart } from '../../../src/analysis/control-chart/control-chart.ts';
import { suggestPhases } from '../../../src/analysis/phases/suggest-phases.ts';
import { stableSeries } from '../../../src/analysis/simulation/stable-series.ts';
import { financialQuarter } from '../../../src/data/period.ts';
import { phasesSection } from '../../../src/document/phases/phases.ts';
import { findingText } from '../../../src/messages.ts';
import { seeded } from '../../../src/statistics/random/generator.ts';
import { quarterlySeries } from '../../support/areas.ts';

const FIRST = financialQuarter(2013, 1);
const wave = [3, -2, 1, -3, 2, -1, 4, -4, 1, -2, 3, -2];
const levels = (...parts: readonly (readonly [n: number, level: number])[]) =>
  parts.flatMap(([n, level]) => Array.from({ length: n }, (_, at) => level + (wave[at % 12] ?? 0)));
const series = (values: readonly (number | null)[]) => quarterlySeries('Frome', 'admissions', FIRST, values);
const suggest = (values: readonly (number | null)[]) => suggestPhases(series(values), { chart: 'i' });

describe('proposed phases', () => {
  it('begin where a lasting run begins, with the evidence', () => {
    const { candidates, log, findings } = suggest(levels([12, 500], [12, 440]));
    expect(candidates).toHaveLength(1);
    expect(candidates[0]).toMatchObject({
      from: '2016/17 Q1',
      // The last point before, 498, lies below the mean too.
      run: { from: '2015/16 Q4', to: '2018/19 Q4', side: 'below', count: 13 },
      before: { from: '2013/14 Q1', to: '2015/16 Q4', n: 12, centre: 500 },
      after: { from: '2016/17 Q1', to: '2018/19 Q4', n: 12, centre: 440 },
      change: -60,
      percentChange: -12,
    });
    expect(log).toEqual([{ run: candidates[0]?.run, proposed: true, reason: 'lasting', before: 12, after: 12 }]);
    expect(findings.map(({ id }) => id)).toEqual(['phases.candidate', 'phases.confirm']);
    expect(findings.map((one) => findingText(one)).join(' ')).toContain('--phases "2016/17 Q1"');
  });

  it('have the limits that the chart has with them', () => {
    const values = series(levels([12, 500], [12, 440], [12, 520]));
    const { candidates } = suggestPhases(values, { chart: 'i' });
    expect(candidates.map(({ from }) => from)).toEqual(['2016/17 Q1', '2019/20 Q1']);
    const phases = candidates.map(({ index }) => ({ frequency: 'quarter' as const, index }));
    const chart = controlChart(values, { chart: 'i', phases, alternatives: false });
    expect(candidates.map(({ after }) => [after.lower, after.centre, after.upper])).toEqual(
      chart.phases.slice(1).map(({ lower, centre, upper }) => [lower, centre, upper]),
    );
  });

  it.each([
    ['too few points follow', levels([12, 500], [7, 440]), []],
    ['a series is stable', levels([24, 500]), []],
  ])('are not made where %s', (_, values, expected) => {
    expect(suggest(values).candidates).toEqual(expected);
  });

  it('log a run that is left, and why', () => {
    // Five points before: too few for a phase. The mean of the first 12 lies between the levels.
    expect(suggest(levels([5, 500], [15, 440])).log).toMatchObject([{ proposed: false, reason: 'too-few-before' }]);
    // Eight points down, then back: the run is taken back at once.
    const back = suggest(levels([12, 500], [8, 440], [12, 500]));
    expect(back.candidates).toEqual([]);
    expect(back.log[0]).toMatchObject({ proposed: false, reason: 'contradicted', run: { count: 9 } });
    expect(back.findings[0]?.id).toBe('phases.none');
    // The phase's own beginning.
    const start = suggest([...levels([8, 520]), ...levels([4, 380]), ...levels([8, 500])]);
    expect(start.log[0]).toMatchObject({ proposed: false, reason: 'starts-phase' });
  });

  it('pass over missing points', () => {
    const values: (number | null)[] = levels([12, 500], [12, 440]);
    values[14] = null;
    expect(suggest(values).candidates[0]).toMatchObject({ from: '2016/17 Q1', after: { n: 11 } });
  });

  it('change nothing, and seldom come of chance', () => {
    const random = seeded(7);
    let proposed = 0;
    for (let i = 0; i < 200; i += 1) proposed += suggest(stableSeries(random, 32)).candidates.length > 0 ? 1 : 0;
    expect(proposed).toBeLessThan(40);
  });

  it('are shown with their limits and the log', () => {
    const section = phasesSection([suggest(levels([12, 500], [12, 440]))]);
    const tables = section?.blocks.filter((block) => block.type === 'table') ?? [];
    expect(tables.map(({ rows }) => rows.length)).toEqual([2, 1]);
    expect(phasesSection([])).toBeNull();
  });
});
