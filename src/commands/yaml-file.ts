import { parseYaml, type YamlDocument } from '../data/notes/yaml.ts';
import { QuarterlineError } from '../errors.ts';
import type { Effects } from './effects.ts';

export interface YamlFile extends YamlDocument {
  readonly bytes: Uint8Array;
}

/** Reads a YAML file that an option names. Throws data errors, all of them in words that fit such a file. */
export async function readYaml(path: string, effects: Effects): Promise<YamlFile> {
  const bytes = await bytesOf(path, effects);
  return { bytes, ...(await parseYaml(bytes, path)) };
}

async function bytesOf(path: string, effects: Effects): Promise<Uint8Array> {
  try {
    return await effects.read(path);
  } catch (error) {
    throw error instanceof QuarterlineError ? error.renamed({ 'input.is-folder': 'yaml.folder' }) : error;
  }
}
