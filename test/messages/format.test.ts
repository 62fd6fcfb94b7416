import { describe, expect, it } from 'vitest';
import { decimalsFor, magnitude, percent } from '../../src/messages/format.ts';
import { betweenPercent, lowerOrHigher, moved } from '../../src/messages/measures.ts';

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

describe('decimals by size', () => {
  it('are two below 10, one below 100, none from there on', () => {
    expect([-5.56, 23.4, -99.9, 1456.83].map(decimalsFor)).toEqual([2, 1, 1, 0]);
  });
});
