import { Command, CommanderError, Option } from 'commander';
import { usageError } from '../errors.ts';
import {
  ARGUMENT_HELP,
  COMMAND_EXAMPLES,
  COMMAND_SUMMARIES,
  OPTION_HELP,
  PROGRAM_SUMMARY,
} from '../messages/usage/help.ts';
import { filesToRead } from '../question/check.ts';
import { OPTIONS, type OptionDefinition, type OptionName } from '../question/options.ts';
import { settingsFrom } from '../question/parse.ts';
import { VERSION } from '../version.ts';
import type { Effects } from './effects.ts';
import { endOnClosedPipe, nodeEffects } from './node-effects.ts';
import { COMMANDS, type CommandDefinition } from './registry.ts';

/** Parses the arguments, runs the command and gives its exit code. Usage errors are printed here; others are thrown. */
export async function runProgram(args: readonly string[], effects?: Effects): Promise<number> {
  let exitCode = 0;
  const program = new Command('quarterline')
    .description(PROGRAM_SUMMARY)
    .version(VERSION, '-V, --version')
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('Add --help for what can be given.');
  if (effects) program.configureOutput({ writeOut: effects.out, writeErr: effects.err });
  else process.stdout.off('error', endOnClosedPipe).on('error', endOnClosedPipe);
  for (const definition of commandsFor(args)) {
    addCommand(program, definition, async (settings, flags) => {
      const command = await definition.load();
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
function commandsFor(args: readonly string[]): readonly CommandDefinition[] {
  const asked = COMMANDS.filter(({ name }) => name === args[0]);
  return asked.length > 0 ? asked : COMMANDS;
}

/** Options that every command takes and that concern the terminal only. */
interface TerminalFlags {
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly colour: boolean;
}

type Action = (settings: ReturnType<typeof settingsFrom>, flags: TerminalFlags) => Promise<void>;

function addCommand(program: Command, definition: CommandDefinition, action: Action): void {
  const { name } = definition;
  const command = program
    .command(name)
    .description(COMMAND_SUMMARIES[name] ?? '')
    .addHelpText('beforeAll', `Examples:\n${(COMMAND_EXAMPLES[name] ?? []).map((line) => `  ${line}`).join('\n')}\n`);
  if (definition.takesFiles) command.argument('[files...]', 'CSV files; - is standard input');
  if (definition.word) command.argument(`[${definition.word.name}]`, ARGUMENT_HELP[definition.word.key]);
  for (const option of definition.options) command.addOption(commanderOption(option));
  command
    .option('--quiet', 'only errors on standard error')
    .option('--verbose', 'say more on standard error')
    .option('--debug', 'show where an error arose')
    .option('--no-color', 'no colour');
  command.action(async (...received: unknown[]) => {
    const named = definition.takesFiles ? (received[0] as string[]) : [];
    const word = definition.word ? { [definition.word.key]: (received[0] as string | undefined) ?? null } : {};
    if (definition.takesFiles && named.length === 0) throw usageError('usage.no-files', { command: name });
    const files = await expanded(named);
    const given = command.opts<Record<string, unknown>>();
    await action(settingsFrom(files, renamed(definition.options, given), { ...definition.defaults, ...word }), {
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
  const option = new Option(definition.flags, OPTION_HELP[name] ?? '');
  if (definition.choices) option.choices([...definition.choices]);
  if (definition.parse) option.argParser(definition.parse);
  return option;
}

/** Commander names a value after its long flag; Settings may name it otherwise. */
function renamed(options: readonly OptionName[], given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(options.map((name) => [name, given[new Option(OPTIONS[name].flags).attributeName()]]));
}
