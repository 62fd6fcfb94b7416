import type { Slots } from '../types.ts';
import { charted, chartValue, periodNoun } from '../words/charts.ts';
import { count, listed, number, percent, plural } from '../words/format.ts';
import { capital, measureName } from '../words/measures.ts';
import { chance } from '../words/simulation.ts';
import { maybe, num, str, texts } from '../words/slots.ts';
import type { FindingTexts, ProblemTexts } from '../words/texts.ts';

/** `SOMERSET NHS FOUNDATION TRUST (RH5)`; a code alone is not said twice. */
export function areaLabel(name: string, code: string | null): string {
  return code === null || code === name ? name : `${name} (${code})`;
}

const text = (slots: Slots, name: string): string | null => {
  const value = slots[name];
  return typeof value === 'string' ? value : null;
};

/** A level in a sentence: without decimals where it is not small. */
const about = (value: number): string => chartValue(Math.abs(value) >= 100 ? Math.round(value) : value, 'count');

const is = (n: number): string => (n === 1 ? 'is' : 'are');

function verdict(slots: Slots): string {
  const [areas, judged, withSignals] = [num(slots, 'areas'), num(slots, 'judged'), num(slots, 'withSignals')];
  const [concern, improvement, neither] = [num(slots, 'concern'), num(slots, 'improvement'), num(slots, 'neither')];
  if (judged === 0)
    return `None of ${plural(areas, 'area')} has enough points of ${charted(slots)} to judge, ${str(slots, 'from')} to ${str(slots, 'to')}.`;
  const signalling = `${number(withSignals)} of ${plural(judged, 'area')} that could be judged ${withSignals === 1 ? 'shows' : 'show'} a signal in their ${charted(slots)}, ${str(slots, 'from')} to ${str(slots, 'to')}`;
  const kinds =
    slots.hasDirection === true
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

function byChance(slots: Slots): string {
  const [areas, withSignals] = [num(slots, 'areas'), num(slots, 'withSignals')];
  const [expected, sd] = [num(slots, 'expected'), num(slots, 'sd')];
  const share = chance((100 * expected) / areas);
  const by = `By chance alone about ${number(expected)} of these ${plural(areas, 'area')} (${share}) would show a signal under the rules of ${str(slots, 'ruleSet')} if nothing had changed anywhere, give or take ${number(2 * sd)}.`;
  if (slots.more !== true)
    return `${by} ${capital(number(withSignals))} do: no more than chance gives. Do not read anything into a single area without another reason.`;
  const spared = Math.min(100, (100 * expected) / withSignals);
  return `${by} ${number(withSignals)} do, so something has changed in some of them, but up to ${chance(spared)} of the signals may be false alarms. Look for a reason before acting on any one. (Areas that share a season or an event do not signal independently.)`;
}

function step(slots: Slots): string {
  const unit = periodNoun(str(slots, 'frequency'), num(slots, 'step'));
  const [before, after] = [num(slots, 'before'), num(slots, 'after')];
  const share = maybe(slots, 'percentChange');
  const moved = `${capital(measureName(str(slots, 'measure')))} of ${areaLabel(str(slots, 'area'), text(slots, 'code'))} ${after > before ? 'rose' : 'fell'} in one step from about ${about(before)} to ${about(after)} a ${unit}${share === null ? '' : ` (${percent(share, 0)})`} in ${str(slots, 'period')}, and stayed there.`;
  const other = text(slots, 'counterpart');
  const level = maybe(slots, 'counterpartLevel');
  const match =
    other === null || level === null
      ? ''
      : ` ${areaLabel(other, text(slots, 'counterpartCode'))}, with about ${about(level)} a ${unit}, ${after > before ? 'ends just before it' : 'begins with it'}.`;
  return `${moved}${match} Was there a merger, a split or a change of coding? Then add up the codes for all periods, or start a new phase there.`;
}

export const scanFindings: FindingTexts = {
  'scan.verdict': verdict,
  'scan.by-chance': byChance,
  'scan.latest-low': (slots) =>
    `In ${str(slots, 'period')} the middle one of ${number(num(slots, 'areas'))} areas stands at ${number(num(slots, 'percent'))}% of its four periods before. If that period is not complete yet, leave it out with --to; signals that rest on it are not to be trusted.`,
  'scan.step': step,
  'scan.more-steps': (slots) =>
    `${capital(count(num(slots, 'more')))} smaller ${num(slots, 'more') === 1 ? 'step' : 'steps'} of the same kind ${is(num(slots, 'more'))} in the table of steps.`,
  'scan.funnel': (slots) => {
    const [above, below] = [num(slots, 'above'), num(slots, 'below')];
    const of = `of ${plural(num(slots, 'areas'), 'area')} in ${str(slots, 'year')}`;
    if (above + below === 0) return `None ${of} lies outside the funnel’s 99.8% limits.`;
    return `${number(above + below)} ${of} ${above + below === 1 ? 'lies' : 'lie'} outside the funnel’s 99.8% limits: ${number(above)} above them, ${number(below)} below.`;
  },
  'scan.overdispersed': (slots) =>
    `Areas differ far more than chance alone would have it (dispersion ${number(num(slots, 'phi'), 1)}, where 1 is chance): age, deprivation and coding differ too. The funnel’s limits allow for that much difference everywhere; an area within them may still differ from the rest.`,
  'scan.funnel-left': (slots) => {
    const n = num(slots, 'count');
    const named = texts(slots, 'areas');
    const more = n - named.length;
    return `Not in the funnel, for want of a whole ${str(slots, 'year')} or its denominator: ${more > 0 ? `${named.join(', ')} and ${count(more)} more` : listed(named)}.`;
  },
  'scan.no-funnel': (slots) =>
    `There is no funnel: it needs a count, a ${measureName(str(slots, 'denominator'))} above zero and one whole year, for at least five areas.`,
};

export const scanProblems: ProblemTexts = {
  'scan.nothing': () => ({
    found: 'there is no area to scan',
    remedy: 'Run "quarterline check" on the file to see what was understood of it.',
  }),
  'scan.unknown-rules': (slots) => {
    const [guess] = texts(slots, 'nearest');
    return {
      found: `there is no rule set "${slots.name}"`,
      expected: listed(texts(slots, 'known'), 'or'),
      remedy: guess ? `Did you mean --rules ${guess}?` : 'For example --rules ihi-control.',
    };
  },
  'scan.unknown-signal': (slots) => ({
    found: `the rule set ${slots.ruleSet} has no rule "${slots.name}"`,
    expected: listed(texts(slots, 'known'), 'or'),
    remedy: `For example --signal ${texts(slots, 'known')[0]}.`,
  }),
};
