import { describe, expect, it } from 'vitest';
import { decimalsFor, magnitude, number, percent, pounds, signed } from '../../../src/messages/words/format.ts';
import {
  betweenPercent,
  fewerOrMore,
  fewerRange,
  lineChange,
  lowerOrHigher,
  lowerOrHigherThan,
  moved,
} from '../../../src/messages/words/measures.ts';

describe('percentages', () => {
  it('keep a decimal while it says something, and group thousands', () => {
    expect([percent(-8.63218), percent(19), percent(-0.04), percent(null)]).toEqual(['−8.6%', '+19.0%', '0.0%', '–']);
    expect([percent(199.94), percent(881.5), percent(1935.7), percent(-40860)]).toEqual([
      '+199.9%',
      '+882%',
      '+1,936%',
      '−40,860%',
    ]);
    expect([magnitude(-12.34), magnitude(1935.7)]).toEqual(['12.3%', '1,936%']);
  });

  it('are spoken of in the same form', () => {
    expect([moved(-8.63218), moved(1935.7), moved(0.04), moved(-0.04)]).toEqual([
      'fell by 8.6%',
      'rose by 1,936%',
      'did not change',
      'did not change',
    ]);
    expect([lowerOrHigher(-14), lowerOrHigher(350.5), lowerOrHigher(0)]).toEqual([
      '14.0% lower',
      '351% higher',
      'the same',
    ]);
    expect(betweenPercent(-91.8, 1935.7)).toBe('from 91.8% lower to 1,936% higher');
    expect(betweenPercent(-20, -3)).toBe('between 3.0% and 20.0% lower');
    expect(betweenPercent(3, 1200)).toBe('between 3.0% and 1,200% higher');
  });
});

describe('numbers beyond all sense', () => {
  const huge = 1.0583777754025166e162;

  it('are never powers of ten', () => {
    const all = [huge, -huge, 1e21, -3e15, 2e6].flatMap((value) => [
      number(value),
      signed(value, 1),
      percent(value),
      magnitude(value),
      pounds(value),
      pounds(value, true),
      moved(value),
      betweenPercent(0, Math.abs(value)),
    ]);
    expect(all.filter((text) => /e[+-]?\d|NaN|Infinity/.test(text))).toEqual([]);
  });

  it('are said to be more than a round number', () => {
    expect([number(huge), number(-huge), signed(huge)]).toEqual([
      'more than 1,000,000,000,000,000',
      'less than −1,000,000,000,000,000',
      'more than 1,000,000,000,000,000',
    ]);
    expect([magnitude(huge), percent(huge), percent(-huge)]).toEqual([
      'more than 1,000,000%',
      'beyond +1,000,000%',
      'beyond −1,000,000%',
    ]);
    expect(lowerOrHigher(100_863_259_849.7)).toBe('more than 1,000,000% higher');
    expect(betweenPercent(7e9, 1e12)).toBe('more than 1,000,000% higher');
    expect([number(1e15), percent(1e6)]).toEqual(['1,000,000,000,000,000', '+1,000,000%']);
  });
});

describe('no difference', () => {
  it('is the same as, not the same than', () => {
    expect([lowerOrHigherThan(-14), lowerOrHigherThan(0.01), lowerOrHigherThan(3)]).toEqual([
      '14.0% lower than',
      'the same as',
      '3.0% higher than',
    ]);
    expect(betweenPercent(0, 0)).toBe('the same');
  });

  it('of counts is said in words', () => {
    expect([fewerOrMore(855), fewerOrMore(-12), fewerOrMore(0.2), fewerOrMore(-0.2)]).toEqual([
      '855 fewer',
      '12 more',
      'no difference',
      'no difference',
    ]);
    expect([fewerRange(666, 1055), fewerRange(-704, 704), fewerRange(-30, -12), fewerRange(-0.1, 0.1)]).toEqual([
      '666 to 1,055 fewer',
      '704 more to 704 fewer',
      '12 to 30 more',
      'no difference',
    ]);
  });

  it('of a line that ends below nought is no percentage', () => {
    expect([lineChange(-14), lineChange(-118.5), lineChange(null)]).toEqual(['−14.0%', 'ends below 0', '–']);
  });
});

describe('decimals by size', () => {
  it('are two below 10, one below 100, none from there on', () => {
    expect([-5.56, 23.4, -99.9, 1456.83].map(decimalsFor)).toEqual([2, 1, 1, 0]);
  });
});
