import type { Grid } from '../data/grid/grid.ts';
import { parseYaml, type YamlDocument } from '../data/notes/yaml.ts';
import { readCells, type Source } from '../data/read.ts';
import { QuarterlineError } from '../errors.ts';
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

/** Reads the files that these settings name beside the data. Throws data errors. */
export async function readAsides(settings: Settings, source: Source): Promise<Asides> {
  const yaml = async (path: string | null) => (path === null ? null : readYaml(path, source));
  return {
    plan: await yaml(settings.plan),
    deflator: await loadDeflator(settings.deflator, source),
    annotations: settings.annotate === null ? null : (await readCells(settings.annotate, source)).grid,
    checklist: await yaml(settings.checklist),
    published: await yaml(settings.published),
  };
}

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
