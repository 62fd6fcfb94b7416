import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../house/sources.ts';

const PAGES = ['README.md', 'CONTRIBUTING.md', 'docs/security.md', 'docs/rules.md', 'docs/methods.md', 'docs/api.md'];
/** Names that stand for any. */
const PLACEHOLDER = /NAME|CONCEPT|\*/;

describe('pages', () => {
  it.each(PAGES)('%s names only files that there are', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const named = [
      ...text.matchAll(/`((?:src|test|scripts|docs|schemas|fixtures|reports|examples|bench)\/[\w./-]*)`/g),
    ].map(([, path]) => path ?? '');
    const missing = named.filter((path) => !PLACEHOLDER.test(path) && !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  it('of security names a test or a script for each promise', () => {
    const rows = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| **'));
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row).toMatch(/`(?:test\/[\w./-]+\.test\.ts|npm run [\w-]+)`/);
  });
});
