import { VERSION } from './version.ts';

/** Runs quarterline with the arguments after the program's name, and gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  process.stdout.off('error', endOutput).on('error', endOutput);
  process.stderr.off('error', lose).on('error', lose);
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const debug = args.includes('--debug');
  try {
    const { runProgram } = await import('./commands/program.ts');
    return await runProgram(args);
  } catch (error) {
    // Where standard output has failed, that is told already.
    return outputFailed ? 1 : tell(error, debug);
  }
}

/** Where nobody takes messages they are lost. */
const lose = (): void => undefined;

let outputFailed = false;

/** A reader such as `head` that has seen enough is no error; anything else that keeps output from being written is. */
async function endOutput(error: NodeJS.ErrnoException): Promise<void> {
  outputFailed = true;
  if (error.code === 'EPIPE') process.exit(0);
  const { failure } = await import('./errors.ts');
  process.exit(await tell(failure('failure.standard-output', { code: error.code ?? error.message }), false));
}

/** Says what went wrong, in a line for each problem, and gives the exit code. */
async function tell(error: unknown, debug: boolean): Promise<number> {
  const { errorText, loadSentences } = await import('./messages.ts');
  const { QuarterlineError, failure } = await import('./errors.ts');
  const { plainLines } = await import('./render/escape.ts');
  await loadSentences();
  const known =
    error instanceof QuarterlineError
      ? error
      : failure('failure.unexpected', { message: error instanceof Error ? error.message : String(error) }, error);
  process.stderr.write(`quarterline: ${errorText(known)}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${plainLines(error.stack ?? '')}\n`);
  return known.exitCode;
}
