import type { Grid } from '../data/grid/grid.ts';
import { isMapping, parseYaml, type YamlDocument, yamlAt, yamlText } from '../data/notes/yaml.ts';
import { readCells, type Source } from '../data/read.ts';
import { QuarterlineError } from '../errors.ts';
import type { CommandName } from '../question/commands.ts';
import type { Settings } from '../question/settings.ts';
import type { Deflator } from '../reference/deflators.ts';
import { loadDeflator } from './deflator.ts';

/** A YAML file that an option names. */
export interface YamlFile extends YamlDocument {
  readonly path: string;
  readonly sha256: string;
}

/** What stands in the files that options name beside the data, read before anything is computed. Null: not named. */
export interface Asides {
  readonly deflator: Deflator | null;
  /** The cells of `--annotate`. */
  readonly annotations: Grid | null;
  readonly plan: YamlFile | null;
  readonly published: YamlFile | null;
  readonly checklist: YamlFile | null;
}

/** Reads the files that a command's settings name beside the data; those that it would not use are left alone. Throws data errors. */
export async function readAsides(command: CommandName, settings: Settings, source: Source): Promise<Asides> {
  const yaml = async (path: string | null) => (path === null ? null : readYaml(path, source));
  const plan = await yaml(settings.plan);
  const evaluates = command === 'evaluate' || settings.intervention !== null || fixesIntervention(plan);
  const published = evaluates ? await yaml(settings.published) : null;
  // An evaluation alone has prices for published percentages only.
  const priced = command !== 'evaluate' || published !== null;
  return {
    plan,
    published,
    checklist: evaluates ? await yaml(settings.checklist) : null,
    deflator: priced ? await loadDeflator(settings.deflator, source) : null,
    annotations: settings.annotate === null ? null : (await readCells(settings.annotate, source)).grid,
  };
}

const fixesIntervention = (plan: YamlFile | null): boolean =>
  plan !== null && isMapping(plan.value) && yamlText(yamlAt(plan.value, 'intervention')) !== null;

/** Reads a YAML file that an option names. Throws data errors, all of them in words that fit such a file. */
async function readYaml(path: string, source: Source): Promise<YamlFile> {
  const bytes = await bytesOf(path, source);
  return { path, sha256: await source.hash(bytes, 'sha256'), ...(await parseYaml(bytes, path)) };
}

async function bytesOf(path: string, source: Source): Promise<Uint8Array> {
  try {
    return await source.read(path);
  } catch (error) {
    throw error instanceof QuarterlineError ? error.renamed({ 'input.is-folder': 'yaml.folder' }) : error;
  }
}
