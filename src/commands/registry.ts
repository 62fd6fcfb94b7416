import type { CommandName } from '../question/commands.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';

interface CommandModule {
  /** Runs the command and gives its exit code. Throws QuarterlineError. */
  readonly run: (settings: Settings, effects: Effects) => Promise<number>;
}

/** Where each command's code is. It is loaded only when the command runs. */
export const LOADERS: { readonly [Name in CommandName]: () => Promise<CommandModule> } = {
  check: () => import('./check.ts'),
  compare: () => import('./compare.ts'),
  runchart: () => import('./runchart.ts'),
  evaluate: () => import('./evaluate.ts'),
  spc: () => import('./spc.ts'),
  scan: () => import('./scan.ts'),
  rules: () => import('./rules.ts'),
  power: () => import('./power.ts'),
  report: () => import('./report.ts'),
  demo: () => import('./demo.ts'),
};
