import { Command, CommanderError, Option } from 'commander';
import { usageError } from '../errors.ts';
import {
  COMMAND_NAMES,
  COMMANDS,
  type CommandDefinition,
  type CommandName,
  PROGRAM_SUMMARY,
} from '../question/commands.ts';
import { filesToRead, isFlag, settingsFrom } from '../question/given.ts';
import { FILES_HELP, HELP_AFTER_ERROR, HELP_FLAG, TERMINAL_FLAGS } from '../question/options/terminal.ts';
import { GROUPS, OPTIONS, type Option as OptionDefinition } from '../question/options.ts';
import { type OptionName, optionsOf, type Settings } from '../question/settings.ts';
import { plainLines } from '../render/escape.ts';
import { VERSION } from '../version.ts';
import type { Effects } from './effects.ts';
import { nodeEffects } from './node-effects.ts';
import { LOADERS } from './registry.ts';

/** Parses the arguments, runs the command and gives its exit code. Usage errors are printed here; others are thrown. */
export async function runProgram(args: readonly string[], effects?: Effects): Promise<number> {
  let exitCode = 0;
  const program = new Command('quarterline')
    .description(PROGRAM_SUMMARY)
    .version(VERSION, '-V, --version')
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError(HELP_AFTER_ERROR);
  if (effects) program.configureOutput({ writeOut: effects.out, writeErr: effects.err });
  else program.configureOutput({ writeErr: (text) => process.stderr.write(plainLines(text)) });
  for (const name of commandsFor(args)) {
    addCommand(program, name, async (settings, flags) => {
      const command = await LOADERS[name]();
      const world = effects ?? nodeEffects({ ...flags, inputs: filesToRead(settings) });
      exitCode = await command.run(settings, flags.verbose ? (await import('./telling.ts')).telling(world) : world);
    });
  }
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return exitCode;
}

/** The command that is asked for; all of them where the first word is none, so that help and suggestions know each. */
function commandsFor(args: readonly string[]): readonly CommandName[] {
  const asked = COMMAND_NAMES.filter((name) => name === args[0]);
  return asked.length > 0 ? asked : COMMAND_NAMES;
}

/** Options that every command takes and that concern the terminal only. */
interface TerminalFlags {
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly colour: boolean;
}

type Action = (settings: Settings, flags: TerminalFlags) => Promise<void>;

function addCommand(program: Command, name: CommandName, action: Action): void {
  const { summary, examples, files: takesFiles, word }: CommandDefinition = COMMANDS[name];
  const options = optionsOf(name);
  const command = program
    .command(name)
    .description(summary)
    .addHelpText('beforeAll', `Examples:\n${examples.map((line) => `  ${line}`).join('\n')}\n`);
  if (takesFiles) command.argument('[files...]', FILES_HELP);
  if (word) command.argument(`[${word.name}]`, word.help);
  for (const option of options) command.addOption(commanderOption(option));
  for (const [flags, help] of TERMINAL_FLAGS) command.addOption(new Option(flags, help).helpGroup(`${GROUPS.output}:`));
  command.addHelpOption(new Option(...HELP_FLAG).helpGroup(`${GROUPS.output}:`));
  command.action(async (...received: unknown[]) => {
    const named = takesFiles ? (received[0] as string[]) : [];
    if (takesFiles && named.length === 0) throw usageError('usage.no-files', { command: name });
    const files = await expanded(named);
    const given = command.opts<Record<string, unknown>>();
    const said = word ? { [word.setting]: (received[0] as string | undefined) ?? null } : {};
    await action(settingsFrom(name, files, renamed(options, given), said), {
      quiet: given.quiet === true,
      verbose: given.verbose === true,
      colour: given.color !== false,
    });
  });
}

/** Only names with a `*` or `?` need the file system here. */
async function expanded(names: readonly string[]): Promise<readonly string[]> {
  return names.some((name) => /[*?]/.test(name)) ? (await import('./expand-files.ts')).expandFiles(names) : names;
}

function commanderOption(name: OptionName): Option {
  const definition: OptionDefinition = OPTIONS[name];
  const { choices, parse } = definition.kind;
  const option = new Option(definition.flags, definition.help).helpGroup(`${GROUPS[definition.group]}:`);
  if (choices) option.choices([...choices]);
  // An option taken for a value is left as it is: it is named when the settings are checked.
  if (parse) option.argParser((text: string, previous: unknown) => (isFlag(text) ? text : parse(text, previous)));
  return option;
}

/** Commander names a value after its long flag; Settings may name it otherwise. */
function renamed(options: readonly OptionName[], given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(options.map((name) => [name, given[new Option(OPTIONS[name].flags).attributeName()]]));
}
