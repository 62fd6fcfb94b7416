import type { FindingId, ProblemCode } from './catalogue.ts';
import type { Problem, QuarterlineError } from './errors.ts';
import type { Finding } from './finding.ts';
import { AT_ONCE, type Language } from './messages/language.ts';
import type { ProblemParts } from './messages/types.ts';

/** A language that sentences can be had in. */
export type Locale = 'en-GB';

/** How each language is loaded, whole. */
const LANGUAGES: { readonly [Name in Locale]: () => Promise<Language> } = {
  'en-GB': async () => (await import('./messages/english.ts')).ENGLISH,
};

interface Said {
  readonly findings: { readonly [Id in FindingId]?: (slots: never) => string };
  readonly problems: { readonly [Code in ProblemCode]?: (slots: never) => ProblemParts };
}

/** The sentences of all concepts in one table. */
function together(language: Partial<Language>): Said {
  const concepts = Object.values(language);
  return {
    findings: Object.assign({}, ...concepts.map(({ findings }) => findings)),
    problems: Object.assign({}, ...concepts.map(({ problems }) => problems)),
  };
}

/** What can be said as yet. */
const said: Partial<Record<Locale, Said>> & { 'en-GB': Said } = { 'en-GB': together(AT_ONCE) };

/** Makes a language known as a whole. */
export function speak(language: Language, locale: Locale = 'en-GB'): void {
  said[locale] = together(language);
}

/** Loads a language as a whole: before anything is said but of reading and of run charts. */
export async function loadSentences(locale: Locale = 'en-GB'): Promise<void> {
  speak(await LANGUAGES[locale](), locale);
}

/** Whether the sentence of a finding is known as yet. */
export const isKnown = ({ id }: Finding, locale: Locale = 'en-GB'): boolean =>
  Object.hasOwn(saidIn(locale).findings, id);

/** English for a language that is not loaded or is none of ours, such as the index that `map` passes on. */
const saidIn = (locale: Locale): Said => (Object.hasOwn(said, locale) ? said[locale] : undefined) ?? said['en-GB'];

/** The sentence of a finding. */
export function findingText({ id, slots }: Finding, locale: Locale = 'en-GB'): string {
  const { findings } = saidIn(locale);
  if (!Object.hasOwn(findings, id)) throw new Error(`no sentence for finding ${id}`);
  return (findings[id] as (slots: object) => string)(slots);
}

/** A finding with its sentence, as the JSON document gives it. */
export function withText(finding: Finding): Finding & { readonly text: string } {
  return { ...finding, text: findingText(finding) };
}

/** `file, line 3, column "Admissions": found ..., expected .... What to do.` */
export function problemText(problem: Problem, locale: Locale = 'en-GB'): string {
  const make = saidIn(locale).problems[problem.code] as (slots: object) => ProblemParts;
  const { found, expected, remedy } = make(problem.slots);
  const { file, line, column } = problem.place ?? {};
  const place = [
    file === '-' ? 'standard input' : file,
    line === undefined ? undefined : `line ${line}`,
    column === undefined ? undefined : `column ${typeof column === 'number' ? column : `"${column}"`}`,
  ].filter((part) => part !== undefined);
  const where = place.length > 0 ? `${place.join(', ')}: ` : '';
  return `${where}${found}${expected ? `; expected ${expected}` : ''}.${remedy ? ` ${remedy}` : ''}`;
}

/** Control characters and marks that turn text round: names in files may hold them, a terminal must not see them. */
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

/** One line of text that a terminal may show, whatever names are in it. */
export function plainLine(text: string): string {
  return text.replace(CONTROL, ' ');
}

/** An error for people: each problem on a line, and how many more there are. */
export function errorText(error: QuarterlineError): string {
  const lines = error.problems.map((problem) => plainLine(problemText(problem)));
  if (error.more > 0) lines.push(`... and ${error.more} more problems of this kind. Mend these first, then run again.`);
  return lines.join('\n');
}
