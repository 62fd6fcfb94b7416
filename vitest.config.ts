import { defineConfig } from 'vitest/config';
import { AbsentReporter } from './test/support/absent-reporter.ts';

const LONG = 'test/**/*.long.test.ts';
/** Files that put something in a module's place, or that need modules which no other test has used: Vega counts the clips that it draws. */
const APART = 'test/**/*.apart.test.ts';

export default defineConfig({
  test: {
    setupFiles: ['test/support/sentences.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
    // Files share their modules: loading them for each file again costs a third of the run. CI also runs the files by themselves.
    isolate: false,
    reporters: ['default', new AbsentReporter()],
    projects: [
      { extends: true, test: { name: 'short', include: ['test/**/*.test.ts'], exclude: [LONG, APART] } },
      { extends: true, test: { name: 'apart', include: [APART], isolate: true } },
      { extends: true, test: { name: 'long', include: [LONG], testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
