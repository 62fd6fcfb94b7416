import { plural } from './format.ts';

/** What is said on standard error about files: what was written, and with `--verbose` each file read and written. */
export const PROGRESS = {
  wroteFile: (path: string) => `Written to ${path}.\n`,
  wroteFolder: (folder: string, hasCharts: boolean) =>
    `Written to ${folder}: open report.html in a browser; ${hasCharts ? 'charts are in charts, ' : ''}numbers ${hasCharts ? '' : 'are '}in numbers.csv and results.json.\n`,
  read: (path: string, bytes: number) => `Read ${path === '-' ? 'standard input' : path} (${plural(bytes, 'byte')}).\n`,
  wrote: (path: string) => `Wrote ${path}.\n`,
} as const;
