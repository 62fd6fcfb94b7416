import { nearest } from '../data/text.ts';
import { usageError } from '../errors.ts';
import { expectedValues } from '../messages/usage/values.ts';
import type { CommandName } from '../question/commands.ts';
import { settingsFrom } from '../question/given.ts';
import { OPTIONS, type Option } from '../question/options.ts';
import { optionsOf, type Settings, settingOf } from '../question/settings.ts';
import type { DeflatorName } from '../reference/deflators.ts';

/** Options that concern files and screens, or that name a file to read. */
type NotHere =
  | ('files' | 'show' | 'format' | 'output' | 'force' | 'bom' | 'failOnSignal' | 'ruleSet')
  | ('plan' | 'published' | 'checklist' | 'rScript' | 'annotate' | 'deflator' | 'practice' | 'comparator' | 'listSize');

/** The options of the command line in camel case, periods as text. */
export type Options = Partial<Omit<Settings, NotHere>> & {
  /** One area, or several that are pooled. */
  readonly practice?: string | readonly string[];
  readonly comparator?: string | readonly string[];
  readonly listSize?: number | readonly number[];
  /** A deflator by name, `none`, or a CSV text with the columns year and index. */
  readonly deflator?: DeflatorName | 'none' | { readonly name: string; readonly text: string };
};

/** Options of reading. */
export type ReadOptions = Pick<Options, 'columns' | 'measure' | 'quarters' | 'order' | 'by' | 'better' | 'denominator'>;

/** Options that only a program on a disk can take. */
const OF_FILES: readonly string[] = ['show', 'format', 'json', 'output', 'force', 'bom', 'failOnSignal', 'rScript'];

/** Options whose value a list may be, or one. */
const LISTS: readonly string[] = ['practice', 'comparator', 'listSize', 'exclude', 'phases'];

/** The settings of a command from options by name. Throws usage errors for names and values that it does not take. */
export function settingsOf(command: CommandName, options: object, files: readonly string[]): Settings {
  return settingsFrom(command, files, optionsIn(command, options));
}

/** Options by name, checked, what is undefined left out. */
export function optionsIn(command: CommandName, options: object): Readonly<Record<string, unknown>> {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw usageError('library.options', { command });
  const own = optionsOf(command).map(settingOf) as readonly string[];
  const known = [...new Set([...own, ...(command === 'check' ? ['denominator', 'better'] : [])])].filter(
    (name) => !OF_FILES.includes(name),
  );
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]) => {
      if (!known.includes(name))
        throw usageError('library.unknown-option', { name, command, near: nearest(name, known) });
      const list: unknown = LISTS.includes(name) && !Array.isArray(value) && value !== null ? [value] : value;
      const { kind }: Option = OPTIONS[name as keyof typeof OPTIONS];
      if (name !== 'deflator' && !fits(kind.schema, list))
        throw usageError('library.option-value', {
          name,
          found: JSON.stringify(value) ?? typeof value,
          expected: expectedValues(kind.schema),
        });
      return [name, list];
    }),
  );
}

type Schema = Option['kind']['schema'];

/** Whether a value is what a schema of an option says. */
function fits(schema: Schema, value: unknown): boolean {
  if (Array.isArray(schema.enum)) return schema.enum.includes(value);
  return [schema.type].flat().some((type) => {
    if (type === 'null') return value === null;
    if (type === 'array') return Array.isArray(value) && value.every((item) => fits(schema.items as Schema, item));
    if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
    return type === 'number' ? typeof value === 'number' && Number.isFinite(value) : typeof value === type;
  });
}
