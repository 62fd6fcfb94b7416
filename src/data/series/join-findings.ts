import { caution, type Finding } from '../../finding.ts';
import { type Frequency, formatPeriod } from '../period.ts';
import type { Area, Series } from '../series.ts';
import { TOTAL_NAME } from '../sheet/headings.ts';
import type { DraftNames, Duplicate } from './drafts.ts';

/** How many areas or periods a finding names. */
const NAMED = 5;

/** Rows that say again what another has said, and those that say what another leaves empty. */
export function duplicateFindings(
  duplicates: readonly Duplicate[],
  names: DraftNames,
  frequency: Frequency,
): readonly Finding[] {
  const told = (id: 'input.duplicates' | 'input.beside-empty', kind: Duplicate['kind']): readonly Finding[] => {
    const all = duplicates.filter((one) => one.kind === kind);
    const [first] = all;
    if (!first) return [];
    return [
      caution(id, {
        count: all.length,
        area: names.areas[first.area]?.name ?? '',
        period: formatPeriod({ frequency, index: first.index }),
        file: first.file,
        line: first.lines[1],
        otherFile: first.otherFile === first.file ? null : first.otherFile,
        otherLine: first.lines[0],
      }),
    ];
  };
  return [...told('input.duplicates', 'same'), ...told('input.beside-empty', 'empty')];
}

/** Gaps, areas that lack a measure, and areas that look like totals. */
export function coverageFindings(series: readonly Series[], areas: readonly Area[]): readonly Finding[] {
  const wholes = series.filter(({ stratum }) => Object.keys(stratum).length === 0);
  const byMeasure = new Map<string, Series[]>();
  for (const one of wholes) {
    const list = byMeasure.get(one.measure.name);
    if (list) list.push(one);
    else byMeasure.set(one.measure.name, [one]);
  }
  const findings: Finding[] = [];
  for (const [measure, list] of byMeasure) {
    const gappy = list.filter(({ values }) => values.includes(null));
    const [first] = gappy;
    if (first) {
      const missing = first.periods.filter((_, i) => first.values[i] === null).map(formatPeriod);
      findings.push(
        caution('input.gaps', {
          measure,
          area: first.area.name,
          periods: missing.slice(0, NAMED),
          count: missing.length,
          otherAreas: gappy.length - 1,
        }),
      );
    }
    const held = new Set(list.map(({ area }) => area));
    const without = areas.filter((area) => !held.has(area)).map(({ name }) => name);
    if (without.length > 0)
      findings.push(caution('input.areas-without', { measure, areas: without.slice(0, NAMED), count: without.length }));
  }
  const totals = areas.filter(({ name, code }) => TOTAL_NAME.test(name) || (code !== null && TOTAL_NAME.test(code)));
  if (totals.length > 0 && areas.length > totals.length + 1)
    findings.push(caution('input.total-area', { areas: totals.map(({ name }) => name) }));
  return findings;
}
