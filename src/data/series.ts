import type { Finding } from '../finding.ts';
import type { Ordinal, Sha256, Whole } from '../quantities.ts';
import type { Frequency, Period } from './period.ts';

/** A population that is counted. `members` names the areas pooled into it; null for an area as it stands in a file. */
export interface Area {
  readonly code: string | null;
  readonly name: string;
  readonly members: readonly string[] | null;
}

/** What a measure means to the analysis; `other` is any number a user asked for. */
export type Role = 'admissions' | 'cost' | 'list_size' | 'bed_days' | 'attendances' | 'other';

export type Direction = 'lower' | 'higher' | 'neither';

/** `combine` says how months make a quarter and areas a pool over time: counts are summed, list sizes averaged over time. */
export interface Measure {
  readonly name: string;
  readonly role: Role;
  readonly unit: 'count' | 'GBP' | 'people' | 'days' | 'number';
  readonly combine: 'sum' | 'mean';
  readonly better: Direction;
}

/** For example {age_band: '65-74', sex: 'female'}. Empty for the whole population. */
export type Stratum = Readonly<Record<string, string>>;

export type FlagKind = 'provisional' | 'restated' | 'suppressed' | 'excluded' | 'partial';

/** Something to know about one point. `range` bounds a suppressed value (both ends included). */
export interface Flag {
  readonly index: number;
  readonly kind: FlagKind;
  readonly range?: readonly [number, number];
  readonly note?: string;
}

/** Where a series stands in its file; `lines` count from 1, one a period, null where a period has none. */
interface Origin {
  readonly file: string;
  readonly column: string;
  readonly lines: readonly (number | null)[];
}

/**
 * One measure of one area over time. `periods` is regular (each `step` after the one before) from the first to the last
 * period for which the area holds a value of this measure; a missing period stands there with the value null. All arrays
 * have one entry a period. Two series of an area need not begin or end together: look values up by period.
 */
export interface Series {
  readonly area: Area;
  readonly measure: Measure;
  readonly stratum: Stratum;
  readonly periods: readonly Period[];
  /** Distance between neighbours in units of the index: 1, or 7 for weeks. */
  readonly step: number;
  readonly values: readonly (number | null)[];
  readonly denominator: Denominator | null;
  readonly flags: readonly Flag[];
  /** Labels of events, in event order only. */
  readonly labels: readonly string[] | null;
  /** Absent where the series was made from others. */
  readonly origin?: Origin;
}

export interface Denominator {
  readonly measure: Measure;
  readonly values: readonly (number | null)[];
}

/** Where a file came from, as every result repeats it. `path` is as the user typed it. */
export interface Input {
  /** As it was named; - is standard input. */
  readonly path: string;
  readonly sha256: Sha256;
  /** Rows below the headings. */
  readonly rows: Whole;
  /** How its bytes were read: utf-8, utf-16le, windows-1252 ... */
  readonly encoding: string;
  /** Notes from NAME.meta.yaml beside it. They belong on everything made from the file. */
  readonly notes: readonly string[];
  readonly licence: string | null;
  readonly source: string | null;
}

/** Everything that was read, joined on area and period. */
export interface Dataset {
  readonly frequency: Frequency;
  readonly step: number;
  readonly areas: readonly Area[];
  readonly measures: readonly Measure[];
  readonly series: readonly Series[];
  readonly inputs: readonly Input[];
  /** What was assumed, ignored or found missing while reading. */
  readonly findings: readonly Finding[];
  /** Names of areas that no column named, so that their file's name stands in. */
  readonly namedByFile?: readonly string[];
  /** Where the first file names its areas. */
  readonly areasAt?: { readonly file: string; readonly line: number; readonly column?: string };
}

/** One column of a file and the part it plays: `period`, `area`, `area_code`, `stratum`, a measure's name, or `ignored`. */
export interface ColumnSummary {
  readonly name: string;
  /** period, area, area_code, stratum, ignored, or the name of a measure. */
  readonly role: string;
  /** Null where the column is not a measure. */
  readonly unit: Measure['unit'] | null;
}

