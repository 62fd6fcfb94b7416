import { completeYears } from '../../analysis/quarters/windows.ts';
import { likelyTotals, type SelectedArea, select } from '../../data/select/select.ts';
import { datasetByQuarter } from '../../data/series/by-quarter.ts';
import type { Area, Dataset, Series } from '../../data/series.ts';
import { valueAt } from '../../data/series.ts';
import { QuarterlineError } from '../../errors.ts';
import { commandLine } from '../../question/command-line.ts';
import type { Settings } from '../../question/settings.ts';

/** Names that any shell takes in double quotes as they stand. */
const PLAIN = /^[\p{L}\p{N} .,&'()/+:-]+$/u;

/**
 * A command line that runs on these files: `compare` of the first area with the second, with the one that looks like a total,
 * or with all others, where both have two complete years of admissions or costs; else `runchart`. Null where no area has
 * anything to draw.
 */
export function nextStep(dataset: Dataset, settings: Settings): string | null {
  const drawn = dataset.series.find(({ measure }) => measure.role !== 'list_size');
  if (!drawn) return null;
  const base: Settings = { ...settings, show: 'summary', format: 'text', output: null };
  const compared = { ...base, ...areasToCompare(dataset.areas, dataset.series) };
  if (isComparable(dataset, compared)) return commandLine('compare', compared);
  const isNamed = dataset.measures.some(({ role }) => role === 'admissions') || settings.measure !== null;
  return commandLine('runchart', isNamed ? base : { ...base, measure: drawn.measure.name });
}

function areasToCompare(areas: readonly Area[], series: readonly Series[]): Pick<Settings, 'practice' | 'comparator'> {
  const [practice, other, third] = areas;
  if (!other) return { practice: [], comparator: [] };
  const [total] = likelyTotals(areas.slice(1), series);
  const names = { practice: word(practice), comparator: third && !total ? 'rest' : word(total ?? other) };
  return { practice: names.practice ? [names.practice] : [], comparator: names.comparator ? [names.comparator] : [] };
}

/** A name or code that can be typed. */
function word(area: Area | undefined): string | null {
  return [area?.name, area?.code].find((text): text is string => typeof text === 'string' && PLAIN.test(text)) ?? null;
}

/** Whether the areas have two complete NHS years in common of admissions or of costs. */
function isComparable(dataset: Dataset, settings: Settings): boolean {
  try {
    const { practice, comparator } = select(datasetByQuarter(dataset), settings);
    const areas = comparator ? [practice, comparator] : [practice];
    return ['admissions', 'cost'].some((role) => yearsInCommon(areas, role) > 1);
  } catch (error) {
    if (error instanceof QuarterlineError) return false;
    throw error;
  }
}

function yearsInCommon(areas: readonly SelectedArea[], role: string): number {
  const all = areas.map(({ series }) =>
    series.find(({ measure, stratum }) => measure.role === role && Object.keys(stratum).length === 0),
  );
  const [from, to] = [all[0]?.periods[0], all[0]?.periods.at(-1)];
  if (!from || !to) return 0;
  return completeYears(from, to, (quarter) => all.every((one) => one && valueAt(one, quarter) !== null)).length;
}
