/** id -> the sentence made from its slots. */
export type Sentences<Findings> = { readonly [Id in keyof Findings]: (slots: Findings[Id]) => string };

/** What was found, what was expected, what to do. `remedy` is a full sentence. */
export interface ProblemParts {
  readonly found: string;
  readonly expected?: string;
  readonly remedy?: string;
}

/** code -> the parts of its sentence. */
export type ProblemSentences<Problems> = { readonly [Code in keyof Problems]: (slots: Problems[Code]) => ProblemParts };

/**
 * Where a finding stands in the documents that hold it, once: `lead`, among the sentences that a document begins with;
 * `cautions`, with all that must be borne in mind; else the section of that name.
 */
export type Place = 'lead' | 'cautions' | 'chart' | 'seasons' | 'phases';

/** id -> its place. */
export type Places<Findings> = { readonly [Id in keyof Findings]: Place };

/** What a sentence about a measure says of it: its name, and what it is divided by. */
export interface MeasureSlots {
  readonly measure: string;
  /** Units of the denominator that the values are given for; null without one. */
  readonly per: number | null;
  readonly denominator: string | null;
}
