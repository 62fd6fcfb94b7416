import { drawQuarters } from './series.js';

const SEED = 777;
const SLOPE = 3;
const ALPHA = 0.05;
/** Change of slope of the practice's log rate that is to be found again. */
const TRUE_SLOPE = -0.016;

const designs = [
  { before: 16, after: 16 },
  { before: 4, after: 15 },
  { before: 8, after: 8 },
];
const QUIET = { sd: 0, rho: 0 };
const noisy = (rho) => ({ sd: 0.03, rho });

/** Every cell has random numbers of its own. */
const seededFrom = (first) => (cell, place) => ({ ...cell, seed: first + place });

/** Where nothing changes: designs, and the practice's own noise. */
export const NULL_CELLS = [
  ...designs.flatMap((design) => [QUIET, noisy(0), noisy(0.3)].map((own) => ({ ...design, own, slope: 0 }))),
  { ...designs[0], own: noisy(0.6), slope: 0 },
].map(seededFrom(SEED));
/** Where the slope does change. */
export const CHANGED_CELLS = [QUIET, noisy(0), noisy(0.3)]
  .map((own) => ({ ...designs[0], own, slope: TRUE_SLOPE }))
  .map(seededFrom(SEED + 100));

const timelineOf = ({ before, after }) => ({
  first: 0,
  last: before + after - 1,
  intervention: before,
  second: null,
  washout: null,
});

const inTurn = (engine, cell, runs, visit) => {
  const random = engine.seeded(cell.seed);
  const timeline = timelineOf(cell);
  for (let run = 0; run < runs; run += 1) visit(drawQuarters(engine, random, cell), timeline);
};

function primary({ conditionalFit, segmentRow, coefficient }, quarters, timeline) {
  const { estimates, dispersion } = conditionalFit(quarters, (quarter) => segmentRow(quarter, timeline));
  return { slope: coefficient(estimates, SLOPE, { method: '' }), dispersion };
}

const differenceSeries =
  (estimator, lag) =>
  ({ seriesFit, coefficient }, quarters, timeline) => ({
    slope: coefficient(
      seriesFit(quarters, timeline, { outcome: 'log-ratio', estimator, seasons: false, lag }).of,
      SLOPE,
      { method: '' },
    ),
  });

/** The methods compared: each gives the change of slope as an estimate. */
const METHODS = {
  primary,
  differenceSeries: differenceSeries('ols', null),
  neweyWest: differenceSeries('newey-west', 2),
};

/** In how many of `runs` data sets without any effect each method finds a change of slope at nominal 5%. */
export function falseAlarms(engine, cell, runs) {
  const alarms = Object.fromEntries(Object.keys(METHODS).map((name) => [name, 0]));
  inTurn(engine, cell, runs, (quarters, timeline) => {
    for (const [name, estimate] of Object.entries(METHODS)) {
      if (estimate(engine, quarters, timeline).slope.p < ALPHA) alarms[name] += 1;
    }
  });
  return alarms;
}

/**
 * The primary model on data sets with a known change of slope: how many 95% intervals hold it, in how many the dispersion was raised
 * to 1, and the mean estimate.
 */
export function recovery(engine, cell, runs) {
  let [covered, floored, sum] = [0, 0, 0];
  inTurn(engine, cell, runs, (quarters, timeline) => {
    const { slope, dispersion } = primary(engine, quarters, timeline);
    if (slope.lower <= cell.slope && cell.slope <= slope.upper) covered += 1;
    if (dispersion.used > dispersion.raw) floored += 1;
    sum += slope.estimate;
  });
  return { covered, floored, meanSlope: sum / runs };
}
