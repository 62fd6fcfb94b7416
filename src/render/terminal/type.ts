/** What a terminal can show. */
export interface Terminal {
  /** Somebody looks at it: it is no file and no pipe. */
  readonly isScreen: boolean;
  readonly columns: number;
  readonly colour: boolean;
  /** Whether characters beyond ASCII come out as meant. */
  readonly unicode: boolean;
}
