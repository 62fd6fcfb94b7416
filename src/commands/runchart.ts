import { gather } from '../application/gather.ts';
import { runChartOutput } from '../application/run-chart/output.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `runchart`: a run chart for each area, judged by a named rule set, each signal in a sentence. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  return show(runChartOutput(settings, await gather(settings, effects)), settings, effects);
}
