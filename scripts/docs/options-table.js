const BEGIN = '<!-- options: node scripts/command-options.js rewrites this table -->';
const END = '<!-- end of options -->';

const cell = (text) => text.replaceAll('|', '\\|');

/** Every option with its choices, what it does and which commands take it, as a Markdown table. */
export function optionsTable(options) {
  const rows = Object.values(options).map(({ flags, kind, help, in: commands }) => {
    const among = kind.choices ? `; choices: ${kind.choices.join(', ')}` : '';
    return `| \`${cell(flags)}\` | ${cell(help + among)} | ${commands.join(', ')} |`;
  });
  return ['| option | what it does | commands |', '|---|---|---|', ...rows].join('\n');
}

/** A page with the table between its marks written anew. */
export function withOptions(page, options) {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error('docs/commands.md has lost the marks around its table of options');
  return `${before}${BEGIN}\n\n${optionsTable(options)}\n\n${END}${after}`;
}
