import type { CommandName } from './commands.ts';
import { GROUPS, OPTIONS, type Option } from './options.ts';

type Table = typeof OPTIONS;
export type OptionName = keyof Table;

/** Names of the settings: every option but those that fill the setting of another. */
type SettingName = { [Name in OptionName]: Table[Name] extends { readonly sets: string } ? never : Name }[OptionName];

/** Every option, resolved. Periods are kept as typed: they are read by the frequency of the data. */
export type Settings = { readonly [Name in SettingName]: Table[Name]['kind']['default'] } & {
  readonly files: readonly string[];
  /** The rule set that `rules` explains; null: all are listed. */
  readonly ruleSet: string | null;
};

export const OPTION_NAMES = Object.keys(OPTIONS) as readonly OptionName[];

/** The setting that an option fills. */
export const settingOf = (name: OptionName): SettingName => {
  const option: Option = OPTIONS[name];
  return (option.sets ?? name) as SettingName;
};

const isSetting = (name: OptionName): name is SettingName => settingOf(name) === name;

export const SETTING_NAMES: readonly SettingName[] = OPTION_NAMES.filter(isSetting);

export const DEFAULT_SETTINGS = {
  files: [],
  ...Object.fromEntries(SETTING_NAMES.map((name) => [name, OPTIONS[name].kind.default])),
  ruleSet: null,
} as unknown as Settings;

/** The settings of a command where nothing is given. */
export function defaultsOf(command: CommandName): Settings {
  const own = SETTING_NAMES.flatMap((name) => {
    const option: Option = OPTIONS[name];
    return option.defaultIn && Object.hasOwn(option.defaultIn, command) ? [[name, option.defaultIn[command]]] : [];
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(own) };
}

/** The options that a command takes, in the order of its help. */
export function optionsOf(command: CommandName): readonly OptionName[] {
  const groups = Object.keys(GROUPS);
  const place = (name: OptionName): number => groups.indexOf(OPTIONS[name].group);
  return OPTION_NAMES.filter((name) => (OPTIONS[name] as Option).in.includes(command)).sort(
    (a, b) => place(a) - place(b),
  );
}

/** The flag of an option as it is typed first: `--washout`, `-o`. */
export const flagOf = (name: OptionName): string => OPTIONS[name].flags.split(/[ ,]/)[0] ?? name;

/** The flags of an option: `-o` and `--out`. */
export const flagsOf = (name: OptionName): readonly string[] =>
  OPTIONS[name].flags.split(/[ ,]+/).filter((part) => part.startsWith('-'));

/** The long flag of an option. */
export const longFlagOf = (name: OptionName): string => flagsOf(name).at(-1) ?? name;

/** Whether a setting is otherwise than by its default. */
export function isGiven(settings: Settings, key: keyof Settings): boolean {
  return JSON.stringify(settings[key]) !== JSON.stringify(DEFAULT_SETTINGS[key]);
}

/** What is given for an evaluation only: a report without a date of the change leaves it unused. */
export const FOR_EVALUATION: readonly SettingName[] = SETTING_NAMES.filter(
  (name) => JSON.stringify(OPTIONS[name].in) === JSON.stringify(OPTIONS.washout.in),
);
