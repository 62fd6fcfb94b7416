import type { Problems } from '../../errors.ts';
import { caution, type Finding } from '../../finding.ts';
import type { Area } from '../series.ts';
import { fold } from '../text.ts';
import type { LocalArea } from './observe.ts';

interface Entry {
  code: string | null;
  /** Names as files give them -> the latest period under each. */
  readonly names: Map<string, number>;
  readonly fromFile: boolean;
}

/** The areas of all files: the same code is the same area; without a code the same name is, in any case and spacing. */
export class AreaRegistry {
  readonly #entries: Entry[] = [];
  readonly #byCode = new Map<string, number>();
  readonly #byName = new Map<string, number[]>();
  readonly #problems: Problems;

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  /** The area's number. A name without a code that stands for several codes is a problem. `fromFile`: the file's name was used. */
  resolve(local: LocalArea, name: string, file: string, fromFile: boolean): number {
    const known = this.#find(local.code, name, file);
    if (known === null) return this.#add(local.code, name, local.last, fromFile);
    const entry = this.#entries[known];
    if (!entry) return known;
    if (local.code && !entry.code) {
      entry.code = local.code;
      this.#byCode.set(fold(local.code), known);
    }
    entry.names.set(name, Math.max(local.last, entry.names.get(name) ?? Number.NEGATIVE_INFINITY));
    this.#index(name, known);
    return known;
  }

  #find(code: string | null, name: string, file: string): number | null {
    if (code !== null) {
      const known = this.#byCode.get(fold(code));
      if (known !== undefined) return known;
      const uncoded = [...(this.#byName.get(fold(name)) ?? []), ...(this.#byName.get(fold(code)) ?? [])];
      return uncoded.find((index) => this.#entries[index]?.code === null) ?? null;
    }
    const named = this.#byName.get(fold(name)) ?? [];
    if (named.length > 1) {
      const codes = named.map((index) => this.#entries[index]?.code ?? '');
      this.#problems.add('input.name-of-several', { name, codes }, { file });
    }
    return named[0] ?? this.#byCode.get(fold(name)) ?? null;
  }

  #add(code: string | null, name: string, last: number, fromFile: boolean): number {
    const index = this.#entries.push({ code, names: new Map([[name, last]]), fromFile }) - 1;
    if (code !== null) this.#byCode.set(fold(code), index);
    this.#index(name, index);
    return index;
  }

  #index(name: string, area: number): void {
    const key = fold(name);
    const list = this.#byName.get(key);
    if (!list) this.#byName.set(key, [area]);
    else if (!list.includes(area)) list.push(area);
  }

  /** Every area under its latest name, in the order in which they were first met. */
  areas(): readonly Area[] {
    return this.#entries.map((entry) => ({ code: entry.code, name: latest(realNames(entry)), members: null }));
  }

  /** Positions of the areas that a file's name had to name. */
  namedByFile(): readonly number[] {
    return this.#entries.flatMap(({ fromFile }, index) => (fromFile ? [index] : []));
  }

  /** Codes that stand under several names. */
  findings(): readonly Finding[] {
    const renamed = this.#entries.filter((entry) => {
      const names = new Set([...realNames(entry).keys()].map(fold));
      return entry.code !== null && names.size > 1;
    });
    const [first] = renamed;
    if (!first || first.code === null) return [];
    const names = realNames(first);
    return [
      caution('input.areas-renamed', {
        code: first.code,
        names: [...names.keys()],
        used: latest(names),
        others: renamed.length - 1,
      }),
    ];
  }
}

/** The names of an area, its code not among them unless it has no other. */
function realNames({ code, names }: Entry): ReadonlyMap<string, number> {
  const real = new Map([...names].filter(([name]) => code === null || fold(name) !== fold(code)));
  return real.size > 0 ? real : names;
}

/** The name that was used last. */
function latest(names: ReadonlyMap<string, number>): string {
  let best: readonly [string, number] | null = null;
  for (const entry of names) if (best === null || entry[1] > best[1]) best = entry;
  return best?.[0] ?? '';
}
