import { run as answer } from '../application/run.ts';
import { readCells } from '../data/read.ts';
import { usageError } from '../errors.ts';
import { PROGRESS } from '../messages/words/progress.ts';
import type { Settings } from '../question/settings.ts';
import type { Effects } from './effects.ts';
import { show } from './show.ts';

/** `check`: what was understood of the files, or with `--show table` their cells as they were read. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  if (settings.show === 'table') return showCells(settings, effects);
  return show(await answer('check', settings, effects), settings, effects);
}

/**
 * The cells of a file exactly as they stand there after decoding and quoting, so that anybody can compare them with it; on a screen
 * without what could paint it.
 */
async function showCells(settings: Settings, effects: Effects): Promise<number> {
  const [path = '', ...others] = settings.files;
  if (others.length > 0) throw usageError('input.one-file');
  const { grid, sha256 } = await readCells(path, effects);
  const { rows: cells, lines, encoding, delimiter } = grid;
  if (settings.format === 'csv' || settings.output?.toLowerCase().endsWith('.csv')) {
    const { plainLines, quoteCsv } = await import('../render/escape.ts');
    const text = cells.map((row) => `${row.map(quoteCsv).join(',')}\r\n`).join('');
    const content = settings.bom ? `\uFEFF${text}` : text;
    if (settings.output === null) await effects.out(effects.terminal.isScreen ? plainLines(content) : content);
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
