import { describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { describeShared } from '../support/shared.ts';

const PRACTICES = 'fixtures/practices/practices.csv';
const SCAN = ['scan', PRACTICES, '--denominator', 'list_size'];

describe('scan', () => {
  it('gives every area, a summary and a funnel as JSON, and nothing else', async () => {
    const { code, out } = await run(...SCAN, '--json');
    const given = JSON.parse(out);
    expect(code).toBe(0);
    expect(given).toMatchObject({ schemaVersion: 1, command: 'scan', settings: { rules: 'ihi-control' } });
    expect(given.result.areas).toHaveLength(32);
    expect(given.result.summary).toMatchObject({ areas: 32, judged: 32 });
    expect(given.result.funnel).toMatchObject({ year: '2023/24', left: ['Practice 21'] });
    expect(given.result.funnel.areas).toHaveLength(31);
    for (const area of given.result.areas)
      expect(Object.keys(area)).toEqual(
        expect.arrayContaining(['area', 'variation', 'assurance', 'signals', 'latest', 'furthest', 'step']),
      );
    for (const finding of given.findings) expect(finding.text).toMatch(/[.)]$/);
  });

  it('finds what the fixture was made with', async () => {
    const { result } = JSON.parse((await run(...SCAN, '--json')).out);
    const of = (name: string) => result.areas.find(({ area }: { area: string }) => area === name);
    expect(of('Practice 05').variation).toBe('improvement');
    expect(of('Practice 12').variation).toBe('concern');
    expect(of('Practice 20')).toMatchObject({
      variation: 'common',
      step: { period: '2021/22 Q3', counterpart: { area: 'Practice 21' } },
    });
    const outside = result.funnel.areas.filter(({ beyond }: { beyond: string | null }) => beyond?.startsWith('far'));
    expect(outside.map(({ area }: { area: string }) => area)).toEqual(
      expect.arrayContaining(['Practice 05', 'Practice 08', 'Practice 12', 'Practice 26']),
    );
  });

  it('lists only areas with a signal, or with one of a rule, and counts all the same', async () => {
    const all = JSON.parse((await run(...SCAN, '--json')).out).result;
    const some = JSON.parse((await run(...SCAN, '--signals-only', '--json')).out).result;
    expect(some.areas).toHaveLength(all.summary.withSignals);
    expect(some.summary).toEqual(all.summary);
    const shifts = JSON.parse((await run(...SCAN, '--signal', 'shift', '--json')).out).result;
    expect(shifts.areas.map(({ area }: { area: string }) => area).sort()).toEqual(['Practice 05', 'Practice 12']);
  });

  it('writes a row an area as CSV', async () => {
    const { out } = await run(...SCAN, '--format', 'csv');
    const [head, ...rows] = out
      .trim()
      .split('\r\n')
      .filter((line) => !line.startsWith('#'));
    expect(head).toMatch(/^area,code,measure,chart,n,variation,assurance,signals,latest_period,latest_value/);
    expect(rows).toHaveLength(32);
  });

  it('says it in text and Markdown, and draws the funnel', async () => {
    const { out } = await run(...SCAN);
    expect(out).toContain('By chance alone about');
    expect(out).toMatch(/Practice 20 +2021\/22 Q3/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect((await run(...SCAN, '--format', 'markdown')).out).toContain('| Practice 05 |');
    const { written } = await run(...SCAN, '-o', 'funnel.svg');
    expect(String(written['funnel.svg'])).toContain('Practice 08');
  });

  it('takes run chart rules too', async () => {
    const { result, settings } = JSON.parse((await run('scan', PRACTICES, '--chart', 'run', '--json')).out);
    expect(settings.rules).toBe('ihi-run');
    expect(result.areas.every(({ chart }: { chart: string }) => chart === 'run')).toBe(true);
    expect(result.funnel).toBeNull();
  });

  it('ends with 4 for a signal where it is asked to', async () => {
    expect((await run(...SCAN, '--fail-on-signal', '--json')).code).toBe(4);
  });

  it.each([
    [['--rules', 'ihi-controll'], 2, /no rule set "ihi-controll".*Did you mean --rules ihi-control/],
    [['--chart', 'z'], 2, /"z"/],
    [['--signal', 'jump'], 2, /has no rule "jump".*shift/],
    [['--denominator', 'beds'], 3, /beds/],
  ] as const)('refuses %j', async (args, code, text) => {
    const result = await run('scan', PRACTICES, ...args);
    expect(result.code).toBe(code);
    expect(result.err).toMatch(text);
    expect(result.out).toBe('');
  });
});

describeShared('scan of NHS England providers', 'real/nhs-england-ae-monthly-raw', (folder) => {
  const file = `${folder}/derived-emergency-admissions-by-provider-quarter.csv`;
  const columns = ['--columns', 'area=org_name_latest_seen,area_code=org_code'];

  it('names the providers with signals, and shows the merger of Somerset and Yeovil among the largest steps', async () => {
    const { code, out } = await run('scan', file, ...columns, '--json');
    const { result, findings } = JSON.parse(out);
    expect(code).toBe(0);
    expect(result.summary.areas).toBeGreaterThan(130);
    const somerset = result.areas.find((area: { code: string }) => area.code === 'RH5');
    expect(somerset.area).toBe('SOMERSET NHS FOUNDATION TRUST');
    expect(somerset.signals.length).toBeGreaterThan(0);
    // From the file: the middle two of 8,598, 8,896, 9,314 and 9,587; of 14,357, 14,633, 16,124 and 15,813.
    expect(somerset.step).toMatchObject({ period: '2023/24 Q1', before: 9105, after: 15_223 });
    expect(somerset.step.counterpart).toMatchObject({ code: 'RA4' });
    const steps = findings.filter(({ id }: { id: string }) => id === 'scan.step');
    expect(steps.some(({ slots }: { slots: { code: string } }) => slots.code === 'RH5')).toBe(true);
    expect(steps.some(({ text }: { text: string }) => /YEOVIL.*RA4.*ends just before it/.test(text))).toBe(true);
    // The last quarter holds two months.
    expect(findings.some(({ id }: { id: string }) => id === 'scan.latest-low')).toBe(true);
  });

  it('finds no such step where the codes are added up', async () => {
    const mapped = `${folder}/derived-somerset-trusts-quarterly.csv`;
    const { out } = await run(
      'scan',
      mapped,
      '--columns',
      'period=financial_quarter,admissions=emergency_admissions_via_ae',
      '--to',
      '2025/26 Q3',
      '--json',
    );
    expect(JSON.parse(out).result.areas[0].step).toBeNull();
  });
});
