import type { R_SCRIPT } from '../../messages/r-script/r-script.ts';

/** A function of the script: what it is for stands in messages, by its name. */
export interface Helper {
  readonly name: keyof (typeof R_SCRIPT)['helpers'];
  readonly code: string;
}
