import { R_SCRIPT } from '../../messages/r-script/r-script.ts';
import type { Helper } from './helper.ts';
import { CHECKING } from './helpers-checking.ts';
import { MODELS } from './helpers-models.ts';
import { READING } from './helpers-reading.ts';
import { comment } from './text.ts';

const ALL: readonly Helper[] = [...READING, ...CHECKING, ...MODELS];

/** The functions that a script calls, each with its comment; those that they call themselves included. */
export function helpersFor(body: string): string {
  let text = body;
  const used: string[] = [];
  for (const { name, code } of [...ALL].reverse()) {
    if (!new RegExp(`\\b${name}[(),]`).test(text)) continue;
    used.unshift(`${comment(R_SCRIPT.helpers[name])}\n${code}`);
    text += code;
  }
  return used.join('\n\n');
}
