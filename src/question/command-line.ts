import { OPTIONS } from './options.ts';
import { peerGroupText } from './peer-group.ts';
import { isGiven, type Settings } from './settings.ts';

/**
 * The command line that gives these settings again: files, then every option that is not at its default. For reports, so that
 * anybody can repeat the run.
 *
 * @example commandLine('compare', settings) // 'quarterline compare a.csv --practice "Frome Medical Practice"'
 */
export function commandLine(command: string, settings: Settings): string {
  const options = Object.values(OPTIONS).flatMap(({ key, flags }, at, all) => {
    if (all.findIndex((other) => other.key === key) < at) return [];
    if (key === 'json' || key === 'output' || key === 'force') return [];
    const value = settings[key];
    if (!isGiven(settings, key)) return [];
    const flag = flags.replace(/^-\w, /, '').split(' ')[0] ?? '';
    return wordsFor(flag, key, value);
  });
  return ['quarterline', command, ...settings.files.map(quoted), ...options].join(' ');
}

function wordsFor(flag: string, key: keyof Settings, value: unknown): readonly string[] {
  if (typeof value === 'boolean') return [value ? flag : flag.replace(/^--(no-)?/, '--no-')];
  if (key === 'practice' || key === 'comparator') return (value as string[]).flatMap((name) => [flag, quoted(name)]);
  if (key === 'peerGroups')
    return (value as Settings['peerGroups']).flatMap((group) => [flag, quoted(peerGroupText(group))]);
  if (key === 'exclude' || key === 'phases') return [flag, quoted((value as string[]).join(','))];
  if (key === 'columns') {
    const pairs = Object.entries(value as Record<string, string>).map(([role, heading]) => `${role}=${heading}`);
    return [flag, quoted(pairs.join(','))];
  }
  return [flag, quoted(String(value))];
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
