import { describe, expect, it } from 'vitest';
import { commandLine } from '../../src/question/command-line.ts';
import { parsePeerGroup } from '../../src/question/peer-group.ts';
import { DEFAULT_SETTINGS } from '../../src/question/settings.ts';
import { document, OFFICIAL, quarterline } from '../e2e/support.ts';

const SOMERSET = ['evaluate', OFFICIAL, '--practice', 'NHS Somerset CCG', '--intervention', '2014/15 Q1'];
const SET = [...SOMERSET, '--comparator', 'Wiltshire'];

const refusal = async (...args: readonly string[]) => {
  const { code, err } = await quarterline(args);
  return [code, err] as const;
};

describe('--peer-group', () => {
  it('reads a name and areas, in quotes where they hold commas or signs', () => {
    expect(parsePeerGroup('Market towns="Bruton, Castle Cary", Wells', [])).toEqual([
      { name: 'Market towns', areas: ['Bruton, Castle Cary', 'Wells'] },
    ]);
    expect(parsePeerGroup('"A=B"="say ""C"""', [{ name: 'x', areas: ['y'] }])).toEqual([
      { name: 'x', areas: ['y'] },
      { name: 'A=B', areas: ['say "C"'] },
    ]);
  });

  it('stands in the command line as it can be typed again', () => {
    const peerGroups = parsePeerGroup('Market towns="Bruton, Castle Cary",Wells', []);
    expect(commandLine('evaluate', { ...DEFAULT_SETTINGS, files: ['a.csv'], peerGroups })).toBe(
      'quarterline evaluate a.csv --peer-group "Market towns=\\"Bruton, Castle Cary\\",Wells"',
    );
  });

  it('makes each group a comparator of the curve by its name', async () => {
    const { result, findings } = await document([
      ...SET,
      '--peer-group',
      'South West=kernow,bath',
      '--peer-group',
      'Cornwall=kernow',
    ]);
    expect(
      result.sensitivity.comparators.map((one: { name: string; areas: string[] }) => [one.name, one.areas]),
    ).toEqual([
      ['NHS Wiltshire CCG', ['NHS Wiltshire CCG']],
      ['South West', ['NHS Kernow CCG', 'NHS Bath and North East Somerset CCG']],
      ['Cornwall', ['NHS Kernow CCG']],
    ]);
    const { text } = findings.find(({ id }: { id: string }) => id === 'evaluate.sensitivity');
    expect(text).toMatch(/3 comparators/);
    expect(text).toMatch(
      /\d+% \(\d+ of \d+\) agree with the primary in sign and \d+% \(\d+ of \d+\) in statistical significance/,
    );
  });

  it('has sentence, table and comparators in text, Markdown and HTML alike', async () => {
    for (const format of ['text', 'markdown']) {
      const { out } = await quarterline([...SET, '--peer-group', 'Cornwall=kernow', '--format', format]);
      const flat = out.replaceAll(/\s+/g, ' ');
      expect(flat).toMatch(/agree with the primary in sign and \d+% \(\d+ of \d+\) in statistical significance/);
      expect(flat).toContain('What the practice is set beside');
      expect(flat).toContain('Cornwall');
    }
  });

  it.each([
    ['X', 2, '--peer-group cannot be read from "X"'],
    ['X=', 2, 'cannot be read'],
    ['X=a,,b', 2, 'cannot be read'],
    ['X="a', 2, 'cannot be read'],
    ['X=kernow,kern', 3, 'names NHS Kernow CCG twice'],
    ['X=kernwo', 3, 'Did you mean “NHS Kernow CCG”'],
    ['X=somerset', 3, 'somerset'],
    ['X=NHS Somerset CCG', 3, 'which is the practice'],
    ['nhs wiltshire ccg=kernow', 3, 'another comparator has it'],
    ['similar-size=kernow', 3, 'another comparator has it'],
  ])('refuses %s', async (group, code, words) => {
    expect(await refusal(...SET, '--peer-group', group)).toEqual([code, expect.stringContaining(words)]);
  });

  it('refuses one name twice, a group without a comparator, and one that holds the practice', async () => {
    const groups = ['--peer-group', 'A=kernow', '--peer-group', 'a=bath'];
    expect(await refusal(...SET, ...groups)).toEqual([2, expect.stringContaining('given twice')]);
    expect(await refusal(...SOMERSET, '--peer-group', 'A=kernow')).toEqual([
      2,
      expect.stringContaining('without --comparator'),
    ]);
    const england = ['--comparator', 'England', '--comparator-includes-practice'];
    expect(await refusal(...SOMERSET, ...england, '--peer-group', 'A=england')).toEqual([
      3,
      expect.stringContaining('contains the practice'),
    ]);
  });
});
