import { numbers, rows } from '../support/golden.ts';

/** Cigarette sales a head of California and of the mean of the other states, by year, with the columns of Stata's itsa. */
export function proposition99(path: string) {
  const table = [...rows(path)].sort((a, b) => Number(a.year) - Number(b.year));
  const california = table.filter(({ state }) => state === 'California');
  const years = numbers(california, 'year');
  const design = years.map((year) => [1, year - 1970, year >= 1989 ? 1 : 0, Math.max(0, year - 1989)]);
  const others = years.map((year) => {
    const sales = numbers(
      table.filter((row) => row.state !== 'California' && Number(row.year) === year),
      'cigsale',
    );
    return sales.reduce((sum, value) => sum + value, 0) / sales.length;
  });
  return { years, design, terms: ['(Intercept)', 't0', 'post', 'tpost'], own: numbers(california, 'cigsale'), others };
}
