import { usageError } from '../errors.ts';
import { OPTIONS, type OptionName } from './options.ts';
import type { Settings } from './settings.ts';

/** Options that every command takes, beside those of the table. */
const EVERYWHERE = ['--quiet', '--verbose', '--debug', '--no-color', '--help', '-h'];

const flagsOf = (name: OptionName): readonly string[] => OPTIONS[name].flags.split(/[ ,]+/).filter(isFlag);
const isFlag = (text: string): boolean => text.startsWith('-');
const longFlagOf = (name: OptionName): string => flagsOf(name).at(-1) ?? name;

/** Throws a usage error where an option without a value took the next option for one. */
export function checkSwallowed(given: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(OPTIONS) as OptionName[];
  const flags = new Set([...names.flatMap(flagsOf), ...EVERYWHERE]);
  for (const name of names) {
    const taken = [given[name]].flat().find((one) => typeof one === 'string' && flags.has(one.split('=')[0] ?? ''));
    if (taken !== undefined) throw usageError('usage.swallowed', { option: longFlagOf(name), text: String(taken) });
  }
}

/** Options that name a file to read. */
const READ = ['published', 'plan', 'checklist', 'annotate', 'deflator'] as const;

/** Every file that the options name to be read, whether or not this run needs it. */
export function filesToRead(settings: Settings): readonly string[] {
  return [...settings.files, ...READ.flatMap((key) => settings[key] ?? [])];
}

/** Throws a usage error where standard input stands for more than one file: it can be read only once. */
export function checkStandardInput(settings: Settings): void {
  const uses = [
    ...settings.files.filter((file) => file === '-').map(() => 'FILE'),
    ...READ.filter((key) => settings[key] === '-').map(longFlagOf),
  ];
  if (uses.length > 1) throw usageError('usage.standard-input', { uses });
}
