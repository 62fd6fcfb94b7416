// Spoils tables at random and asks what is read of them. What is accepted is held against a small CSV reader that stands below and
// shares nothing with the program: each number must stand in the cell that its line and heading name, and a table of which only
// separators, quotation marks or line ends were spoilt must give the numbers that were meant or none. What is refused must be
// refused with a problem of ours. Whole runs must end with one of our exit codes, and without "NaN" or "undefined".
//   npm run fuzz -- [--inputs 200000] [--runs 3000] [--seed 1]
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import {
  DEFAULT_SETTINGS,
  datasetFromText,
  errorText,
  loadSentences,
  QuarterlineError,
  runProgram,
  seeded,
} from '../build/engine.js';
import { oracleCells, oracleNumber } from './fuzz-oracle.js';

const { values: options } = parseArgs({
  options: {
    inputs: { type: 'string', default: '200000' },
    runs: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
  },
});
/** An input that takes longer is as good as one that never ends. */
const HANG_MS = 2000;

const { next: random } = seeded(Number(options.seed));
const below = (count) => Math.floor(random() * count);
const oneOf = (list) => list[below(list.length)];
const chance = (share) => random() < share;

await loadSentences();
const failures = [];
/** How many of each way to spoil were accepted. */
const accepted = new Map();
const counts = { accepted: 0, refused: 0, values: 0, runs: 0 };
const fail = (kind, text, detail) => failures.push({ kind, detail, text });

/** A table and what it means: lines of cells, of a long or a wide file. */
function table() {
  const delimiter = oneOf([',', ',', ',', ';', '\t']);
  const quarters = 4 + below(9);
  const areas = ['Frome', 'Somerset', 'Bath, North East', 'Wells "A"', '7', 'constructor', 'Ystrad Mynach'].slice(
    0,
    1 + below(6),
  );
  const wide = chance(0.4);
  const comment = !wide && chance(0.5);
  const number = () => {
    const value = chance(0.1) ? below(9) : below(20_000);
    if (chance(0.1)) return '';
    return chance(0.3) ? value.toLocaleString('en-GB') : String(value);
  };
  const period = (at) => `${2013 + (at >> 2)}/${14 + (at >> 2)} Q${(at % 4) + 1}`;
  const periods = Array.from({ length: quarters }, (_, at) => period(at));
  const rows = wide
    ? periods.map((one) => [one, ...areas.map(number)])
    : periods.flatMap((one) =>
        areas.map((area) => [one, area, number(), number(), ...(comment ? [chance(0.3) ? 'provisional' : ''] : [])]),
      );
  const head = wide
    ? ['quarter', ...areas]
    : ['quarter', 'practice', 'admissions', 'bed_days', ...(comment ? ['comment'] : [])];
  const quoteAll = chance(0.2);
  const cell = (text) =>
    quoteAll || new RegExp(`["\\r\\n${delimiter}]`).test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return {
    areas,
    delimiter,
    lines: [head, ...rows].map((row) => row.map(cell).join(delimiter)),
    end: oneOf(['\n', '\n', '\r\n', '\r']),
  };
}

