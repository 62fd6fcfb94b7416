const BEGIN = '<!-- options: node scripts/command-options.js rewrites this table -->';
const END = '<!-- end of options -->';

const cell = (text) => text.replaceAll('|', '\\|');

/** Every option with its choices, what it does and which commands take it, as a Markdown table. */
export function optionsTable(commands, options, help) {
  const rows = Object.entries(options).map(([name, { flags, choices }]) => {
    const taking = commands.filter((command) => command.options.includes(name)).map((command) => command.name);
    const among = choices ? `; choices: ${choices.join(', ')}` : '';
    return `| \`${cell(flags)}\` | ${cell((help[name] ?? '') + among)} | ${taking.join(', ')} |`;
  });
  return ['| option | what it does | commands |', '|---|---|---|', ...rows].join('\n');
}

/** A page with the table between its marks written anew. */
export function withOptions(page, commands, options, help) {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error('docs/commands.md has lost the marks around its table of options');
  return `${before}${BEGIN}\n\n${optionsTable(commands, options, help)}\n\n${END}${after}`;
}
