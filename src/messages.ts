import type { Problem, QuarterlineError } from './errors.ts';
import type { Finding } from './finding.ts';
import { compareFindings, compareProblems } from './messages/compare/findings.ts';
import { controlChartFindings, controlChartProblems, controlSignals } from './messages/control-chart/findings.ts';
import { spcProblems } from './messages/control-chart/problems.ts';
import { evaluateFindings, evaluateProblems } from './messages/evaluate/findings.ts';
import { inputFindings, inputProblems } from './messages/input/findings.ts';
import { yamlProblems } from './messages/input/yaml.ts';
import { phasesFindings } from './messages/phases/findings.ts';
import { powerFindings, powerProblems } from './messages/power/findings.ts';
import { reportFindings } from './messages/report/findings.ts';
import { rulesProblems } from './messages/rules/rules.ts';
import { runChartFindings, runChartProblems, runSignals } from './messages/run-chart/findings.ts';
import { scanFindings, scanProblems } from './messages/scan/findings.ts';
import { seasonalFindings } from './messages/seasonal/findings.ts';
import { statisticsProblems } from './messages/statistics/problems.ts';
import { usageProblems } from './messages/usage/problems.ts';
import type { FindingTexts, ProblemTexts } from './messages/words/texts.ts';

/** Every sentence that a user may read, in English. A language is another set of these tables. */
export const FINDINGS: FindingTexts = {
  ...(inputFindings as unknown as FindingTexts),
  ...(compareFindings as unknown as FindingTexts),
  ...runChartFindings,
  ...(runSignals as unknown as FindingTexts),
  ...controlChartFindings,
  ...(controlSignals as unknown as FindingTexts),
  ...(phasesFindings as unknown as FindingTexts),
  ...scanFindings,
  ...(seasonalFindings as unknown as FindingTexts),
  ...(evaluateFindings as unknown as FindingTexts),
  ...(reportFindings as unknown as FindingTexts),
  ...(powerFindings as unknown as FindingTexts),
};
export const PROBLEMS: ProblemTexts = {
  ...(usageProblems as unknown as ProblemTexts),
  ...(inputProblems as unknown as ProblemTexts),
  ...(compareProblems as unknown as ProblemTexts),
  ...runChartProblems,
  ...controlChartProblems,
  ...scanProblems,
  ...(evaluateProblems as unknown as ProblemTexts),
  ...(powerProblems as unknown as ProblemTexts),
  ...rulesProblems,
  ...spcProblems,
  ...(statisticsProblems as unknown as ProblemTexts),
  ...(yamlProblems as unknown as ProblemTexts),
};

/** The sentence of a finding. Throws if the id is unknown: a test keeps ids and tables together. */
export function findingText(finding: Finding): string {
  const text = FINDINGS[finding.id];
  if (!text) throw new Error(`no sentence for finding ${finding.id}`);
  return text(finding.slots);
}

/** A finding with its sentence, as the JSON document gives it. */
export function withText(finding: Finding): Finding & { readonly text: string } {
  return { ...finding, text: findingText(finding) };
}

/** `file, line 3, column "Admissions": found ..., expected .... What to do.` */
export function problemText(problem: Problem): string {
  const make = PROBLEMS[problem.code];
  if (!make) throw new Error(`no sentence for problem ${problem.code}`);
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
