import type { Places } from '../types.ts';

interface OfFile {
  readonly file: string;
}

/** Columns of a file by their headings. */
interface Headings extends OfFile {
  readonly headings: readonly string[];
}

/** A column of periods, the cell that shows how it was read, and as what. */
interface ReadPeriod extends OfFile {
  readonly column: string;
  readonly cell: string;
  readonly period: string;
  readonly convention: 'financial' | 'calendar' | null;
}

/** A column of periods whose rhythm says what they are. */
interface Rhythm extends OfFile {
  readonly column: string;
}

/** Cells of a column, how many, the first in which line. */
interface Cells extends OfFile {
  readonly heading: string;
  readonly count: number;
  readonly line: number;
  readonly measure: string;
}

/** A measure of an area. */
interface OfArea {
  readonly area: string;
  readonly measure: string;
}

/** Some of `count` areas. */
export interface SomeAreas {
  readonly areas: readonly string[];
  readonly count: number;
}

interface Repeated extends OfFile {
  readonly count: number;
  readonly area: string;
  readonly period: string;
  readonly line: number;
  /** Null for the same file. */
  readonly otherFile: string | null;
  readonly otherLine: number;
}

/** What was assumed, passed over or found missing while reading. */
export interface InputFindings {
  'input.windows-1252': OfFile & { readonly line: number };
  'input.empty-columns': OfFile & { readonly columns: number };
  'input.headed-empty': Headings;
  'input.other-numbers': Headings;
  'input.other-texts': Headings;
  'input.second-period': OfFile & { readonly heading: string; readonly used: string };
  'input.composed-period': OfFile & { readonly heading: string };
  'input.measure-from-file': OfFile & { readonly measure: string };
  'input.assumed-admissions': OfFile;
  'input.only-number': OfFile & { readonly heading: string; readonly measure: string };
  'input.event-order': OfFile;
  'input.quarter-convention': ReadPeriod;
  'input.day-first': ReadPeriod;
  'input.excel-serial': ReadPeriod;
  'input.bare-year': ReadPeriod;
  'input.compact-year': ReadPeriod;
  'input.first-days-as-months': Rhythm;
  'input.last-days-as-months': Rhythm;
  'input.days-as-weeks': Rhythm;
  'input.months-as-quarters': Rhythm;
  'input.months-as-financial-years': Rhythm;
  'input.months-as-calendar-years': Rhythm;
  'input.missing-cells': Cells;
  'input.fractions': Cells;
  /** The first of `count` values that stood twice, and where it stood before. */
  'input.duplicates': Repeated;
  /** The first of `count` numbers that stood beside an empty cell for the same area and period, and where the other stood. */
  'input.beside-empty': Repeated;
  'input.gaps': OfArea & { readonly periods: readonly string[]; readonly count: number; readonly otherAreas: number };
  'input.areas-without': SomeAreas & { readonly measure: string };
  'input.total-area': { readonly areas: readonly string[] };
  'input.areas-renamed': {
    readonly code: string;
    readonly names: readonly string[];
    readonly used: string;
    /** How many other codes stand under several names. */
    readonly others: number;
  };
  'input.strata-summed': { readonly measure: string; readonly strata: readonly string[] };
  'input.strata-not-summed': { readonly measure: string };
  /** Quarters of which months are missing, in `areas` areas, one by name. */
  'input.quarters-dropped': OfArea & {
    readonly quarters: readonly string[];
    readonly count: number;
    readonly areas: number;
  };
  'input.made-quarters': object;
  'input.notes-keys': OfFile & { readonly keys: readonly string[] };
  'input.pool-gaps': OfArea & SomeAreas;
  'input.pool-lacks': OfArea & SomeAreas;
  'input.pool-other': OfArea;
  /** `share`: what the areas left out hold of all others, in percent of `shareOf`. */
  'input.rest-incomplete': SomeAreas & {
    readonly measures: readonly string[];
    readonly share: number;
    readonly shareOf: string;
  };
  'input.rest-may-hold-total': { readonly areas: readonly string[] };
  'input.subtracted': { readonly whole: string; readonly part: string; readonly measures: readonly string[] };
  'input.not-subtracted': { readonly measure: string; readonly whole: string; readonly part: string };
}

