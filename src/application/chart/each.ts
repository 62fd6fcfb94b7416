import type { ProblemCode } from '../../catalogue.ts';
import type { Area } from '../../data/series.ts';
import { QuarterlineError } from '../../errors.ts';
import { type Finding, problem } from '../../finding.ts';

interface ChartedEach<Chart> {
  readonly results: readonly Chart[];
  /** Areas that could not be charted. */
  readonly remarks: readonly Finding[];
}

/**
 * A chart for each series that can be charted as asked; the areas that cannot, for one of the reasons `ofOneArea` (problem
 * codes), are named. Throws where none can, and for every other reason.
 */
export function chartEach<One extends { readonly area: Area }, Chart>(
  all: readonly One[],
  ofOneArea: readonly ProblemCode[],
  make: (one: One) => Chart,
): ChartedEach<Chart> {
  const left: { readonly area: string; readonly error: QuarterlineError }[] = [];
  const results = all.flatMap((one) => {
    try {
      return [make(one)];
    } catch (error) {
      if (
        !(error instanceof QuarterlineError) ||
        !error.problems.slice(0, 1).every(({ code }) => ofOneArea.includes(code))
      )
        throw error;
      left.push({ area: one.area.name, error });
      return [];
    }
  });
  if (results.length === 0 && left[0]) throw left[0].error;
  const areas = left.map(({ area }) => area);
  return { results, remarks: areas.length > 0 ? [problem('run-chart.not-charted', { areas })] : [] };
}
