import type { Reporter, TestModule } from 'vitest/node';

/** What a skipped test says in its name: `[skipped: WHY]`. */
const SKIPPED = /\[skipped: (.*?)\]/;
const SHARED = /^\.\.\/shared\//;

/** Says at the end, in a line each, how much was skipped for want of ../shared, of Chromium or of R. */
export class AbsentReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = new Map<string, number>();
    for (const module of modules)
      for (const test of module.children.allTests('skipped')) {
        const why = SKIPPED.exec(test.fullName)?.[1];
        if (why === undefined) continue;
        const what = SHARED.test(why) ? 'shared material absent' : why;
        counts.set(what, (counts.get(what) ?? 0) + 1);
      }
    for (const [what, count] of counts)
      process.stdout.write(`${what}: ${count} ${count === 1 ? 'group' : 'groups'} of tests skipped\n`);
  }
}
