import { describe, expect, it } from 'vitest';
import type { RunChartOptions } from '../../../src/analysis/run-chart/options.ts';
import { runChart } from '../../../src/analysis/run-chart/run-chart.ts';
import type { ProblemCode } from '../../../src/catalogue.ts';
import {
  chartDecimals,
  chartedMeasure,
  chartLabel,
  chartValue,
  periodNoun,
  somePeriods,
} from '../../../src/messages/words/charts.ts';
import { findingText, problemText } from '../../../src/messages.ts';
import { event, seriesOf } from '../../analysis/run-chart/support.ts';
import { FINDINGS, PROBLEMS } from '../../support/sentences.ts';

const sentences = (values: readonly (number | null)[], options: Partial<RunChartOptions> = {}): readonly string[] =>
  runChart(seriesOf(values, { area: 'Frome' }), options).findings.map((one) => findingText(one));

const shifted = [6, 7, 6, null, 7, 6, 7, 4, 3, 4, 3, 4, 3];

describe('the sentences of a run chart', () => {
  it('say the verdict first, then rule, points, meaning, what to ask, and the gap', () => {
    expect(sentences(shifted).slice(0, 3)).toEqual([
      'There are three non-random signals in Frome’s emergency admissions: two shifts and too few runs.',
      'Shift: six points in a row lie above the median of 5, 1 to 7. So long a run is seldom chance: the level was probably different in that stretch. Ask what began, ended or was counted differently after 7. It is counted across a gap: 4 missing.',
      'Shift: six points in a row lie below the median of 5, 8 to 13. So long a run is seldom chance: the level was probably different in that stretch. Ask what began, ended or was counted differently around 8.',
    ]);
  });

  it('say that a silent chart proves nothing', () => {
    const silent = [1, 3, 1, 3, 3, 1, 1, 3, 1, 3, 1, 1, 3, 3];
    const [verdict, silence] = sentences(silent);
    expect(verdict).toBe('There is no non-random signal in Frome’s emergency admissions.');
    expect(silence).toMatch(/^No signal is no proof that nothing changed: among 14 points/);
  });

  it('name one trend in the singular, with what to ask', () => {
    const [verdict, trend] = sentences([1, 5, 4, 3, 2, 1, 4]);
    expect(verdict).toBe('There is one non-random signal in Frome’s emergency admissions: a trend.');
    expect(trend).toMatch(/^Trend: five points in a row fall, each below the one before, 2 to 6\./);
    expect(trend).toMatch(/Ask what was building up/);
  });

  it('never call a signal on a run chart a special cause, or significant', () => {
    const all = [
      ...sentences(shifted, { runsLimits: 'printed' }),
      ...sentences(shifted, { ruleSet: 'anhoej' }),
      ...sentences([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 99], { freeze: event(3), exclude: [event(2), event(40)] }),
      ...sentences([5, 5, 5]),
      ...sentences([1, 2]),
    ];
    for (const sentence of all) {
      expect(sentence).not.toMatch(/special cause|significant|undefined|null|NaN/i);
      expect(sentence).toMatch(/\.$/);
    }
  });

  it('has a problem sentence for each refusal', () => {
    const codes = Object.keys(PROBLEMS).filter((code) => code.startsWith('run-chart.'));
    for (const code of codes) {
      const slots = { area: 'Frome', known: ['ihi-run'], nearest: ['ihi-run'], headings: ['when'] };
      expect(problemText({ code: code as ProblemCode, slots })).toMatch(/[.?]$/);
    }
    expect(Object.keys(FINDINGS).filter((id) => id.startsWith('run-chart.')).length).toBeGreaterThan(10);
  });
});

describe('words of a run chart', () => {
  it('names what the points are', () => {
    expect([periodNoun('quarter', 1), periodNoun('quarter', 1, 3)]).toEqual(['quarter', 'quarters']);
    expect([periodNoun('day', 1), periodNoun('day', 7), periodNoun('event', 1)]).toEqual(['day', 'week', 'point']);
  });

  it('shows values to three digits or so', () => {
    expect([741, 12973.5, 15042.31, 52.345, 0.953151, 0].map(chartDecimals)).toEqual([0, 1, 0, 1, 3, 0]);
    expect([chartValue(12973.5, 'count'), chartValue(-0.0597, 'rate'), chartValue(1581900, 'GBP')]).toEqual([
      '12,973.5',
      '−0.0597',
      '£1,581,900',
    ]);
  });

  it('shortens millions at the end of a line, and speaks of people on the list', () => {
    expect([chartLabel(1362300, 'GBP'), chartLabel(-26970400, 'GBP'), chartLabel(741, 'count')]).toEqual([
      '£1.36m',
      '−£27.0m',
      '741',
    ]);
    expect(chartedMeasure('admissions', 1000, 'list_size')).toBe('emergency admissions per 1,000 people on the list');
    expect(chartedMeasure('falls', 1000, 'bed_days')).toBe('falls per 1,000 emergency bed days');
  });

  it('cuts long lists of periods', () => {
    expect(somePeriods(['a', 'b'])).toBe('a and b');
    expect(somePeriods(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('a, b, c and three more');
  });
});
