import { TRIED_QUARTERS } from '../../analysis/evaluate/published.ts';
import type { PublishedTrend } from '../../analysis/evaluate/published-result.ts';
import type { PrintedPercent } from '../../analysis/evaluate/setup.ts';
import {
  isMapping,
  quotable,
  type YamlDocument,
  type YamlMapping,
  type YamlValue,
  yamlText,
  yamlYes,
} from '../../data/notes/yaml.ts';
import { chooseMeasure } from '../../data/select/choose-series.ts';
import { matchArea } from '../../data/select/match-area.ts';
import type { Area, Dataset } from '../../data/series.ts';
import { excerpt, nearest } from '../../data/text.ts';
import { dataError, Problems, QuarterlineError } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import { type Printed, printedNumber, printedP, printedPercent, printedWhole } from './published-values.ts';

/** How many decimals P and numbers are taken to have at least: 0.05 and 7.9. */
const FEWEST_P_DECIMALS = 2;
/** More than any number is printed with. */
const MOST_DECIMALS = 10;
/** More than any paper prints. */
const MOST_ENTRIES = 100;

/** Parts of a trend: an entry with any of them needs all. */
const TREND: readonly string[] = ['slope', 'lower', 'upper', 'p'];
/** What may stand only beside a trend, and only beside a percentage. */
const OF_TREND: readonly string[] = ['quarters', 'decimals'];
const OF_PERCENT: readonly string[] = ['measure', 'relative'];
const KEYS: readonly string[] = ['area', ...TREND, ...OF_TREND, 'percent', ...OF_PERCENT];

/** What was printed: trends, and percentages. */
interface Published {
  readonly trends: readonly PublishedTrend[];
  readonly percents: readonly PrintedPercent[];
  /** What was assumed in reading the file. */
  readonly findings: readonly Finding[];
}

/**
 * What was printed, from a YAML file: a list of entries with `area` and a trend (`slope`, `lower`, `upper` and `p`: a number, or
 * "<0.001"; where known `quarters` and `decimals`), a `percent` (a number, or "-14.0%", whose decimals count; `measure`, and
 * `relative: true` where it is against the comparator), or both. Throws data errors, all at once, for what is not that.
 */
export function publishedFrom(document: YamlDocument, areas: readonly Area[], dataset: Dataset): Published {
  const { value, placeOf, findings } = document;
  const list = Array.isArray(value) ? value : value === null ? [] : [value];
  if (list.length === 0) throw dataError('evaluate.published-none', {}, placeOf(value));
  if (list.length > MOST_ENTRIES)
    throw dataError('evaluate.published-many', { entries: list.length, most: MOST_ENTRIES }, placeOf(value));
  const problems = new Problems();
  const read = list.map((given: YamlValue, i) => {
    if (isMapping(given)) return new Entry(given, { number: i + 1, document, problems }).read(areas, dataset);
    problems.add('evaluate.published-entry', { entry: i + 1, text: quotable(given) }, placeOf(value));
    return { trend: null, percent: null };
  });
  problems.throwIfAny();
  return {
    trends: read.flatMap(({ trend }) => trend ?? []),
    percents: read.flatMap(({ percent }) => percent ?? []),
    findings,
  };
}

interface Around {
  readonly number: number;
  readonly document: YamlDocument;
  readonly problems: Problems;
}

/** One entry of the file; everything that is wrong with it goes to the problems. */
class Entry {
  readonly #values: YamlMapping;
  readonly #around: Around;

  constructor(values: YamlMapping, around: Around) {
    this.#values = values;
    this.#around = around;
  }

