import { describe, expect, it } from 'vitest';
import { falseAlarmRate } from '../../../src/analysis/chart/false-alarm-rate.ts';
import { controlRuleSet, withLengths } from '../../../src/analysis/control-chart/choose-rule-set.ts';
import { CONTROL_RULE_SETS } from '../../../src/analysis/control-chart/rule-sets.ts';
import { RUN_RULE_SETS } from '../../../src/analysis/run-chart/rule-sets.ts';
import { type Judge, type SimulationOptions, simulateAlarms } from '../../../src/analysis/simulation/alarms.ts';
import { controlJudge, runJudge, tabledJudges } from '../../../src/analysis/simulation/judges.ts';
import { stableSeries } from '../../../src/analysis/simulation/stable-series.ts';
import { FALSE_ALARM_POINTS } from '../../../src/reference/false-alarm-rates.ts';
import { seeded } from '../../../src/statistics/random/generator.ts';

/** Series behind each published percentage. */
const PUBLISHED_SERIES = 10_000;
const SERIES = 2_500;

/**
 * Two percentages that chance alone may set apart: within four standard errors of their difference. With some hundred
 * comparisons the chance that any fails wrongly is below one per cent.
 */
function expectAlike(percent: number, published: number, series = SERIES): void {
  const p = Math.max(published, 0.05) / 100;
  const se = 100 * Math.sqrt(p * (1 - p) * (1 / series + 1 / PUBLISHED_SERIES));
  // Published to one decimal.
  expect(Math.abs(percent - published), `${percent} against ${published}`).toBeLessThanOrEqual(4 * se + 0.05);
}

const ihiRun = runJudge(RUN_RULE_SETS['ihi-run']);
const anhoej = runJudge(RUN_RULE_SETS.anhoej);
const ihiControl = controlJudge(controlRuleSet('ihi-control'));
/** The published rates judge 12 points too; the rule set itself asks for 13. */
const mdc = (length: number): Judge =>
  controlJudge({
    ...withLengths(controlRuleSet('mdc-excel-v5'), { shift: length, trend: length }),
    minimum: { chart: 2, phase: 2 },
  });
const anhoejAndOutside: Judge = (values) => [
  ...anhoej(values),
  ...ihiControl(values).filter((rule) => rule === 'outside'),
];

/** n; run chart: shift, trend, runs, any; IHI control: any, outside; MDC with 6 and with 7; Anhøj; Anhøj and 3 sigma. */
const TABLE = [
  [12, 1.4, 10.9, 2.9, 13.5, 5.9, 2.7, 9.2, 4.7, 1.4, 3.9],
  [16, 5.6, 16.1, 1.7, 21.2, 8.6, 3.8, 15.2, 7.9, 0.9, 5.0],
  [20, 10.4, 20.9, 3.8, 30.7, 12.2, 4.9, 22.0, 11.6, 2.2, 7.2],
  [24, 15.6, 25.6, 1.9, 37.3, 15.6, 6.1, 28.4, 15.7, 3.1, 9.1],
  [32, 25.2, 34.0, 4.6, 51.4, 22.0, 7.9, 39.1, 22.8, 3.2, 11.4],
  [40, 34.5, 40.8, 3.7, 61.8, 28.6, 9.8, 48.8, 29.2, 3.6, 13.9],
] as const;

