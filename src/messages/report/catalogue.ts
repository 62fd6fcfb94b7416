import type { Places } from '../types.ts';

/** The slope before the change, as a logarithm a quarter, and what it says of the course: null where it has no interval. */
type Course =
  | {
      readonly course: 'known' | 'flat' | 'unknown';
      readonly slope: number;
      readonly slopeLower: number;
      readonly slopeUpper: number;
      readonly slopeP: number | null;
    }
  | {
      readonly course: null;
      readonly slope: number | null;
      readonly slopeLower: number | null;
      readonly slopeUpper: number | null;
      readonly slopeP: number | null;
    };

/** The two questions, and the quarters on either side of the change. */
export type AnswersSlots = Course & {
  readonly practice: string;
  readonly comparator: string;
  readonly baseline: string;
  readonly followUp: string;
  readonly intervention: string;
  readonly period: string;
  readonly before: number;
  readonly after: number;
};

/** What a report says of its comparison and its evaluation together. */
export interface ReportFindings {
  'report.not-evaluated': object;
  'report.no-intervention': { readonly options: readonly string[] };
  /** `beyondChance`: which of the two answers is more than chance explains. */
  'report.two-answers': AnswersSlots & { readonly beyondChance: 'comparison' | 'evaluation' };
  /** Both as ratios. */
  'report.opposite-answers': AnswersSlots & { readonly compared: number; readonly effect: number };
}

export const reportPlaces: Places<ReportFindings> = {
  'report.not-evaluated': 'cautions',
  'report.no-intervention': 'cautions',
  'report.two-answers': { in: 'answer', also: ['main'] },
  'report.opposite-answers': { in: 'answer', also: ['main'] },
};
