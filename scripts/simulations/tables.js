const BEGIN = '<!-- simulations: node scripts/simulations/run.js rewrites these tables -->';
const END = '<!-- end of simulations -->';

const percent = (count, runs) => `${((100 * count) / runs).toFixed(1)}`;
/** A share in percent with its Monte Carlo standard error. */
const share = (count, runs) =>
  `${percent(count, runs)} (${(100 * Math.sqrt(((count / runs) * (1 - count / runs)) / runs)).toFixed(1)})`;
const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const own = ({ sd, rho }) => [sd === 0 ? 'none' : String(sd), sd === 0 ? '' : String(rho)];
const signed = (value) => value.toFixed(4).replace('-', '−');

/** Both tables in Markdown, from what the simulations counted. */
export function tables({ runs, falseAlarms, recovery }) {
  const alarms = falseAlarms.map(({ cell, alarms }) => [
    `${cell.before} + ${cell.after}`,
    ...own(cell.own),
    ...[alarms.primary, alarms.differenceSeries, alarms.neweyWest].map((count) => share(count, runs)),
  ]);
  const found = recovery.map(({ cell, covered, floored, meanSlope }) => [
    ...own(cell.own),
    signed(meanSlope),
    share(covered, runs),
    `${Math.round((100 * floored) / runs)}`,
  ]);
  const noise = ['own noise (SD)', 'its autocorrelation'];
  return [
    table(
      [
        'quarters',
        ...noise,
        'primary model',
        'difference series, least squares',
        'difference series, Newey–West, lag 2',
      ],
      alarms,
    ),
    `Percent of data sets without any effect in which P < 0.05 for the change of slope; in brackets the Monte Carlo standard error (${runs.toLocaleString('en-GB')} data sets a row).`,
    table([...noise, 'mean estimate', '95% intervals that hold the truth, %', 'dispersion raised to 1, %'], found),
    `The primary model on 16 + 16 quarters with a change of slope of ${signed(recovery[0].cell.slope)} (${runs.toLocaleString('en-GB')} data sets a row).`,
  ].join('\n\n');
}

/** A page with the tables between its marks written anew. */
export function withTables(page, results) {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error('docs/methods.md has lost the marks around its tables of simulations');
  return `${before}${BEGIN}\n\n${tables(results)}\n\n${END}${after}`;
}
