import type { FindingTexts, ProblemTexts } from './texts.ts';

export const runChartFindings: FindingTexts = {};

export const runChartProblems: ProblemTexts = {};
