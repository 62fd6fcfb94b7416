import type { ChartName } from '../../analysis/control-chart/result.ts';
import type { PhaseProposals } from '../../analysis/phases/result.ts';
import { suggestPhases } from '../../analysis/phases/suggest-phases.ts';
import type { Settings } from '../../question/settings.ts';
import { chartEach } from '../chart/each.ts';
import { chartOptions } from '../chart/options.ts';
import { inFiles } from '../quarterly.ts';
import { type Charted, OF_ONE_AREA } from './control-charts.ts';

/** Phases that might be set for each series of one value a period, with the evidence and every decision. */
export function phaseProposals(all: readonly Charted[], settings: Settings): readonly PhaseProposals[] {
  const series = all.flatMap((one) => ('values' in one ? [one] : []));
  const { from, to, exclude, per } = chartOptions(all, settings, { annotations: null });
  const options = {
    chart: settings.chart as ChartName | 'auto',
    ruleSet: settings.rules,
    runLength: settings.runLength,
    ...{ from, to, exclude, per },
  };
  return inFiles(settings.files, () => [
    ...chartEach(series, OF_ONE_AREA, (one) => suggestPhases(one, options)).charts,
  ]);
}
