import type { FindingTexts, ProblemTexts } from './texts.ts';

export const inputFindings: FindingTexts = {};

export const inputProblems: ProblemTexts = {};
