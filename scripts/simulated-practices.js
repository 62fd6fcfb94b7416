// Writes fixtures/practices/practices.csv: fictional practices, simulated. Deterministic: npm run build && node scripts/simulated-practices.js
import { mkdirSync, writeFileSync } from 'node:fs';
import { normalDraw, poissonDraw, seeded } from '../build/engine.js';

const QUARTERS = 24;
const random = seeded(3);
const name = (place) => `Practice ${String(place + 1).padStart(2, '0')}`;
const quarter = (place) => {
  const year = 2018 + Math.floor(place / 4);
  return `${year}/${String((year + 1) % 100).padStart(2, '0')} Q${(place % 4) + 1}`;
};

/** What happens to a practice: from which quarter on, and by what factor. */
const CHANGES = new Map([
  [4, { at: 12, factor: 0.72 }],
  [11, { at: 15, factor: 1.28 }],
]);
/** Practice 20 takes over the patients of practice 21. */
const MERGER = { into: 19, from: 20, at: 14 };

/** People on a list: most between 2,500 and 20,000. */
const sizeOf = (place, draw) =>
  place === MERGER.from
    ? 7200
    : place === MERGER.into
      ? 9100
      : Math.round(8200 * Math.exp(0.5 * Math.max(-2, Math.min(1.8, draw))));

const practices = Array.from({ length: 32 }, (_, place) => ({
  name: name(place),
  list: sizeOf(place, normalDraw(random)),
  rate: 0.024 * Math.exp((place === 7 ? 0.55 : place === 25 ? -0.55 : 0) + 0.06 * normalDraw(random)),
}));

const rows = practices.flatMap(({ name: area, list, rate }, place) =>
  Array.from({ length: QUARTERS }, (_, at) => {
    if (place === MERGER.from && at >= MERGER.at) return null;
    const taken = place === MERGER.into && at >= MERGER.at ? practices[MERGER.from] : null;
    const people = list + (taken?.list ?? 0) + Math.round(12 * normalDraw(random));
    const change = CHANGES.get(place);
    const factor = change && at >= change.at ? change.factor : 1;
    const season = 1 + [0.02, -0.03, 0.03, -0.02][at % 4];
    return `${quarter(at)},${area},${poissonDraw(random, people * rate * factor * season)},${people}`;
  }).filter((row) => row !== null),
);

const folder = new URL('../fixtures/practices/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('practices.csv', folder),
  `quarter,practice,emergency_admissions,list_size\n${rows.join('\n')}\n`,
);
