import { caution, type Finding, finding } from '../../finding.ts';
import type { ScanArea, ScanResult } from './result.ts';

type Scanned = Omit<ScanResult, 'findings'>;

/** Steps that get a sentence of their own; the rest are counted. */
const MOST_STEPS = 10;

/** More signals than chance gives, by so many standard deviations. */
const BEYOND_CHANCE = 2;

/** What a scan says: how many signal, how many would by chance, the largest steps, what to bear in mind. */
export function scanFindings(
  scanned: Scanned,
  latestLow: { readonly period: string; readonly percent: number; readonly areas: number } | null,
): readonly Finding[] {
  return [
    verdict(scanned),
    ...chance(scanned),
    ...(latestLow ? [caution('scan.latest-low', latestLow)] : []),
    ...steps(scanned),
    ...funnelFindings(scanned),
  ];
}

const subject = ({ measure, frequency, step, unit, rate, ruleSet, from, to }: Scanned) => ({
  measure,
  frequency,
  step,
  unit,
  per: rate?.per ?? null,
  denominator: rate?.denominator ?? null,
  ruleSet,
  from,
  to,
});

function verdict(scanned: Scanned): Finding {
  const { areas, judged, withSignals, byVariation } = scanned.summary;
  const slots = { ...subject(scanned), areas, judged, withSignals };
  return finding('scan.verdict', {
    ...slots,
    concern: byVariation.concern,
    improvement: byVariation.improvement,
    neither: byVariation.neither,
    insufficient: byVariation.insufficient,
    hasDirection: scanned.better !== 'neither',
  });
}

function chance(scanned: Scanned): readonly Finding[] {
  const { byChance } = scanned.summary;
  if (byChance === null) return [];
  const { areas, withSignals, expected, sd } = byChance;
  const more = withSignals > expected + BEYOND_CHANCE * sd;
  return [caution('scan.by-chance', { ruleSet: scanned.ruleSet, areas, withSignals, expected, sd, more })];
}

/** The areas with a lasting step, the largest in units of the measure first. */
export function areasWithSteps(areas: readonly ScanArea[]): readonly ScanArea[] {
  const size = ({ step }: ScanArea): number => Math.abs(step?.change ?? 0);
  return areas.filter(({ step }) => step !== null).sort((a, b) => size(b) - size(a));
}

function steps(scanned: Scanned): readonly Finding[] {
  const ranked = areasWithSteps(scanned.areas);
  const said = ranked.slice(0, MOST_STEPS).flatMap(({ area, code, measure, step }) =>
    step === null
      ? []
      : [
          caution('scan.step', {
            area,
            code,
            measure,
            frequency: scanned.frequency,
            step: scanned.step,
            period: step.period,
            before: step.before,
            after: step.after,
            change: step.change,
            percentChange: step.percentChange,
            counterpart: step.counterpart?.area ?? null,
            counterpartCode: step.counterpart?.code ?? null,
            counterpartLevel: step.counterpart?.level ?? null,
          }),
        ],
  );
  const more = ranked.length - said.length;
  return more > 0 ? [...said, caution('scan.more-steps', { more })] : said;
}

function funnelFindings({ funnel, rate }: Scanned): readonly Finding[] {
  if (rate !== null && funnel === null) return [caution('scan.no-funnel', { denominator: rate.denominator })];
  if (funnel === null) return [];
  const named = (beyond: string) => funnel.areas.filter((one) => one.beyond === beyond).map(({ area }) => area);
  const slots = { year: funnel.year, measure: funnel.measure, areas: funnel.areas.length };
  const above = named('far-above');
  const below = named('far-below');
  return [
    finding('scan.funnel', { ...slots, above: above.length, below: below.length }),
    ...(funnel.overdispersion.tau2 > 0
      ? [caution('scan.overdispersed', { ...slots, phi: funnel.overdispersion.phi, tau2: funnel.overdispersion.tau2 })]
      : []),
    ...(funnel.left.length > 0
      ? [caution('scan.funnel-left', { year: funnel.year, areas: funnel.left.slice(0, 5), count: funnel.left.length })]
      : []),
  ];
}
