import { parsePeriodOption, parseWindowOption } from '../../data/period/parse.ts';
import { formatPeriod, type Period } from '../../data/period.ts';
import type { PlanContents, Stretch } from './contents.ts';
import type { Done, Held } from './held.ts';

/** A quarter against the one that was used. */
export function holdQuarter(planned: Period | null, used: string | null): Held | null {
  const text = planned && formatPeriod(planned);
  return text === null ? null : { planned: text, used, same: text === used };
}

/** The quarters that were left out. */
export function holdWashout({ washout }: PlanContents, done: Done): Held | null {
  if (!washout) return null;
  const used = washoutOf(done);
  const same = used?.from.index === washout.from.index && used.to.index === washout.to.index;
  return { planned: stretchText(washout), used: used && stretchText(used), same };
}

/** How many quarters the window has, where it begins and ends as planned: those that are missing are a departure. */
export function holdCount({ from, to, washout }: PlanContents, { result }: Done): Held | null {
  const { before, after, intervention, ...design } = result.design;
  if (!from || !to || intervention === null) return null;
  if (formatPeriod(from) !== design.from || formatPeriod(to) !== design.to) return null;
  const planned = quartersIn({ from, to }, washout);
  return { planned: String(planned), used: String(before + after), same: planned === before + after };
}

/** One side of the change: how many quarters it has, or from when to when and how many. A washout beside the change is not counted. */
export function holdSide(planned: Stretch | number | null, side: 'before' | 'after', done: Done): Held | null {
  const { design } = done.result;
  if (planned === null || done.settings.intervention === null) return null;
  const held = design[side];
  if (typeof planned === 'number') return { planned: String(planned), used: String(held), same: planned === held };
  const change = parsePeriodOption('--intervention', done.settings.intervention, done.settings);
  const quarter = (text: string) => parsePeriodOption('', text, done.settings);
  const whole: Stretch =
    side === 'before'
      ? { from: quarter(design.from), to: { ...change, index: change.index - 1 } }
      : { from: change, to: quarter(design.to) };
  const washout = washoutOf(done);
  const counted = (stretch: Stretch) => quartersIn(stretch, washout);
  // Only quarters of the washout may lie between the two.
  const union = { from: earlier(planned.from, whole.from), to: later(planned.to, whole.to) };
  const same = counted(union) === counted(planned) && counted(union) === counted(whole) && counted(planned) === held;
  return { planned: `${stretchText(planned)} (${counted(planned)})`, used: `${stretchText(whole)} (${held})`, same };
}

function washoutOf({ settings }: Done): Stretch | null {
  return settings.washout === null ? null : parseWindowOption('--washout', settings.washout, settings);
}

const earlier = (a: Period, b: Period): Period => (a.index <= b.index ? a : b);
const later = (a: Period, b: Period): Period => (a.index >= b.index ? a : b);

const stretchText = ({ from, to }: Stretch): string =>
  from.index === to.index ? formatPeriod(from) : `${formatPeriod(from)}..${formatPeriod(to)}`;

function quartersIn({ from, to }: Stretch, washout: Stretch | null): number {
  const all = to.index - from.index + 1;
  if (!washout) return all;
  const [first, last] = [Math.max(from.index, washout.from.index), Math.min(to.index, washout.to.index)];
  return all - Math.max(0, last - first + 1);
}
