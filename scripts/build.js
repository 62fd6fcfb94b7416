// Builds dist/ from an empty folder: cli.js and index.js with the chunks that they load when needed, the library's
// declarations, and the licences of the packages that are bundled. `dependencies` are left outside, `devDependencies`
// that src/ imports are bundled. What scripts/ need of src/ goes to build/, which is not shipped.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { minifySync } from 'rolldown/utils';
import { chunkGroups } from './build/chunks.js';
import { pruneDeclarations } from './build/declarations.js';
import { licences } from './build/licences.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const outside = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies);

/** Files that are found from a module's place in src/ are found from dist/, too: both stand in the package's folder. */
const places = {
  name: 'places',
  transform: (code, id) =>
    id.startsWith(join(root, 'src')) && code.includes('import.meta.url')
      ? code.replaceAll('import.meta.url', `new URL('../${relative(root, id).split(sep).join('/')}', import.meta.url)`)
      : null,
};

/**
 * What Commander requires of Node without a `require`, which takes time to make; and without programs to start for commands that
 * are files of their own: here are none, and loading `child_process` takes time.
 */
const forCommander = {
  name: 'for-commander',
  resolveId: (id, importer) =>
    id.startsWith('node:') && /[\\/]commander[\\/]/.test(importer ?? '') ? `\0commander-${id}` : null,
  load: (id) => {
    if (!id.startsWith('\0commander-')) return null;
    const name = id.slice('\0commander-'.length);
    return `module.exports = ${name === 'node:child_process' ? '{}' : `process.getBuiltinModule('${name}')`};`;
  },
};

/** Chunks of packages alone lose their spaces and long names, since Node reads them at every start; our own code stays as it is. */
const small = {
  name: 'small',
  renderChunk: (code, { fileName, moduleIds }) =>
    moduleIds.length > 0 && moduleIds.every((id) => /[\\/]node_modules[\\/]|^\0/.test(id))
      ? {
          code: minifySync(fileName, code, { codegen: { removeWhitespace: true, legalComments: 'inline' } }).code,
          map: null,
        }
      : null,
};

/** Letters beyond ASCII as escapes: Node reads a text of ASCII alone twice as fast. They stand in strings and patterns, where that is the same but for raw ones. */
const ascii = {
  name: 'ascii',
  renderChunk: (code) =>
    code.includes('String.raw')
      ? null
      : {
          code: code.replace(/[^\0-\x7F]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`),
          map: null,
        },
};

/** No minifying: `--debug` shows these lines. Comments go, but for licences: Node need not read them at every start. */
async function bundle(input, folder) {
  const { groups, plugin } = chunkGroups(join(root, 'src'));
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    external: outside,
    plugins: [places, forCommander, plugin, small, ascii],
    transform: { target: 'node20.19' },
    resolve: {
      alias: {
        // The same code as ES modules, of which what is not used falls away.
        yaml: join(root, 'node_modules/yaml/browser/dist/index.js'),
        // The same code, with Node's own Buffer.
        'csv-parse/browser/esm/sync': join(root, 'node_modules/csv-parse/lib/sync.js'),
      },
    },
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await build.write({
    dir: join(root, folder),
    format: 'esm',
    cleanDir: true,
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups },
    comments: { legal: true, jsdoc: false, annotation: false },
    minify: false,
    minifyInternalExports: false,
  });
  await build.close();
  return output;
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
const output = await bundle({ cli: 'src/cli.ts', index: 'src/index.ts' }, 'dist');
writeFileSync(join(root, 'dist/THIRD-PARTY-LICENCES.txt'), licences(output));
await bundle({ engine: 'scripts/engine.ts' }, 'build');
const compiler = join(root, 'node_modules/typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
  stdio: 'inherit',
});
pruneDeclarations(join(root, 'dist'));
process.exitCode = status ?? 1;
