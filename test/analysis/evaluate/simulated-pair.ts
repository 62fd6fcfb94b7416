import { evaluate } from '../../../src/analysis/evaluate/evaluate.ts';
import type { EvaluateOptions } from '../../../src/analysis/evaluate/setup.ts';
import { findingText } from '../../../src/messages.ts';
import { normalDraw, poissonDraw } from '../../../src/statistics/random/draws.ts';
import { seeded } from '../../../src/statistics/random/generator.ts';
import { area } from '../../support/areas.ts';
import { FIRST, OPTIONS, quarterAt } from './support.ts';

/** Two areas with a known truth: 27,000 people beside 520,000, about 600 admissions a quarter, seasons and shocks that both share. */
export interface Truth {
  readonly seed: number;
  readonly quarters?: number;
  /** The first quarter after the change, as it is given to the evaluation; from 1. */
  readonly change?: number;
  /** What happens in the practice's, and in the comparator's, log rate, by quarter from 1. */
  readonly practice?: (t: number) => number;
  readonly comparator?: (t: number) => number;
  /** Noise of the practice's own: its standard deviation, and the autocorrelation of its quarters. */
  readonly own?: { readonly sd: number; readonly rho: number };
  readonly people?: number;
  readonly listSizes?: boolean;
}

const SEASONS = [0, -0.03, 0.01, 0.05] as const;
const RATE = 0.0225;

/** The evaluation of such a pair, with what may be said of it. */
export function evaluated(truth: Truth, options: Partial<EvaluateOptions> = {}) {
  const { seed, quarters = 32, change = 17, own = { sd: 0, rho: 0 }, people = 27_000, listSizes = true } = truth;
  const random = seeded(seed);
  let [shared, noise] = [0, own.sd * normalDraw(random)];
  const rows = Array.from({ length: quarters }, (_, i) => {
    shared = 0.4 * shared + 0.018 * normalDraw(random);
    if (i > 0) noise = own.rho * noise + own.sd * Math.sqrt(1 - own.rho ** 2) * normalDraw(random);
    const base = (SEASONS[i % 4] ?? 0) + shared;
    return {
      mine: poissonDraw(random, people * RATE * Math.exp(base + noise + (truth.practice?.(i + 1) ?? 0))),
      theirs: poissonDraw(random, 520_000 * RATE * Math.exp(base + (truth.comparator?.(i + 1) ?? 0))),
    };
  });
  const made = (name: string, counts: readonly number[], size: number) =>
    area(name, FIRST, { admissions: counts, ...(listSizes ? { list_size: counts.map(() => size) } : {}) });
  const { result, findings } = evaluate(
    made(
      'Practice',
      rows.map(({ mine }) => mine),
      people,
    ),
    made(
      'County',
      rows.map(({ theirs }) => theirs),
      520_000,
    ),
    { ...OPTIONS, intervention: quarterAt(change), ...options },
  );
  const find = (id: string) => findings.find((one) => one.id === id);
  const sentence = (id: string) => {
    const found = find(id);
    return found ? findingText(found) : '';
  };
  const gate = (rule: string) => result.gates.find((one) => one.rule === rule);
  return { result, findings, find, sentence, gate, verdict: VERDICTS.filter((id) => find(id)) };
}

const VERDICTS: readonly string[] = [
  'evaluate.describes-only',
  'evaluate.could-be-chance',
  'evaluate.course-changed',
  'evaluate.weak-evidence',
  'evaluate.consistent-with',
];

/** From a quarter on. */
export const from = (first: number, size: number) => (t: number) => (t >= first ? size : 0);
