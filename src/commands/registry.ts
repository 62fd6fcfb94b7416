import { run } from '../application/run.ts';
import type { CommandName } from '../question/commands.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

interface CommandModule {
  /** Runs the command and gives its exit code. Throws QuarterlineError. */
  readonly run: (settings: Settings, effects: Effects) => Promise<number>;
}

/** Commands that only ask and show. */
const asked = (name: Parameters<typeof run>[0]) => async (): Promise<CommandModule> => ({
  run: async (settings, effects) => show(await run(name, settings, effects), settings, effects),
});

/** Where each command's code is. What only one needs is loaded when it runs. */
export const LOADERS: { readonly [Name in CommandName]: () => Promise<CommandModule> } = {
  check: () => import('./check.ts'),
  compare: asked('compare'),
  runchart: asked('runchart'),
  evaluate: () => import('./evaluate.ts'),
  spc: asked('spc'),
  scan: asked('scan'),
  rules: asked('rules'),
  power: asked('power'),
  report: () => import('./report.ts'),
  demo: () => import('./demo.ts'),
};
