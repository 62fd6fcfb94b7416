import { parseYaml, type YamlDocument } from '../data/notes/yaml.ts';
import type { Source } from '../data/read.ts';
import { QuarterlineError } from '../errors.ts';

interface YamlFile extends YamlDocument {
  readonly bytes: Uint8Array;
}

/** Reads a YAML file that an option names. Throws data errors, all of them in words that fit such a file. */
export async function readYaml(path: string, source: Source): Promise<YamlFile> {
  const bytes = await bytesOf(path, source);
  return { bytes, ...(await parseYaml(bytes, path)) };
}

async function bytesOf(path: string, source: Source): Promise<Uint8Array> {
  try {
    return await source.read(path);
  } catch (error) {
    throw error instanceof QuarterlineError ? error.renamed({ 'input.is-folder': 'yaml.folder' }) : error;
  }
}
