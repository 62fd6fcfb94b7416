import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../house/sources.ts';

const EXAMPLES = [
  ...readFileSync(join(ROOT, 'docs/api.md'), 'utf8').matchAll(/^## (.+?)\n[\s\S]*?```ts\n([\s\S]*?)```/gm),
].map(([, heading = '', code = '']) => ({ heading, code, name: heading.toLowerCase().replace(/\W+/g, '-') }));

const run = (command: string, args: readonly string[], cwd: string) =>
  spawnSync(command, args, { cwd, encoding: 'utf8' });

/** docs/api.md in an empty folder outside, with the package as it is packed. */
describe('the packed library', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quarterline-api-'));
    const packed = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], ROOT);
    const archive = packed.stdout.trim().split('\n').at(-1) ?? '';
    run('tar', ['xzf', archive], folder);
    mkdirSync(join(folder, 'node_modules'));
    cpSync(join(folder, 'package'), join(folder, 'node_modules/quarterline'), { recursive: true });
    for (const name of ['@resvg', '@types', 'undici-types'])
      symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }\n');
    const compilerOptions = {
      ...{
        target: 'ES2022',
        module: 'NodeNext',
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
      },
      ...{ skipLibCheck: false, outDir: 'out', types: ['node'] },
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    for (const { name, code } of EXAMPLES) writeFileSync(join(folder, `${name}.ts`), code);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has examples for every task', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(7);
  });

  it('compiles under strict TypeScript', () => {
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = run(process.execPath, [compiler, '-p', '.'], folder);
    expect(stdout).toBe('');
    expect(status).toBe(0);
    expect(readdirSync(join(folder, 'out')).length).toBe(EXAMPLES.length);
  });

  it.each(EXAMPLES)('runs: $heading', ({ name }) => {
    const { stdout, stderr, status } = run(process.execPath, [join(folder, 'out', `${name}.js`)], folder);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(0);
  });
});
