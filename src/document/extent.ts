/** The least and the most of numbers, of which there may be hundreds of thousands; Infinity and -Infinity of none. */
export const leastOf = (values: readonly number[]): number =>
  values.reduce((least, value) => (value < least ? value : least), Number.POSITIVE_INFINITY);

export const mostOf = (values: readonly number[]): number =>
  values.reduce((most, value) => (value > most ? value : most), Number.NEGATIVE_INFINITY);
