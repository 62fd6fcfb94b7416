import type { PhaseReason } from './result.ts';

/** Points in time order, with their denominators; missing and excluded ones left out. */
interface Points {
  readonly y: Float64Array;
  readonly n: Float64Array | null;
}

interface ShiftSettings {
  readonly runLength: number;
  readonly baseline: number;
  readonly fewest: number;
}

/** A run and what was decided of it; places count in the points. */
export interface Looked {
  readonly start: number;
  readonly end: number;
  /** Where the level seems to have changed: within the run, at or shortly after its start. */
  readonly begin: number;
  readonly side: 1 | -1;
  readonly reason: PhaseReason;
  /** Where the phase began in which it was looked at. */
  readonly phaseStart: number;
}

/**
 * Runs that would begin a new phase, looked for from the left: the centre line is made from the first points of a phase; the
 * first long run on one side of it that does not begin the phase is a candidate if enough points lie before it and from it on,
 * and if the points behind it do not turn back; then the search goes on from there with a centre line of its own. After the
 * Stable Shift Algorithm of the R package autospc; every run looked at is kept.
 */
export function findShifts(points: Points, settings: ShiftSettings): readonly Looked[] {
  const looked: Looked[] = [];
  let phaseStart = 0;
  let from = 0;
  while (from < points.y.length) {
    const centre = centreOf(points, phaseStart, settings.baseline);
    const found = nextRun(points, from, centre, settings.runLength);
    if (!found) break;
    const run = { ...found, begin: beginning(points, phaseStart, found.start, found.end) };
    const reason = reasonOf(points, run, phaseStart, settings);
    looked.push({ ...run, reason, phaseStart });
    if (reason === 'lasting') phaseStart = run.begin;
    from = reason === 'lasting' ? run.begin + settings.fewest : run.end + 1;
  }
  return looked;
}

type Run = Pick<Looked, 'start' | 'end' | 'side' | 'begin'>;

/** Weighted mean of the first points of a phase. */
function centreOf({ y, n }: Points, start: number, baseline: number): number {
  let sum = 0;
  let size = 0;
  for (let i = start; i < Math.min(y.length, start + baseline); i += 1) {
    const weight = n?.[i] ?? 1;
    sum += weight * (y[i] ?? 0);
    size += weight;
  }
  return sum / size;
}

/** The first run of this length on one side from a place on; a point on the line ends a run. */
function nextRun({ y }: Points, from: number, centre: number, length: number): Omit<Run, 'begin'> | null {
  let start = from;
  let side = 0;
  for (let i = from; i <= y.length; i += 1) {
    const here = i < y.length ? Math.sign((y[i] ?? 0) - centre) : 0;
    if (here === side && here !== 0) continue;
    if (side !== 0 && i - start >= length) return { start, end: i - 1, side: side > 0 ? 1 : -1 };
    start = i;
    side = here;
  }
  return null;
}

function reasonOf(points: Points, run: Run, phaseStart: number, settings: ShiftSettings): PhaseReason {
  const { fewest, runLength, baseline } = settings;
  if (run.start === phaseStart) return 'starts-phase';
  if (run.begin - phaseStart < fewest) return 'too-few-before';
  if (points.y.length - run.begin < fewest) return 'too-few-after';
  const length = run.end - run.begin + 1;
  const back = nextRun(points, run.end + 1, centreOf(points, run.begin, length), runLength);
  const turnsBack = back !== null && back.side !== run.side && back.start === run.end + 1;
  return turnsBack && length < baseline ? 'contradicted' : 'lasting';
}

/**
 * Where in a run the level changed: a run may begin some points early, which lie on its side by chance. The place at which
 * two levels, before and from it on to the run's end, leave the least squares.
 */
function beginning({ y }: Points, phaseStart: number, start: number, end: number): number {
  let best = start;
  let least = Number.POSITIVE_INFINITY;
  for (let place = Math.max(start, phaseStart + 1); place <= end; place += 1) {
    const left = squares(y.subarray(phaseStart, place)) + squares(y.subarray(place, end + 1));
    if (left < least) {
      least = left;
      best = place;
    }
  }
  return best;
}

function squares(values: Float64Array): number {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}
