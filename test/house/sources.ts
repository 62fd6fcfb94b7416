import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Source {
  /** Path from src/, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Imported files of src/, static and dynamic, as paths from src/. */
  readonly imports: readonly string[];
  /** Imported packages and `node:` modules. */
  readonly packages: readonly string[];
}

const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g;

/** Every TypeScript file of src/. */
export function sources(): readonly Source[] {
  const src = join(ROOT, 'src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const text = readFileSync(join(src, name), 'utf8');
      const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
      const specifiers = [...code.matchAll(IMPORT)].map((match) => match[1] ?? '');
      return {
        path: name.replaceAll('\\', '/'),
        text,
        imports: specifiers
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => relative(src, resolve(src, dirname(name), specifier)).replaceAll('\\', '/')),
        packages: specifiers.filter((specifier) => !specifier.startsWith('.')),
      };
    });
}
