import type { Sentences } from '../types.ts';
import { charted, chartValue, points } from '../words/charts.ts';
import { number, percent, plural, possessive } from '../words/format.ts';
import type { PhasesFindings } from './catalogue.ts';

function level(value: number | null, unit: string): string {
  const rounded = value === null || Number.isInteger(value) ? value : Number(value.toPrecision(4));
  return chartValue(rounded, unit);
}

export const phasesFindings: Sentences<PhasesFindings> = {
  'phases.none': ({ area, looked, runLength, ...measure }) =>
    `No new phase is proposed for ${possessive(area)} ${charted(measure)}: ${looked === 0 ? `no ${number(runLength)} points in a row lie on one side of the centre of what went before` : `${plural(looked, 'long run')} ${looked === 1 ? 'was' : 'were'} looked at and left, for the reasons in the log`}.`,
  'phases.candidate': (slots) => {
    const { area, from, count, side, runTo, before, after, unit, percentChange } = slots;
    const centres = `${level(slots.centreBefore, unit)} to ${level(slots.centreAfter, unit)}`;
    const limits = `${level(slots.lower, unit)} to ${level(slots.upper, unit)}`;
    return `A new phase may begin at ${area} in ${from}: ${points(slots, count)} in a row, to ${runTo}, lie ${side} the mean of what went before. ${number(before)} points lie before it and ${number(after)} from it on. The mean would go from ${centres}${percentChange === null ? '' : ` (${percent(percentChange)})`}, with new limits of ${limits}.`;
  },
  'phases.confirm': ({ phases }) =>
    `Nothing was changed: new limits hide the very change that they start from. Confirm with --phases "${phases.join(',')}" only where you know what changed, it was meant or is here to stay, and the new level is not one to be fought.`,
};

const REASONS = {
  lasting: 'proposed: enough points before and from it on, and it is not taken back',
  'starts-phase': 'left: it begins its phase, so it says where the series started',
  'too-few-before': 'left: too few points before it',
  'too-few-after': 'left: too few points from it on; look again later',
  contradicted: 'left: the points behind it turn back',
} as const;

/** Headings and captions of the section on proposed phases. */
export const PHASES = {
  heading: 'Phases that might be set',
  candidatesCaption: 'Proposed phases and the limits they would have',
  logCaption: 'Every long run that was looked at',
  headings: {
    area: 'Area',
    phase: 'Phase',
    points: 'Points',
    lower: 'Lower limit',
    centre: 'Mean',
    upper: 'Upper limit',
    run: 'Run',
    side: 'Side',
    before: 'Before',
    after: 'From it on',
    decision: 'Decision',
  },
  phase: (from: string, to: string) => `${from} to ${to}`,
  side: (side: string, count: number) => `${number(count)} ${side}`,
  reason: (reason: keyof typeof REASONS) => REASONS[reason],
  method: 'How phases are proposed',
  methodText: (runLength: number, baseline: number, fewest: number) =>
    `The mean of the first ${number(baseline)} points of a phase is held against what follows. A run of ${number(runLength)} or more points on one side that does not begin the phase is proposed as a new one if ${number(fewest)} points lie before it and from it on, and if a short one is not taken back by as many points in a row behind it; the search then goes on from there. The phase begins where, within the run, two levels leave the least squares. After the Stable Shift Algorithm of the R package autospc.`,
} as const;
