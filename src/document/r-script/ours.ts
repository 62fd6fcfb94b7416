import type { Estimate } from '../../statistics/estimate.ts';
import { table } from '../../table.ts';
import { lines, rNumber, rText, rVector } from './text.ts';

/** Terms of a result by the names of R's coefficients. */
const NAMES: Readonly<Record<string, string>> = table<string>({
  intercept: '(Intercept)',
  time: 't',
  level: 'post',
  slope: 's',
  secondLevel: 'post2',
  secondSlope: 's2',
  quarter2: 'fq2',
  quarter3: 'fq3',
  quarter4: 'fq4',
});

type Terms = Readonly<Record<string, Estimate | undefined>>;

/** Below this part of the largest coefficient a standard error is what rounding left: it is not compared. */
const NOISE = 1e-9;

/** Whether nothing scatters about a fit: standard errors and autocorrelation are then what rounding left. */
export function isExact(terms: object): boolean {
  const own = Object.values(terms as Terms).filter((one) => one !== undefined);
  const largest = Math.max(...own.map(({ estimate }) => Math.abs(estimate ?? 0)));
  return own.every(({ se }) => se === null || se <= NOISE * largest || se < 1e-10);
}

/** `rbind(...)` of estimate, standard error and P of each term. `naming`: R's name of a coefficient where it is another. */
export function ourTerms(terms: object, naming: (name: string) => string = (name) => name): string {
  const entries = Object.entries(terms as Terms).flatMap(([term, one]) => (one ? [[term, one] as const] : []));
  const largest = Math.max(...entries.map(([, { estimate }]) => Math.abs(estimate ?? 0)));
  const rows = entries.map(([term, { estimate, scale, se, p, lower }]) => {
    const isReal = se !== null && se > NOISE * largest && (lower !== null || scale !== 'identity');
    const numbers = [estimate, isReal ? se : null, isReal ? p : null].map(rNumber);
    return `${rName(naming(NAMES[term] ?? term))} = c(${numbers.join(', ')})`;
  });
  return `rbind(\n  ${lines(rows)})`;
}

/** One term as `ourTerms` has several. */
export const ourTerm = (name: string, term: Estimate): string => ourTerms({ [name]: term });

/** `c(estimate, lower, upper)`; all NA where there is none. */
export function ourInterval(one: Estimate | null): string {
  return `c(${[one?.estimate ?? null, one?.lower ?? null, one?.upper ?? null].map(rNumber).join(', ')})`;
}

/** `rbind(...)` of intervals by name. */
export function ourIntervals(intervals: Readonly<Record<string, Estimate | null>>): string {
  return `rbind(\n  ${lines(Object.entries(intervals).map(([name, one]) => `${name} = ${ourInterval(one)}`))})`;
}

/** A name as an argument: in quotation marks where it is no name of R. */
const rName = (name: string): string => (/^[a-z]\w*$/i.test(name) ? name : rText(name));

/** A line that sets numbers of R beside ours. */
export function checkNumbers(what: readonly string[], r: string, ours: readonly (number | null)[]): string {
  const parts = [rVector(what.map(rText)), r, rVector(ours.map(rNumber))];
  return `check(${parts.join(parts.join().length > 90 ? ',\n  ' : ', ')})`;
}

/** A line that sets an autocorrelation beside ours, to 6 decimals: it may be next to nothing. */
export function checkRho(what: string, rho: number | null): readonly string[] {
  return rho === null ? [] : [`check(${rText(`${what} rho`)}, m$rho, ${rNumber(rho)}, scale = 1)`];
}

/** A line that sets the terms of a fit beside ours. */
export function checkTerms(what: string, fit: string, ours: string): string {
  return `terms_agree(${rText(what)}, ${fit}, ${ours})`;
}