/** What a file holds of a measure. `area` is null where there are so many that they are taken together. */
export interface MeasureSummary {
  readonly measure: string;
  /** The area; null: so many that they are taken together. */
  readonly area: string | null;
  readonly unit: Measure['unit'];
  /** Cells with a value, and cells without. */
  readonly n: Whole;
  readonly missing: Whole;
  readonly min: number | null;
  readonly median: number | null;
  readonly max: number | null;
}

/** How one file was understood, before anything was joined. Periods are written as output writes them. */
export interface FileSummary {
  /** As it was named; - is standard input. */
  readonly path: string;
  readonly encoding: string;
  /** What stands between cells: comma, semicolon or tab. */
  readonly delimiter: string;
  /** The line of the headings, from 1. */
  readonly headerRow: Ordinal;
  /** long: a row for each period of an area. wide: a column for each area. */
  readonly shape: 'long' | 'wide';
  readonly layout: 'long' | 'series' | 'wide';
  /** Rows below the headings. */
  readonly rows: Whole;
  readonly columns: readonly ColumnSummary[];
  readonly measures: readonly MeasureSummary[];
  /** Areas, in the order of the file. */
  readonly areas: readonly string[];
  /** `week` for days seven apart, else the frequency. */
  readonly frequency: Frequency | 'week';
  /** First period, as output writes periods: 2013/14 Q1, 2013-04. */
  readonly from: string;
  readonly to: string;
  /** Periods that some area lacks between its first and its last. */
  readonly gaps: readonly string[];
  /** The same, area by area. */
  readonly gapsByArea: readonly {
    readonly area: string;
    readonly measure: string;
    /** What it lacks. */
    readonly periods: readonly string[];
  }[];
  /** Values that stand twice with the same number. */
  readonly duplicates: Whole;
}

/** A column as another program finds it: by its heading, or by its place from 1 where the heading does not say which. */
export type ColumnKey = string | number;

/** Values of a measure in a file: in one column, of the area named, or of the areas that the rows name (null). */
export interface RecipeValues {
  readonly measure: string;
  readonly column: ColumnKey;
  readonly area: string | null;
}

/** How the values of some measures are taken out of a file again, by another program. Texts have their white space single. */
export interface FileRecipe {
  readonly path: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** Quotation marks stand around cells. */
  readonly quoted: boolean;
  /** The lines of the table, from 1: that of the headings and the last, null for the end. Null where nothing stands around it. */
  readonly lines: { readonly from: number; readonly to: number | null } | null;
  readonly frequency: 'day' | 'month' | 'quarter';
  /** The column of the periods; two where a year stands beside a part of it, and a label is then both with a space between. */
  readonly period: readonly ColumnKey[];
  /** Each label of a period as written, and the index it stands for. */
  readonly labels: readonly (readonly [label: string, index: number])[];
  /** The columns that name a row's area (code and name only where one does not say it); none in a wide or one-area file. */
  readonly areas: readonly ColumnKey[];
  /** What stands in them for each area that is used; null where it is the area's own name throughout. */
  readonly named: readonly (readonly [text: string, area: string])[] | null;
  /** Rows of everybody: those in which each of these columns holds one of its texts. */
  readonly everybody: readonly { readonly column: ColumnKey; readonly texts: readonly string[] }[];
  /** Columns whose groups are added up, where no row is of everybody. */
  readonly groups: readonly ColumnKey[];
  readonly values: readonly RecipeValues[];
}

/** How practice and comparator are put together again from files: areas by unambiguous names, summed. */
export interface Recipe {
  readonly files: readonly FileRecipe[];
  readonly practice: readonly string[];
  readonly comparator: readonly string[];
  /** The comparator is every area of the files but the practice. */
  readonly isRest: boolean;
  /** The practice is subtracted from the comparator. */
  readonly subtract: boolean;
}

/** A measure's value in a period; null where it is missing or outside the series. */
export function valueAt(series: Series, period: Period): number | null {
  const first = series.periods[0];
  if (!first || first.frequency !== period.frequency) return null;
  return series.values[(period.index - first.index) / series.step] ?? null;
}
