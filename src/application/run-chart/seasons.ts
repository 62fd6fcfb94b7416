import type { SeasonalView } from '../../analysis/seasonal/result.ts';
import { type SeasonalOptions, seasonalCaution, seasonalView } from '../../analysis/seasonal/seasonal-view.ts';
import type { Series } from '../../data/series.ts';
import type { Finding } from '../../finding.ts';

/** The seasons of the series that are charted: each is looked at once, when its chart is first made. */
export interface Seasons {
  /** The chart of a series, with the caution that a yearly cycle hides signals among its findings, where one does. */
  readonly with: <Chart extends { readonly findings: readonly Finding[] }>(chart: Chart, series: Series) => Chart;
  /** Of each series so far of three whole years or more; made anew, since they are as large as the charts and few ask for them. */
  readonly views: () => readonly SeasonalView[];
  /** Of the series so far with a caution. */
  readonly hidden: () => readonly SeasonalView[];
}

/** Fewest points of three years of quarters: of shorter series nothing can be said. */
const THREE_YEARS = 12;

export function seasonsUnder(ruleSet: string, options: Pick<SeasonalOptions, 'per' | 'from' | 'to'>): Seasons {
  const seen = new Map<Series, { readonly view: SeasonalView; readonly caution: Finding } | null>();
  const viewOf = (series: Series): SeasonalView | null =>
    series.periods.length >= THREE_YEARS ? seasonalView(series, options) : null;
  const look = (series: Series) => {
    const view = viewOf(series);
    const caution = view && seasonalCaution(series, ruleSet, view);
    return view && caution ? { view, caution } : null;
  };
  return {
    with: (chart, series) => {
      if (!seen.has(series)) seen.set(series, look(series));
      const found = seen.get(series);
      return found ? { ...chart, findings: [...chart.findings, found.caution] } : chart;
    },
    views: () => [...seen.keys()].flatMap((series) => viewOf(series) ?? []),
    hidden: () => [...seen.values()].flatMap((found) => found?.view ?? []),
  };
}
