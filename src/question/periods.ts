import { type PeriodWindow, parsePeriodOption, parseWindowOption } from '../data/period/parse.ts';
import type { Frequency, Period } from '../data/period.ts';
import { OPTIONS } from './options.ts';
import { flagOf, type Settings } from './settings.ts';

type PeriodName = 'from' | 'to' | 'intervention' | 'secondIntervention' | 'freeze';
type StretchName = 'baseline' | 'followUp' | 'washout';

/** The period that an option names, in periods of the data; null where it is not given. Throws usage errors that name the option. */
export function periodIn(settings: Settings, name: PeriodName, frequency: Frequency = 'quarter'): Period | null {
  const text = settings[name];
  return text === null ? null : parsePeriodOption(flagOf(name), text, settings, frequency, OPTIONS[name].kind.edge);
}

/** As `periodIn`, of an option that names a stretch of periods. */
export function stretchIn(
  settings: Settings,
  name: StretchName,
  frequency: Frequency = 'quarter',
): PeriodWindow | null {
  const text = settings[name];
  return text === null ? null : parseWindowOption(flagOf(name), text, settings, frequency);
}

/** Every date of a question, in quarters. */
export interface Dates {
  readonly baseline: PeriodWindow | null;
  readonly followUp: PeriodWindow | null;
  readonly from: Period | null;
  readonly to: Period | null;
  readonly intervention: Period | null;
  readonly secondIntervention: Period | null;
  readonly washout: PeriodWindow | null;
}

/** The dates that the settings name, in quarters. Throws usage errors that name the option. */
export function datesOf(settings: Settings): Dates {
  return {
    baseline: stretchIn(settings, 'baseline'),
    followUp: stretchIn(settings, 'followUp'),
    from: periodIn(settings, 'from'),
    to: periodIn(settings, 'to'),
    intervention: periodIn(settings, 'intervention'),
    secondIntervention: periodIn(settings, 'secondIntervention'),
    washout: stretchIn(settings, 'washout'),
  };
}
