import type { SeasonalView } from '../../analysis/seasonal/result.ts';
import { type SeasonalOptions, seasonalCaution, seasonalView } from '../../analysis/seasonal/seasonal-view.ts';
import type { Series } from '../../data/series.ts';
import type { Finding } from '../../finding.ts';

export interface Seasons {
  /** Of each series of three whole years or more. */
  readonly views: readonly SeasonalView[];
  /** By area: that a yearly cycle hides signals of the rules. */
  readonly cautions: ReadonlyMap<string, Finding>;
}

/** Fewest points of three years of quarters: shorter series need not load anything. */
const THREE_YEARS = 12;

/** The seasons of series, where they are long enough to say anything of them. */
export function seasonsOf(
  all: readonly Series[],
  ruleSet: string,
  options: Pick<SeasonalOptions, 'per' | 'from' | 'to'>,
): Seasons {
  const long = all.filter(({ periods }) => periods.length >= THREE_YEARS);
  if (long.length === 0) return { views: [], cautions: new Map() };
  const views: SeasonalView[] = [];
  const cautions = new Map<string, Finding>();
  for (const series of long) {
    const view = seasonalView(series, options);
    if (view === null) continue;
    views.push(view);
    const found = seasonalCaution(series, ruleSet, view);
    if (found) cautions.set(view.area, found);
  }
  return { views, cautions };
}

/** Charts with the caution of their area among their findings. */
export function withSeasons<Chart extends { readonly area: string; readonly findings: readonly Finding[] }>(
  charts: readonly Chart[],
  { cautions }: Seasons,
): readonly Chart[] {
  return charts.map((chart) => {
    const found = cautions.get(chart.area);
    return found ? { ...chart, findings: [...chart.findings, found] } : chart;
  });
}
