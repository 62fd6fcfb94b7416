import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Path of something in ../shared, or null where that folder is absent (a plain clone). */
export function shared(path: string): string | null {
  const full = `${ROOT}${path}`;
  return existsSync(full) ? full : null;
}

/**
 * A describe block that needs a file or folder of ../shared. Where it is absent the block is not even collected (it may read
 * the file for its cases): one skipped test says so in its name.
 */
export function describeShared(name: string, path: string, body: (path: string) => void): void {
  const full = shared(path);
  if (full !== null) describe(name, () => body(full));
  else describe(name, () => it.skip(`[skipped: ../shared/${path} is absent]`, () => {}));
}
