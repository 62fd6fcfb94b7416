import type { TopLevelSpec } from 'vega-lite';

/** The neutral document: what is said and shown, in order. It knows no format; render/ turns it into one. All text is plain text. */
export interface Doc {
  readonly title: string;
  readonly subtitle: string | null;
  readonly language: string;
  /** Notes that stand on everything made from the input: reconstruction, licence, provisional. */
  readonly notes: readonly string[];
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | List | Messages | Table | Figure | Section | Definitions | References | Downloads;

/** `lead`: the summary's sentences; `how-to-read`: under a chart; `note` and `source`: small print; `command`: to be typed, on one line. */
interface Paragraph {
  readonly type: 'paragraph';
  readonly role: 'body' | 'lead' | 'how-to-read' | 'note' | 'source' | 'command';
  readonly text: string;
}

interface List {
  readonly type: 'list';
  readonly items: readonly string[];
}

/** Findings, cautions and problems, already in words. */
export interface Messages {
  readonly type: 'messages';
  readonly items: readonly { readonly kind: 'finding' | 'caution' | 'problem'; readonly text: string }[];
}

export interface Column {
  readonly heading: string;
  readonly align: 'left' | 'right';
}

/** A cell is its text; `value` is the number behind it, unrounded, for CSV and workbooks. */
export interface Cell {
  readonly text: string;
  readonly value?: number | null;
  /** A drawn mark before the text. It repeats what the text says in words: meaning never rests on it. */
  readonly mark?: Mark;
}

/** What points say of variation, in the shapes of the charts, and whether a target is met. */
export type Mark = VariationMark | AssuranceMark;

/** Filled circle, diamond, square, hourglass, small open circle, circle of dots. */
type VariationMark = 'improvement' | 'concern' | 'neither' | 'both' | 'common' | 'insufficient';

/** Ring with a tick, a cross, a wave: the target is met, is missed, now the one and now the other. */
type AssuranceMark = 'pass' | 'fail' | 'inconsistent';

/** The first column names the row. `folded`: a reader unfolds it. */
export interface Table {
  readonly type: 'table';
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly folded: boolean;
}

/** A chart. `title` is the finding, `subtitle` what is shown; both are drawn by the spec too. */
export interface Figure {
  readonly type: 'figure';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly alt: string;
  readonly howToRead: string;
  readonly notes: readonly string[];
  readonly spec: TopLevelSpec;
  /** For widths under 600 px. */
  readonly narrowSpec: TopLevelSpec;
  /** The chart in rough, panel by panel, for a terminal; other renderers pass it by. */
  readonly sketches?: readonly Sketch[];
  readonly table: Table;
}

/** A chart in rough: what can be drawn with characters. Places are columns, counted from 0 at the first period. */
export interface Sketch {
  /** What the panel shows: area and measure. */
  readonly title: string;
  readonly points: readonly SketchPoint[];
  /** Horizontal lines, the most important first. */
  readonly lines: readonly SketchLine[];
  /** Labels of the largest and the smallest value. */
  readonly extremes: { readonly high: string; readonly low: string };
  /** Labels under the axis: the first period of each year. */
  readonly ticks: readonly { readonly place: number; readonly label: string }[];
  /** A vertical line before the point at this place: the intervention. */
  readonly divider: { readonly place: number; readonly label: string } | null;
  /** One row of letters under the points for each. */
  readonly marks: readonly {
    readonly letter: string;
    readonly label: string;
    readonly places: readonly number[];
  }[];
}

/** `label`: `median 741`, `target 700`; empty for none. `span`: first and last place; all places where it is left out. */
export interface SketchLine {
  readonly value: number;
  readonly role: 'centre' | 'target' | 'limit';
  readonly label: string;
  readonly span?: readonly [number, number];
}

/** `value` null: a missing period, drawn as a gap. `hollow`: left out of the rules. */
export interface SketchPoint {
  readonly place: number;
  readonly value: number | null;
  readonly hollow: boolean;
}

export interface Section {
  readonly type: 'section';
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface Definitions {
  readonly type: 'definitions';
  readonly items: readonly { readonly term: string; readonly text: string }[];
}

/** Sources: a citation, and where it can be read. */
export interface References {
  readonly type: 'references';
  readonly items: readonly { readonly text: string; readonly url: string | null }[];
}

/** Files offered to the reader; the renderer embeds them or links to them. */
export interface Downloads {
  readonly type: 'downloads';
  readonly items: readonly {
    readonly name: string;
    readonly label: string;
    readonly mediaType: string;
    readonly content: string;
  }[];
}