/** Ways to spoil a text. `meaning`: numbers that are still read must be those that were meant. */
const SPOILS = [
  { name: 'nothing', meaning: true, spoil: ({ lines, end }) => lines.join(end) },
  {
    name: 'a separator more',
    meaning: true,
    spoil: (one) => inLine(one, (line, at) => line.slice(0, at) + one.delimiter + line.slice(at)),
  },
  {
    name: 'separators more',
    meaning: true,
    spoil: (one) => inLine(one, (line, at) => line.slice(0, at) + one.delimiter.repeat(1 + below(3)) + line.slice(at)),
  },
  { name: 'a separator less', meaning: true, spoil: (one) => inLine(one, (line) => without(line, one.delimiter)) },
  {
    name: 'a quotation mark',
    meaning: true,
    spoil: (one) => inLine(one, (line, at) => `${line.slice(0, at)}"${line.slice(at)}`),
  },
  { name: 'two quotation marks', meaning: true, spoil: (one) => insert(insert(one.lines.join(one.end), '"'), '"') },
  {
    name: 'numbers unquoted',
    meaning: true,
    spoil: ({ lines, end }) =>
      lines.map((line) => (chance(0.5) ? line.replace(/"(\d{1,3}(?:,\d{3})+)"/g, '$1') : line)).join(end),
  },
  { name: 'a line end', meaning: true, spoil: (one) => insert(one.lines.join(one.end), oneOf(['\n', '\r', '\r\n'])) },
  { name: 'no heading row', meaning: true, spoil: ({ lines, end }) => lines.slice(1).join(end) },
  {
    name: 'a second heading row',
    meaning: true,
    spoil: ({ lines, end }) => [...lines.slice(0, 3), lines[0], ...lines.slice(3)].join(end),
  },
  {
    name: 'a preamble',
    meaning: true,
    spoil: ({ lines, end, delimiter }) =>
      [`Report${chance(0.5) ? delimiter.repeat(lines[0].split(delimiter).length - 1) : ''}`, ...lines].join(end),
  },
  {
    name: 'a second table',
    meaning: true,
    spoil: ({ lines, end }) =>
      [...lines, '', lines[0], ...lines.slice(1).map((line) => line.replace(/\d/g, '9'))].join(end),
  },
  {
    name: 'the end cut off',
    meaning: false,
    spoil: ({ lines, end }) => {
      const text = lines.join(end);
      return text.slice(0, below(text.length));
    },
  },
  { name: 'other characters', meaning: false, spoil: ({ lines, end }) => characters(lines.join(end)) },
  {
    name: 'a cell of another kind',
    meaning: false,
    spoil: (one) =>
      inLine(one, (line) => {
        const cells = line.split(one.delimiter);
        cells[below(cells.length)] = oneOf(ODD);
        return cells.join(one.delimiter);
      }),
  },
  {
    name: 'lines in another order',
    meaning: true,
    spoil: ({ lines: [head, ...rows], end }) =>
      [
        head,
        ...rows
          .map((row) => [random(), row])
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row),
      ].join(end),
  },
];
const ODD = [
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '0x10',
  '1_000',
  '٣',
  '½',
  '1.2.3',
  '--5',
  '(5',
  '5)',
  '£',
  '%',
  '1 234',
  '1.234,5',
  '12,34',
  ' ',
  '\u00A0',
  '\u200B7',
  '=1+1',
  '*',
  '<5',
  '-',
  'n/a',
  '1e3',
  '+7',
  '00012',
  '\u0000',
  '2013/14 Q1',
  'true',
  '__proto__',
];

const without = (line, delimiter) => {
  const places = [...line].flatMap((character, at) => (character === delimiter ? [at] : []));
  const at = places.length > 0 ? oneOf(places) : line.length;
  return line.slice(0, at) + line.slice(at + 1);
};
const insert = (text, what) => {
  const at = below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
};
function inLine({ lines, end }, change) {
  const which = 1 + below(lines.length - 1);
  return lines.map((line, at) => (at === which ? change(line, below(line.length + 1)) : line)).join(end);
}
function characters(text) {
  const list = [...text];
  for (let n = 1 + below(4); n > 0; n -= 1)
    list[below(list.length)] = oneOf(['', '"', ',', ';', '\t', '\n', '9', 'x', '-', '(', '\u202E', '\uFEFF', ' ']);
  return list.join('');
}

const SETTINGS = { ...DEFAULT_SETTINGS, measure: 'admissions' };
const settingsFor = () =>
  oneOf([{ ...DEFAULT_SETTINGS, measure: 'admissions' }, DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, order: 'event' }]);

/** Every value of a dataset, by area, measure and period. */
function triples({ series }) {
  const found = new Map();
  for (const { area, measure, stratum, periods, values } of series)
    periods.forEach((period, at) => {
      if (values[at] !== null) found.set(JSON.stringify([area.name, measure.name, stratum, period]), values[at]);
    });
  return found;
}

