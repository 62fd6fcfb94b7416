import type { ProblemCode } from '../../catalogue.ts';
import type { Area } from '../../data/series.ts';
import { QuarterlineError } from '../../errors.ts';
import { type Finding, problem } from '../../finding.ts';

/** What is made of every series: findings, and signals where it is judged. */
interface AreaChart {
  readonly findings: readonly Finding[];
  readonly signals?: readonly unknown[];
}

export interface ChartedEach<Chart> {
  /** In the order of the series. */
  readonly charts: Iterable<Chart>;
  /** What the charts found, chart by chart. */
  readonly findings: readonly Finding[];
  /** Whether any has a signal. */
  readonly signal: boolean;
  /** Areas that could not be charted. */
  readonly remarks: readonly Finding[];
}

/** Of more areas than this no chart is held: each is made anew when it is gone through, and thousands fit in little memory. */
const MOST_HELD = 200;

/**
 * A chart for each series that can be charted as asked; the areas that cannot, for one of the reasons `ofOneArea` (problem
 * codes), are named. Every chart is made once before this returns, so that nothing is refused later. Throws where none can,
 * and for every other reason.
 */
export function chartEach<One extends { readonly area: Area }, Chart extends AreaChart>(
  all: readonly One[],
  ofOneArea: readonly ProblemCode[],
  make: (one: One) => Chart,
): ChartedEach<Chart> {
  const left: { readonly area: string; readonly error: QuarterlineError }[] = [];
  const charted: One[] = [];
  const held: Chart[] = [];
  const findings: Finding[] = [];
  let signal = false;
  for (const one of all) {
    try {
      const chart = make(one);
      charted.push(one);
      if (all.length <= MOST_HELD) held.push(chart);
      findings.push(...chart.findings);
      signal ||= (chart.signals ?? []).length > 0;
    } catch (error) {
      if (!isOfOneArea(error, ofOneArea)) throw error;
      left.push({ area: one.area.name, error });
    }
  }
  if (charted.length === 0 && left[0]) throw left[0].error;
  const areas = left.map(({ area }) => area);
  const remarks = areas.length > 0 ? [problem('run-chart.not-charted', { areas })] : [];
  return { charts: all.length <= MOST_HELD ? held : anew(charted, make), findings, signal, remarks };
}

const isOfOneArea = (error: unknown, codes: readonly ProblemCode[]): error is QuarterlineError =>
  error instanceof QuarterlineError && error.problems.slice(0, 1).every(({ code }) => codes.includes(code));

const anew = <One, Chart>(all: readonly One[], make: (one: One) => Chart): Iterable<Chart> => ({
  *[Symbol.iterator]() {
    for (const one of all) yield make(one);
  },
});
