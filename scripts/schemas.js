// Writes schemas/NAME.schema.json, one for the JSON document of each command, from the definitions in scripts/schemas.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SCHEMAS } from './schemas/index.js';

const folder = fileURLToPath(new URL('../schemas/', import.meta.url));
for (const [command, schema] of Object.entries(SCHEMAS))
  writeFileSync(`${folder}${command}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
