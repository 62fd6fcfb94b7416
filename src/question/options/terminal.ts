/** Options that every command takes and that are no settings: they concern the terminal only. */
export const TERMINAL_FLAGS = [
  ['--quiet', 'only errors on standard error'],
  ['--verbose', 'say more on standard error'],
  ['--debug', 'show where an error arose'],
  ['--no-color', 'no colour'],
] as const;

export const HELP_FLAG = ['-h, --help', 'display help for command'] as const;
export const HELP_AFTER_ERROR = 'Add --help for what can be given.';
export const FILES_HELP = 'CSV files; - is standard input';
