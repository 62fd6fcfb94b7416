import { waldEstimate } from '../../statistics/intervals/wald.ts';
import { varianceComponents } from '../../statistics/variance-components.ts';
import { labelAt, type PairedQuarter } from './design.ts';
import type { EarlierYears } from './peer-result.ts';
import { against, type PeerSet } from './peers.ts';

const YEAR = 4;
/** Areas from which variation from year to year can be told from chance (our choice). */
const FEWEST_AREAS = 5;

/** A year of one area beside all the others: the log of its rate over theirs, and the variance that chance gives it. */
interface RelativeYear {
  readonly log: number;
  readonly chance: number;
  readonly counts: readonly [mine: number, theirs: number];
  readonly people: readonly [mine: number, theirs: number];
}

/**
 * The comparison from every whole year before the change instead of the last one. How much an area's rate varies from year to
 * year beyond chance, and how much areas differ, are variance components over all areas; the practice's mean over the years is
 * drawn towards the others by both. A choice made because of one bad year is undone by this, where shrinkage for chance in the
 * counts alone does not undo it. `years`: their first quarters, the last year first. Null with fewer than two years or five areas.
 */
export function earlierYears(set: PeerSet, years: readonly number[], intervention: number): EarlierYears | null {
  const areas = [set.practice, ...set.peers];
  if (years.length < 2 || areas.length < FEWEST_AREAS) return null;
  const rows = areas.map((one) => {
    const quarters = against(set, one);
    return years.map((year) => relativeYear(quarters, year));
  });
  if (rows.some((row) => row.includes(null))) return null;
  const held = rows as readonly (readonly RelativeYear[])[];
  const own = held[0] ?? [];
  const after = lastYear(against(set, set.practice), intervention);
  const [last, ...before] = own;
  if (!after || !last) return null;
  const { within, between, means, df } = varianceComponents(
    held.map((row) => row.map(({ log }) => log)),
    held.map((row) => row.map(({ chance }) => chance)),
  );
  const times = years.length;
  const mean = means[0] ?? 0;
  const centre = average(means);
  const noise = (within + average(own.map(({ chance }) => chance))) / times;
  const weight = between + noise > 0 ? between / (between + noise) : 0;
  const level = centre + weight * (mean - centre);
  const estimate = (from: number, variance: number, method: string) =>
    waldEstimate({
      estimate: after.log - from,
      se: Math.sqrt(after.chance + within + variance),
      df,
      scale: 'log',
      method,
    });
  const pooled = (list: readonly RelativeYear[], method: string) => {
    const one = pool(list);
    return estimate(one.log, one.chance + within / list.length, method);
  };
  const gap = last.log - average(before.map(({ log }) => log));
  const gapVariance = within + last.chance + (within + average(before.map(({ chance }) => chance))) / before.length;
  return {
    years: times,
    from: labelAt(years.at(-1) ?? intervention),
    to: labelAt(intervention - 1),
    ratio: Math.exp(mean),
    shrunken: Math.exp(level),
    yearToYear: Math.sqrt(within),
    between: Math.sqrt(between),
    lastYear: waldEstimate({
      estimate: gap,
      se: Math.sqrt(gapVariance),
      df,
      scale: 'log',
      method: 'last year over the years before it, variance from year to year, t',
    }),
    ratioOfRatios: pooled(own, 'ratio of ratios, all years before, variance from year to year, t'),
    withoutLastYear: pooled(before, 'ratio of ratios, years before the last one, variance from year to year, t'),
    shrunkenRatioOfRatios: estimate(
      level,
      weight * noise,
      'ratio of ratios, all years before drawn towards the others, variance from year to year, t',
    ),
  };
}

function relativeYear(quarters: readonly PairedQuarter[], year: number): RelativeYear | null {
  return relative(quarters.filter(({ index }) => index >= year && index < year + YEAR));
}

function lastYear(quarters: readonly PairedQuarter[], intervention: number): RelativeYear | null {
  const after = quarters.filter(({ index }) => index >= intervention).slice(-YEAR);
  return after.length < YEAR ? null : relative(after);
}

/** Null where a count is 0 or people are not known. */
function relative(quarters: readonly PairedQuarter[]): RelativeYear | null {
  const sum = (of: (quarter: PairedQuarter) => number | null) =>
    quarters.reduce((total, quarter) => total + (of(quarter) ?? 0), 0);
  return made([sum((q) => q.events), sum((q) => q.others)], [sum((q) => q.people), sum((q) => q.otherPeople)]);
}

function pool(years: readonly RelativeYear[]): RelativeYear {
  const sum = (of: (year: RelativeYear) => number) => years.reduce((total, year) => total + of(year), 0);
  const one = made(
    [sum(({ counts }) => counts[0]), sum(({ counts }) => counts[1])],
    [sum(({ people }) => people[0]), sum(({ people }) => people[1])],
  );
  return one as RelativeYear;
}

function made(counts: RelativeYear['counts'], people: RelativeYear['people']): RelativeYear | null {
  if ([...counts, ...people].some((value) => value <= 0)) return null;
  const [mine, theirs] = counts;
  return { log: Math.log(mine / people[0] / (theirs / people[1])), chance: 1 / mine + 1 / theirs, counts, people };
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
