import type { EvaluateResult } from '../../analysis/evaluate/result.ts';
import { parsePeriodOption } from '../../data/period/parse.ts';
import { formatPeriod } from '../../data/period.ts';
import { caution, type Finding } from '../../finding.ts';
import { flagOf, isGiven, type OptionName, type Settings } from '../../question/settings.ts';

/** What acts only where a date of the change is given. */
const FOR_A_CHANGE = ['secondIntervention', 'washout', 'seasons', 'peerGroups'] as const;

/**
 * Cautions about options that were read otherwise than they look, cut short, or not used at all. `percents`: how many published
 * percentages there are; null where prices are used for more than these.
 */
export function optionRemarks(settings: Settings, result: EvaluateResult, percents: number | null): readonly Finding[] {
  return [
    ...(['intervention', 'secondIntervention'] as const).flatMap((key) =>
      settings[key] === null ? [] : quarterRemark(flagOf(key), settings[key], settings),
    ),
    ...(settings.intervention === null ? unused(settings, FOR_A_CHANGE, 'intervention') : []),
    ...(percents === 0 ? unused(settings, ['deflator'], 'percentage') : []),
    ...lagRemark(settings.lag, result),
  ];
}

/** A caution where a date that stands for a quarter begins within one, or goes on beyond it. */
export function quarterRemark(option: string, text: string, settings: Pick<Settings, 'quarters'>): readonly Finding[] {
  const quarter = formatPeriod(parsePeriodOption(option, text, settings));
  const edge = (words: string, which: 'start' | 'end') =>
    parsePeriodOption(option, words, settings, 'day', which).index;
  const slots = { option, text: text.trim(), quarter };
  if (edge(text, 'start') > edge(quarter, 'start')) return [caution('evaluate.within-quarter', slots)];
  return edge(text, 'end') > edge(quarter, 'end') ? [caution('evaluate.longer-than-quarter', slots)] : [];
}

function unused(
  settings: Settings,
  keys: readonly (OptionName & keyof Settings)[],
  needs: 'intervention' | 'percentage',
): readonly Finding[] {
  const options = keys.filter((key) => isGiven(settings, key)).map(flagOf);
  return options.length > 0 ? [caution('evaluate.unused', { options, needs })] : [];
}

/** Lags reach from one quarter to another: there are fewer than quarters. */
function lagRemark(lag: number | null, { quarters, design }: EvaluateResult): readonly Finding[] {
  const n = quarters.length > 0 ? quarters.length : design.own.before + design.own.after;
  return lag !== null && n > 0 && lag >= n ? [caution('evaluate.lag-cut', { lag, quarters: n, used: n - 1 })] : [];
}