function readOne() {
  const made = table();
  const { name, meaning, spoil } = oneOf(SPOILS);
  const text = spoil(made);
  const settings = meaning ? SETTINGS : settingsFor();
  const start = performance.now();
  let dataset;
  try {
    dataset = datasetFromText([{ path: 'admissions.csv', text }], settings);
  } catch (error) {
    counts.refused += 1;
    if (!(error instanceof QuarterlineError)) fail('foreign error', text, `${name}: ${error.stack}`);
    else if (error.kind === 'failure') fail('failure', text, `${name}: ${error.message}`);
    else if (/undefined|NaN|\[object/.test(errorText(error)) && !/undefined|NaN|\[object/.test(text))
      fail('sentence', text, `${name}: ${errorText(error)}`);
    return;
  } finally {
    if (performance.now() - start > HANG_MS) fail('hang', text, name);
  }
  counts.accepted += 1;
  accepted.set(name, (accepted.get(name) ?? 0) + 1);
  const meant = meaning
    ? triples(datasetFromText([{ path: 'admissions.csv', text: made.lines.join('\n') }], settings))
    : null;
  const records = oracleCells(text, made.delimiter);
  for (const [key, value] of triples(dataset)) {
    if (!Number.isFinite(value)) fail('NaN', text, `${name}: ${key}`);
    // A line end within a heading or a name makes another name of it: the number is held against its cell all the same.
    if (meant && meant.get(key) !== undefined && meant.get(key) !== value)
      fail('mismatch', text, `${name}: ${key} is ${value}, meant ${meant.get(key)}`);
    if (meant && meant.get(key) === undefined && name !== 'a second table' && made.areas.includes(JSON.parse(key)[0]))
      fail('invented', text, `${name}: ${key} is ${value}, which nobody meant`);
  }
  for (const { values, origin } of dataset.series)
    values.forEach((value, at) => {
      const line = origin?.lines[at];
      if (value === null || line == null) return;
      counts.values += 1;
      const head = records.find(({ cells }) => cells.some((cell) => cell.trim() !== ''));
      const column = head.cells.findIndex((cell) => cell.trim().replace(/\s+/g, ' ') === origin.column);
      const cell = records.find((record) => record.line === line)?.cells[column];
      if (column >= 0 && oracleNumber(cell ?? '') !== value)
        fail(
          'mismatch',
          text,
          `${name}: line ${line}, ${origin.column} is ${value}, its cell is ${JSON.stringify(cell)}`,
        );
    });
}

/** A whole run in this process: a command on a spoilt file, every form of output. */
async function runOne() {
  const made = table();
  const text = (chance(0.6) ? SPOILS[0] : oneOf(SPOILS)).spoil(made);
  const form = oneOf([
    ['--json'],
    ['--format', 'csv'],
    ['--format', 'markdown'],
    [],
    [],
    ['-o', 'x.html'],
    ['-o', 'x.svg'],
  ]);
  const areas = ['--practice', 'Frome', '--comparator', oneOf(['Somerset', 'rest'])];
  const line = oneOf([
    ['check'],
    ['runchart'],
    ['spc'],
    ['scan'],
    ['compare', ...areas],
    ['evaluate', ...areas, '--intervention', '2014/15 Q1'],
    ['report', ...areas],
  ]);
  const args = [line[0], 'admissions.csv', ...line.slice(1), ...(line[0] === 'report' ? ['--json'] : form)];
  let out = '';
  const bytes = new TextEncoder().encode(text);
  const effects = {
    out: (more) => {
      out += more;
    },
    err: (more) => {
      out += more;
    },
    read: async () => bytes,
    exists: async () => false,
    hash: (given, algorithm) => createHash(algorithm).update(given).digest('hex'),
    writeFolder: async () => undefined,
    writeFile: async (_, content) => {
      out += typeof content === 'string' ? content : content instanceof Uint8Array ? '' : [...content].join('');
    },
    refuse: async () => undefined,
    terminal: { isScreen: false, columns: 80, colour: false, unicode: true },
  };
  counts.runs += 1;
  const start = performance.now();
  try {
    const code = await runProgram(args, effects);
    if (![0, 2, 4].includes(code)) fail('exit code', text, `${args.join(' ')}: ${code}`);
  } catch (error) {
    if (!(error instanceof QuarterlineError) || error.kind === 'failure')
      fail('foreign error', text, `${args.join(' ')}: ${error.stack}`);
    else out += errorText(error);
  }
  if (performance.now() - start > 5 * HANG_MS) fail('hang', text, args.join(' '));
  const said = out.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, '');
  if (/\bNaN\b|\bundefined\b|\[object /.test(said) && !/NaN|undefined/.test(text))
    fail('sentence', text, `${args.join(' ')}: ${/.{60}(?:NaN|undefined|\[object ).{60}/s.exec(said)?.[0]}`);
}

for (let i = 0; i < Number(options.inputs); i += 1) readOne();
for (let i = 0; i < Number(options.runs); i += 1) await runOne();

process.stdout.write(
  `${options.inputs} inputs: ${counts.accepted} accepted (${counts.values} values held against the reader below), ${counts.refused} refused\n` +
    `accepted: ${[...accepted].map(([name, count]) => `${name} ${count}`).join(', ')}\n` +
    `${counts.runs} whole runs\n${failures.length} failed\n`,
);
for (const { kind, detail, text } of failures.slice(0, 10))
  process.stdout.write(`\n${kind}: ${detail}\n${text.slice(0, 600)}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
