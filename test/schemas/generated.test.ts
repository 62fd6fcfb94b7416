import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../e2e/support.ts';

it('the schemas are what `npm run schemas` makes of the result types', { timeout: 60_000 }, async () => {
  const { generateSchemas } = (await import(new URL('../../scripts/schemas.js', import.meta.url).href)) as {
    generateSchemas: () => Record<string, unknown>;
  };
  const committed = readdirSync(join(ROOT, 'schemas')).map((name) => [
    name.replace('.schema.json', ''),
    readFileSync(join(ROOT, 'schemas', name), 'utf8'),
  ]);
  const made = Object.entries(generateSchemas()).map(([name, schema]) => [
    name,
    `${JSON.stringify(schema, null, 2)}\n`,
  ]);
  expect(Object.fromEntries(committed)).toEqual(Object.fromEntries(made));
});
