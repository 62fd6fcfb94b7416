// Rewrites reports/ as the demo makes it now. A test holds the committed gallery against the same.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from '../dist/cli.js';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
for (const example of ['frome-somerset', 'official']) rmSync(`reports/${example}`, { recursive: true, force: true });
process.exitCode = await main(['demo', '-o', 'reports', '--force']);