describe('false alarms in stable series, against the published simulation', () => {
  it.each(TABLE)('%i points', (n, shift, trend, runs, any, control, outside, six, seven, anhoejAny, both) => {
    const rates = (judge: Judge) => simulateAlarms(judge, n, { series: SERIES });
    const run = rates(ihiRun);
    expectAlike(run.rules.shift?.percent ?? 0, shift);
    expectAlike(run.rules.trend?.percent ?? 0, trend);
    expectAlike(run.rules.runs?.percent ?? 0, runs);
    expectAlike(run.any.percent, any);
    const charts = rates(ihiControl);
    expectAlike(charts.any.percent, control);
    expectAlike(charts.rules.outside?.percent ?? 0, outside);
    expectAlike(rates(mdc(6)).any.percent, six);
    expectAlike(rates(mdc(7)).any.percent, seven);
    expectAlike(rates(anhoej).any.percent, anhoejAny);
    expectAlike(rates(anhoejAndOutside).any.percent, both);
  });

  it.each([
    ['a yearly cycle of one sigma', { cycle: 1 }, [21.1, 6.0, 16.7, 7.7, 1.0, 4.2]],
    ['a yearly cycle of two sigma', { cycle: 2 }, [4.7, 0.5, 2.8, 0.9, 0.0, 0.3]],
    ['an autocorrelation of 0.4', { autocorrelation: 0.4 }, [69.0, 54.6, 69.0, 55.5, 24.3, 43.3]],
  ] as const)('24 points with %s', (_, options: Partial<SimulationOptions>, published) => {
    [ihiRun, ihiControl, mdc(6), mdc(7), anhoej, anhoejAndOutside].forEach((judge, place) => {
      const { any } = simulateAlarms(judge, 24, { ...options, series: SERIES });
      expectAlike(any.percent, published[place] ?? Number.NaN);
    });
  });
});

describe('the stored table', () => {
  it.each(TABLE)(
    'holds the published rates for %i points',
    (n, _s, _t, _r, any, control, _o, six, seven, anhoejAny) => {
      const stored = (ruleSet: string, length?: number) => falseAlarmRate(ruleSet, n, length)?.percent ?? Number.NaN;
      expectAlike(stored('ihi-run'), any, PUBLISHED_SERIES);
      expectAlike(stored('anhoej'), anhoejAny, PUBLISHED_SERIES);
      expectAlike(stored('ihi-control'), control, PUBLISHED_SERIES);
      if (n < 13) return;
      expectAlike(stored('mdc-excel-v5'), six, PUBLISHED_SERIES);
      expectAlike(stored('mdc-excel-v5', 7), seven, PUBLISHED_SERIES);
    },
  );

  it.each([...tabledJudges()])('agrees with a new simulation for %s', (key, judge) => {
    const [ruleSet = '', length] = key.split(':');
    const { any } = simulateAlarms(judge, 17, { series: 500, seed: 7 });
    const stored = falseAlarmRate(ruleSet, 17, length === undefined ? null : Number(length));
    expectAlike(any.percent, stored?.percent ?? Number.NaN, 500);
  });

  it('has every rule set for every length, with its Monte Carlo error', () => {
    for (const ruleSet of [...Object.keys(CONTROL_RULE_SETS), ...Object.keys(RUN_RULE_SETS)]) {
      for (const n of FALSE_ALARM_POINTS) {
        const rate = falseAlarmRate(ruleSet, n);
        expect(rate?.n).toBe(n);
        // A binomial share of 10,000 has a standard error of at most half a percentage point.
        expect(rate?.se).toBeLessThanOrEqual(0.5);
      }
    }
  });

  it('interpolates between the lengths it has, and says nothing beyond them', () => {
    const [at60, at65, at70] = [60, 65, 70].map((n) => falseAlarmRate('ihi-control', n)?.percent ?? Number.NaN);
    expect(at65).toBeCloseTo(((at60 ?? 0) + (at70 ?? 0)) / 2, 10);
    expect(falseAlarmRate('ihi-run', 4)).toBeNull();
    expect(falseAlarmRate('ihi-run', 121)).toBeNull();
    expect(falseAlarmRate('no such set', 24)).toBeNull();
    expect(falseAlarmRate('nelson', 24, 7)).toBeNull();
    expect(falseAlarmRate('toString', 24)).toBeNull();
  });
});

describe('stable series', () => {
  it('repeat with their seed', () => {
    expect(stableSeries(seeded(3), 8)).toEqual(stableSeries(seeded(3), 8));
    expect(stableSeries(seeded(3), 8)).not.toEqual(stableSeries(seeded(4), 8));
  });

  it('have variance one and the autocorrelation asked for', () => {
    const values = stableSeries(seeded(11), 40_000, { cycle: 0, perYear: 4, autocorrelation: 0.4 });
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    const lagged = values.slice(1).reduce((sum, value, i) => sum + value * (values[i] ?? 0), 0) / values.length;
    expect(variance).toBeCloseTo(1, 1);
    expect(lagged / variance).toBeCloseTo(0.4, 1);
  });
});
