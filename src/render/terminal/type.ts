/** What a terminal can show. */
export interface Terminal {
  readonly columns: number;
  readonly colour: boolean;
  /** Whether characters beyond ASCII come out as meant. */
  readonly unicode: boolean;
}
