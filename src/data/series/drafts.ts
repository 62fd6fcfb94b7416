import type { Problems } from '../../errors.ts';
import { type Frequency, formatPeriod, type Period, periodRange } from '../period.ts';
import type { Area, Measure, Series, Stratum } from '../series.ts';

/** A column of a file, from which values come. */
interface Source {
  readonly file: string;
  readonly column: string;
}

/** Two different values for one thing: the one that is known, and where it stands. */
interface Clash {
  readonly known: number;
  readonly file: string;
  readonly line: number;
}

/** The same area, measure and period met twice: with the same number, or once with an empty cell. */
export interface Duplicate {
  readonly kind: 'same' | 'empty';
  readonly file: string;
  readonly lines: readonly [number, number];
  readonly otherFile: string;
  readonly area: number;
  readonly measure: number;
  readonly index: number;
}

/** One series in the making. */
interface Draft {
  readonly area: number;
  readonly measure: number;
  readonly stratum: number;
  /** Period index -> value, null where a cell says that it is missing. */
  readonly values: Map<number, number | null>;
  /** Of the values: the line of the number, where a cell beside it was empty. */
  readonly lines: Map<number, number>;
  /** Where the first value came from, and the periods whose values came from elsewhere. */
  readonly source: Source;
  elsewhere: Map<number, Source> | null;
}

export interface DraftNames {
  readonly areas: readonly Area[];
  readonly measures: readonly Measure[];
  readonly strata: readonly Stratum[];
}

/** Series in the making: values by area, measure, stratum and period, each met once. */
export class Drafts {
  readonly duplicates: Duplicate[] = [];
  readonly #drafts = new Map<number, Draft>();
  readonly #measures: number;
  readonly #strata: number;
  #last: Draft | undefined;

  /** `measures` and `strata` are how many there are: together with the area they number a series. */
  constructor(measures: number, strata: number) {
    this.#measures = measures;
    this.#strata = strata;
  }

  /** The series of an area, measure and stratum. */
  of(area: number, measure: number, stratum: number, source: Source): Draft {
    const last = this.#last;
    if (last && last.area === area && last.measure === measure && last.stratum === stratum) return last;
    const key = (area * this.#measures + measure) * this.#strata + stratum;
    let draft = this.#drafts.get(key);
    if (!draft) {
      draft = { area, measure, stratum, values: new Map(), lines: new Map(), source, elsewhere: null };
      this.#drafts.set(key, draft);
    }
    this.#last = draft;
    return draft;
  }

  /**
   * Adds a value. The same number for what is known already is noted, and so is a number beside an empty cell, which gives way to
   * it; a different number is given back and left out.
   */
  add(draft: Draft, index: number, value: number | null, source: Source, line: number): Clash | null {
    const known = draft.values.get(index);
    if (known === undefined) {
      put(draft, index, value, source, line);
      return null;
    }
    if (known === null && value === null) return null;
    const first = { file: (draft.elsewhere?.get(index) ?? draft.source).file, line: draft.lines.get(index) ?? 0 };
    if (known !== null && value !== null && known !== value) return { known, ...first };
    if (known === null) put(draft, index, value, source, line);
    const { area, measure } = draft;
    const kind = known === value ? 'same' : 'empty';
    const lines = [first.line, line] as const;
    this.duplicates.push({ kind, file: source.file, lines, otherFile: first.file, area, measure, index });
    return null;
  }

  /** Regular series from the first to the last value of each; a period without a value is null. All-missing ones are left out. */
  series(
    frequency: Frequency,
    step: number,
    names: DraftNames,
    labels: ReadonlyMap<number, readonly string[]>,
  ): readonly Series[] {
    const ranges = new Map<string, readonly Period[]>();
    const list: Series[] = [];
    for (const draft of this.#drafts.values()) {
      const { area, measure, stratum, values, source } = draft;
      const [first, last] = edges(values);
      if (first > last) continue;
      const key = `${first} ${last}`;
      const periods = ranges.get(key) ?? periodRange({ frequency, index: first }, { frequency, index: last }, step);
      ranges.set(key, periods);
      const [areaOf, measureOf] = [names.areas[area], names.measures[measure]];
      if (!areaOf || !measureOf) continue;
      list.push({
        area: areaOf,
        measure: measureOf,
        stratum: names.strata[stratum] ?? {},
        periods,
        step,
        values: periods.map(({ index }) => values.get(index) ?? null),
        denominator: null,
        flags: [],
        labels: labels.get(area)?.slice(first, last + 1) ?? null,
        origin: { ...source, lines: periods.map(({ index }) => lineOf(draft, index)) },
      });
    }
    return list;
  }
}

/** First and last period with a value; the first after the last where there is none. */
function edges(values: ReadonlyMap<number, number | null>): readonly [number, number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, value] of values) {
    if (value === null) continue;
    if (index < first) first = index;
    if (index > last) last = index;
  }
  return [first, last];
}

function put(draft: Draft, index: number, value: number | null, source: Source, line: number): void {
  draft.values.set(index, value);
  draft.lines.set(index, line);
  if (source === draft.source) draft.elsewhere?.delete(index);
  else {
    draft.elsewhere ??= new Map();
    draft.elsewhere.set(index, source);
  }
}

/** The line of a value in the series' own file. */
const lineOf = ({ lines, elsewhere }: Draft, index: number): number | null =>
  elsewhere?.has(index) ? null : (lines.get(index) ?? null);

/** Adds the problem of two different values for one area, measure and period. */
export function addClash(
  problems: Problems,
  what: {
    readonly area: string;
    readonly measure: string;
    readonly period: Period;
    /** The heading of a column that would tell such rows apart. */
    readonly apart: string | null;
  },
  clash: Clash,
  value: number,
  place: { readonly file: string; readonly line: number; readonly column: string },
): void {
  problems.add(
    'input.duplicate-differs',
    {
      area: what.area,
      measure: what.measure,
      period: formatPeriod(what.period),
      first: clash.known,
      second: value,
      firstFile: clash.file === place.file ? null : clash.file,
      firstLine: clash.line,
      apart: what.apart,
    },
    place,
  );
}
