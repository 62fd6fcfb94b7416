import { createHash } from 'node:crypto';

/** What effects and sources are given to hash with. */
export const hash = (bytes: Uint8Array, algorithm: 'sha256' | 'md5'): string =>
  createHash(algorithm).update(bytes).digest('hex');
