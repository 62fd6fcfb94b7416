import type { ProblemSentences, Sentences } from '../types.ts';
import { charted, chartValue, periodNoun } from '../words/charts.ts';
import { count, listed, number, percent, plural } from '../words/format.ts';
import { capital, measureName } from '../words/measures.ts';
import { chance } from '../words/simulation.ts';
import type { ScanFindings, ScanProblems } from './catalogue.ts';

/** `SOMERSET NHS FOUNDATION TRUST (RH5)`; a code alone is not said twice. */
export function areaLabel(name: string, code: string | null): string {
  return code === null || code === name ? name : `${name} (${code})`;
}

/** A level in a sentence: without decimals where it is not small. */
const about = (value: number): string => chartValue(Math.abs(value) >= 100 ? Math.round(value) : value, 'count');

const is = (n: number): string => (n === 1 ? 'is' : 'are');

function verdict(slots: ScanFindings['scan.verdict']): string {
  const [areas, judged, withSignals] = [slots.areas, slots.judged, slots.withSignals];
  const [concern, improvement, neither] = [slots.concern, slots.improvement, slots.neither];
  if (judged === 0)
    return `None of ${plural(areas, 'area')} has enough points of ${charted(slots)} to judge, ${slots.from} to ${slots.to}.`;
  const signalling = `${number(withSignals)} of ${plural(judged, 'area')} that could be judged ${withSignals === 1 ? 'shows' : 'show'} a signal in their ${charted(slots)}, ${slots.from} to ${slots.to}`;
  const kinds = slots.hasDirection
    ? [
        concern > 0 ? `${number(concern)} ${is(concern)} a concern` : '',
        improvement > 0 ? `${number(improvement)} ${is(improvement)} an improvement` : '',
        neither > 0 ? `${number(neither)} neither` : '',
      ].filter((part) => part !== '')
    : [];
  const latest = kinds.length > 0 ? `; by the latest signal ${listed(kinds)}` : '';
  const left = areas - judged;
  const few = left > 0 ? ` ${capital(count(left))} ${left === 1 ? 'area has' : 'areas have'} too little to judge.` : '';
  return `${signalling}${latest}.${few}`;
}

function byChance(slots: ScanFindings['scan.by-chance']): string {
  const [areas, withSignals] = [slots.areas, slots.withSignals];
  const [expected, sd] = [slots.expected, slots.sd];
  const share = chance((100 * expected) / areas);
  const by = `By chance alone about ${number(expected)} of these ${plural(areas, 'area')} (${share}) would show a signal under the rules of ${slots.ruleSet} if nothing had changed anywhere, give or take ${number(2 * sd)}.`;
  if (!slots.more)
    return `${by} ${capital(number(withSignals))} do: no more than chance gives. Do not read anything into a single area without another reason.`;
  const spared = Math.min(100, (100 * expected) / withSignals);
  return `${by} ${number(withSignals)} do, so something has changed in some of them, but up to ${chance(spared)} of the signals may be false alarms. Look for a reason before acting on any one. (Areas that share a season or an event do not signal independently.)`;
}

function step(slots: ScanFindings['scan.step']): string {
  const unit = periodNoun(slots.frequency, slots.step);
  const [before, after] = [slots.before, slots.after];
  const share = slots.percentChange;
  const moved = `${capital(measureName(slots.measure))} of ${areaLabel(slots.area, slots.code)} ${after > before ? 'rose' : 'fell'} in one step from about ${about(before)} to ${about(after)} a ${unit}${share === null ? '' : ` (${percent(share, 0)})`} in ${slots.period}, and stayed there.`;
  const other = slots.counterpart;
  const level = slots.counterpartLevel;
  const match =
    other === null || level === null
      ? ''
      : ` ${areaLabel(other, slots.counterpartCode)}, with about ${about(level)} a ${unit}, ${after > before ? 'ends just before it' : 'begins with it'}.`;
  return `${moved}${match} Was there a merger, a split or a change of coding? Then add up the codes for all periods, or start a new phase there.`;
}

export const scanFindings: Sentences<ScanFindings> = {
  'scan.verdict': verdict,
  'scan.by-chance': byChance,
  'scan.latest-low': (slots) =>
    `In ${slots.period} the middle one of ${number(slots.areas)} areas stands at ${number(slots.percent)}% of its four periods before. If that period is not complete yet, leave it out with --to; signals that rest on it are not to be trusted.`,
  'scan.step': step,
  'scan.more-steps': (slots) =>
    `${capital(count(slots.more))} smaller ${slots.more === 1 ? 'step' : 'steps'} of the same kind ${is(slots.more)} in the table of steps.`,
  'scan.funnel': (slots) => {
    const [above, below] = [slots.above, slots.below];
    const of = `of ${plural(slots.areas, 'area')} in ${slots.year}`;
    if (above + below === 0) return `None ${of} lies outside the funnel’s 99.8% limits.`;
    return `${number(above + below)} ${of} ${above + below === 1 ? 'lies' : 'lie'} outside the funnel’s 99.8% limits: ${number(above)} above them, ${number(below)} below.`;
  },
  'scan.overdispersed': (slots) =>
    `Areas differ far more than chance alone would have it (dispersion ${number(slots.phi, 1)}, where 1 is chance): age, deprivation and coding differ too. The funnel’s limits allow for that much difference everywhere; an area within them may still differ from the rest.`,
  'scan.funnel-left': (slots) => {
    const n = slots.count;
    const named = slots.areas;
    const more = n - named.length;
    return `Not in the funnel, for want of a whole ${slots.year} or its denominator: ${more > 0 ? `${named.join(', ')} and ${count(more)} more` : listed(named)}.`;
  },
  'scan.no-funnel': (slots) =>
    `There is no funnel: it needs a count, a ${measureName(slots.denominator)} above zero and one whole year, for at least five areas.`,
};

export const scanProblems: ProblemSentences<ScanProblems> = {
  'scan.nothing': () => ({
    found: 'there is no area to scan',
    remedy: 'Run "quarterline check" on the file to see what was understood of it.',
  }),
  'scan.unknown-rules': (slots) => {
    const [guess] = slots.nearest;
    return {
      found: `there is no rule set "${slots.name}"`,
      expected: listed(slots.known, 'or'),
      remedy: guess ? `Did you mean --rules ${guess}?` : 'For example --rules ihi-control.',
    };
  },
  'scan.unknown-signal': (slots) => ({
    found: `the rule set ${slots.ruleSet} has no rule "${slots.name}"`,
    expected: listed(slots.known, 'or'),
    remedy: `For example --signal ${slots.known[0]}.`,
  }),
};
