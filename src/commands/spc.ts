import { controlChartOutput } from '../application/control-chart/output.ts';
import { gather } from '../application/gather.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `spc`: a control chart for each area, judged by a named rule set, each signal in a sentence. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  return show(controlChartOutput(settings, await gather(settings, effects)), settings, effects);
}
