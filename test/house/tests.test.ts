import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './sources.ts';

describe('the tests', () => {
  // Test files share their modules (vitest.config.ts): what one puts in a module's place would stand there for others.
  it('put something in the place of a module only in files that run apart', () => {
    const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const replacing = files.filter((name) =>
      /\bvi\.(?:do)?mock\(/i.test(readFileSync(join(ROOT, 'test', name), 'utf8')),
    );
    expect(replacing.length).toBeGreaterThan(0);
    expect(replacing.filter((name) => !name.endsWith('.apart.test.ts'))).toEqual([]);
  });
});
