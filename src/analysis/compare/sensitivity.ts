import type { Period } from '../../data/period.ts';
import type { Pair } from '../quarters/pair.ts';
import { completeYears, financialYearWindow, type QuarterWindow, rollingWindows } from '../quarters/windows.ts';
import { basisOf, plainRatioOfRatios } from './contrast.ts';
import type { Sensitivity, SensitivityRow } from './result.ts';
import { extent, isHeld, sideOf, type Windows } from './windows.ts';

/**
 * The ratio of ratios for every complete financial year against every later one, and for every four-quarter window against
 * every later one that it does not overlap. Rates only where list sizes are held throughout, so that all rows are alike.
 * With a date of the change each row says whether the change lies between its windows. Null without a comparator, for money, or where no two windows are held. methods.md 2(a), sensitivity grid.
 */
export function sensitivityOf(
  { measure, practice, comparator }: Pair,
  intervention: Period | null,
): Sensitivity | null {
  if (!comparator || measure.unit === 'GBP') return null;
  const choices = laterWindows({ measure, practice, comparator });
  const basis = choices.every((choice) => basisOf([practice, comparator], choice) === 'rates') ? 'rates' : 'counts';
  const baselines = choices.flatMap((choice): readonly SensitivityRow[] => {
    const { estimate, lower, upper } = plainRatioOfRatios(practice, comparator, choice, basis);
    if (estimate === null) return [];
    return [
      {
        kind: choice.kind,
        baseline: choice.baseline.label,
        followUp: choice.followUp.label,
        ratioOfRatios: estimate,
        lower,
        upper,
        aroundChange: intervention && isAround(choice, intervention),
      },
    ];
  });
  if (baselines.length === 0) return null;
  const ratios = baselines.map((row) => row.ratioOfRatios);
  return { measure: measure.name, basis, baselines, min: Math.min(...ratios), max: Math.max(...ratios) };
}

/** Whether the baseline lies wholly before a date and the follow-up wholly from it on. */
function isAround({ baseline, followUp }: Windows, intervention: Period): boolean {
  return sideOf(baseline, intervention) === 'before' && sideOf(followUp, intervention) === 'after';
}

/** Two windows of four quarters that both areas hold, the later one after the end of the other. */
export interface LaterWindow extends Windows {
  readonly kind: SensitivityRow['kind'];
}

/** Every complete financial year with every later one; then every other four quarters with every later four. */
export function laterWindows(pair: Pair): readonly LaterWindow[] {
  const [first, last] = extent(pair);
  const held = (quarter: Period) => isHeld(pair, quarter);
  const years = completeYears(first, last, held).map(financialYearWindow);
  return [
    ...laterPairs(years, 'financial-year'),
    ...laterPairs(rollingWindows(first, last, held), 'rolling').filter((choice) => !isYears(choice, years)),
  ];
}

function laterPairs(windows: readonly QuarterWindow[], kind: LaterWindow['kind']): readonly LaterWindow[] {
  return windows.flatMap((baseline) =>
    windows.filter((followUp) => startOf(followUp) > endOf(baseline)).map((followUp) => ({ kind, baseline, followUp })),
  );
}

function isYears({ baseline, followUp }: LaterWindow, years: readonly QuarterWindow[]): boolean {
  const labels = years.map((year) => year.label);
  return labels.includes(baseline.label) && labels.includes(followUp.label);
}

const startOf = (window: QuarterWindow): number => window.quarters[0]?.index ?? 0;
const endOf = (window: QuarterWindow): number => window.quarters.at(-1)?.index ?? 0;
