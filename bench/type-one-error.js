// How often each method of evaluate finds a change of slope where there is none, and how often the primary model's interval holds
// a known one: the tables of docs/methods.md. Seeded. Run after `npm run build`: node bench/type-one-error.js [runs]
import { conditionalFit } from '../dist/analysis/evaluate/controlled.js';
import { seriesFit } from '../dist/analysis/evaluate/controlled-fits.js';
import { segmentRow } from '../dist/analysis/evaluate/design.js';
import { segmented, segmentedProblem } from '../dist/analysis/evaluate/segmented.js';
import { normalUpper } from '../dist/statistics/distributions/normal.js';
import { likelihood } from '../dist/statistics/glm/inference.js';
import { coefficient } from '../dist/statistics/linear/combination.js';
import { normalDraw, poissonDraw } from '../dist/statistics/random/draws.js';
import { seeded } from '../dist/statistics/random/generator.js';

const RUNS = Number(process.argv[2] ?? 2000);
const SEED = 777;
const PRACTICE = 27_000;
const COUNTY = 520_000;
/** Admissions per person a quarter. */
const RATE = 0.0215;
const SHARED_SD = 0.03;
const SEASONS = [0, -0.01, 0.01, 0.05];
const FIRST = 8041;

const DESIGNS = [
  { before: 16, after: 16, sd: 0, rho: 0 },
  { before: 16, after: 16, sd: 0.03, rho: 0 },
  { before: 16, after: 16, sd: 0.03, rho: 0.3 },
  { before: 4, after: 15, sd: 0.03, rho: 0 },
  { before: 4, after: 15, sd: 0.03, rho: 0.3 },
  { before: 8, after: 8, sd: 0.03, rho: 0 },
  { before: 8, after: 8, sd: 0.03, rho: 0.3 },
];

const term = (of) => coefficient(of, 3, { method: '' }).p;
const series = (estimator) => (quarters, timeline) =>
  term(seriesFit(quarters, timeline, { outcome: 'log-ratio', estimator, seasons: false, lag: 2 }).of);
const single = (estimator) => (quarters, timeline) =>
  segmented(segmentedProblem('', quarters, timeline, true), estimator, { lag: 2 }).terms.slope.p;
const conditional = (quarters, timeline) => conditionalFit(quarters, (quarter) => segmentRow(quarter, timeline));

const METHODS = {
  'One area, least squares with seasons': single('ols'),
  'One area, Newey–West lag 2': single('newey-west'),
  'Log rate ratio, least squares': series('ols'),
  'Log rate ratio, Newey–West lag 2': series('newey-west'),
  'Log rate ratio, Prais–Winsten': series('prais-winsten'),
  'Log rate ratio, REML AR(1)': series('reml-ar1'),
  'Conditional quasi-binomial (primary)': (quarters, timeline) => term(conditional(quarters, timeline).estimates),
  'Conditional binomial, dispersion 1, z': (quarters, timeline) => {
    const { estimate, se } = coefficient(likelihood(conditional(quarters, timeline).fit), 3, { method: '' });
    return 2 * normalUpper(Math.abs(estimate / se));
  },
};

/** Quarters of practice and county with shared shocks and the practice's own noise. */
function simulate({ before, after, sd, rho }, slope, random) {
  const quarters = [];
  let own = sd * normalDraw(random);
  for (let i = 0; i < before + after; i += 1) {
    if (i > 0) own = rho * own + Math.sqrt(1 - rho * rho) * sd * normalDraw(random);
    const shared = SEASONS[i % 4] + SHARED_SD * normalDraw(random) + 0.004 * i;
    const effect = slope * Math.max(0, i - before);
    quarters.push({
      index: FIRST + i,
      time: i + 1,
      season: (i % 4) + 1,
      events: poissonDraw(random, PRACTICE * RATE * Math.exp(shared + own + effect)),
      people: PRACTICE,
      others: poissonDraw(random, COUNTY * RATE * Math.exp(shared)),
      otherPeople: COUNTY,
    });
  }
  return quarters;
}

function timelineOf({ before, after }) {
  return { first: FIRST, last: FIRST + before + after - 1, intervention: FIRST + before, second: null, washout: null };
}

function falseAlarms(design, random) {
  const counts = Object.fromEntries(Object.keys(METHODS).map((name) => [name, 0]));
  for (let run = 0; run < RUNS; run += 1) {
    const quarters = simulate(design, 0, random);
    for (const [name, method] of Object.entries(METHODS))
      if (method(quarters, timelineOf(design)) < 0.05) counts[name] += 1;
  }
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count / RUNS]));
}

function coverage(design, random) {
  const truth = -0.016;
  let held = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const { estimates } = conditional(simulate(design, truth, random), timelineOf(design));
    const { lower, upper } = coefficient(estimates, 3, { method: '' });
    if (lower <= truth && truth <= upper) held += 1;
  }
  return held / RUNS;
}

const label = ({ before, after, sd, rho }) => `${before}+${after}, ${sd === 0 ? 'no own noise' : `SD ${sd}, ρ ${rho}`}`;
const share = (value) => value.toFixed(3);
const random = seeded(SEED);
const columns = DESIGNS.map((design) => falseAlarms(design, random));
const lines = [
  `| method | ${DESIGNS.map(label).join(' | ')} |`,
  `|---|${DESIGNS.map(() => '--:').join('|')}|`,
  ...Object.keys(METHODS).map((name) => `| ${name} | ${columns.map((column) => share(column[name])).join(' | ')} |`),
  '',
  `${RUNS} runs a column, seed ${SEED}; Monte Carlo standard error at 0.05: ${Math.sqrt((0.05 * 0.95) / RUNS).toFixed(4)}.`,
  '',
  ...[0.03, 0].map((sd) => {
    const design = { before: 16, after: 16, sd, rho: 0 };
    return `Coverage of the primary model's 95 % interval, slope change -0.016, ${label(design)}: ${share(coverage(design, random))}`;
  }),
];
process.stdout.write(`${lines.join('\n')}\n`);
