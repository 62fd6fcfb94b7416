import { checkOutput } from '../application/check/output.ts';
import { compareOutput } from '../application/compare/output.ts';
import { controlChartOutput } from '../application/control-chart/output.ts';
import { deflatorFrom } from '../application/deflator.ts';
import { evaluateOutput } from '../application/evaluate/output.ts';
import type { Gathered } from '../application/gather.ts';
import type { Documents, ShownRunChart } from '../application/json-document.ts';
import { type CommandOutput, jsonDocument } from '../application/output.ts';
import { powerOutput } from '../application/power/output.ts';
import { reportOutput } from '../application/report/output.ts';
import { runChartOutput } from '../application/run-chart/output.ts';
import { scanOutput } from '../application/scan/output.ts';
import { failure, usageError } from '../errors.ts';
import { ENGLISH } from '../messages/english.ts';
import { speak } from '../messages.ts';
import type { Settings } from '../question/settings.ts';
import { keep } from './behind.ts';
import { type Data, heldBy } from './data.ts';
import { type Options, settingsOf } from './options.ts';

// What the library says, it says at once.
speak(ENGLISH);

type Command = Exclude<keyof Documents, 'rules'>;

/** Control charts alone: run charts are what `runChart` gives. */
type ControlCharts = Exclude<Documents['spc']['result'], { readonly charts: readonly ShownRunChart[] }>;

/** The answer to a question: plain data. `toHtml`, `toMarkdown`, `toSvg` and `toVegaLite` show it. */
export interface Answer<Name extends Command, Own = Documents[Name]['result']> {
  readonly result: Own;
  /** What was found, what to bear in mind and what could not be done, each in a sentence. */
  readonly findings: Documents[Name]['findings'];
  /** The whole as `--json` gives it (schemas/): inputs with their hashes, settings as resolved, result, findings. */
  document(): Documents[Name];
}

const NO_FILE = (path: string) => Promise.reject(failure('failure.unexpected', { message: `${path} is not at hand` }));

/** No disk: what is asked was given. */
const NOTHING: Gathered['source'] = { read: NO_FILE, exists: async () => false, hash: () => '' };

function answered<Name extends Command>(
  command: Name,
  data: Data | 'none',
  options: Options,
  answer: (settings: Settings, gathered: Gathered) => CommandOutput,
): Answer<Name> {
  const { files, options: reading } = data === 'none' ? { files: [], options: {} } : heldBy(data);
  if (typeof options !== 'object' || options === null) throw usageError('library.options', { command });
  const { deflator, ...others } = options;
  const own = typeof deflator === 'object' ? deflatorFrom(deflator.text, deflator.name) : null;
  const named = deflator === undefined ? {} : { deflator: own ? own.name : deflator };
  const taken = command === 'power' ? others : { ...readingOf(command, reading), ...others, ...named };
  const settings = settingsOf(
    command,
    taken,
    files.map(({ path }) => path),
  );
  const asides = {
    deflator: own ?? deflatorFrom(null, settings.deflator),
    annotations: null,
    plan: null,
    published: null,
    checklist: null,
  };
  const output = answer(settings, { files, asides, source: NOTHING });
  const document = jsonDocument(output, settings) as unknown as Documents[Name];
  const { result, findings } = document;
  const made: Answer<Name> = { result, findings, document: () => document };
  keep(output, made, document, result as object);
  return made;
}

/** Options of reading that the command takes too. */
function readingOf(command: Command, reading: object): object {
  const taken = command === 'evaluate' ? ['columns', 'measure', 'quarters', 'by'] : Object.keys(reading);
  return Object.fromEntries(Object.entries(reading).filter(([name]) => taken.includes(name)));
}

/**
 * What was understood of the data: columns, areas, periods, gaps.
 *
 * @example check(data).result.files[0].areas
 */
export const check = (data: Data, options: Options = {}): Answer<'check'> =>
  answered('check', data, options, checkOutput);

/**
 * A practice against its comparator, one year against another.
 *
 * @example compare(data, { practice: 'Frome', comparator: 'Somerset', baseline: '2013/14', followUp: '2016/17' }).result.measures
 */
export const compare = (data: Data, options: Options = {}): Answer<'compare'> =>
  answered('compare', data, options, compareOutput);

/**
 * A run chart for each area.
 *
 * @example runChart(data, { practice: 'Frome' }).result.charts[0].signals
 */
export const runChart = (data: Data, options: Options = {}): Answer<'runchart'> =>
  answered('runchart', data, options, runChartOutput);

/**
 * A control chart for each area.
 *
 * @example controlChart(data, { rules: 'nhsr' }).result.charts[0].variation
 */
export function controlChart(data: Data, options: Options = {}): Answer<'spc', ControlCharts> {
  if (options?.chart === 'run') throw usageError('library.run-chart');
  return answered('spc', data, options, controlChartOutput) as Answer<'spc', ControlCharts>;
}

/**
 * Every area judged in a line.
 *
 * @example scan(data).result.summary
 */
export const scan = (data: Data, options: Options = {}): Answer<'scan'> => answered('scan', data, options, scanOutput);

/**
 * Did it change from a quarter on, compared with there?
 *
 * @example evaluate(data, { practice: 'Frome', comparator: 'Somerset', intervention: '2014/15 Q1' }).result.controlled
 */
export const evaluate = (data: Data, options: Options = {}): Answer<'evaluate'> =>
  answered('evaluate', data, options, evaluateOutput);

/**
 * Comparison, run charts and, with `intervention`, the evaluation.
 *
 * @example report(data, { practice: 'Frome', comparator: 'Somerset' }).result.compare
 */
export const report = (data: Data, options: Options = {}): Answer<'report'> =>
  answered('report', data, options, reportOutput);

/**
 * The smallest change that could be seen. It takes no data: only options.
 *
 * @example power({ listSize: 13851 }).result.detectable
 */
export function power(options: Options): Answer<'power'>;
export function power(data: Data, options: Options): Answer<'power'>;
export function power(first: Data | Options, second?: Options): Answer<'power'> {
  return answered('power', 'none', second ?? (first as Options), powerOutput);
}
