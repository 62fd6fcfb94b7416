import { describe, expect, it } from 'vitest';
import { AREAS, document, type Files, FROME, quarterline } from '../e2e/support.ts';

const EVALUATE = ['evaluate', ...FROME, ...AREAS, '--intervention', '2014/15 Q1'] as const;

interface Item {
  readonly standard: string;
  readonly item: string;
  readonly status: string;
  readonly given: string | null;
  readonly text: string | null;
}

const withChecklist = (text: string, name = 'checklist.yaml'): readonly [readonly string[], Files] => [
  [...EVALUATE, '--checklist', name],
  { [name]: text },
];

/** The items of an evaluation with this checklist, by id. */
async function itemsOf(text: string): Promise<ReadonlyMap<string, Item>> {
  const { result } = await document(...withChecklist(text));
  return new Map(result.reporting.map((one: Item) => [one.item, one]));
}

async function refused(text: string): Promise<readonly [number, string]> {
  const { code, err } = await quarterline(...withChecklist(text));
  return [code, err];
}

describe('--checklist', () => {
  it('takes a line, a block, a list and numbers, and leaves empty items unreported', async () => {
    const items = await itemsOf(
      [
        'epoc-1: No other service changed.',
        'squire-16: |',
        '  One practice.',
        '  One county.',
        'tidier-3:',
        '  - a leaflet',
        '  - a directory',
        'tidier-8: 44',
        'squire-18:',
        'squire-12: "  "',
      ].join('\n'),
    );
    expect(items.get('epoc-1')).toMatchObject({ status: 'given', given: 'No other service changed.', text: null });
    expect(items.get('squire-16')?.given).toBe('One practice.\nOne county.');
    expect(items.get('tidier-3')?.given).toBe('a leaflet; a directory');
    expect(items.get('tidier-8')?.given).toBe('44');
    expect(items.get('squire-18')).toMatchObject({ status: 'not-reported', given: null });
    expect(items.get('squire-12')?.status).toBe('not-reported');
  });

  it('keeps what the tool knows beside what the authors say', async () => {
    const item = (await itemsOf('epoc-5: All months were submitted.')).get('epoc-5');
    expect(item?.status).toBe('given');
    expect(item?.text).toContain('none missing');
    const { out } = await quarterline(
      [...withChecklist('epoc-5: All months were submitted.')[0], '--format', 'markdown'],
      {
        'checklist.yaml': 'epoc-5: All months were submitted.',
      },
    );
    expect(out).toContain('All months were submitted. The tool adds: 19 quarters');
  });

  it('may be empty, or hold comments only', async () => {
    expect((await itemsOf('# nothing yet\n')).get('tidier-1')?.status).toBe('not-reported');
  });

  it('names every key that is no item, with its line and the nearest ones', async () => {
    const [code, err] = await refused('epoc-1: yes\nsquire-61: no\ntidier: no\n');
    expect(code).toBe(3);
    expect(err).toContain('checklist.yaml, line 2: "squire-61" is no item');
    expect(err).toContain('squire-1');
    expect(err).toContain('line 3');
  });

  it.each([
    ['no YAML', 'epoc-1: [', 'not YAML'],
    ['the same item twice', 'epoc-1: a\nepoc-1: b\n', 'not YAML'],
    ['a list of items', '- epoc-1\n', 'no checklist'],
    ['a bare text', 'epoc-1', 'no checklist'],
    ['an answer of parts', 'epoc-1: {a: b}', 'epoc-1 is not an answer'],
    ['lists of lists', 'epoc-1: [[a]]', 'epoc-1 is not an answer'],
    ['a book', `epoc-1: ${'x'.repeat(5001)}`, 'epoc-1 is not an answer'],
    ['what is no item at all', '__proto__: a\nconstructor: b\n', 'is no item'],
  ])('refuses %s', async (_, text, said) => {
    const [code, err] = await refused(text);
    expect(code).toBe(3);
    expect(err).toContain(said);
    expect(err).toContain('checklist.yaml');
  });

  it('refuses a file that is not there', async () => {
    const { code, err } = await quarterline([...EVALUATE, '--checklist', 'nowhere.yaml']);
    expect(code).toBe(3);
    expect(err).toContain('nowhere.yaml');
  });

  it('lets no answer become markup, a link or a table border', async () => {
    const hostile = 'epoc-1: "<script>alert(1)</script> | [x](javascript:alert(1)) \\u202Eevil \\u001b[31m"\n';
    const [args, files] = withChecklist(hostile);
    const { out } = await quarterline([...args, '--format', 'markdown'], files);
    const row = out.split('\n').find((line) => line.includes('epoc-1 |') || line.startsWith('| epoc-1'));
    expect(row).toContain('&lt;script>');
    expect(row).toContain('\\|');
    expect(row).toContain('\\[x\\]');
    expect(out).not.toContain('\u202e');
    expect(out).not.toContain('\u001b');
  });
});
