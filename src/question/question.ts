import { chooseMeasure } from '../data/select/choose-series.ts';
import { selectPeerGroups } from '../data/select/peer-groups.ts';
import { likelyTotals, type SelectedArea, type Selection, select } from '../data/select/select.ts';
import type { Dataset, Measure } from '../data/series.ts';
import { usageError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { type Dates, datesOf } from './periods.ts';
import type { Settings } from './settings.ts';

/** What is asked, against the data: every name, date and measure looked up once. */
interface Question {
  readonly practice: SelectedArea;
  readonly comparator: SelectedArea | null;
  readonly selection: Selection;
  /** The groups of `--peer-group`, each pooled, and what was assumed. */
  readonly peerGroups: ReturnType<typeof selectPeerGroups>;
  /** The measure that was named; null: as the data have it. */
  readonly measure: Measure | null;
  readonly dates: Dates;
  /** What was assumed in choosing the areas. */
  readonly findings: readonly Finding[];
}

/** Looks up what the settings name, by quarter. Throws usage and data errors. */
export function questionOf(dataset: Dataset, settings: Settings): Question {
  const measure = settings.measure === null ? null : chooseMeasure(dataset, settings.measure);
  const dates = datesOf(settings);
  if (settings.peerGroups.length > 0 && settings.comparator.length === 0) throw usageError('usage.groups-alone');
  const selection = select(dataset, settings);
  const { practice, comparator, findings } = selection;
  const peerGroups = selectPeerGroups(dataset, settings.peerGroups, selection, settings.comparatorIncludesPractice);
  return { practice, comparator, selection, peerGroups, measure, dates, findings };
}

/** How many areas a comparator must be pooled from to be peers. */
const FEWEST_PEERS = 2;

/** The areas that the comparator is pooled from; else all others, where there are more than one and none may hold the rest. */
export function peersOf(dataset: Dataset, { practice, comparator }: Question): readonly SelectedArea[] {
  const members = comparator?.area.members ?? null;
  const taken = [practice, comparator].flatMap((one) => (one ? [one.area.name, ...(one.area.members ?? [])] : []));
  const others = members
    ? dataset.areas.filter(({ name }) => members.includes(name) && name !== practice.area.name)
    : dataset.areas.filter(({ name }) => !taken.includes(name));
  if (others.length < FEWEST_PEERS || likelyTotals(others, dataset.series).length > 0) return [];
  return others.map((area) => ({ area, series: dataset.series.filter((series) => series.area === area) }));
}
