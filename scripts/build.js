// Compiles src/ to dist/, from an empty folder so that nothing stale is shipped.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
process.exitCode = spawnSync(process.execPath, [compiler, '-p', root], { stdio: 'inherit' }).status ?? 1;
