import { type Finding, finding } from '../../finding.ts';
import type { PercentReading, PublishedPercent } from './published-percent-result.ts';
import type { PublishedCheck } from './published-result.ts';

/** Readings that a sentence names. */
const NAMED = 2;

/** What was published beside what the data give: trends first. */
export function publishedFindings(
  trends: readonly PublishedCheck[] | null,
  percents: readonly PublishedPercent[] | null,
): readonly Finding[] {
  return [...(trends ?? []).map(trendFinding), ...(percents ?? []).map(percentFinding)];
}

function trendFinding({ published, agreeing, data }: PublishedCheck): Finding {
  const { area, slope, lower, upper, p, pIsBound, quarters } = published;
  return finding('evaluate.published', {
    area,
    slope,
    lower,
    upper,
    p,
    bound: pIsBound,
    quarters,
    agreeing: [...agreeing],
    n: data?.n ?? null,
    own: data?.slope ?? null,
    ownLower: data?.lower ?? null,
    ownUpper: data?.upper ?? null,
    within: data?.withinPublished ?? null,
  });
}

function percentFinding({ published, readings, rolling, elsewhere, implied }: PublishedPercent): Finding {
  const agreeing = readings.filter(({ agrees }) => agrees);
  const years = readings.filter(({ kind }) => kind === 'years').map(({ percent }) => percent);
  const others = elsewhere.filter(({ kind }) => kind === 'years');
  const reading = listsOf(agreeing.length > 0 ? agreeing.slice(0, NAMED) : nearestTo(published.percent, readings));
  const theirs = listsOf(others.slice(0, 1));
  const { area, measure, percent, decimals, relative, slope } = published;
  return finding('evaluate.published-percent', {
    ...{ area, measure, percent, decimals, relative },
    total: readings.length,
    agreeing: agreeing.length,
    readingKinds: reading.kinds,
    readingForms: reading.forms,
    readingBases: reading.bases,
    readingFroms: reading.froms,
    readingTos: reading.tos,
    readingQuarters: reading.quarters,
    readingPercents: reading.percents,
    yearsMin: years.length > 0 ? Math.min(...years) : null,
    yearsMax: years.length > 0 ? Math.max(...years) : null,
    rolling: rolling.reduce((sum, { pairs }) => sum + pairs, 0),
    rollingAgreeing: rolling.reduce((sum, one) => sum + one.agreeing, 0),
    theirsKinds: theirs.kinds,
    theirsForms: theirs.forms,
    theirsBases: theirs.bases,
    theirsFroms: theirs.froms,
    theirsTos: theirs.tos,
    theirsQuarters: theirs.quarters,
    theirsPercents: theirs.percents,
    theirArea: others[0]?.area ?? null,
    hasSlope: slope !== null && implied.length > 0,
    implied: implied.filter(({ agrees }) => agrees).map(({ n }) => n),
  });
}

function nearestTo(percent: number, readings: readonly PercentReading[]): readonly PercentReading[] {
  const distance = (one: PercentReading) => Math.abs(one.percent - percent);
  return [...readings].sort((a, b) => distance(a) - distance(b)).slice(0, 1);
}

/** Readings as lists, one for each of their fields. */
function listsOf(readings: readonly PercentReading[]) {
  const list = <K extends keyof PercentReading>(key: K) => readings.map((one) => one[key]);
  return {
    kinds: list('kind'),
    forms: list('form'),
    bases: list('basis'),
    froms: list('from'),
    tos: list('to'),
    quarters: readings.map(({ quarters }) => quarters ?? 0),
    percents: list('percent'),
  };
}
