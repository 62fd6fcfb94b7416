import { magnitude, number } from '../words/format.ts';
import { share } from './share.ts';

interface Design {
  readonly rate: number;
  readonly quartersBefore: number;
  readonly quartersAfter: number;
  readonly comparatorSize: number | null;
  readonly power: number;
  readonly alpha: number;
}

/** What the chart of a power calculation says. */
export const POWER_FIGURE = {
  title: (listSize: number, percentChange: number | null) =>
    percentChange === null
      ? `With ${number(listSize)} people no lasting fall, however large, would be seen reliably`
      : `With ${number(listSize)} people a lasting fall of ${magnitude(percentChange)} would be seen; smaller ones would often be missed`,
  subtitle: ({ rate, quartersBefore, quartersAfter, comparatorSize, power, alpha }: Design) =>
    `Smallest fall found with ${share(power)} power at the ${share(alpha)} level (two-sided) by list size: ${number(rate)} admissions per 1,000 a year, ${number(quartersBefore)} quarters before and ${number(quartersAfter)} after, ${comparatorSize === null ? 'no comparator' : `a comparator of ${number(comparatorSize)} people`}`,
  axis: 'Smallest fall that would be seen',
  sizes: 'People on the list (logarithmic scale)',
  own: (listSize: number) => `${number(listSize)} people`,
  lines: {
    '-level': 'at once, lasting',
    '-end': 'gradual, by the last quarter',
  },
  note: (dispersion: number, autocorrelation: number) =>
    `Dispersion ${number(dispersion, 1)}${dispersion === 1 ? ' (quarters vary no more than chance, which is optimistic)' : ''}, autocorrelation ${number(autocorrelation, 2)}. The lines are by the closed form.`,
  alt: (
    lines: readonly {
      readonly label: string;
      readonly points: readonly { readonly listSize: number; readonly fall: number }[];
    }[],
  ) =>
    `Line chart of the smallest fall that would be found against list size. ${lines
      .map(({ label, points }) => {
        const [first, last] = [points[0], points.at(-1)];
        return first && last
          ? `${label}: from ${magnitude(first.fall)} with ${number(first.listSize)} people to ${magnitude(last.fall)} with ${number(last.listSize)}.`
          : '';
      })
      .join(' ')}`,
  howToRead: (power: number) =>
    `Find your list size along the bottom and go up to a line: a fall larger than that would be seen ${power === 0.8 ? 'four times out of five' : `in ${share(power)} of cases`}, a smaller one less often. Not seeing a change is then no proof that there was none.`,
} as const;
