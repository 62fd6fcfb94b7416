import { caution, type Finding } from '../../finding.ts';
import { addSeries } from '../select/pool.ts';
import type { Series, Stratum } from '../series.ts';

const isWhole = (stratum: Stratum): boolean => Object.keys(stratum).length === 0;
const keysOf = (stratum: Stratum): string => Object.keys(stratum).sort().join(' ');

/**
 * Puts the series of the whole population before those of its strata. Where a file gives only strata, all by the same keys,
 * the whole is their sum (with a caution); where it gives strata by different keys, which would count people twice, there is none.
 */
export function withWholes(all: readonly Series[]): {
  readonly series: readonly Series[];
  readonly findings: readonly Finding[];
} {
  if (all.every(({ stratum }) => isWhole(stratum))) return { series: all, findings: [] };
  const groups = new Map<string, Series[]>();
  for (const series of all) {
    const key = `${series.area.code ?? ''}\u0000${series.area.name}\u0000${series.measure.name}`;
    groups.set(key, [...(groups.get(key) ?? []), series]);
  }
  const summed = new Map<string, readonly string[]>();
  const unsummed = new Set<string>();
  const wholes: Series[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    const given = group.find(({ stratum }) => isWhole(stratum));
    if (given || !first) {
      if (given) wholes.push(given);
      continue;
    }
    if (group.some(({ stratum }) => keysOf(stratum) !== keysOf(first.stratum))) unsummed.add(first.measure.name);
    else {
      const { origin: _, ...sum } = addSeries(group, first.area);
      wholes.push({ ...sum, stratum: {} });
      summed.set(first.measure.name, Object.keys(first.stratum));
    }
  }
  return {
    series: [...wholes, ...all.filter(({ stratum }) => !isWhole(stratum))],
    findings: [
      ...[...summed].map(([measure, strata]) => caution('input.strata-summed', { measure, strata })),
      ...[...unsummed].map((measure) => caution('input.strata-not-summed', { measure })),
    ],
  };
}