  read(areas: readonly Area[], dataset: Dataset) {
    this.#checkKeys();
    const area = this.#area(areas);
    const isTrend = TREND.some((key) => this.#has(key)) || !this.#has('percent');
    const trend = isTrend ? this.#trend(area) : null;
    return { trend, percent: this.#has('percent') ? this.#percent(area, trend, dataset) : null };
  }

  #has(key: string): boolean {
    return Object.hasOwn(this.#values, key);
  }

  #place(key: string) {
    return this.#around.document.placeOf(this.#values, key);
  }

  /** A problem with a value, or with its absence. */
  #refuse(key: string): null {
    const { problems, number: entry } = this.#around;
    const text = this.#has(key) ? quotable(this.#values[key] ?? null) : null;
    problems.add('evaluate.published-shape', { key, entry, text }, this.#place(key));
    return null;
  }

  #checkKeys(): void {
    const { problems, number: entry } = this.#around;
    for (const key of Object.keys(this.#values).filter((one) => !KEYS.includes(one))) {
      const near = problems.full ? [] : [...nearest(key, KEYS)];
      problems.add('evaluate.published-key', { key: excerpt(key), entry, near }, this.#place(key));
    }
    const alone = [
      ...(TREND.some((key) => this.#has(key)) ? [] : OF_TREND.map((key) => [key, TREND] as const)),
      ...(this.#has('percent') ? [] : OF_PERCENT.map((key) => [key, ['percent']] as const)),
    ];
    for (const [key, needs] of alone)
      if (this.#has(key)) problems.add('evaluate.published-alone', { key, entry, needs: [...needs] }, this.#place(key));
  }

  /** The value of a key as `read` understands it; null, with a problem, where it does not. */
  #value<T>(key: string, read: (text: string) => T | null): T | null {
    const text = yamlText(this.#values[key]);
    const value = this.#has(key) && text !== null ? read(text) : null;
    return value ?? this.#refuse(key);
  }

  /** As `#value`, where the key is given. */
  #given<T>(key: string, read: (text: string) => T | null): T | null {
    return this.#has(key) ? this.#value(key, read) : null;
  }

  #area(areas: readonly Area[]): string | null {
    try {
      return this.#value('area', (text) => matchArea(text, areas, this.#place('area')).name);
    } catch (error) {
      if (!(error instanceof QuarterlineError)) throw error;
      this.#around.problems.addAll(error.problems);
      return null;
    }
  }

  #trend(area: string | null): PublishedTrend | null {
    const slope = this.#value('slope', printedNumber);
    const lower = this.#value('lower', printedNumber);
    const upper = this.#value('upper', printedNumber);
    const p = this.#value('p', printedP);
    const decimals = this.#given('decimals', (text) => printedWhole(text, 0, MOST_DECIMALS));
    const quarters = this.#given('quarters', (text) => printedWhole(text, TRIED_QUARTERS.from, TRIED_QUARTERS.to));
    if (!slope || !lower || !upper || !p) return null;
    if (!(lower.value < upper.value)) return this.#refuse('upper');
    if (slope.value < lower.value || slope.value > upper.value) return this.#refuse('slope');
    if (area === null) return null;
    return {
      area,
      slope: slope.value,
      lower: lower.value,
      upper: upper.value,
      p: p.value,
      pIsBound: p.isBound,
      decimals: decimals ?? Math.max(...[slope, lower, upper].map((one: Printed) => one.decimals)),
      pDecimals: Math.max(FEWEST_P_DECIMALS, p.decimals),
      quarters,
    };
  }

  #percent(area: string | null, trend: PublishedTrend | null, dataset: Dataset): PrintedPercent | null {
    const percent = this.#value('percent', printedPercent);
    const measure = this.#given('measure', (text) => measureIn(dataset, text));
    const relative = this.#given('relative', yamlYes);
    if (area === null || !percent) return null;
    return {
      area,
      measure,
      percent: percent.value,
      decimals: percent.decimals,
      relative: relative === true,
      slope: trend && { perQuarter: trend.slope, decimals: trend.decimals },
    };
  }
}

/** The measure that is meant; the word itself where the data do not hold it. */
function measureIn(dataset: Dataset, text: string): string {
  try {
    return chooseMeasure(dataset, text).name;
  } catch (error) {
    if (error instanceof QuarterlineError) return excerpt(text);
    throw error;
  }
}
