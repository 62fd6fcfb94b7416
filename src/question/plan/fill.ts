import { formatPeriod, type Period } from '../../data/period.ts';
import { periodIn, stretchIn } from '../periods.ts';
import { isGiven, type Settings } from '../settings.ts';
import type { PlanContents } from './contents.ts';

/** The options, those that were not given filled from the plan; its baseline and follow-up fill `--from` and `--to`. */
export function fillFrom(contents: PlanContents, given: Settings): Settings {
  const text = (period: Period | null) => period && formatPeriod(period);
  const { washout, outcome, baseline, followUp, from, to, ...rest } = contents;
  const planned: Partial<Record<keyof Settings, unknown>> = {
    practice: rest.practice,
    comparator: rest.comparator,
    comparatorIncludesPractice: rest.comparatorIncludesPractice,
    peerGroups: rest.peerGroups,
    measure: outcome,
    quarters: rest.quarters,
    intervention: text(rest.intervention),
    secondIntervention: text(rest.secondIntervention),
    washout: washout && `${formatPeriod(washout.from)}..${formatPeriod(washout.to)}`,
    from: text(from),
    to: text(to),
    seasons: rest.seasons,
    lag: rest.lag,
  };
  const filled: Record<string, unknown> = { ...given };
  for (const [key, value] of Object.entries(planned)) {
    if (value !== null && !isGiven(given, key as keyof Settings)) filled[key] = value;
  }
  const settings = filled as unknown as Settings;
  return {
    ...settings,
    from:
      settings.from ??
      text(typeof baseline === 'number' ? quartersAway(baseline, settings, -1) : (baseline?.from ?? null)),
    to:
      settings.to ?? text(typeof followUp === 'number' ? quartersAway(followUp, settings, 1) : (followUp?.to ?? null)),
  };
}

/** The last of so many quarters before the change (step -1) or from it on (step 1), those of a washout not counted. */
function quartersAway(quarters: number, settings: Settings, step: -1 | 1): Period | null {
  const index = periodIn(settings, 'intervention')?.index;
  if (index === undefined) return null;
  const washout = stretchIn(settings, 'washout');
  const isLeftOut = (at: number) => washout !== null && at >= washout.from.index && at <= washout.to.index;
  let at = step < 0 ? index : index - 1;
  for (let held = 0; held < quarters; ) {
    at += step;
    if (!isLeftOut(at)) held += 1;
  }
  return { frequency: 'quarter', index: at };
}
