import { caution, type Finding } from '../../finding.ts';
import { type Area, type Series, valueAt } from '../series.ts';

/** How many areas a finding names. */
const NAMED = 6;

/** Areas that can be pooled beside a practice, and those that cannot without losing quarters. */
interface Completeness {
  readonly complete: readonly Area[];
  readonly incomplete: readonly Area[];
  /** What the incomplete ones lack, and how much of the events they are; none where all are complete. */
  readonly findings: readonly Finding[];
}

/**
 * Which of the other areas hold every period that the practice holds, of every measure of the whole population. A period that
 * fewer than half of the others hold is asked of none, so that a practice whose data reach further loses nobody. Where those
 * that are left would hold less than half of the events, all are taken: then the periods are fewer, not the people.
 */
export function completeBeside(
  practice: readonly Series[],
  others: readonly Area[],
  byArea: ReadonlyMap<Area, readonly Series[]>,
): Completeness {
  const everybody = { complete: others, incomplete: [], findings: [] };
  if (others.length < 2) return everybody;
  const lacking = new Map<Area, string>();
  for (const own of practice.filter(isWhole)) {
    const theirs = others.map((area) =>
      (byArea.get(area) ?? []).find((one) => isWhole(one) && isSameMeasure(one, own)),
    );
    const held = own.periods.filter((_, at) => (own.values[at] ?? null) !== null);
    const asked = held.filter(
      (period) => 2 * theirs.filter((one) => one && valueAt(one, period) !== null).length >= others.length,
    );
    others.forEach((area, at) => {
      const one = theirs[at];
      if (asked.some((period) => !one || valueAt(one, period) === null) && !lacking.has(area))
        lacking.set(area, own.measure.name);
    });
  }
  const incomplete = others.filter((area) => lacking.has(area));
  if (incomplete.length === 0) return everybody;
  const share = shareOf(incomplete, others, practice.find(isWhole), byArea);
  if (share === null || share > 50) return everybody;
  const slots = {
    areas: incomplete.slice(0, NAMED).map(({ name }) => name),
    count: incomplete.length,
    measures: [...new Set(lacking.values())],
    share,
    shareOf: practice.find(isWhole)?.measure.name ?? '',
  };
  return {
    complete: others.filter((area) => !lacking.has(area)),
    incomplete,
    findings: [caution('input.rest-incomplete', slots)],
  };
}

/** What some areas hold of all that others do, in percent, by the first measure; null where nothing is held. */
function shareOf(
  some: readonly Area[],
  all: readonly Area[],
  measure: Series | undefined,
  byArea: ReadonlyMap<Area, readonly Series[]>,
): number | null {
  const total = (areas: readonly Area[]) =>
    areas
      .flatMap((area) =>
        (byArea.get(area) ?? []).filter((one) => measure && isWhole(one) && isSameMeasure(one, measure)),
      )
      .reduce((sum, { values }) => sum + values.reduce<number>((part, value) => part + (value ?? 0), 0), 0);
  const whole = total(all);
  return whole > 0 ? (100 * total(some)) / whole : null;
}

const isWhole = ({ stratum }: Series): boolean => Object.keys(stratum).length === 0;

const isSameMeasure = (a: Series, b: Series): boolean => a.measure.name === b.measure.name;
