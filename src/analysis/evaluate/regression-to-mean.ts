import type { Quarter } from './quarters.ts';
import type { RegressionToMean } from './result.ts';
import type { Setup } from './setup.ts';

/** Admissions per 1,000 list size a year over the quarters before the change, practice beside comparator. Null without both. */
export function baselineRates({ mine, theirs, timeline }: Setup): RegressionToMean | null {
  const { intervention } = timeline;
  if (!theirs || intervention === null) return null;
  const rateOf = (quarters: readonly Quarter[]): number | null => {
    const before = quarters.filter(({ index }) => index < intervention);
    if (before.length === 0 || before.some(({ people }) => people === null)) return null;
    const years = before.reduce((sum, { people }) => sum + (people ?? 0), 0) / 4;
    return (1000 * before.reduce((sum, { events }) => sum + events, 0)) / years;
  };
  const practiceRate = rateOf(mine);
  const comparatorRate = rateOf(theirs);
  if (practiceRate === null || !comparatorRate) return null;
  return { practiceRate, comparatorRate, percent: 100 * (practiceRate / comparatorRate - 1) };
}
