/** People on the practice's list and in the rest of the county in the first quarter. */
export const PEOPLE = { practice: 27_000, county: 520_000 };
/** Admissions per person a quarter at the start, and by how much lists and rates grow each quarter. */
const RATE = { practice: 0.022, county: 0.021 };
const LIST_GROWTH = { practice: 0.0025, county: 0.0018 };
const RATE_GROWTH = 0.004;
/** Log rate by quarter of the financial year: a winter peak. */
const SEASON = [-0.01, -0.01, -0.02, 0.04];
/** What shakes both areas alike. */
const SHOCK = { sd: 0.012, rho: 0.4 };

/** A stationary AR(1) series of normal noise: standard deviation `sd` in every quarter, correlation `rho` from one to the next. */
function noise({ normalDraw }, random, quarters, { sd, rho }) {
  if (sd === 0) return new Array(quarters).fill(0);
  let value = sd * normalDraw(random);
  return Array.from({ length: quarters }, (_, at) => {
    if (at > 0) value = rho * value + sd * Math.sqrt(1 - rho ** 2) * normalDraw(random);
    return value;
  });
}

/**
 * One simulated practice beside its county: Poisson counts around rates that grow alike, with the same seasons and the same shocks;
 * the practice's log rate has noise of its own (`own`: sd and rho) and from quarter `before` on another slope (by `slope` a quarter).
 */
export function drawQuarters(engine, random, { before, after, own, slope }) {
  const quarters = before + after;
  const mine = noise(engine, random, quarters, own);
  const shared = noise(engine, random, quarters, SHOCK);
  return Array.from({ length: quarters }, (_, at) => {
    const trend = RATE_GROWTH * at + SEASON[at % 4] + shared[at];
    const people = Math.round(PEOPLE.practice * (1 + LIST_GROWTH.practice) ** at);
    const otherPeople = Math.round(PEOPLE.county * (1 + LIST_GROWTH.county) ** at);
    const change = slope * Math.max(0, at - before);
    return {
      index: at,
      time: at + 1,
      season: (at % 4) + 1,
      events: engine.poissonDraw(random, people * RATE.practice * Math.exp(trend + mine[at] + change)),
      people,
      others: engine.poissonDraw(random, otherPeople * RATE.county * Math.exp(trend)),
      otherPeople,
    };
  });
}