export const inputPlaces: Places<InputFindings> = {
  'input.windows-1252': 'assumed',
  'input.empty-columns': 'noted',
  'input.headed-empty': 'noted',
  'input.other-numbers': 'noted',
  'input.other-texts': 'noted',
  'input.second-period': 'noted',
  'input.composed-period': 'assumed',
  'input.measure-from-file': 'assumed',
  'input.assumed-admissions': 'assumed',
  'input.only-number': 'assumed',
  'input.event-order': 'noted',
  'input.quarter-convention': 'assumed',
  'input.day-first': 'assumed',
  'input.excel-serial': 'assumed',
  'input.bare-year': 'assumed',
  'input.compact-year': 'assumed',
  'input.first-days-as-months': 'assumed',
  'input.last-days-as-months': 'assumed',
  'input.days-as-weeks': 'assumed',
  'input.months-as-quarters': 'assumed',
  'input.months-as-financial-years': 'assumed',
  'input.months-as-calendar-years': 'assumed',
  'input.missing-cells': 'assumed',
  'input.fractions': 'assumed',
  'input.duplicates': 'assumed',
  'input.beside-empty': 'assumed',
  'input.gaps': 'assumed',
  'input.areas-without': 'assumed',
  'input.total-area': 'assumed',
  'input.areas-renamed': 'assumed',
  'input.strata-summed': 'assumed',
  'input.strata-not-summed': 'assumed',
  'input.quarters-dropped': 'assumed',
  'input.made-quarters': 'assumed',
  'input.notes-keys': 'assumed',
  'input.pool-gaps': 'assumed',
  'input.pool-lacks': 'assumed',
  'input.pool-other': 'assumed',
  'input.rest-incomplete': 'assumed',
  'input.rest-may-hold-total': 'assumed',
  'input.subtracted': 'noted',
  'input.not-subtracted': 'assumed',
};

/** The headings of a file, as far as they are listed. */
export interface InFile {
  readonly headings: readonly string[];
}

interface Cell {
  readonly cell: string;
}

/** A cell that cannot be a value of its measure. */
interface Value extends Cell {
  readonly measure: string;
}

interface Text {
  readonly text: string;
}

/** What an option holds; null where a text stands in a file. */
export interface OptionText extends Text {
  readonly option: string | null;
}

interface OfGroup {
  readonly group: string;
}

interface Path {
  readonly path: string;
}

