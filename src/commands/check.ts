import type { CheckResult } from '../analysis/check/result.ts';
import { nextStep } from '../application/check/next-step.ts';
import { readCells, readFiles } from '../data/read.ts';
import { summarise } from '../data/summary.ts';
import { usageError } from '../errors.ts';
import { PROGRESS } from '../messages/words/progress.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `check`: what was understood of the files, or with `--show table` their cells as they were read. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  return settings.show === 'table' ? showCells(settings, effects) : showSummary(settings, effects);
}

async function showSummary(settings: Settings, effects: Effects): Promise<number> {
  const reading = await readFiles(settings.files, settings, effects);
  const { inputs, findings } = reading.dataset;
  const result: CheckResult = { files: summarise(reading), next: nextStep(reading.dataset, settings) };
  return show(
    {
      command: 'check',
      inputs,
      result,
      findings,
      document: async () => (await import('../document/check/check.ts')).checkDocument(result, inputs, findings),
      numbers: async () => (await import('../document/check/check.ts')).checkNumbers(result),
      signal: false,
    },
    settings,
    effects,
  );
}

/** The cells of a file exactly as they stand there after decoding and quoting, so that anybody can compare them with it. */
async function showCells(settings: Settings, effects: Effects): Promise<number> {
  const [path = '', ...others] = settings.files;
  if (others.length > 0) throw usageError('input.one-file');
  const { grid, sha256 } = await readCells(path, effects);
  const { rows: cells, lines, encoding, delimiter } = grid;
  if (settings.format === 'csv' || settings.output?.toLowerCase().endsWith('.csv')) {
    const { quoteCsv } = await import('../render/escape.ts');
    const text = cells.map((row) => `${row.map(quoteCsv).join(',')}\r\n`).join('');
    const content = settings.bom ? `\uFEFF${text}` : text;
    if (settings.output === null) effects.out(content);
    else {
      await effects.writeFile(settings.output, content, settings.force);
      effects.err(PROGRESS.wroteFile(settings.output));
    }
    return 0;
  }
  const { cellsDocument, cellsTable } = await import('../document/check/check.ts');
  const table = cellsTable(cells, lines);
  return show(
    {
      command: 'check',
      inputs: [{ path, sha256, rows: cells.length - 1, encoding, notes: [], licence: null, source: null }],
      result: { files: [{ path, encoding, delimiter: delimiter ?? '', lines, cells }] },
      findings: [],
      document: async () => cellsDocument(path, table),
      numbers: async () => table,
      signal: false,
    },
    settings,
    effects,
  );
}
