import { caution, type Finding, finding } from '../../finding.ts';
import { isPercentage, parseNumber } from '../grid/number.ts';
import { composePeriod, readPeriodColumn } from '../period/column.ts';
import type { Frequency } from '../period.ts';
import type { Stratum } from '../series.ts';
import { WHOLE } from '../sheet/headings.ts';
import { impossible } from '../sheet/measures.ts';
import type { Plan } from '../sheet/plan.ts';
import type { Inspection } from '../sheet/roles.ts';
import type { ValueColumn } from '../sheet/shapes.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { excerpt } from '../text.ts';

/** An area as one file names it. `last` is the latest period under this name: names change, codes stay. */
export interface LocalArea {
  readonly code: string | null;
  /** Null where the file names no area: it is then one area of all such files. */
  readonly name: string | null;
  last: number;
}

/** The numbers of one column, a row each. NaN is missing: it never leaves data/. */
export interface ObservedColumn {
  readonly source: ValueColumn;
  readonly numbers: Float64Array;
  /** Position in `areas` of every row (wide: the same for all). */
  readonly areas: Int32Array;
}

/** A file's rows as numbers, before files are joined. */
export interface Observed {
  readonly sheet: Sheet;
  readonly plan: Plan;
  readonly frequency: Frequency;
  readonly step: number;
  readonly periods: Int32Array;
  readonly areas: readonly LocalArea[];
  readonly strata: readonly Stratum[];
  readonly rowStrata: Int32Array;
  readonly columns: readonly ObservedColumn[];
  /** Of events, in event order: a label a row, where a column holds them. */
  readonly labels: readonly string[] | null;
  readonly findings: readonly Finding[];
}

/** Cells that stand for a number which is withheld. */
const SUPPRESSED = /^(?:\*+|[<≤]\s*\d+|\d+\s*-\s*\d+|\.\.|:|c|x|\[[a-z]\])$/i;

/** A stratum whose cell is empty: a group of its own, not everybody. */
const BLANK = '(blank)';

/** Reads every row as the plan says. Cells that cannot be read go to the inspection's problems; null where no period can. */
export function observe(inspection: Inspection, plan: Plan): Observed | null {
  const areas = new AreaColumn(inspection, plan);
  const strata = readStrata(inspection.sheet, plan);
  const time =
    inspection.settings.order === 'event' ? eventOrder(inspection.sheet, plan, areas) : timeOrder(inspection, plan);
  if (!time) return null;
  const findings = [...plan.findings, ...time.findings];
  const columns = plan.values.map((source) => {
    const read = readNumbers(inspection, source, (row) => isWhole(strata.strata[strata.rowStrata[row] ?? 0]));
    findings.push(...read.findings);
    return { source, numbers: read.numbers, areas: areas.of(source) };
  });
  areas.seeNames(time.periods);
  return { sheet: inspection.sheet, plan, ...time, ...strata, areas: areas.list, columns, findings };
}

interface Time {
  readonly frequency: Frequency;
  readonly step: number;
  readonly periods: Int32Array;
  readonly labels: readonly string[] | null;
  readonly findings: readonly Finding[];
}

function timeOrder({ sheet, settings, problems }: Inspection, plan: Plan): Time | null {
  const { period, part } = plan.roles;
  if (!period) return null;
  const cells = sheet.rows.map((row) => {
    const cell = row[period.position] ?? '';
    return part ? composePeriod(cell, row[part.column.position] ?? '', part.kind) : cell;
  });
  const heading = part ? `${period.heading} + ${part.column.heading}` : period.heading;
  const read = readPeriodColumn(
    { file: sheet.grid.path, heading, cells, lines: sheet.lines, quarters: settings.quarters },
    problems,
  );
  if (!read) return null;
  const composed = part ? [caution('input.composed-period', { file: sheet.grid.path, heading })] : [];
  return {
    frequency: read.frequency,
    step: read.step,
    periods: Int32Array.from(cells, (cell) => read.indices.get(cell) ?? 0),
    labels: null,
    findings: [...composed, ...read.findings],
  };
}

/** Rows are counted in each area by itself, from 0. */
function eventOrder(sheet: Sheet, plan: Plan, areas: AreaColumn): Time {
  const { period } = plan.roles;
  const counts = new Map<number, number>();
  const periods = Int32Array.from(sheet.rows, (_, row) => {
    const area = areas.rows[row] ?? 0;
    const n = counts.get(area) ?? 0;
    counts.set(area, n + 1);
    return n;
  });
  const labels = period ? sheet.rows.map((row) => excerpt(row[period.position] ?? '')) : null;
  return {
    frequency: 'event',
    step: 1,
    periods,
    labels,
    findings: [finding('input.event-order', { file: sheet.grid.path })],
  };
}

