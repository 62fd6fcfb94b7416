import { VERSION } from './version.ts';

/** Runs quarterline with the arguments after the program's name, and gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const debug = args.includes('--debug');
  try {
    const { runProgram } = await import('./commands/program.ts');
    return await runProgram(args);
  } catch (error) {
    const { errorText, loadSentences } = await import('./messages.ts');
    await loadSentences();
    const { QuarterlineError, failure } = await import('./errors.ts');
    const known =
      error instanceof QuarterlineError
        ? error
        : failure('failure.unexpected', { message: error instanceof Error ? error.message : String(error) }, error);
    process.stderr.write(`quarterline: ${errorText(known)}\n`);
    if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    return known.exitCode;
  }
}
