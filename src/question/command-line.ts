import { OPTIONS, type Option } from './options.ts';
import { isGiven, longFlagOf, SETTING_NAMES, type Settings } from './settings.ts';

/** Not part of the question: where the answer goes. */
const WHERE: readonly string[] = ['output', 'force'];

/**
 * The command line that gives these settings again: files, then every option that is not at its default. For reports, so that
 * anybody can repeat the run.
 *
 * @example commandLine('compare', settings) // 'quarterline compare a.csv --practice "Frome Medical Practice"'
 */
export function commandLine(command: string, settings: Settings): string {
  const options = SETTING_NAMES.filter((name) => !WHERE.includes(name) && isGiven(settings, name)).flatMap((name) => {
    const value: unknown = settings[name];
    const { kind }: Option = OPTIONS[name];
    const flag = longFlagOf(name);
    if (typeof value === 'boolean') return [value ? flag : flag.replace(/^--(no-)?/, '--no-')];
    return (kind.typed?.(value) ?? [String(value)]).flatMap((text) => [flag, quoted(text)]);
  });
  return ['quarterline', command, ...settings.files.map(quoted), ...options].join(' ');
}

/**
 * A word as a shell takes it: in double quotes where it needs them, which work in cmd, PowerShell and sh alike; in single
 * quotes where a shell would expand it inside double ones.
 */
function quoted(word: string): string {
  if (/^[\w./:=,\\-]+$/.test(word)) return word;
  if (/[$`!]/.test(word)) return `'${word.replaceAll("'", "'\\''")}'`;
  return `"${word.replaceAll('"', '\\"')}"`;
}
