/** The words that stand on every page and in every text output, whatever the document says. */
export const PAGE = {
  skip: 'Skip to the report',
  contents: 'Contents',
  notes: 'Please note',
  howToRead: 'How to read it:',
  figure: (n: number) => `Figure ${n}`,
  tableOf: (n: number) => `Table for figure ${n}`,
  tableWithoutChart: 'The chart is not drawn here; its table follows.',
  scrolls: (caption: string) => `${caption} (table, scrolls sideways)`,
  noValue: 'no value',
  download: 'Download',
  file: (name: string, size: string) => `${name}, ${size}`,
  kilobytes: (n: number) => `${n.toLocaleString('en-GB')} kB`,
  footer: 'This page is complete in itself: it holds its charts and numbers, runs no program, and sends or fetches nothing.',
  madeWith: 'Made with quarterline.',
} as const;

/** The word that stands before a finding, a caution or a problem, beside its icon. */
export const MESSAGE_LABELS = { finding: 'Finding', caution: 'Caution', problem: 'Problem' } as const;
