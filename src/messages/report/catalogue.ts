import type { Place } from '../types.ts';

export const reportPlaces: Readonly<Record<string, Place>> = {
  'report.not-evaluated': 'cautions',
  'report.no-intervention': 'cautions',
  'report.two-answers': { in: 'answer', also: ['main'] },
  'report.opposite-answers': { in: 'answer', also: ['main'] },
};
