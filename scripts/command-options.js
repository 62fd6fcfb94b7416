// Rewrites the table of options in docs/commands.md from the commands as they are built. Run after `npm run build`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withOptions } from './docs/options-table.js';

const { COMMANDS } = await import('../dist/commands/registry.js');
const { OPTIONS } = await import('../dist/question/options.js');
const { OPTION_HELP } = await import('../dist/messages/usage/help.js');

const path = fileURLToPath(new URL('../docs/commands.md', import.meta.url));
writeFileSync(path, withOptions(readFileSync(path, 'utf8'), COMMANDS, OPTIONS, OPTION_HELP));
