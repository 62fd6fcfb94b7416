/** Quarterly admissions and costs of the reconstruction in fixtures/frome-somerset, 2013/14 Q1 to 2017/18 Q3. */
export const QUARTERS: readonly string[] = [2013, 2014, 2015, 2016, 2017]
  .flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}/${(year + 1) % 100} Q${quarter}`))
  .slice(0, 19);

export const ADMISSIONS_FROME: readonly number[] = [
  766, 741, 815, 829, 768, 732, 823, 814, 727, 716, 779, 780, 704, 691, 746, 738, 669, 635, 698,
];
export const ADMISSIONS_SOMERSET: readonly number[] = [
  10983, 11120, 12106, 12617, 11221, 11357, 12480, 13181, 12323, 12001, 13284, 14121, 12973, 13193, 14499, 15050, 14058,
  13713, 15219,
];
export const COSTS_FROME: readonly number[] = [
  1478400, 1425700, 1581900, 1604900, 1434600, 1362300, 1521700, 1512400, 1288200, 1263700, 1371000, 1379000, 1176600,
  1154900, 1246800, 1233500, 1097200, 1037000, 1148200,
];
export const COSTS_SOMERSET: readonly number[] = [
  22405300, 22640300, 24841500, 25839600, 22958200, 23179600, 25683800, 27021000, 25323800, 24590000, 27444700,
  29103400, 26970400, 27427700, 30142900, 31288300, 29310900, 28523000, 31914200,
];
