import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exactRunsRange } from '../../../src/analysis/run-chart/limits.ts';
import type { RunChartOptions } from '../../../src/analysis/run-chart/options.ts';
import { runChart } from '../../../src/analysis/run-chart/run-chart.ts';
import { monotoneStretches, usedPoints } from '../../../src/analysis/run-chart/sequence.ts';
import { printedRunsRange } from '../../../src/reference/run-limits.ts';
import { describeShared } from '../../support/shared.ts';
import { csvRecords, event, seriesOf } from './support.ts';

interface ExpectedRun {
  readonly from: number;
  readonly to: number;
  readonly cl: number;
  readonly runs: {
    readonly n_obs: number;
    readonly n_useful: number;
    readonly longest: number;
    readonly longest_max: number;
    readonly crossings: number;
    readonly crossings_min: number;
    readonly signal: boolean;
  };
  readonly ihi: {
    readonly n_above: number;
    readonly n_below: number;
    readonly shift: boolean;
    readonly longest_trend: number;
    readonly trend: boolean;
    readonly runs: number;
    readonly exact_min_ok: number | null;
    readonly exact_max_ok: number | null;
    readonly runs_signal_exact: boolean | null;
    readonly half_min_ok: number | null;
    readonly half_max_ok: number | null;
    readonly printed_min_ok: number | null;
    readonly printed_max_ok: number | null;
    readonly runs_signal_printed: boolean | null;
  };
}

interface ExpectedSeries {
  readonly settings: { readonly freeze: number; readonly exclude: number | readonly number[] };
  readonly charts: { readonly run: Readonly<Record<string, Readonly<Record<string, ExpectedRun>>>> };
}

describeShared('the listed reference series (qicharts2 0.8.1)', 'golden/spc-listed', (folder) => {
  const rows = csvRecords(`${folder}/series.csv`);
  const expected: Readonly<Record<string, ExpectedSeries>> = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'))
    .expected.series;

  const series = (name: string) => {
    const own = rows.filter((row) => row.series === name);
    const numbers = (column: string) => own.map((row) => (row[column] === '' ? null : Number(row[column])));
    const people = numbers('n');
    return seriesOf(numbers('y'), people.every((n) => n === null) ? {} : { denominator: people });
  };

  const cases = Object.entries(expected).flatMap(([name, { settings, charts }]) =>
    Object.entries(charts.run).flatMap(([variant, parts]) =>
      Object.values(parts).map(
        (run) => [`${name} ${variant} ${run.from} to ${run.to}`, name, variant, settings, run] as const,
      ),
    ),
  );

  it('holds every series and variant', () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  it.each(cases)('%s', (_, name, variant, settings, run) => {
    const within = [settings.exclude].flat().filter((n) => n >= run.from && n <= run.to);
    const options: Partial<RunChartOptions> = {
      per: 1,
      from: event(run.from),
      to: event(run.to),
      freeze: variant.startsWith('freeze') ? event(settings.freeze) : null,
      exclude: variant.endsWith('exclude') ? within.map(event) : [],
    };
    const ihi = runChart(series(name), options);
    const rules = new Set(ihi.signals.map(({ rule }) => rule));
    const enough = run.runs.n_useful >= 10;
    expect(ihi.centre.value).toBeCloseTo(run.cl, 12);
    expect(ihi.n).toBe(run.runs.n_obs);
    expect(ihi.useful).toBe(run.runs.n_useful);
    expect(ihi.longestRun).toBe(run.runs.longest);
    expect(ihi.crossings).toBe(run.runs.crossings);
    expect(ihi.runs.count).toBe(run.ihi.runs);
    expect([ihi.runs.lower, ihi.runs.upper]).toEqual([run.ihi.exact_min_ok, run.ihi.exact_max_ok]);
    expect(rules.has('shift')).toBe(run.ihi.shift && enough);
    expect(rules.has('trend')).toBe(run.ihi.trend);
    expect(rules.has('runs')).toBe(run.ihi.runs_signal_exact ?? false);

    const stretches = monotoneStretches(usedPoints(ihi.points), 'one-counts').map(({ at }) => at.length);
    expect(Math.max(1, ...stretches)).toBe(run.ihi.longest_trend);

    const printed = runChart(series(name), { ...options, runsLimits: 'printed' });
    expect([printed.runs.lower, printed.runs.upper]).toEqual([run.ihi.printed_min_ok, run.ihi.printed_max_ok]);
    expect(printed.signals.some(({ rule }) => rule === 'runs')).toBe(run.ihi.runs_signal_printed ?? false);
    const differ =
      enough && run.ihi.printed_min_ok !== null && run.ihi.runs_signal_exact !== run.ihi.runs_signal_printed;
    expect(ihi.runs.otherVerdict !== null).toBe(differ);
    if (enough) {
      const half = Math.floor(run.runs.n_useful / 2);
      expect(exactRunsRange(half, run.runs.n_useful - half)).toEqual({
        lower: run.ihi.half_min_ok,
        upper: run.ihi.half_max_ok,
      });
      expect(printedRunsRange(run.runs.n_useful)?.lower ?? null).toBe(run.ihi.printed_min_ok);
    }

    const anhoej = runChart(series(name), { ...options, ruleSet: 'anhoej' });
    if (enough) {
      expect([anhoej.longestRunLimit, anhoej.crossingsLimit]).toEqual([run.runs.longest_max, run.runs.crossings_min]);
    }
    expect(anhoej.signals.length > 0).toBe(run.runs.signal && enough);
  });

  it('gives the figures of the reference for nhs_accidents and cdi', () => {
    const accidents = runChart(series('nhs_accidents'), { ruleSet: 'anhoej', per: 1 });
    expect(accidents.centre.value).toBeCloseTo(0.953151, 6);
    expect(accidents).toMatchObject({
      longestRun: 7,
      longestRunLimit: 7,
      crossings: 7,
      crossingsLimit: 6,
      signals: [],
    });

    const cdi = runChart(series('cdi'), { ruleSet: 'anhoej' });
    expect(cdi.centre.value).toBe(17);
    expect(cdi).toMatchObject({ useful: 32, longestRun: 14, longestRunLimit: 8, crossings: 6, crossingsLimit: 11 });
    expect(cdi.signals.map(({ rule }) => rule)).toEqual(['longest-run', 'crossings']);

    const frozen = runChart(series('cdi'), { ruleSet: 'anhoej', freeze: event(24) });
    expect(frozen.centre).toEqual({ kind: 'median', value: 19, baseline: { from: '1', to: '24', n: 24 } });
    expect(frozen).toMatchObject({ useful: 31, longestRun: 15, longestRunLimit: 8, crossings: 8, crossingsLimit: 11 });
  });
});
