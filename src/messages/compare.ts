import type { FindingTexts, ProblemTexts } from './texts.ts';

export const compareFindings: FindingTexts = {};

export const compareProblems: ProblemTexts = {};
