import type { PublishedTrend } from '../analysis/evaluate/published-result.ts';
import { matchArea } from '../data/match-area.ts';
import type { Area } from '../data/series.ts';
import { dataError } from '../errors.ts';
import type { Effects } from './effects.ts';

/** How many decimals P and numbers are taken to have at least: 0.05 and 7.9. */
const FEWEST_P_DECIMALS = 2;

/**
 * Published trends from a YAML file: a list of entries with `area`, `slope`, `lower`, `upper` and `p` (a number, or "<0.001"),
 * and where known `quarters` and `decimals`. Throws data errors for what is not that.
 */
export async function readPublished(
  path: string,
  areas: readonly Area[],
  effects: Effects,
): Promise<readonly PublishedTrend[]> {
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
  return list.map((entry: unknown, i) => trendOf(entry, i + 1, path, areas));
}

function trendOf(entry: unknown, place: number, path: string, areas: readonly Area[]): PublishedTrend {
  const refuse = (key: string): never => {
    throw dataError('evaluate.published-shape', { key, entry: place }, { file: path });
  };
  if (typeof entry !== 'object' || entry === null) return refuse('slope');
  const values = entry as Readonly<Record<string, unknown>>;
  const number = (key: string): number => {
    const value = values[key];
    return typeof value === 'number' && Number.isFinite(value) ? value : refuse(key);
  };
  const [slope, lower, upper] = [number('slope'), number('lower'), number('upper')];
  if (!(lower < upper)) refuse('upper');
  const bound = typeof values.p === 'string' ? /^\s*<\s*(0?\.\d+)\s*$/.exec(values.p) : null;
  const p = bound ? Number(bound[1]) : number('p');
  const given = values.decimals;
  const quarters = values.quarters;
  return {
    area: typeof values.area === 'string' ? matchArea(values.area, areas, { file: path }).name : refuse('area'),
    slope,
    lower,
    upper,
    p,
    pIsBound: bound !== null,
    decimals: typeof given === 'number' ? given : Math.max(...[slope, lower, upper].map(decimalsOf)),
    pDecimals: Math.max(FEWEST_P_DECIMALS, decimalsOf(p)),
    quarters: typeof quarters === 'number' ? quarters : null,
  };
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}
