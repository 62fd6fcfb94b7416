// A file of many areas for the benchmark of scan: 6,500 practices x 40 quarters, admissions and list sizes, seeded.
//   node bench/make-areas.js FILE [areas] [quarters]
import { writeFileSync } from 'node:fs';

/** Uniform numbers on [0, 1), the same on every machine (mulberry32). */
function uniforms(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
}

const quarterName = (place) => {
  const year = 2013 + Math.floor(place / 4);
  return `${year}/${String((year + 1) % 100).padStart(2, '0')} Q${(place % 4) + 1}`;
};

/** The text of the file: an area in fifty has a step up of half at some time, an area in fifty one down of a third. */
export function areasCsv(areas = 6500, quarters = 40, seed = 20180910) {
  const uniform = uniforms(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const lines = ['quarter,practice_code,emergency_admissions,list_size'];
  for (let area = 0; area < areas; area += 1) {
    const code = `X${String(10000 + area)}`;
    const list = Math.round(8500 * Math.exp(0.6 * normal()));
    const rate = 0.023 * Math.exp(0.15 * normal());
    const kind = area % 50;
    const at = 8 + Math.floor(uniform() * (quarters - 16));
    for (let place = 0; place < quarters; place += 1) {
      const step = place < at ? 1 : kind === 0 ? 1.5 : kind === 1 ? 0.67 : 1;
      const mean = list * rate * step;
      const value = Math.max(0, Math.round(mean + Math.sqrt(1.3 * mean) * normal()));
      lines.push(`${quarterName(place)},${code},${value},${list + Math.round(20 * normal())}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

if (import.meta.url === new URL(process.argv[1] ?? '', 'file:').href) {
  const [, , path = 'areas.csv', areas, quarters] = process.argv;
  writeFileSync(path, areasCsv(areas ? Number(areas) : undefined, quarters ? Number(quarters) : undefined));
}
