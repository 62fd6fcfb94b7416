import { describe, expect, it } from 'vitest';
import { type Notes, notesFrom, notesPath } from '../../../src/data/notes/notes.ts';
import { parseYaml } from '../../../src/data/notes/yaml.ts';
import { unreadable } from '../../../src/data/read.ts';
import { QuarterlineError } from '../../../src/errors.ts';
import { DEFAULT_SETTINGS } from '../../../src/question/settings.ts';
import { hash } from '../../support/hash.ts';
import { readDataset } from '../support.ts';

const parseNotes = async (text: string, path: string): Promise<Notes> =>
  notesFrom(await parseYaml(new TextEncoder().encode(text), path));

async function problem(text: string): Promise<unknown> {
  try {
    await parseNotes(text, 'a.meta.yaml');
  } catch (error) {
    if (error instanceof QuarterlineError) return error.problems[0];
    throw error;
  }
  return null;
}

describe('notes beside a file', () => {
  it.each([
    ['costs.csv', 'costs.meta.yaml'],
    ['my data/costs.2018.csv', 'my data/costs.2018.meta.yaml'],
    ['C:\\data.d\\costs', 'C:\\data.d\\costs.meta.yaml'],
    ['-', null],
  ])('of %s stand in %s', (path, expected) => {
    expect(notesPath(path)).toBe(expected);
  });

  it('are a text or a list of texts, a licence and a source', async () => {
    expect(await parseNotes('notes: Provisional.\n', 'a')).toMatchObject({
      notes: ['Provisional.'],
      licence: null,
      source: null,
    });
    expect(await parseNotes('notes:\n  - "One: two"\n  - Three\nlicence: OGL\nsource: NHS\n', 'a')).toEqual({
      notes: ['One: two', 'Three'],
      licence: 'OGL',
      source: 'NHS',
      findings: [],
    });
    expect((await parseNotes('# nothing\n', 'a')).notes).toEqual([]);
  });

  it('are kept as they are written, whatever they look like', async () => {
    expect(await parseNotes('notes: [2014-02-30, 007]\nlicence: 3.0\n', 'a')).toMatchObject({
      notes: ['2014-02-30', '007'],
      licence: '3.0',
    });
  });

  it('pass over other keys with a caution', async () => {
    expect((await parseNotes('licence: OGL\nauthor: me\n', 'a')).findings).toMatchObject([
      { id: 'input.notes-keys', slots: { keys: ['author'] } },
    ]);
  });

  it.each([
    [9, 9],
    [10, 10],
    [11, 10],
  ])('name of %i other keys the first %i', async (count, named) => {
    const keys = Array.from({ length: count }, (_, at) => `key${at}`);
    const { findings } = await parseNotes(keys.map((key) => `${key}: x\n`).join(''), 'a');
    expect(findings).toMatchObject([
      { slots: { keys: [...keys.slice(0, named), ...(count > named ? ['\u2026'] : [])] } },
    ]);
  });

  it.each([
    ['licence: "open\n', 'yaml.syntax', 1],
    ['notes:\n  - a\n bad\n', 'yaml.syntax', 3],
    ['source: me\nlicence: [3]\n', 'input.notes-shape', 2],
    ['notes:\n  - {a: 1}\n', 'input.notes-shape', 1],
    ['- a\n', 'input.notes-shape', 1],
  ])('are refused with their line: %j', async (text, code, line) => {
    const found = (await problem(text)) as { code: string; place: { file: string; line: number } };
    expect([found.code, found.place.file]).toEqual([code, 'a.meta.yaml']);
    expect(found.place.line).toBeGreaterThanOrEqual(line);
  });
});

describe('reading', () => {
  const files: Readonly<Record<string, string>> = {
    'My Data\\costs.csv': '\uFEFFquarter,Frome\r\n2013/14 Q1,5\r\n',
    'My Data\\costs.meta.yaml': 'notes: Reconstruction.\n',
  };
  const source = {
    read: async (path: string) => {
      const text = files[path];
      if (text === undefined) throw Object.assign(new Error('no'), { code: 'ENOENT' });
      return new TextEncoder().encode(text);
    },
    exists: async (path: string) => path in files,
    hash,
  };

  it('takes bytes and notes, and gives their provenance', async () => {
    const dataset = await readDataset(['My Data\\costs.csv'], DEFAULT_SETTINGS, source);
    expect(dataset.measures).toMatchObject([{ name: 'cost' }]);
    expect(dataset.inputs).toEqual([
      {
        path: 'My Data\\costs.csv',
        // sha256sum of the bytes above
        sha256: 'c16b67b59b34af91e296d3145cd28589ec05c6982fc1dd1da497edd47f9d9bd6',
        rows: 1,
        encoding: 'utf-8',
        notes: ['Reconstruction.'],
        licence: null,
        source: null,
      },
    ]);
  });

  it.each([
    ['ENOENT', 'data', 'input.no-such-file'],
    ['EISDIR', 'data', 'input.is-folder'],
    ['EACCES', 'data', 'input.not-allowed'],
    ['EIO', 'data', 'input.not-readable'],
  ])('says what %s means', (code, kind, expected) => {
    const error = unreadable('a.csv', Object.assign(new Error('x'), { code }));
    expect([error.kind, error.problems[0]?.code, error.problems[0]?.place?.file]).toEqual([kind, expected, 'a.csv']);
  });

  it('is a failure where the machine itself fails', () => {
    expect(unreadable('a.csv', new Error('boom')).kind).toBe('failure');
  });

  it('needs a file', async () => {
    await expect(readDataset([], DEFAULT_SETTINGS, source)).rejects.toMatchObject({ kind: 'usage' });
    await expect(readDataset(['none.csv'], DEFAULT_SETTINGS, source)).rejects.toMatchObject({ kind: 'data' });
  });
});
