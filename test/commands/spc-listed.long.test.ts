import { expect, it } from 'vitest';
import type { Effects } from '../../src/commands/effects.ts';
import { runProgram } from '../../src/commands/program.ts';
import { hash } from '../support/hash.ts';
import { describeShared } from '../support/shared.ts';
import { expectLimits, listedCases, listedSubgroups, SPC_LISTED } from '../support/spc-listed.ts';

/** The points of the one chart that `spc` makes of a file's text. */
async function spc(text: string, ...args: readonly string[]) {
  let out = '';
  const effects: Effects = {
    out: (more) => {
      out += more;
    },
    err: () => undefined,
    read: async () => new TextEncoder().encode(text),
    exists: async () => false,
    hash,
    writeFolder: async () => undefined,
    writeFile: async () => undefined,
    refuse: async () => undefined,
    terminal: { isScreen: false, columns: 80, colour: false, unicode: true },
  };
  await runProgram(['spc', 'listed.csv', '--order', 'event', '--json', ...args], effects);
  return JSON.parse(out).result.charts[0].points;
}

const option = (name: string, values: readonly number[]): readonly string[] =>
  values.length > 0 ? [name, values.join()] : [];

describeShared('spc gives the limits of qicharts2 to six digits', SPC_LISTED, () => {
  it('is the whole set', () => {
    expect([listedCases().length, listedSubgroups().length]).toEqual([804, 4]);
  });

  it.each(listedCases())('$title', async ({ chart, screened, y, n, freeze, exclude, starts, phases }) => {
    const text = n ? ['y,n', ...y.map((value, i) => `${value},${n[i]}`)] : ['y', ...y];
    const points = await spc(
      `${text.join('\n')}\n`,
      ...['--measure', 'y', '--chart', chart],
      ...(n ? ['--columns', 'n=n', '--denominator', 'n', '--per', '1'] : []),
      ...(freeze === null ? [] : ['--freeze', String(freeze)]),
      ...option('--exclude', exclude),
      ...option('--phases', starts),
      ...(screened ? ['--screen-moving-ranges'] : []),
    );
    for (const phase of phases) expectLimits(points, phase, 1e-6);
  });

  it.each(listedSubgroups())('$title', async ({ chart, observations, phases }) => {
    const text = observations.flatMap((own, i) => own.map((value) => `one,${i + 1},${value}`));
    const points = await spc(
      `table,subgroup,obs\n${text.join('\n')}\n`,
      ...['--measure', 'obs', '--columns', 'period=subgroup,area=table', '--chart', chart],
    );
    for (const phase of phases) expectLimits(points, phase, 1e-6);
  });
});
