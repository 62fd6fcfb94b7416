import { formatPeriod, type Period } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import { dataError } from '../../errors.ts';
import type { Assurance, ControlVariation } from '../control-chart/result.ts';
import { median } from '../run-chart/sequence.ts';
import { scanFindings } from './findings.ts';
import { funnel } from './funnel.ts';
import { areaJudge, type JudgedArea } from './judge-area.ts';
import { DEFAULT_SCAN_OPTIONS, type ScanOptions } from './options.ts';
import type { ScanArea, ScanResult, ScanSummary } from './result.ts';
import { describeSteps, largestStep, turnover } from './steps.ts';

/**
 * Every area judged alike, what matters first; how many signals chance alone would give; lasting steps, the largest first; and
 * a funnel of the latest whole year where there is a denominator. Throws usage errors for a chart or rule set that does not
 * exist, and data errors where there is nothing to judge or values cannot be charted.
 *
 * @example scan(series, { ruleSet: 'mdc-excel-v5' }).areas[0]
 */
export function scan(all: readonly Series[], options: Partial<ScanOptions> = {}): ScanResult {
  const chosen = { ...DEFAULT_SCAN_OPTIONS, ...options };
  const [first] = all;
  if (!first) throw dataError('scan.nothing');
  const judgeArea = areaJudge(chosen);
  const found = all.flatMap((series) => {
    const step = largestStep(series, chosen.to?.index);
    return step ? [[series, step] as const] : [];
  });
  const steps = describeSteps(found, turnover(all));
  const areas = all
    .map((series): ScanArea => ({ ...judgeArea(series), step: steps.get(series) ?? null }))
    .sort(byWeight);
  const scanned = {
    measure: first.measure.name,
    unit: first.denominator === null ? first.measure.unit : 'rate',
    rate: first.denominator === null ? null : { per: chosen.per, denominator: first.denominator.measure.name },
    better: first.measure.better,
    frequency: first.periods[0]?.frequency ?? 'event',
    step: first.step,
    ruleSet: chosen.ruleSet,
    ...extent(all, chosen),
    areas,
    summary: summarise(areas),
    funnel: funnel(all, chosen),
  };
  return { ...scanned, findings: scanFindings(scanned, latestLow(all, chosen)) };
}

/** What matters first. */
const ORDER: Readonly<Record<ControlVariation, number>> = {
  concern: 0,
  neither: 1,
  improvement: 2,
  common: 3,
  insufficient: 4,
};

function byWeight(a: ScanArea, b: ScanArea): number {
  const size = ({ furthest }: ScanArea): number => (furthest === null ? -1 : Math.abs(furthest));
  return (
    ORDER[a.variation] - ORDER[b.variation] || size(b) - size(a) || (a.area < b.area ? -1 : a.area > b.area ? 1 : 0)
  );
}

function extent(all: readonly Series[], { from, to }: ScanOptions): { readonly from: string; readonly to: string } {
  let first: Period | null = null;
  let last: Period | null = null;
  for (const { periods } of all) {
    const [start, end] = [periods[0], periods.at(-1)];
    if (start && (first === null || start.index < first.index)) first = start;
    if (end && (last === null || end.index > last.index)) last = end;
  }
  if (from !== null && first !== null && from.index > first.index) first = from;
  if (to !== null && last !== null && to.index < last.index) last = to;
  return { from: first ? formatPeriod(first) : '', to: last ? formatPeriod(last) : '' };
}

function summarise(areas: readonly ScanArea[]): ScanSummary {
  const byVariation: Record<ControlVariation, number> = {
    concern: 0,
    neither: 0,
    improvement: 0,
    common: 0,
    insufficient: 0,
  };
  const byAssurance: Record<Assurance, number> = { pass: 0, fail: 0, inconsistent: 0, none: 0 };
  const byRule = new Map<string, number>();
  for (const { variation, assurance, signals } of areas) {
    byVariation[variation] += 1;
    byAssurance[assurance] += 1;
    for (const rule of new Set(signals.map((signal) => signal.rule))) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  }
  return {
    areas: areas.length,
    judged: areas.length - byVariation.insufficient,
    withSignals: areas.filter(({ signals }) => signals.length > 0).length,
    byVariation,
    byAssurance,
    byRule: Object.fromEntries([...byRule].sort(([, a], [, b]) => b - a)),
    steps: areas.filter(({ step }) => step !== null).length,
    byChance: byChance(areas),
  };
}

/** Each area signals by chance with its own rate; the sum of them all, were they independent of one another. */
function byChance(areas: readonly JudgedArea[]): ScanSummary['byChance'] {
  const known = areas.filter(
    ({ variation, falseAlarmRate }) => variation !== 'insufficient' && falseAlarmRate !== null,
  );
  if (known.length === 0) return null;
  const rates = known.map(({ falseAlarmRate }) => (falseAlarmRate ?? 0) / 100);
  return {
    areas: known.length,
    withSignals: known.filter(({ signals }) => signals.length > 0).length,
    expected: rates.reduce((sum, p) => sum + p, 0),
    sd: Math.sqrt(rates.reduce((sum, p) => sum + p * (1 - p), 0)),
  };
}

/** Below this share of what went before, the latest period of most areas is probably not complete. */
const INCOMPLETE = 0.85;
const PERIODS_BEFORE = 4;

/** The latest period of all, and the middle area's value in it against its four before; null where it is not low. */
function latestLow(
  all: readonly Series[],
  { to }: ScanOptions,
): { readonly period: string; readonly percent: number; readonly areas: number } | null {
  let last: Period | null = null;
  for (const { periods } of all) {
    const end = to === null ? periods.at(-1) : periods.findLast(({ index }) => index <= to.index);
    if (end && (last === null || end.index > last.index)) last = end;
  }
  if (last === null) return null;
  const { index } = last;
  const ratios = all.flatMap(({ periods, values, step }) => {
    // Periods are regular, so the place follows from the first.
    const at = (index - (periods[0]?.index ?? index)) / step;
    const value = values[at] ?? null;
    const before = median(values.slice(Math.max(0, at - PERIODS_BEFORE), at).filter((one) => one !== null));
    return value === null || before === null || !(before > 0) ? [] : [value / before];
  });
  const middle = ratios.length < 3 ? null : median(ratios);
  if (middle === null || middle >= INCOMPLETE) return null;
  return { period: formatPeriod(last), percent: 100 * middle, areas: ratios.length };
}
