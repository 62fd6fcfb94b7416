import { usageError } from '../errors.ts';
import { checkStandardInput, checkSwallowed } from './check.ts';
import { flagOf, OPTIONS, type OptionName } from './options.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

const POWER_NUMBERS = [
  'rate',
  'quartersBefore',
  'quartersAfter',
  'dispersion',
  'autocorrelation',
  'comparatorSize',
  'comparatorSizeAfter',
  'power',
  'alpha',
  'change',
  'sigma',
  'runs',
  'seed',
] as const;

/** The settings of a run: the defaults, the files and the options given, each in its typed home. Throws usage errors. */
export function settingsFrom(
  files: readonly string[],
  given: Readonly<Record<string, unknown>>,
  defaults: Partial<Settings> = {},
): Settings {
  if (given.json === true && given.format !== undefined && given.format !== 'json')
    throw usageError('usage.two-formats', { format: String(given.format) });
  checkSwallowed(given);
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS, ...defaults, files };
  for (const name of Object.keys(OPTIONS) as OptionName[]) {
    const value = given[name];
    if (value === undefined) continue;
    if (name === 'json') settings.format = 'json';
    else if (name === 'columns') settings.columns = parseColumns(String(value));
    else settings[OPTIONS[name].key] = value;
  }
  for (const name of ['target', 'per', 'lag', 'runLength', ...POWER_NUMBERS] as const) {
    if (given[name] !== undefined && !Number.isFinite(settings[name]))
      throw usageError('usage.not-a-number', { option: flagOf(name) });
  }
  for (const name of ['output', 'rScript'] as const) {
    const path = settings[name];
    if (typeof path === 'string' && (path.trim() === '' || path === '-'))
      throw usageError('usage.no-path', { option: flagOf(name), path });
  }
  if (given.per !== undefined && Number(settings.per) <= 0) throw usageError('usage.not-positive', { option: '--per' });
  const checked = settings as unknown as Settings;
  checkStandardInput(checked);
  return checked;
}

/**
 * `period=Month,area="Org Code",admissions=Total` to a map. A heading with a comma stands in double quotes.
 *
 * @example parseColumns('period=Month,area="Org, code"') // { period: 'Month', area: 'Org, code' }
 */
function parseColumns(text: string): Readonly<Record<string, string>> {
  const columns: Record<string, string> = {};
  const pair = /\s*([^=,\s]+)\s*=\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/y;
  while (pair.lastIndex < text.length) {
    const start = pair.lastIndex;
    const match = pair.exec(text);
    const heading = match?.[2]?.replaceAll('""', '"') ?? match?.[3]?.trim();
    if (!match?.[1] || !heading) throw usageError('usage.columns', { text: text.slice(start) });
    columns[match[1]] = heading;
  }
  return columns;
}
