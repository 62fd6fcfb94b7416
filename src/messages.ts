import type { FindingId, FindingSlots, ProblemSlots } from './catalogue.ts';
import type { Problem, QuarterlineError } from './errors.ts';
import type { Finding } from './finding.ts';
import { compareFindings, compareProblems } from './messages/compare/findings.ts';
import { controlChartFindings, controlChartProblems } from './messages/control-chart/findings.ts';
import { evaluateFindings, evaluateProblems } from './messages/evaluate/findings.ts';
import { inputFindings, inputProblems } from './messages/input/findings.ts';
import { yamlProblems } from './messages/input/yaml.ts';
import { phasesFindings } from './messages/phases/findings.ts';
import { powerFindings, powerProblems } from './messages/power/findings.ts';
import { reportFindings } from './messages/report/findings.ts';
import { runChartFindings, runChartProblems } from './messages/run-chart/findings.ts';
import { scanFindings, scanProblems } from './messages/scan/findings.ts';
import { seasonalFindings } from './messages/seasonal/findings.ts';
import { statisticsProblems } from './messages/statistics/problems.ts';
import type { ProblemParts, ProblemSentences, Sentences } from './messages/types.ts';
import { usageProblems } from './messages/usage/problems.ts';

export const FINDINGS: Sentences<FindingSlots> = {
  ...inputFindings,
  ...compareFindings,
  ...runChartFindings,
  ...controlChartFindings,
  ...phasesFindings,
  ...scanFindings,
  ...seasonalFindings,
  ...evaluateFindings,
  ...reportFindings,
  ...powerFindings,
};
export const PROBLEMS: ProblemSentences<ProblemSlots> = {
  ...usageProblems,
  ...inputProblems,
  ...compareProblems,
  ...runChartProblems,
  ...controlChartProblems,
  ...scanProblems,
  ...evaluateProblems,
  ...powerProblems,
  ...statisticsProblems,
  ...yamlProblems,
};

/** A language that sentences can be had in. */
export type Locale = 'en-GB';

interface Language {
  readonly findings: Sentences<FindingSlots>;
  readonly problems: ProblemSentences<ProblemSlots>;
}

/** Every sentence that a user may read. A language with one missing does not compile. */
const LANGUAGES: { readonly [Name in Locale]: Language } = { 'en-GB': { findings: FINDINGS, problems: PROBLEMS } };

/** English for what is no language of ours, such as the index that `map` passes on. */
const languageOf = (locale: Locale): Language => LANGUAGES[Object.hasOwn(LANGUAGES, locale) ? locale : 'en-GB'];

/** The sentence of a finding. */
export function findingText({ id, slots }: Finding, locale: Locale = 'en-GB'): string {
  const { findings } = languageOf(locale);
  if (!Object.hasOwn(findings, id)) throw new Error(`no sentence for finding ${id}`);
  return (findings[id as FindingId] as (slots: object) => string)(slots);
}

/** A finding with its sentence, as the JSON document gives it. */
export function withText(finding: Finding): Finding & { readonly text: string } {
  return { ...finding, text: findingText(finding) };
}

/** `file, line 3, column "Admissions": found ..., expected .... What to do.` */
export function problemText(problem: Problem, locale: Locale = 'en-GB'): string {
  const make = languageOf(locale).problems[problem.code] as (slots: object) => ProblemParts;
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
