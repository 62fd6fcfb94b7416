import type { CommandOutput } from '../application/output.ts';

const OUTPUTS = new WeakMap<object, CommandOutput>();

/** Keeps what an answer, its result and its document were made from, as long as one of them is held. */
export function keep(output: CommandOutput, ...answers: readonly object[]): void {
  for (const one of answers) OUTPUTS.set(one, output);
}

/** What an answer, its result or its document was made from. */
export const outputBehind = (answer: object): CommandOutput | undefined => OUTPUTS.get(answer);
