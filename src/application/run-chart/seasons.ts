import type { SeasonalView } from '../../analysis/seasonal/result.ts';
import { type SeasonalOptions, seasonalCaution, seasonalView } from '../../analysis/seasonal/seasonal-view.ts';
import type { Series } from '../../data/series.ts';
import type { Finding } from '../../finding.ts';

export interface Seasons {
  /** Of each series of three whole years or more; made anew, since they are as large as the charts and few ask for them. */
  readonly views: () => readonly SeasonalView[];
  /** Of the areas with a caution. */
  readonly hidden: readonly SeasonalView[];
  /** By area: that a yearly cycle hides signals of the rules. */
  readonly cautions: ReadonlyMap<string, Finding>;
}

/** Fewest points of three years of quarters: of shorter series nothing can be said. */
const THREE_YEARS = 12;

/** The seasons of series, where they are long enough to say anything of them. */
export function seasonsOf(
  all: readonly Series[],
  ruleSet: string,
  options: Pick<SeasonalOptions, 'per' | 'from' | 'to'>,
): Seasons {
  const long = all.filter(({ periods }) => periods.length >= THREE_YEARS);
  const hidden: SeasonalView[] = [];
  const cautions = new Map<string, Finding>();
  for (const series of long) {
    const view = seasonalView(series, options);
    const found = view && seasonalCaution(series, ruleSet, view);
    if (!view || !found) continue;
    hidden.push(view);
    cautions.set(view.area, found);
  }
  return { views: () => long.flatMap((series) => seasonalView(series, options) ?? []), hidden, cautions };
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
