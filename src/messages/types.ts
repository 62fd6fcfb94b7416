/** What a slot of a message may hold. Plain data, so that findings and problems can be serialised and translated. */
type Slot = string | number | boolean | null | readonly string[] | readonly number[];
export type Slots = Readonly<Record<string, Slot>>;

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
 * A part of a document in which findings stand: `lead`, the sentences that it begins with; `cautions`, all that must be borne in
 * mind; `assumed`, what was assumed in reading the files, told with the cautions; `noted`, what was passed over in reading them,
 * told by `check` and beside charts alone; `answer`, what an evaluation begins with, alone or in a report; `main`, what of
 * the evaluation a report says at once, after the lead of its comparison; else the section of that name.
 */
export type Part =
  | 'lead'
  | 'cautions'
  | 'assumed'
  | 'noted'
  | 'trend'
  | 'sensitivity'
  | 'answer'
  | 'main'
  | 'primary'
  | 'spread'
  | 'placebo'
  | 'published'
  | 'slopes'
  | 'reporting'
  | 'chart'
  | 'seasons'
  | 'phases'
  | 'steps';

/** Where a finding stands, once in every document that holds it; `also`: where it is said besides, in documents with that part. */
export type Place = Part | { readonly in: Part; readonly also: readonly Part[] };

/** id -> its place, or how its slots decide on it. */
export type Places<Findings> = { readonly [Id in keyof Findings]: Place | ((slots: Findings[Id]) => Place) };

/** What a sentence about a measure says of it: its name, and what it is divided by. */
export interface MeasureSlots {
  readonly measure: string;
  /** Units of the denominator that the values are given for; null without one. */
  readonly per: number | null;
  readonly denominator: string | null;
}
