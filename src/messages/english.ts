import { compareFindings, compareProblems } from './compare/findings.ts';
import { controlChartFindings, controlChartProblems } from './control-chart/findings.ts';
import { evaluateFindings, evaluateProblems } from './evaluate/findings.ts';
import { AT_ONCE, type Language } from './language.ts';
import { phasesFindings } from './phases/findings.ts';
import { powerFindings, powerProblems } from './power/findings.ts';
import { reportFindings } from './report/findings.ts';
import { scanFindings, scanProblems } from './scan/findings.ts';

/** Every sentence in English. */
export const ENGLISH: Language = {
  ...AT_ONCE,
  compare: { findings: compareFindings, problems: compareProblems },
  'control-chart': { findings: controlChartFindings, problems: controlChartProblems },
  phases: { findings: phasesFindings, problems: {} },
  scan: { findings: scanFindings, problems: scanProblems },
  evaluate: { findings: evaluateFindings, problems: evaluateProblems },
  report: { findings: reportFindings, problems: {} },
  power: { findings: powerFindings, problems: powerProblems },
};
