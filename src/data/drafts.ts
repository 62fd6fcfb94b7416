import type { Problems } from '../errors.ts';
import { type Frequency, formatPeriod, type Period, periodRange } from './period.ts';
import type { Area, Measure, Series, Stratum } from './series.ts';

/** Where a value stands. */
export interface CellPlace {
  readonly file: string;
  readonly line: number;
  readonly column: string;
}

/** The same area, measure and period met twice with the same value. */
export interface Duplicate {
  readonly file: string;
  readonly lines: readonly [number, number];
  readonly otherFile: string;
  readonly area: number;
  readonly measure: number;
  readonly index: number;
}

interface Draft {
  readonly area: number;
  readonly measure: number;
  readonly stratum: number;
  /** Period index -> value, null where a cell says that it is missing. */
  readonly values: Map<number, number | null>;
  readonly lines: Map<number, number>;
  readonly files: Map<number, string>;
  readonly place: CellPlace;
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

  /** Adds a value. A different value for what is known already is a problem that names both lines; the same one is noted. */
  add(
    at: { readonly area: number; readonly measure: number; readonly stratum: number },
    index: number,
    value: number | null,
    place: CellPlace,
    clash: (known: number, first: { readonly file: string; readonly line: number }) => void,
  ): void {
    const draft = this.#draft(at, place);
    const known = draft.values.get(index);
    if (known === undefined) {
      draft.values.set(index, value);
      draft.lines.set(index, place.line);
      if (place.file !== draft.place.file) draft.files.set(index, place.file);
      return;
    }
    const first = { file: draft.files.get(index) ?? draft.place.file, line: draft.lines.get(index) ?? 0 };
    if (known !== null && value !== null && known !== value) {
      clash(known, first);
      return;
    }
    if (known === null) draft.values.set(index, value);
    this.duplicates.push({
      file: place.file,
      lines: [first.line, place.line],
      otherFile: first.file,
      area: at.area,
      measure: at.measure,
      index,
    });
  }

  #draft(at: { readonly area: number; readonly measure: number; readonly stratum: number }, place: CellPlace): Draft {
    const { area, measure, stratum } = at;
    const last = this.#last;
    if (last && last.area === area && last.measure === measure && last.stratum === stratum) return last;
    const key = (area * this.#measures + measure) * this.#strata + stratum;
    let draft = this.#drafts.get(key);
    if (!draft) {
      draft = { area, measure, stratum, values: new Map(), lines: new Map(), files: new Map(), place };
      this.#drafts.set(key, draft);
    }
    this.#last = draft;
    return draft;
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
    for (const { area, measure, stratum, values, lines, place } of this.#drafts.values()) {
      const held = [...values].flatMap(([index, value]) => (value === null ? [] : [index]));
      if (held.length === 0) continue;
      const first = held.reduce((a, b) => Math.min(a, b));
      const last = held.reduce((a, b) => Math.max(a, b));
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
        origin: { file: place.file, column: place.column, lines: periods.map(({ index }) => lines.get(index) ?? null) },
      });
    }
    return list;
  }
}

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
  values: readonly [number, number],
  first: { readonly file: string; readonly line: number },
  place: CellPlace,
): void {
  problems.add(
    'input.duplicate-differs',
    {
      area: what.area,
      measure: what.measure,
      period: formatPeriod(what.period),
      first: values[0],
      second: values[1],
      firstFile: first.file === place.file ? null : first.file,
      firstLine: first.line,
      apart: what.apart,
    },
    place,
  );
}
