import { number } from './format.ts';

/** The words that stand on every page and in every text output, whatever the document says. */
export const PAGE = {
  skip: 'Skip to the report',
  contents: 'Contents',
  notes: 'Please note',
  howToRead: 'How to read it:',
  figure: (n: number) => `Figure ${n}`,
  tableOf: (n: number) => `Table for figure ${n}`,
  scrolls: (caption: string) => `${caption} (scrolls sideways)`,
  fileSize: (bytes: number) => `${number(Math.max(1, bytes / 1000))} kB`,
  footer:
    'This page is complete in itself: charts, tables and numbers are in it. It runs no program, and sends and fetches nothing.',
} as const;

/** The word that stands before a finding, a caution or a problem, beside its icon. */
export const MESSAGE_LABELS = { finding: 'Finding', caution: 'Caution', problem: 'Problem' } as const;
