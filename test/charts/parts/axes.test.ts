import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/charts/parts/text-width.ts';
import { type Span, timeAxis } from '../../../src/charts/parts/time-axis.ts';
import { niceStep, ratioAxis, tickLabels, valueAxis } from '../../../src/charts/parts/value-axis.ts';
import type { Frequency } from '../../../src/data/period.ts';

/** 2013/14 Q1 is the second quarter of 2013. */
const Q1 = 4 * 2013 + 1;
const texts = (span: Span, width: number) => timeAxis(span, width).labels.map(({ text }) => text);

describe('the time axis', () => {
  it('labels NHS years at their first quarter, and marks every quarter', () => {
    const axis = timeAxis({ frequency: 'quarter', step: 1, first: Q1, last: Q1 + 18 }, 500);
    expect(axis.labels).toEqual([
      { index: Q1, text: '2013/14' },
      { index: Q1 + 4, text: '2014/15' },
      { index: Q1 + 8, text: '2015/16' },
      { index: Q1 + 12, text: '2016/17' },
      { index: Q1 + 16, text: '2017/18' },
    ]);
    expect(axis.ticks).toHaveLength(19);
    expect(axis.domain).toEqual([Q1 - 0.5, Q1 + 18.5]);
  });

  it('begins with the first whole year where the data begin within one', () => {
    expect(texts({ frequency: 'quarter', step: 1, first: Q1 + 2, last: Q1 + 12 }, 400)).toEqual([
      '2014/15',
      '2015/16',
      '2016/17',
    ]);
  });

  it('thins labels on a narrow plot rather than turn them', () => {
    expect(texts({ frequency: 'quarter', step: 1, first: Q1, last: Q1 + 18 }, 200)).toEqual([
      '2013/14',
      '2015/16',
      '2017/18',
    ]);
  });

  it('names quarters where there is less than a year to name', () => {
    expect(texts({ frequency: 'quarter', step: 1, first: Q1 + 1, last: Q1 + 3 }, 400)).toEqual([
      '2013/14 Q2',
      '2013/14 Q3',
      '2013/14 Q4',
    ]);
  });

  it('labels months by year when there are years of them, else by month', () => {
    const april = 12 * 2013 + 3;
    expect(texts({ frequency: 'month', step: 1, first: april, last: april + 35 }, 500)).toEqual([
      '2013/14',
      '2014/15',
      '2015/16',
    ]);
    expect(texts({ frequency: 'month', step: 1, first: april, last: april + 5 }, 200)).toEqual([
      '2013-04',
      '2013-06',
      '2013-08',
    ]);
  });

  it('counts events from 1, in round numbers', () => {
    expect(texts({ frequency: 'event', step: 1, first: 0, last: 29 }, 300)).toEqual([
      '1',
      '5',
      '10',
      '15',
      '20',
      '25',
      '30',
    ]);
  });

  it('labels weeks at the starts of months', () => {
    const day = Date.UTC(2013, 3, 7) / 86_400_000;
    expect(texts({ frequency: 'day', step: 7, first: day, last: day + 7 * 20 }, 400)).toEqual([
      '2013-05',
      '2013-06',
      '2013-07',
      '2013-08',
    ]);
  });

  it('never lets labels touch, has a tick for each, and stays within its span', () => {
    const frequencies: readonly Frequency[] = ['event', 'day', 'month', 'quarter', 'year', 'calendar-year'];
    fc.assert(
      fc.property(
        fc.constantFrom(...frequencies),
        fc.integer({ min: 7900, max: 8100 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 60, max: 600 }),
        (frequency, first, n, width) => {
          const { domain, ticks, labels } = timeAxis({ frequency, step: 1, first, last: first + n }, width);
          const x = (index: number) => (width * (index - domain[0])) / (domain[1] - domain[0]);
          labels.forEach(({ index, text }, place) => {
            const next = labels[place + 1];
            expect(ticks).toContain(index);
            expect(index >= first && index <= first + n).toBe(true);
            if (next) {
              expect(x(next.index) - textWidth(next.text, 12) / 2).toBeGreaterThan(x(index) + textWidth(text, 12) / 2);
            }
          });
        },
      ),
    );
  });
});

describe('the value axis', () => {
  it('cuts the axis where zero is far, and says so', () => {
    const axis = valueAxis([635, 829], { unit: 'number', steps: 4 });
    expect(axis).toMatchObject({ ticks: [650, 700, 750, 800], labels: ['650', '700', '750', '800'], fromZero: false });
  });

  it('starts at zero where it is near', () => {
    expect(valueAxis([30, 100], { unit: 'number', steps: 5 })).toMatchObject({
      ticks: [0, 20, 40, 60, 80, 100],
      fromZero: true,
    });
  });

  it('writes pounds in millions, with a proper minus sign and the same decimals', () => {
    expect(tickLabels([-1.5e6, 0, 1.5e6], 'GBP')).toEqual(['−£1.5m', '£0', '£1.5m']);
    expect(tickLabels([900, 1200], 'GBP')).toEqual(['£900', '£1,200']);
    expect(tickLabels([0.5, 1], 'number')).toEqual(['0.5', '1.0']);
    expect(tickLabels([-10, 0], 'percent')).toEqual(['−10%', '0%']);
    expect(tickLabels([0, 2e69, -1.5e70], 'percent')).toEqual(['0%', '2×10^69%', '−1.5×10^70%']);
    expect(tickLabels([0, 5e20], 'number')).toEqual(['0', '5×10^20']);
  });

  it('takes the nearest of 1, 2 and 5', () => {
    expect([0.8, 1.3, 1.7, 3, 4, 8, 55, 1.1e6].map(niceStep)).toEqual([1, 1, 2, 2, 5, 10, 50, 1e6]);
  });

  it('holds all its data whatever they are', () => {
    const number = fc.double({ noNaN: true, min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(fc.array(number, { maxLength: 20 }), (values) => {
        const { domain, ticks, labels } = valueAxis(values, { unit: 'number', steps: 4 });
        expect(domain[1]).toBeGreaterThan(domain[0]);
        for (const value of values) expect(value >= domain[0] && value <= domain[1]).toBe(true);
        for (const tick of ticks) expect(tick >= domain[0] - 1e-6 && tick <= domain[1] + 1e-6).toBe(true);
        expect(labels).toHaveLength(ticks.length);
        expect(ticks.length).toBeLessThan(12);
      }),
    );
  });

  it('takes values for the same that differ by less than a part in a thousand million', () => {
    const apart = (share: number) => valueAxis([1e9, 1e9 * (1 + share)], { unit: 'number', steps: 4 }).domain;
    expect(apart(0.9e-9)[0]).toBeCloseTo(0.9e9, -8);
    expect(apart(1.1e-9)[0]).toBeGreaterThan(1e9 - 1);
    expect(valueAxis([-999999999.9967765, -999999999.9993953], { unit: 'number', steps: 4 }).ticks.length).toBeLessThan(
      12,
    );
  });

  it('gives ratios even ticks near one, powers of ten further away', () => {
    expect(ratioAxis([0.73, 0.81], 4).labels).toEqual(['0.8', '0.9', '1.0']);
    expect(ratioAxis([0.02, 40], 4).labels).toEqual([
      '0.02',
      '0.05',
      '0.1',
      '0.2',
      '0.5',
      '1',
      '2',
      '5',
      '10',
      '20',
      '50',
    ]);
  });
});
