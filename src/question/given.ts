import { usageError } from '../errors.ts';
import type { CommandName } from './commands.ts';
import { OPTIONS, type Option } from './options.ts';
import {
  defaultsOf,
  flagOf,
  flagsOf,
  longFlagOf,
  OPTION_NAMES,
  type OptionName,
  SETTING_NAMES,
  type Settings,
  settingOf,
} from './settings.ts';

/** The settings of a run: the command's defaults, the files, the word and the options given, by name. Throws usage errors. */
export function settingsFrom(
  command: CommandName,
  files: readonly string[],
  given: Readonly<Record<string, unknown>>,
  word: Partial<Pick<Settings, 'ruleSet'>> = {},
): Settings {
  if (given.json === true && given.format !== undefined && given.format !== 'json')
    throw usageError('usage.two-formats', { format: String(given.format) });
  checkSwallowed(given);
  const settings: Record<string, unknown> = { ...defaultsOf(command), ...word, files };
  for (const name of OPTION_NAMES) {
    const value = given[name];
    if (value !== undefined) settings[settingOf(name)] = name === 'json' ? 'json' : value;
  }
  for (const name of OPTION_NAMES) if (given[name] !== undefined) checkValue(name, settings[settingOf(name)]);
  const checked = settings as unknown as Settings;
  checkStandardInput(checked);
  return checked;
}

/** Throws a usage error where an option without a value took the next option for one. */
function checkSwallowed(given: Readonly<Record<string, unknown>>): void {
  for (const name of OPTION_NAMES) {
    const taken = [given[name]].flat().find((one) => typeof one === 'string' && isFlag(one));
    if (taken !== undefined) throw usageError('usage.swallowed', { option: longFlagOf(name), text: String(taken) });
  }
}

/** Options that every command takes, beside those of the table. */
const EVERYWHERE = ['--quiet', '--verbose', '--debug', '--no-color', '--help', '-h'];

const FLAGS: ReadonlySet<string> = new Set([...OPTION_NAMES.flatMap(flagsOf), ...EVERYWHERE]);

/** Whether a text is an option, with its value or without. */
export const isFlag = (text: string): boolean => FLAGS.has(text.split('=')[0] ?? '');

/** Throws a usage error for a value that its kind does not take. */
function checkValue(name: OptionName, value: unknown): void {
  const { kind }: Option = OPTIONS[name];
  if (kind.isNumber && !Number.isFinite(value)) throw usageError('usage.not-a-number', { option: flagOf(name) });
  if (kind.isAboveZero && !(Number(value) > 0)) throw usageError('usage.not-positive', { option: flagOf(name) });
  if (kind.file === 'written' && typeof value === 'string' && (value.trim() === '' || value === '-'))
    throw usageError('usage.no-path', { option: flagOf(name), path: value });
}

const READ = SETTING_NAMES.filter((name) => (OPTIONS[name] as Option).kind.file === 'read');

/** Every file that the options name to be read, whether or not this run needs it. */
export function filesToRead(settings: Settings): readonly string[] {
  return [...settings.files, ...READ.flatMap((name) => (settings[name] as string | null) ?? [])];
}

/** Throws a usage error where standard input stands for more than one file: it can be read only once. */
function checkStandardInput(settings: Settings): void {
  const uses = [
    ...settings.files.filter((file) => file === '-').map(() => 'FILE'),
    ...READ.filter((name) => settings[name] === '-').map(longFlagOf),
  ];
  if (uses.length > 1) throw usageError('usage.standard-input', { uses });
}
