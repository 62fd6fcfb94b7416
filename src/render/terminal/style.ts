import { Chalk } from 'chalk';

/** Text to the same text in a style; unchanged where the terminal has no colour. */
export type Paint = (text: string) => string;

/** The styles of terminal output by what they mean. Basic colours only: they follow the terminal's own theme. */
export interface Style {
  readonly heading: Paint;
  readonly strong: Paint;
  readonly quiet: Paint;
  readonly data: Paint;
  readonly centre: Paint;
  readonly limit: Paint;
  readonly target: Paint;
  readonly signal: Paint;
  readonly caution: Paint;
  readonly problem: Paint;
}

/** The styles for a terminal with or without colour. Meaning never rests on them alone. */
export function styleFor(terminal: { readonly colour: boolean }): Style {
  const chalk = new Chalk({ level: terminal.colour ? 1 : 0 });
  return {
    heading: chalk.bold,
    strong: chalk.bold,
    quiet: chalk.dim,
    data: chalk.cyan,
    centre: chalk.green,
    target: chalk.magenta,
    limit: chalk.dim,
    signal: chalk.yellow.bold,
    caution: chalk.yellow,
    problem: chalk.red,
  };
}
