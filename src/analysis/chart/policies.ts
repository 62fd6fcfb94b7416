/** A point on the centre line is left out of runs (`skipped`), or ends the run (`breaks`). */
export type LinePolicy = 'skipped' | 'breaks';

/** Of equal neighbours one counts (`one-counts`), or they end the trend (`breaks`). */
export type TiePolicy = 'one-counts' | 'breaks';

/** Where a rule set is defined, by the key of the reference, and against what it was checked: its author's code, or writings of others. */
export interface RuleSetSource<Reference extends string> {
  readonly reference: Reference;
  readonly checked: 'author-code' | 'acceptance-data' | 'secondary';
}
