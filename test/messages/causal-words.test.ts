import { describe, expect, it } from 'vitest';
import { written as write } from '../document/evaluate/evaluated.ts';

/** Each output is made once, however many tests read it. */
const outputs = new Map<string, Promise<string>>();
function written(...args: Parameters<typeof write>): Promise<string> {
  const key = JSON.stringify(args);
  const output = outputs.get(key) ?? write(...args);
  outputs.set(key, output);
  return output;
}

const TWO = ['test/golden/_sim/two_area.csv'];
const PEERS = ['test/golden/_sim/peers.csv'];
const FROME = ['admissions', 'costs', 'list-sizes'].map((name) => `fixtures/frome-somerset/${name}.csv`);
const OFFICIAL = ['fixtures/official/nonelective-admissions-by-commissioner.csv'];
const PAIR = ['--practice', 'practice', '--comparator', 'county', '--quarters', 'calendar'];
const SOMERSET = ['--practice', 'frome', '--comparator', 'somerset'];

interface Case {
  readonly name: string;
  readonly files: readonly string[];
  readonly options: readonly string[];
  /** Whether every condition for speaking of an effect is met. */
  readonly allowed: boolean;
}

const CASES: readonly Case[] = [
  { name: 'a known effect', files: TWO, options: [...PAIR, '--intervention', '2014Q2'], allowed: true },
  {
    name: 'nothing beyond chance',
    files: TWO,
    options: [...PAIR, '--intervention', '2013Q1', '--to', '2014Q1'],
    allowed: true,
  },
  {
    name: 'two changes and a washout',
    files: TWO,
    options: [...PAIR, '--intervention', '2014Q2', '--second-intervention', '2016Q2', '--washout', '2014Q1..2014Q1'],
    allowed: true,
  },
  {
    name: 'among peers',
    files: PEERS,
    options: ['--practice', 'P01', '--comparator', 'rest', '--quarters', 'calendar', '--intervention', '2014Q2'],
    allowed: true,
  },
  { name: 'a short series', files: FROME, options: [...SOMERSET, '--intervention', '2014/15 Q1'], allowed: false },
  { name: 'too few quarters', files: FROME, options: [...SOMERSET, '--intervention', '2013/14 Q3'], allowed: false },
  {
    name: 'one area',
    files: TWO,
    options: ['--practice', 'practice', '--quarters', 'calendar', '--intervention', '2014Q2'],
    allowed: false,
  },
  {
    name: 'counts, and trends that differed before',
    files: OFFICIAL,
    options: ['--practice', 'NHS Somerset CCG', '--comparator', 'Kernow', '--intervention', '2014/15 Q1'],
    allowed: false,
  },
];

/** Words that claim a cause, whatever was met. */
const CLAIMS =
  /\b(caused by|causing|because of|led to|leads to|due to|owing to|thanks to|(as a|the) result of|result(s|ed|ing) (in|from)|impact\w*|attributable|attributed|achiev\w+|brought about|prevented|succe(ss|ed)\w*|effects? of (the|a|this|its) \w+)\b/i;

const COMMANDS = ['evaluate', 'report'] as const;

// biome-ignore lint/suspicious/noExplicitAny: the JSON document, only ever looked into
type Json = any;

async function json(command: string, { files, options }: Case): Promise<Json> {
  return JSON.parse(await written('out.json', files, command, ...optionsFor(command, options)));
}

/** A report takes every quarter: `--to` bounds its trends only. */
const optionsFor = (command: string, options: readonly string[]): readonly string[] =>
  command === 'report' ? options.filter((one, i) => one !== '--to' && options[i - 1] !== '--to') : options;

/** What a page says, tags and drawings' code apart. */
const wordsOf = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, ' ')
    .replace(/href="[^"]*"/g, '')
    .replace(/<[^>]*aria-label="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe.each(CASES)('the words of $name', (one) => {
  it.each(COMMANDS)('claim no cause (%s)', async (command) => {
    const words = wordsOf(await written('page.html', one.files, command, ...optionsFor(command, one.options)));
    expect(words.length).toBeGreaterThan(1000);
    expect(CLAIMS.exec(words)?.[0] ?? null).toBeNull();
  });

  it.each(COMMANDS)('say “consistent with” only where every condition is met (%s)', async (command) => {
    const { result, findings } = await json(command, one);
    const { gates, controlled } = command === 'report' ? result.evaluate : result;
    const { passed } = gates.find(({ rule }: Json) => rule === 'causal-words');
    expect(passed).toBe(one.allowed);
    const { lower, upper } = controlled?.primary?.effectAtEnd ?? { lower: null, upper: null };
    const clear = lower !== null && (lower > 1 || upper < 1);
    const together = controlled?.primary?.joint?.p ?? 1;
    const said = findings.filter(({ id }: Json) => id === 'evaluate.consistent-with').length;
    if (!passed || !clear || together >= 0.05) expect(said).toBe(0);
    const claims = findings.filter(({ text }: Json) => /consistent with/.test(text));
    expect(claims.length).toBeLessThanOrEqual(passed && together < 0.05 ? 1 : 0);
    if (passed) return;
    const words = wordsOf(await written('page.html', one.files, command, ...optionsFor(command, one.options)));
    expect(words).not.toMatch(/consistent with/i);
    for (const { kind, text } of findings) if (kind === 'finding') expect(text).not.toMatch(/\beffects?\b/i);
  });

  it('call no estimate an effect in a title, a caption or a heading', async () => {
    const html = await written('page.html', one.files, 'evaluate', ...one.options);
    const titles = [
      ...html.matchAll(
        /<(?:title|caption|summary|th|h[1-4])\b[^>]*>([\s\S]*?)<\/(?:title|caption|summary|th|h[1-4])>/g,
      ),
    ];
    expect(titles.length).toBeGreaterThan(5);
    for (const [, text = ''] of titles) expect(wordsOf(text)).not.toMatch(/\beffects?\b/i);
  });
});

describe('what could be chance', () => {
  it('is not called consistent with an effect, though every condition is met', async () => {
    const { findings } = await json('evaluate', CASES[1] as Case);
    const ids = findings.map(({ id }: Json) => id);
    expect(ids).toContain('evaluate.could-be-chance');
    expect(ids).not.toContain('evaluate.consistent-with');
  });
});
