import type { ConceptName, Concepts } from '../catalogue.ts';
import { inputFindings, inputProblems } from './input/findings.ts';
import { yamlProblems } from './input/yaml.ts';
import { runChartFindings, runChartProblems } from './run-chart/findings.ts';
import { seasonalFindings } from './seasonal/findings.ts';
import { statisticsProblems } from './statistics/problems.ts';
import type { ProblemSentences, Sentences } from './types.ts';
import { usageProblems } from './usage/problems.ts';

/** Every sentence of a concept in one language. */
interface Spoken<Name extends ConceptName> {
  readonly findings: Sentences<Concepts[Name]['findings']>;
  readonly problems: ProblemSentences<Concepts[Name]['problems']>;
}

/** Every sentence that a user may read, in one language. One with a sentence missing does not compile. */
export type Language = { readonly [Name in ConceptName]: Spoken<Name> };

/** What can be said at once: of reading, and of run charts. The rest is loaded with english.ts, since it takes time at every start. */
export const AT_ONCE: Pick<Language, 'input' | 'usage' | 'statistics' | 'run-chart' | 'seasonal'> = {
  input: { findings: inputFindings, problems: { ...inputProblems, ...yamlProblems } },
  usage: { findings: {}, problems: usageProblems },
  statistics: { findings: {}, problems: statisticsProblems },
  'run-chart': { findings: runChartFindings, problems: runChartProblems },
  seasonal: { findings: seasonalFindings, problems: {} },
};
