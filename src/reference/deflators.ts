/** A price index by NHS (financial) year. Levels of one vintage only: base years move with every release, so vintages are never mixed. */
export interface Deflator {
  readonly name: string;
  /** As it is named in sentences: `GDP deflator`. */
  readonly title: string;
  readonly vintage: string;
  readonly source: string;
  readonly licence: string | null;
  /** Financial year by its starting calendar year -> index level. */
  readonly levels: ReadonlyMap<number, number>;
  /** The first financial year whose level is a forecast; null where all are outturn. */
  readonly forecastFrom: number | null;
}

/** GDP deflator at market prices, financial years, 2024-25 = 100; 2000-01 onwards in order. */
const GDP_2026_03 = [
  54.3697, 55.4597, 56.6, 57.9885, 59.7172, 61.3576, 63.2017, 64.438, 66.8397, 67.7042, 68.8561, 70.3261, 71.5454,
  73.0337, 74.0662, 74.5804, 76.0754, 77.0388, 78.7948, 80.8738, 85.1002, 85.3036, 91.2996, 96.1117, 100.0, 103.2388,
  105.3095, 107.3546, 109.3571, 111.3959, 113.6416,
];

export type DeflatorName = 'gdp';

/** Deflators by the name that `--deflator` takes. A new one is an entry here and a test against its source. */
export const DEFLATORS: { readonly [Name in DeflatorName]: Deflator & { readonly name: Name } } = {
  gdp: {
    name: 'gdp',
    title: 'GDP deflator',
    vintage: 'HM Treasury, March 2026 release',
    source: 'HM Treasury GDP deflators at market prices (ONS series L8GG), financial years, 2024-25 = 100',
    licence: 'Contains public sector information licensed under the Open Government Licence v3.0.',
    levels: new Map(GDP_2026_03.map((level, i) => [2000 + i, level])),
    forecastFrom: 2025,
  },
};

export const DEFLATOR_NAMES = Object.keys(DEFLATORS) as readonly DeflatorName[];

export const isDeflator = (name: string): name is DeflatorName => Object.hasOwn(DEFLATORS, name);
