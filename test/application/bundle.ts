import { rolldown } from 'rolldown';
import { ROOT } from '../house/sources.ts';

/** The application as one script for a browser, under the name `application`: nothing of Node in it. */
export async function applicationScript(): Promise<string> {
  const build = await rolldown({
    cwd: ROOT,
    input: 'src/application/run.ts',
    platform: 'browser',
    resolve: { conditionNames: ['browser', 'import', 'default'] },
  });
  const { output } = await build.generate({ format: 'iife', name: 'application', codeSplitting: false });
  await build.close();
  return output[0].code;
}
