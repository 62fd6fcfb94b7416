import type { PublishedTrend } from '../analysis/evaluate/published-result.ts';
import type { PrintedPercent } from '../analysis/evaluate/setup.ts';
import { chooseMeasure } from '../data/choose-series.ts';
import { matchArea } from '../data/match-area.ts';
import type { Area, Dataset } from '../data/series.ts';
import { dataError, QuarterlineError } from '../errors.ts';
import type { Effects } from './effects.ts';

/** How many decimals P and numbers are taken to have at least: 0.05 and 7.9. */
const FEWEST_P_DECIMALS = 2;

/** Parts of a trend: an entry with any of them needs all. */
const TREND: readonly string[] = ['slope', 'lower', 'upper', 'p'];

/** What was printed: trends, and percentages. */
export interface Published {
  readonly trends: readonly PublishedTrend[];
  readonly percents: readonly PrintedPercent[];
}

type Values = Readonly<Record<string, unknown>>;

/**
 * What was printed, from a YAML file: a list of entries with `area` and a trend (`slope`, `lower`, `upper` and `p`: a number, or
 * "<0.001"; where known `quarters` and `decimals`), a `percent` (a number, or "-14.0%", whose decimals count; `measure`, and
 * `relative: true` where it is against the comparator), or both. Throws data errors for what is not that.
 */
export async function readPublished(
  path: string,
  areas: readonly Area[],
  dataset: Dataset,
  effects: Effects,
): Promise<Published> {
  const { load, YAMLException } = await import('js-yaml');
  const text = new TextDecoder().decode(await effects.read(path));
  let document: unknown;
  try {
    document = load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw dataError('evaluate.published-yaml', { reason: error.reason }, { file: path, line: error.mark.line + 1 });
  }
  const list = Array.isArray(document) ? document : [document];
  const read = list.map((entry: unknown, i) => readEntry(entry, { entry: i + 1, path, areas, dataset }));
  return { trends: read.flatMap(({ trend }) => trend ?? []), percents: read.flatMap(({ percent }) => percent ?? []) };
}

interface Around {
  readonly entry: number;
  readonly path: string;
  readonly areas: readonly Area[];
  readonly dataset: Dataset;
}

function readEntry(given: unknown, around: Around) {
  const { entry, path, areas, dataset } = around;
  const refuse = (key: string): never => {
    throw dataError('evaluate.published-shape', { key, entry }, { file: path });
  };
  if (typeof given !== 'object' || given === null) return refuse('slope');
  const values = given as Values;
  const area = typeof values.area === 'string' ? matchArea(values.area, areas, { file: path }).name : refuse('area');
  const trend = TREND.some((key) => values[key] !== undefined) || values.percent === undefined;
  const printed = trend ? trendOf(values, area, refuse) : null;
  if (values.percent === undefined) return { trend: printed, percent: null };
  const measure = typeof values.measure === 'string' ? measureIn(dataset, values.measure) : null;
  return { trend: printed, percent: percentOf(values, { area, measure, trend: printed }, refuse) };
}

/** The measure that is meant; the word itself where the data do not hold it. */
function measureIn(dataset: Dataset, text: string): string {
  try {
    return chooseMeasure(dataset, text).name;
  } catch (error) {
    if (error instanceof QuarterlineError) return text;
    throw error;
  }
}

function trendOf(values: Values, area: string, refuse: (key: string) => never): PublishedTrend {
  const number = (key: string): number => {
    const value = values[key];
    return typeof value === 'number' && Number.isFinite(value) ? value : refuse(key);
  };
  const [slope, lower, upper] = [number('slope'), number('lower'), number('upper')];
  if (!(lower < upper)) refuse('upper');
  // As text P keeps the noughts at its end: "0.060" is more exact than 0.06.
  const [, sign, digits] = typeof values.p === 'string' ? (/^\s*([<=]?)\s*(0?\.\d+)\s*$/.exec(values.p) ?? []) : [];
  const p = digits === undefined ? number('p') : Number(digits);
  const given = values.decimals;
  const quarters = values.quarters;
  return {
    area,
    slope,
    lower,
    upper,
    p,
    pIsBound: sign === '<',
    decimals: typeof given === 'number' ? given : Math.max(...[slope, lower, upper].map(decimalsOf)),
    pDecimals: Math.max(FEWEST_P_DECIMALS, digits?.split('.')[1]?.length ?? decimalsOf(p)),
    quarters: typeof quarters === 'number' ? quarters : null,
  };
}

interface Claimed {
  readonly area: string;
  readonly measure: string | null;
  readonly trend: PublishedTrend | null;
}

function percentOf(values: Values, { area, measure, trend }: Claimed, refuse: (key: string) => never): PrintedPercent {
  const { percent, relative } = values;
  const text = String(percent)
    .replace(/^\s*[−–]/, '-')
    .replace(/\s*%\s*$/, '')
    .trim();
  const isRead = (typeof percent === 'number' || typeof percent === 'string') && /^[+-]?\d+(\.\d+)?$/.test(text);
  if (!isRead) return refuse('percent');
  if (relative !== undefined && typeof relative !== 'boolean') refuse('relative');
  return {
    area,
    measure,
    percent: Number(text),
    decimals: text.split('.')[1]?.length ?? 0,
    relative: relative === true,
    slope: trend && { perQuarter: trend.slope, decimals: trend.decimals },
  };
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}
