import type { Slots } from '../types.ts';

/** id -> the sentence made from the slots. One table a topic; messages.ts joins them. */
export type FindingTexts = Readonly<Record<string, (slots: Slots) => string>>;

/** code -> what was found, what was expected, what to do. `remedy` is a full sentence. */
export type ProblemTexts = Readonly<
  Record<string, (slots: Slots) => { readonly found: string; readonly expected?: string; readonly remedy?: string }>
>;
