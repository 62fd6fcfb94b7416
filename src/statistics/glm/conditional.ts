import type { Exposure } from '../intervals/exposure.ts';
import type { Matrix } from '../linear/matrix.ts';
import { BINOMIAL } from './family.ts';
import { fitGlm, type GlmFit } from './fit.ts';

/**
 * Log ratio of two series' rates as a linear model: of the events of a row, the share that is the first series' own is binomial
 * with log odds log(time / other time) + x'b. The same as a Poisson regression with a level for every row, so that whatever both
 * series share (season, shocks) drops out. methods.md 2(e), D. For inference: `quasi(fit)`, dispersion not below 1.
 *
 * Rows without any event say nothing and are left out. Throws as `fitGlm` does.
 */
export function fitShare(design: Matrix, own: readonly Exposure[], other: readonly Exposure[]): GlmFit {
  const rows = design.flatMap((row, i) => {
    const [mine, theirs] = [own[i] as Exposure, other[i] as Exposure];
    const trials = mine.events + theirs.events;
    return trials > 0 ? [{ row, events: mine.events, trials, offset: Math.log(mine.time / theirs.time) }] : [];
  });
  return fitGlm(
    rows.map(({ row }) => row),
    rows.map(({ events }) => events),
    BINOMIAL,
    { trials: rows.map(({ trials }) => trials), offset: rows.map(({ offset }) => offset) },
  );
}
