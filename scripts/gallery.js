// Rewrites reports/ as the program makes it now. A test holds the committed gallery against the same.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from '../dist/cli.js';
import { GALLERY } from './gallery-cases.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
rmSync('reports', { recursive: true, force: true });
let failed = await main(['demo', '-o', 'reports', '--force']);
for (const { args, output } of GALLERY) failed ||= await main([...args, '--quiet', '-o', `reports/${output}`]);
process.exitCode = failed;
