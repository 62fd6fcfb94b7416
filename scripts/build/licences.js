import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HEAD = 'quarterline contains code of these packages, under the licences given here.\n';

const ROLLDOWN = fileURLToPath(new URL('../../node_modules/rolldown', import.meta.url));

/** Packages that another package ships within its own files, so that the bundler does not see them. */
const WITHIN = { 'd3-delaunay': ['delaunator', 'robust-predicates'] };

/** The folder of the package that a bundled module comes from (the bundler adds a few lines, too); null for our own modules. */
const packageOf = (id) =>
  id.startsWith('\0rolldown')
    ? ROLLDOWN
    : (/^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1] ?? null);

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.md|\.txt)?$/i.test(entry));
  if (!file) throw new Error(`${name} is bundled, and ships no licence text: give it one, or leave it outside`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

const within = (folder) => (WITHIN[basename(folder)] ?? []).map((name) => join(dirname(folder), name));

/** The licence texts of all packages with code in these chunks, by name. */
export function licences(output) {
  const modules = output.flatMap((chunk) => Object.entries(chunk.modules ?? {}));
  const folders = modules.filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => packageOf(id));
  const all = folders.filter((folder) => folder !== null).flatMap((folder) => [folder, ...within(folder)]);
  const texts = [...new Set(all)].sort().map(licenceOf);
  return [HEAD, ...texts].join(`\n${'-'.repeat(80)}\n\n`);
}
