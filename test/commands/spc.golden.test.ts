import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Effects } from '../../src/commands/effects.ts';
import { runProgram } from '../../src/commands/program.ts';
import { describeShared, shared } from '../support/shared.ts';

type Numbers = number | null | readonly (number | null)[];

/** One phase of one chart, as R's qicharts2 gave it; `formula` where it departs from its own contract. */
interface ExpectedPhase {
  readonly from: number;
  readonly to: number;
  readonly cl: Numbers;
  readonly lcl: Numbers;
  readonly ucl: Numbers;
  readonly formula?: { readonly cl?: Numbers; readonly lcl?: Numbers; readonly ucl?: Numbers };
}

type Phases = Readonly<Record<string, ExpectedPhase>>;
type Variant = Phases | { readonly screened: Phases; readonly unscreened: Phases };

interface ExpectedSeries {
  readonly kind: string;
  readonly settings: {
    readonly freeze: number;
    readonly exclude: number | readonly number[];
    readonly part: number | readonly number[];
  };
  readonly charts: Readonly<Record<string, Readonly<Record<string, Variant>>>>;
}

const folder = 'golden/spc-listed';
const path = shared(`${folder}/expected.json`);
const expected: {
  readonly series: Readonly<Record<string, ExpectedSeries>>;
  readonly xbar_s: Readonly<Record<string, Readonly<Record<'xbar' | 's', Omit<ExpectedPhase, 'from' | 'to'>>>>>;
} = path ? JSON.parse(readFileSync(path, 'utf8')).expected : { series: {}, xbar_s: {} };

interface Point {
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

async function points(args: readonly string[]): Promise<readonly Point[]> {
  let out = '';
  const nothing = async () => undefined;
  const effects: Effects = {
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    read: async (name) => readFileSync(name),
    exists: async () => false,
    writeFolder: nothing,
    writeFile: nothing,
    terminal: { columns: 80, colour: false, unicode: true },
  };
  expect(await runProgram(['spc', ...args, '--order', 'event', '--json'], effects)).toBe(0);
  const { charts } = JSON.parse(out).result;
  expect(charts).toHaveLength(1);
  return charts[0].points;
}

/** Six significant digits; beside the size of the centre, for limits that are nearly nought. */
function expectLine(own: readonly (number | null)[], wanted: Numbers | undefined, size: number): void {
  if (wanted === undefined) return;
  own.forEach((value, i) => {
    const one = Array.isArray(wanted) ? wanted[i] : (wanted as number | null);
    if (one === null || one === undefined) expect(value).toBeNull();
    else expect(Math.abs((value ?? Number.NaN) - one)).toBeLessThan(1e-6 * Math.max(Math.abs(one), size));
  });
}

function expectPhase(all: readonly Point[], phase: ExpectedPhase): void {
  const own = all.slice(phase.from - 1, phase.to);
  const wanted = { ...phase, ...phase.formula };
  const size = Math.abs(own[0]?.centre ?? 0);
  const line = (level: keyof Point) => own.map((point) => point[level]);
  expectLine(line('centre'), wanted.cl, size);
  expectLine(line('lower'), wanted.lcl, size);
  expectLine(line('upper'), wanted.ucl, size);
}

const NAMES: Readonly<Record<string, string>> = { ip: 'iprime', up: 'uprime', pp: 'pprime' };

/** The options of a variant: `freeze`, `part_exclude` ... */
function optionsOf(variant: string, { freeze, exclude, part }: ExpectedSeries['settings']): readonly string[] {
  const after = [part].flat().map((last) => last + 1);
  return [
    ...(variant.includes('freeze') ? ['--freeze', String(freeze)] : []),
    ...(variant.includes('exclude') ? ['--exclude', [exclude].flat().join(',')] : []),
    ...(variant.includes('part') ? ['--phases', after.join(',')] : []),
  ];
}

describeShared(
  'the control charts of qicharts2 through the command line, to six digits',
  `${folder}/expected.json`,
  () => {
    for (const [name, series] of Object.entries(expected.series)) {
      for (const [short, variants] of Object.entries(series.charts)) {
        if (short === 'run') continue;
        const chart = NAMES[short] ?? short;
        const isDivided = !['c', 'g', 't'].includes(chart) && ['prop', 'rate', 'ratio'].includes(series.kind);
        it(`${name}, ${chart}`, async () => {
          for (const [variant, phases] of Object.entries(variants)) {
            const cases = 'screened' in phases ? Object.entries(phases) : [['unscreened', phases] as const];
            for (const [screening, wanted] of cases) {
              const own = await points([
                shared(`${folder}/series.csv`) ?? '',
                ...['--columns', 'area=series,period=i,y=y,n=n', '--measure', 'y', '--practice', name],
                ...['--chart', chart, '--per', '1', ...(isDivided ? ['--denominator', 'n'] : [])],
                ...(screening === 'screened' ? ['--screen-moving-ranges'] : []),
                ...optionsOf(variant, series.settings),
              ]);
              for (const phase of Object.values(wanted as Phases)) expectPhase(own, phase);
            }
          }
        });
      }
    }

    for (const [name, charts] of Object.entries(expected.xbar_s)) {
      for (const [chart, wanted] of Object.entries(charts)) {
        it(`${name}, ${chart}`, async () => {
          const own = await points([
            shared(`${folder}/subgroups.csv`) ?? '',
            ...['--columns', 'area=table,period=subgroup', '--measure', 'obs', '--practice', name, '--chart', chart],
          ]);
          expectPhase(own, { ...wanted, from: 1, to: own.length });
        });
      }
    }
  },
);
