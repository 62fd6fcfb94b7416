import { completeYears } from '../analysis/windows.ts';
import { datasetByQuarter } from '../data/by-quarter.ts';
import { valueAt } from '../data/pool.ts';
import { likelyTotals } from '../data/select.ts';
import type { Area, Dataset, Series } from '../data/series.ts';
import type { Settings } from '../project/settings.ts';
import { commandLine } from './command-line.ts';

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
  const [practice, comparator, third] = dataset.areas;
  const [total] = likelyTotals(dataset.areas.slice(1), dataset.series);
  const [first, second] = [word(practice), third && !total ? 'rest' : word(total ?? comparator)];
  if (practice && isComparable(dataset)) {
    if (!comparator) return commandLine('compare', base);
    if (first && second) return commandLine('compare', { ...base, practice: [first], comparator: [second] });
  }
  const hasAdmissions = dataset.measures.some(({ role }) => role === 'admissions');
  const measure = hasAdmissions ? settings.measure : (settings.measure ?? drawn.measure.name);
  return commandLine('runchart', { ...base, measure });
}

function word(area: Area | undefined): string | null {
  return [area?.name, area?.code].find((text): text is string => typeof text === 'string' && PLAIN.test(text)) ?? null;
}

/** Whether the first two areas have two complete NHS years in common of admissions or of costs. */
function isComparable(dataset: Dataset): boolean {
  if (dataset.frequency !== 'quarter' && dataset.frequency !== 'month') return false;
  const { areas, series } = quarterly(dataset);
  return ['admissions', 'cost'].some((role) => {
    const own = areas
      .slice(0, 2)
      .map((area) => series.find((one) => one.area === area && one.measure.role === role && isWhole(one)));
    const [first] = own;
    const [from, to] = [first?.periods[0], first?.periods.at(-1)];
    if (!from || !to) return false;
    return completeYears(from, to, (quarter) => own.every((one) => one && valueAt(one, quarter) !== null)).length > 1;
  });
}

const isWhole = ({ stratum }: Series): boolean => Object.keys(stratum).length === 0;

function quarterly(dataset: Dataset): Dataset {
  try {
    return datasetByQuarter(dataset);
  } catch {
    return { ...dataset, series: [] };
  }
}
