import { ENGLISH } from '../../src/messages/english.ts';
import { speak } from '../../src/messages.ts';

/** Every finding's and every problem's sentence, by id. */
export const FINDINGS = Object.assign({}, ...Object.values(ENGLISH).map(({ findings }) => findings)) as object;
export const PROBLEMS = Object.assign({}, ...Object.values(ENGLISH).map(({ problems }) => problems)) as object;

// Tests ask for any sentence without loading its language first.
speak(ENGLISH);
