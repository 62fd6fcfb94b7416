import { describe, expect, it } from 'vitest';
import type { DoubtSlots, FindingSlots } from '../../../src/catalogue.ts';
import { caution } from '../../../src/finding.ts';
import { effectVerdict } from '../../../src/messages/evaluate/verdict.ts';
import { findingText } from '../../../src/messages.ts';

const NONE: DoubtSlots = {
  doubts: [],
  peers: null,
  peersP: null,
  preTrendP: null,
  placeboP: null,
  jointP: null,
  faded: false,
  lostModel: null,
  lostP: null,
  courseless: null,
  courselessP: null,
};

describe('what the summary concludes of a difference', () => {
  it('is more than chance, and nothing else, where nothing stands against it', () => {
    expect(effectVerdict({ ...NONE, doubts: [], jointP: 0.001 }, true)).toBe(
      'This is more than chance alone would explain.',
    );
  });

  it('names conditions that are not met before what other models say', () => {
    const slots: DoubtSlots = {
      ...NONE,
      doubts: ['pre-trend', 'autocorrelation'],
      preTrendP: 0.0004,
      lostModel: 'reml-ar1',
      lostP: 0.2,
    };
    expect(effectVerdict(slots, true)).toBe(
      'This is more than chance alone would explain, but the trends differed before already (P < 0.001): a description, not evidence.',
    );
    expect(effectVerdict({ ...slots, doubts: ['autocorrelation'] }, true)).toBe(
      'This is more than chance alone would explain, but a model that allows for autocorrelation does not find it (REML with AR(1) errors, P = 0.20): weak evidence.',
    );
    expect(effectVerdict({ ...NONE, doubts: ['peers'], peers: 60, peersP: 0.4 }, true)).toContain(
      'but beside 60 areas it is not unusual (P = 0.40): weak evidence.',
    );
  });

  it('does not stop at chance where the course changed', () => {
    expect(effectVerdict({ ...NONE, doubts: [], jointP: 0.3 }, false)).toBe('This could be chance.');
    expect(effectVerdict({ ...NONE, doubts: [], jointP: 0.002, faded: true }, false)).toBe(
      'This could be chance, but jump and change of slope together are not (P = 0.0020): the course changed, though by then the difference may have faded.',
    );
    expect(effectVerdict({ ...NONE, doubts: ['long-enough'], jointP: 0.04, faded: false }, false)).toMatch(
      /the course may have changed, though the last quarter alone is too uncertain\. But the series is short: a description, not evidence\.$/,
    );
  });
});

describe('a trend before', () => {
  const trend: Omit<FindingSlots['evaluate.pre-trend'], 'p'> = {
    practice: 'Frome',
    basis: 'rates',
    test: 'least-squares',
    before: 8,
    estimate: -0.01,
    primary: -0.012,
    primaryP: 0.07,
  };
  const text = (p: number) => findingText(caution('evaluate.pre-trend', { ...trend, p }));

  it('is told with its test and quarters, and the primary model’s beside it', () => {
    expect(text(0.2)).toContain('Over the 8 quarters before the change, Frome’s rate moved by −1.00% a quarter');
    expect(text(0.2)).toContain('least squares on the difference of logarithms');
    expect(text(0.2)).toContain('fitted to all quarters, has −1.19% (P = 0.070)');
    expect(text(0.2)).toContain('does not make the trends parallel');
  });

  it('is not called unclear where it is clear', () => {
    expect(text(0.001)).not.toContain('not statistically significant');
    expect(text(0.001)).toContain('not on the same course before');
  });
});