/** Areas of the rows of one file, or of its columns where it is wide. */
class AreaColumn {
  readonly list: LocalArea[] = [];
  readonly rows: Int32Array;
  readonly #wide = new Map<ValueColumn, Int32Array>();

  constructor({ sheet, problems }: Inspection, plan: Plan) {
    const { name, code } = plan.roles;
    this.rows = new Int32Array(sheet.rows.length);
    if (plan.shape === 'wide') {
      plan.values.forEach((value, at) => {
        this.list.push({ code: null, name: (value.area ?? '').trim(), last: 0 });
        this.#wide.set(value, new Int32Array(sheet.rows.length).fill(at));
      });
      return;
    }
    if (!name && !code) {
      this.list.push({ code: null, name: null, last: 0 });
      return;
    }
    const known = new Map<string, number>();
    sheet.rows.forEach((row, at) => {
      const cells = [code ? (row[code.position] ?? '') : '', name ? (row[name.position] ?? '') : ''];
      const key = cells.join('\u0000');
      let index = known.get(key);
      if (index === undefined) {
        const [areaCode = '', areaName = ''] = cells.map((cell) => cell.trim().replace(/\s+/g, ' '));
        if (!areaCode && !areaName) {
          const column = (name ?? code)?.heading ?? 1;
          problems.add('input.no-area', {}, { file: sheet.grid.path, line: sheet.lines[at] ?? 0, column });
          return;
        }
        index =
          this.list.push({ code: areaCode || null, name: areaName || areaCode, last: Number.NEGATIVE_INFINITY }) - 1;
        known.set(key, index);
      }
      this.rows[at] = index;
    });
  }

  of(value: ValueColumn): Int32Array {
    return this.#wide.get(value) ?? this.rows;
  }

  seeNames(periods: Int32Array): void {
    this.rows.forEach((index, at) => {
      const area = this.list[index];
      if (area && (periods[at] ?? 0) > area.last) area.last = periods[at] ?? 0;
    });
  }
}

/** The stratum of every row; a value that stands for everybody leaves its key out. */
function readStrata(sheet: Sheet, plan: Plan): { readonly strata: readonly Stratum[]; readonly rowStrata: Int32Array } {
  const rowStrata = new Int32Array(sheet.rows.length);
  if (plan.roles.strata.length === 0) return { strata: [{}], rowStrata };
  const strata: Stratum[] = [];
  const known = new Map<string, number>();
  sheet.rows.forEach((row, at) => {
    const cells = plan.roles.strata.map(({ name, column }) => [name, row[column.position]?.trim() || BLANK] as const);
    const key = cells.map(([, cell]) => cell).join('\u0000');
    let index = known.get(key);
    if (index === undefined) {
      index = strata.push(Object.fromEntries(cells.filter(([, cell]) => !WHOLE.test(cell)))) - 1;
      known.set(key, index);
    }
    rowStrata[at] = index;
  });
  return { strata, rowStrata };
}

const isWhole = (stratum: Stratum = {}): boolean => Object.keys(stratum).length === 0;

function readNumbers(
  { sheet, problems }: Inspection,
  { column, measure }: ValueColumn,
  ofEverybody: (row: number) => boolean,
): { readonly numbers: Float64Array; readonly findings: readonly Finding[] } {
  const counts = measure.unit === 'count';
  const missing: number[] = [];
  const fractions: number[] = [];
  const numbers = new Float64Array(sheet.rows.length);
  sheet.rows.forEach((row, at) => {
    const cell = row[column.position] ?? '';
    const value = parseNumber(cell);
    numbers[at] = value ?? Number.NaN;
    if (value === null) missing.push(at);
    else if (counts && value !== undefined && !Number.isInteger(value)) fractions.push(at);
    const code =
      value === undefined
        ? unreadable(cell)
        : value === null
          ? null
          : impossible(measure, value, () => ofEverybody(at));
    const wrong = measure.role !== 'other' && value !== null && isPercentage(cell) ? 'input.percentage' : code;
    if (wrong === null) return;
    const place = { file: sheet.grid.path, line: sheet.lines[at] ?? 0, column: column.heading };
    problems.add(wrong, { cell: excerpt(cell), measure: measure.name }, place);
  });
  const say = (id: 'input.missing-cells' | 'input.fractions', rows: readonly number[]): readonly Finding[] => {
    const [first] = rows;
    if (first === undefined) return [];
    const slots = { file: sheet.grid.path, heading: column.heading, count: rows.length, line: sheet.lines[first] ?? 0 };
    return [caution(id, { ...slots, measure: measure.name })];
  };
  return { numbers, findings: [...say('input.missing-cells', missing), ...say('input.fractions', fractions)] };
}

function unreadable(cell: string): 'input.suppressed' | 'input.not-a-number' {
  return SUPPRESSED.test(cell.trim()) ? 'input.suppressed' : 'input.not-a-number';
}
