import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Path of something in ../shared, or null where that folder is absent (a plain clone). */
export function shared(path: string): string | null {
  const full = `${ROOT}${path}`;
  return existsSync(full) ? full : null;
}

/** A describe block that needs a file or folder of ../shared; skipped, and said so in its name, where it is absent. */
export function describeShared(name: string, path: string, body: (path: string) => void): void {
  const full = shared(path);
  if (full === null) describe.skip(`${name} [skipped: ../shared/${path} is absent]`, () => body(`${ROOT}${path}`));
  else describe(name, () => body(full));
}
