import type { AreaTrend, SlopeDifference } from '../../analysis/evaluate/result.ts';
import { R_SCRIPT } from '../../messages/r-script/r-script.ts';
import { neweyWestOf, type ScriptInput } from './context.ts';
import { checkNumbers, checkTerms, ourTerm } from './ours.ts';
import { comment } from './text.ts';

/** The trends of the paper for each area, on counts and on rates, within the dates asked for. */
export function trendsBlock(input: ScriptInput): string | null {
  const { trends, design } = input.result;
  const lines = trends.flatMap((trend) =>
    trendLines(trend, trend.area === design.practice ? 'practice' : 'comparator', input),
  );
  return lines.length === 0 ? null : [comment(R_SCRIPT.trends), ...lines].join('\n');
}

function trendLines(trend: AreaTrend, frame: string, { from, to }: ScriptInput): readonly string[] {
  const bounds = [
    ...(from === null ? [] : [`${frame}$quarter >= ${from}`]),
    ...(to === null ? [] : [`${frame}$quarter <= ${to}`]),
  ];
  const data = bounds.length === 0 ? frame : `${frame}[${bounds.join(' & ')}, ]`;
  const what = `trend ${frame}`;
  return [
    `m <- ${checkTerms(what, `ols(y ~ quarter, ${data})`, ourTerm('quarter', trend.slope))}`,
    checkNumbers(
      [`${what} fitted first`, `${what} fitted last`, `${what} percentChange`],
      'c(fitted(m$model)[c(1, m$df + 2)], 100 * (fitted(m$model)[m$df + 2] / fitted(m$model)[1] - 1))',
      [trend.fitted.first, trend.fitted.last, trend.fitted.percentChange],
    ),
    ...(trend.rate
      ? [checkTerms(`${what} rate`, `ols(I(1000 * y / n) ~ quarter, ${data})`, ourTerm('quarter', trend.rate.slope))]
      : []),
  ];
}

/** The difference of the two slopes in every form, on logs and on rates. */
export function slopesBlock({ result }: ScriptInput): string | null {
  const { slopeDifference, quarters } = result;
  if (!slopeDifference) return null;
  const neweyWest = neweyWestOf(quarters);
  const { logRates, welch, neweyWest: corrected, pooled, practice, comparator, rates } = slopeDifference;
  const logs = logRates && welch && corrected && pooled && practice && comparator;
  const lines = [
    ...(logs
      ? formLines('log', { difference: logRates, welch, neweyWest: corrected, pooled, practice, comparator }, neweyWest)
      : []),
    ...(rates ? formLines('rate', rates, neweyWest) : []),
  ];
  return lines.length === 0 ? null : [comment(R_SCRIPT.slopes), ...lines].join('\n');
}

function formLines(
  outcome: 'log' | 'rate',
  ours: NonNullable<SlopeDifference['rates']>,
  neweyWest: string,
): readonly string[] {
  const [mine, theirs] = outcome === 'log' ? ['log(rp)', 'log(rc)'] : ['rp', 'rc'];
  const what = (form: string) => `slopes ${outcome} ${form}`;
  return [
    `a <- ${checkTerms(what('practice'), `ols(${mine} ~ t, d)`, ourTerm('time', ours.practice))}`,
    `b <- ${checkTerms(what('comparator'), `ols(${theirs} ~ t, d)`, ourTerm('time', ours.comparator))}`,
    checkTerms(what('difference'), `ols(${mine} - ${theirs} ~ t, d)`, ourTerm('time', ours.difference)),
    checkTerms(what('newey-west'), `${neweyWest}(${mine} - ${theirs} ~ t, d)`, ourTerm('time', ours.neweyWest)),
    checkTerms(what('welch'), 'welch(a, b)', ourTerm('time', ours.welch)),
    `both <- rbind(transform(d, v = ${mine}, z = 1), transform(d, v = ${theirs}, z = 0))`,
    checkTerms(what('pooled'), 'ols(v ~ z * t, both)', ourTerm('z:t', ours.pooled)),
  ];
}
