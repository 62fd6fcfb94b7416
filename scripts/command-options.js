// Rewrites the table of options in docs/commands.md from the table of options. Run after `npm run build`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OPTIONS } from '../build/engine.js';
import { withOptions } from './docs/options-table.js';

const path = fileURLToPath(new URL('../docs/commands.md', import.meta.url));
writeFileSync(path, withOptions(readFileSync(path, 'utf8'), OPTIONS));
