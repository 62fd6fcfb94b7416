// Simulates the table of false-alarm rates: npm run build && node scripts/false-alarm-rates.js
// Deterministic: the same seed gives the same file. Takes some minutes.
import { writeFileSync } from 'node:fs';
import { DEFAULT_SIMULATION, simulateAlarms, tabledJudges } from '../build/engine.js';

const { series, seed } = DEFAULT_SIMULATION;
const points = [...Array.from({ length: 56 }, (_, place) => place + 5), 70, 80, 90, 100, 120];

const rows = [...tabledJudges()].map(([key, judge]) => {
  const counts = points.map((n) => Math.round((simulateAlarms(judge, n).any.percent * series) / 100));
  process.stderr.write(`${key} done\n`);
  return [key, counts];
});

const list = (numbers) => {
  const lines = [[]];
  for (const number of numbers) {
    if ([...lines.at(-1), number].join(', ').length > 112) lines.push([]);
    lines.at(-1).push(number);
  }
  return lines.map((line) => `    ${line.join(', ')},\n`).join('');
};

writeFileSync(
  new URL('../src/reference/false-alarm-rates.ts', import.meta.url),
  `// Made by scripts/false-alarm-rates.js; do not edit.

/** Stable series that were simulated for each rule set and length, from seed ${seed} on. */
export const FALSE_ALARM_SERIES = ${series};

/** Points in a series. */
// biome-ignore format: a table
export const FALSE_ALARM_POINTS: readonly number[] = [
${list(points)}];

/**
 * By rule set (after a colon the length of shift and trend, where it is not the set's own): how many of the simulated series
 * of so many points hold at least one signal, though nothing changed in them. Normal, independent points; limits or median
 * from the same points.
 */
// biome-ignore format: a table
export const FALSE_ALARM_COUNTS: Readonly<Record<string, readonly number[]>> = {
${rows.map(([key, counts]) => `  '${key}': [\n${list(counts)}  ],\n`).join('')}};
`,
);
