import { caution, type Finding } from '../../finding.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { PeerBaseline } from './baseline-result.ts';
import type { EvaluateDesign, EvaluateResult } from './result.ts';

/** A practice that ranks among so many at either end may have been chosen for it (our choice). */
const AT_AN_END = 3;
/** Of areas, at least this many for each place at an end. */
const AREAS_A_PLACE = 5;
const FIVE_PERCENT = 0.05;

/** Where the practice stood before the change among its peers, and how much of the difference would come by itself. */
export function baselineFindings({ regressionToMean, design }: EvaluateResult): readonly Finding[] {
  const peers = regressionToMean?.peers;
  if (!peers) return [];
  return [...extremeFindings(peers, design), rankFinding(peers, design)];
}

function rankFinding({ earlier, ...peers }: PeerBaseline, { practice }: EvaluateDesign): Finding {
  const { areas, years, ratio, shrunken, ratioOfRatios, shrunkenRatioOfRatios } = peers;
  return caution('evaluate.baseline-rank', {
    practice,
    areas,
    ranks: years.map(({ rank }) => rank),
    ratio,
    shrunken,
    before: ratioOfRatios?.estimate ?? null,
    after: shrunkenRatioOfRatios?.estimate ?? null,
    years: earlier?.years ?? null,
    ...pooledSlots(earlier?.ratioOfRatios ?? null),
    ...drawnSlots(earlier?.shrunkenRatioOfRatios ?? null),
    yearToYear: earlier?.yearToYear ?? null,
  });
}

/**
 * For the summary: the last year before was at an end of the ranks, or unlike the years before it, on the side from which it
 * would come back by itself; so that the difference is smaller from all years before. None otherwise.
 */
function extremeFindings(peers: PeerBaseline, { practice }: EvaluateDesign): readonly Finding[] {
  const { areas, years, earlier, ratioOfRatios } = peers;
  const rank = years[0]?.rank ?? null;
  const raw = ratioOfRatios?.estimate ?? null;
  const drawn = earlier?.shrunkenRatioOfRatios.estimate ?? null;
  const pooled = earlier?.ratioOfRatios.estimate ?? null;
  const lastYear = earlier?.lastYear.estimate ?? null;
  if (!earlier || rank === null || raw === null || drawn === null || pooled === null || lastYear === null) return [];
  const places = Math.min(AT_AN_END, Math.floor(areas / AREAS_A_PLACE));
  const isAtEnd = rank <= places || rank > areas - places;
  const { p } = earlier.lastYear;
  const standsOut = p !== null && p < FIVE_PERCENT;
  const shrinks = Math.log(raw) * (Math.log(raw) - Math.log(drawn)) > 0;
  if (!shrinks || !(isAtEnd || standsOut)) return [];
  return [
    caution('evaluate.extreme-baseline', {
      practice,
      areas,
      rank,
      isAtEnd,
      standsOut,
      lastYear,
      p,
      raw,
      years: earlier.years,
      ...drawnSlots(earlier.shrunkenRatioOfRatios),
      drawn,
      ...pooledSlots(earlier.ratioOfRatios),
      pooled,
    }),
  ];
}

type Ratio = Pick<Estimate, 'estimate' | 'lower' | 'upper'> | null;

const pooledSlots = (ratio: Ratio) => ({
  pooled: ratio?.estimate ?? null,
  pooledLower: ratio?.lower ?? null,
  pooledUpper: ratio?.upper ?? null,
});

const drawnSlots = (ratio: Ratio) => ({
  drawn: ratio?.estimate ?? null,
  drawnLower: ratio?.lower ?? null,
  drawnUpper: ratio?.upper ?? null,
});
