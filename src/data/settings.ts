/** How files are read and joined: the part of the options that reading takes. */
export interface InputSettings {
  /** How a column name is mapped: role -> heading. */
  readonly columns: Readonly<Record<string, string>>;
  /** null: as recognised; admissions where a wide file's name says nothing. */
  readonly measure: string | null;
  readonly quarters: 'financial' | 'calendar' | null;
  readonly order: 'time' | 'event';
  readonly by: 'quarter' | null;
  readonly better: 'lower' | 'higher' | 'neither' | null;
  /** A measure to divide by: its column is read even under a heading that is not recognised. */
  readonly denominator: string | null;
}

/** Which areas are asked about, and how the comparator is made. */
export interface SelectionSettings {
  readonly practice: readonly string[];
  readonly comparator: readonly string[];
  readonly comparatorIncludesPractice: boolean;
}