/** Why files, cells and names cannot be used. */
export interface InputProblems {
  'input.no-files': object;
  'input.one-file': object;
  'input.no-such-file': object;
  'input.no-file-fits': { readonly folder: string; readonly last: string };
  'input.is-folder': object;
  'input.not-allowed': object;
  'input.not-readable': { readonly code: string };
  'input.empty-file': object;
  'input.header-only': InFile;
  'input.binary-file': { readonly kind: 'workbook' | 'pdf' | 'archive' | 'image' | 'unknown' };
  'input.large-file': { readonly bytes: number; readonly most: number };
  'input.long-line': { readonly most: number };
  'input.long-cell': { readonly length: number; readonly most: number };
  'input.too-many-columns': { readonly columns: number; readonly most: number };
  'input.open-quote': object;
  /** A quotation mark within a cell that is not quoted, or text after the one that closes a cell. */
  'input.stray-quote': object;
  'input.swallowed-rows': { readonly cell: string };
  'input.split-number': { readonly first: string; readonly second: string };
  /** A row of so many cells under so many headings. */
  'input.ragged-row': { readonly cells: number; readonly headings: number };
  'input.notes-shape': { readonly key: string | null };
  'input.no-period-column': InFile & { readonly guess: string | null };
  'input.no-measure-column': InFile & { readonly guess: string | null; readonly role: string };
  'input.unclear-columns': InFile & { readonly texts: readonly string[]; readonly number: string | null };
  'input.no-headings': { readonly example: string };
  'input.periods-across': InFile & { readonly example: string };
  'input.no-number-column': InFile;
  'input.wide-measure': InFile & { readonly roles: readonly string[] };
  'input.role-twice': InFile & { readonly role: string };
  'input.repeated-heading': { readonly heading: string; readonly places: readonly string[] };
  'input.no-such-heading': InFile & {
    readonly role: string;
    readonly heading: string;
    readonly near: readonly string[];
  };
  'input.period-column': { readonly example: string };
  'input.unread-period': Cell & { readonly example: string };
  'input.no-period': object;
  'input.null-date': Cell;
  'input.ambiguous-quarter': Cell;
  'input.ambiguous-year': Cell;
  'input.no-area': object;
  'input.name-of-several': { readonly name: string; readonly codes: readonly string[] };
  'input.not-a-number': Value;
  'input.suppressed': Value;
  'input.percentage': Value;
  'input.negative': Value;
  'input.too-large': Value;
  'input.list-size-zero': Value;
  'input.duplicate-differs': OfArea & {
    readonly period: string;
    readonly first: number;
    readonly second: number;
    /** Null for the same file. */
    readonly firstFile: string | null;
    readonly firstLine: number;
    /** The heading of a column that would tell such rows apart. */
    readonly apart: string | null;
  };
  'input.frequencies-differ': {
    readonly frequency: string;
    readonly otherFile: string;
    readonly otherFrequency: string;
    /** Whether quarters can be made of both. */
    readonly byQuarter: boolean;
  };
  'input.no-shared-period': {
    readonly from: string;
    readonly to: string;
    readonly otherFile: string;
    readonly otherFrom: string;
    readonly otherTo: string;
  };
  'input.no-shared-area': {
    readonly areas: readonly string[];
    readonly otherFile: string;
    readonly otherAreas: readonly string[];
  };
  'input.no-quarters': { readonly frequency: string };
  'input.no-complete-quarter': object;
  'input.no-such-area': Text & SomeAreas & { readonly near: readonly string[] };
  'input.several-areas': Text & SomeAreas;
  'input.which-practice': SomeAreas;
  'input.same-area': { readonly area: string };
  'input.group-holds-practice': OfGroup & { readonly area: string; readonly isPractice: boolean };
  'input.group-twice': OfGroup & { readonly area: string };
  'input.group-name-taken': OfGroup;
  'input.no-rest': object;
  'input.rest-holds-total': { readonly areas: readonly string[] };
  'input.nothing-to-subtract-from': object;
  'input.practice-larger': {
    readonly practice: string;
    readonly comparator: string;
    readonly measure: string;
    readonly period: string;
    readonly value: number;
    readonly total: number;
  };
  'input.no-such-measure': Text & { readonly measures: readonly string[] };
  'input.which-measure': { readonly measures: readonly string[] };
  'input.no-denominator': OfArea;
  'input.no-series': { readonly measure: string; readonly areas: readonly string[] };
  'input.option-period': OptionText & { readonly frequency: string };
  'input.option-quarter': OptionText;
  'input.option-event': OptionText;
  'input.option-window': OptionText;
  /** Some of `count` paths. */
  'write.exists': { readonly paths: readonly string[]; readonly count: number };
  'write.is-folder': Path;
  'write.is-file': Path;
  'write.ended': object;
  'write.is-special': Path;
  'write.is-link': Path;
  'write.here': Path;
  'write.held': Path & { readonly pid: number; readonly host: string; readonly lock: string };
  'write.in-use': Path & { readonly folder: string; readonly code: string };
  'write.is-input': Path;
  'write.twice': Path;
  'write.failed': Path & { readonly code: string };
  'write.outside': Path;
}

/** Why a YAML file cannot be read, whatever it is for. */
export interface YamlProblems {
  'yaml.syntax': { readonly reason: string };
  'yaml.documents': object;
  'yaml.key': object;
  'yaml.too-long': { readonly longest: number };
  'yaml.binary': object;
  'yaml.folder': object;
}
