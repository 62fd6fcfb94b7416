import type { EvaluateResult } from '../../analysis/evaluate/result.ts';
import { openFiles, type Source } from '../../data/read.ts';
import { recipeOf } from '../../data/recipe/recipe.ts';
import { select } from '../../data/select/select.ts';
import { datasetByQuarter } from '../../data/series/by-quarter.ts';
import type { Provenance } from '../../document/provenance.ts';
import { rScript } from '../../document/r-script/r-script.ts';
import { dataError } from '../../errors.ts';
import { datesOf } from '../../question/periods.ts';
import type { Settings } from '../../question/settings.ts';
import { quarterlyReading } from '../quarterly.ts';

/**
 * The R script that reads the same files and computes an evaluation again. The files are read once more, so that what
 * the script needs of them burdens no other run. `settings`: with what a plan filled. Throws a data error where only a part of
 * the people was evaluated.
 */
export async function rScriptOf(
  result: EvaluateResult,
  { commandLine, version }: Provenance,
  settings: Settings,
  source: Source,
): Promise<string> {
  const reading = quarterlyReading(await openFiles(settings.files, source), settings);
  const { measure } = result.design;
  const { practice } = select(datasetByQuarter(reading.dataset), settings);
  const own = practice.series.find((series) => series.measure.name === measure);
  if (Object.keys(own?.stratum ?? {}).length > 0)
    throw dataError('evaluate.script-groups', {}, { file: settings.files[0] ?? '' });
  const recipe = recipeOf(reading, settings, [measure, 'list_size']);
  const md5 = new Map<string, string>();
  for (const file of recipe.files) md5.set(file.path, await source.hash(await source.read(file.path), 'md5'));
  return rScript({ result, recipe, md5, commandLine, version, ...indicesOf(settings), lag: settings.lag });
}

/** The dates of the options as indices of quarters. */
function indicesOf(settings: Settings) {
  const { from, to, intervention, secondIntervention, washout } = datesOf(settings);
  return {
    from: from?.index ?? null,
    to: to?.index ?? null,
    change: intervention?.index ?? null,
    second: secondIntervention?.index ?? null,
    washout: washout && ([washout.from.index, washout.to.index] as const),
  };
}
