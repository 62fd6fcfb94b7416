// Rewrites docs/mdc-conformance.md: the Making Data Count acceptance data under three rule sets, with every difference and
// its cause. The cause is found by trial: the one policy (or pair) which, set as in the Excel tool, mends the point.
// Usage: node scripts/mdc-conformance.js FOLDER, the folder with mdc_xmr_acceptance.csv and settings.csv.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REFERENCE = 'mdc-excel-v5';
const RULE_SETS = [REFERENCE, 'mdc-sql-2.6a', 'nhsr'];

const COLOURS = { improvement: 'blue', concern: 'orange', neither: 'purple', common: 'grey' };

const DEFECT =
  'defect of the acceptance data: the document that goes with it says that the trend ends at point 14, and no policy colours point 15';

/** Where rule sets differ: what is said of it, and how it is set as in the Excel tool. */
const POLICIES = [
  ['shift of 7 points instead of 6', (own, excel) => withRule(own, excel, 'shift', ['points'])],
  ['trend of 7 points instead of 6', (own, excel) => withRule(own, excel, 'trend', ['points'])],
  ['a shift does not cross a recalculation', (own, excel) => withRule(own, excel, 'shift', ['crosses'])],
  ['a trend does not cross a recalculation', (own, excel) => withRule(own, excel, 'trend', ['crosses'])],
  ['two of three does not cross a recalculation', (own, excel) => withRule(own, excel, 'two-of-three', ['crosses'])],
  [
    'a point beyond 3 sigma counts in two of three',
    (own, excel) => withRule(own, excel, 'two-of-three', ['beyondLimits']),
  ],
  [
    'large moving ranges are screened out, so the limits are narrower',
    (own, excel) => ({ ...own, screening: excel.screening }),
  ],
  ['limits are drawn for fewer than 13 points', (own, excel) => ({ ...own, minimum: excel.minimum })],
  ['a point both better and worse is coloured by another rule', (own, excel) => ({ ...own, conflict: excel.conflict })],
];

function withRule(own, excel, name, fields) {
  const wanted = excel.rules.find(({ rule }) => rule === name);
  const change = Object.fromEntries(fields.map((field) => [field, wanted[field]]));
  return { ...own, rules: own.rules.map((rule) => (rule.rule === name ? { ...rule, ...change } : rule)) };
}

function records(path) {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
}

/** The series of the acceptance data with their settings; a stray series of one row is left out. */
export function acceptanceSeries(folder) {
  const rows = records(join(folder, 'mdc_xmr_acceptance.csv'));
  return records(join(folder, 'settings.csv')).flatMap((settings) => {
    const own = rows.filter(({ Metric }) => Metric === settings.series);
    if (own.length < 2) return [];
    const start = Number(settings.new_phase_at_point);
    const base = Number(settings.baseline_points);
    return [
      {
        name: settings.series,
        better: settings.better,
        phases: start > 0 ? [start - 1] : [],
        freeze: base > 0 ? base - 1 : null,
        values: own.map(({ Value }) => Number(Value)),
        colours: own.map(({ Colour }) => Colour),
      },
    ];
  });
}

/** Colours of a series' points under a rule set. */
function coloursOf({ judge, pointVariation }, { values, better, phases, freeze }, ruleSet) {
  const settings = { chart: 'i', ruleSet, better, excluded: null, phases, freeze, target: null };
  const screen = ruleSet.screening.byDefault;
  const { patterns } = judge({ y: Float64Array.from(values), n: null, sd: null }, { ...settings, screen });
  return values.map((_, place) => {
    const marking = patterns.filter(({ at }) => at.includes(place));
    return COLOURS[pointVariation(marking, ruleSet)] ?? 'both';
  });
}

/** The policies that, set as in the Excel tool, alone or in pairs give a point the colour expected. */
function causeOf(engine, series, place, ruleSet) {
  const excel = engine.CONTROL_RULE_SETS[REFERENCE];
  const mends = (changed) => coloursOf(engine, series, changed)[place] === series.colours[place];
  for (const [cause, change] of POLICIES) if (mends(change(ruleSet, excel))) return cause;
  for (const [first, change] of POLICIES)
    for (const [second, other] of POLICIES)
      if (first !== second && mends(other(change(ruleSet, excel), excel))) return `${first}; ${second}`;
  return DEFECT;
}

/** Every point whose colour differs from the one expected. */
export function differences(engine, all, name) {
  const ruleSet = engine.CONTROL_RULE_SETS[name];
  return all.flatMap((series) => {
    const own = coloursOf(engine, series, ruleSet);
    return series.colours.flatMap((expected, place) =>
      expected === own[place]
        ? []
        : [
            {
              series: series.name,
              point: place + 1,
              expected,
              own: own[place],
              cause: causeOf(engine, series, place, ruleSet),
            },
          ],
    );
  });
}

/** `1 to 4, 9`. */
function ranges(points) {
  const found = [];
  for (const point of points) {
    const last = found.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else found.push([point, point]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ');
}

function section(name, total, found) {
  const groups = new Map();
  for (const { series, point, expected, own, cause } of found) {
    const key = [series, expected, own, cause].join('|');
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  const causes = new Map();
  for (const { cause } of found) causes.set(cause, (causes.get(cause) ?? 0) + 1);
  const rows = [...groups].map(([key, points]) => {
    const [series, expected, own, cause] = key.split('|');
    return `| ${series} | ${ranges(points)} | ${expected} | ${own} | ${cause} |`;
  });
  return [
    `## ${name}: ${total - found.length} of ${total}`,
    '',
    ...[...causes].sort((a, b) => b[1] - a[1]).map(([cause, n]) => `- ${n} ${n === 1 ? 'point' : 'points'}: ${cause}`),
    '',
    '| series | points | expected | coloured | cause |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const HEAD = `# Making Data Count: where we agree, and where not

NHS England publishes acceptance data for charts that are to equal its Single Chart Tool 5.0 (Excel): series of points, each
with the colour expected. The figures belong to NHS England (Crown copyright, MIT licence) and are not repeated here. This
page is made by \`node scripts/mdc-conformance.js FOLDER\` and held current by a test where the data are there.

One stray series of a single row is left out. The cause of a difference is found by trial: the policy which, set as in
the Excel tool, gives the point its colour. A baseline given with the data acts under every rule set.
`;

/** The page, from the acceptance data and the engine (judge, pointVariation, CONTROL_RULE_SETS). */
export function conformancePage(engine, folder) {
  const all = acceptanceSeries(folder);
  const total = all.reduce((sum, { values }) => sum + values.length, 0);
  const sections = RULE_SETS.map((name) => section(`\`${name}\``, total, differences(engine, all, name)));
  return `${[HEAD, ...sections].join('\n').trimEnd()}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  if (!folder) throw new Error('give the folder with mdc_xmr_acceptance.csv and settings.csv');
  const page = conformancePage(await import('../build/engine.js'), folder);
  writeFileSync(fileURLToPath(new URL('../docs/mdc-conformance.md', import.meta.url)), page);
}
