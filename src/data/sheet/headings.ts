import { table } from '../../table.ts';
/** Headings of columns that are not measures, as headingKey gives them. New ones are entries here. */

/** Periods. Which of several is used is decided by what they hold: the finest, then the first. */
export const PERIOD_HEADINGS: ReadonlySet<string> = new Set([
  'period',
  'quarter',
  'qtr',
  'financial quarter',
  'fiscal quarter',
  'calendar quarter',
  'year quarter',
  'year and quarter',
  'fin quarter',
  'month',
  'year month',
  'yearmonth',
  'calendar month',
  'month start',
  'month end',
  'month ending',
  'quarter start',
  'quarter end',
  'quarter ending',
  'date',
  'day',
  'week',
  'week ending',
  'week start',
  'week commencing',
  'week beginning',
  'w e',
  'w c',
  'year',
  'financial year',
  'fiscal year',
  'fin year',
  'calendar year',
  'fy',
  'fyear',
  'time',
  'time period',
  'reporting period',
  'activity period',
  'activity month',
  'activity date',
  'admission month',
  'admission quarter',
  'admission date',
  'discharge month',
  'discharge quarter',
  'discharge date',
  'extract date',
  'snapshot date',
]);

/** Labels of events, in `--order event` only. */
export const ORDER_HEADINGS: ReadonlySet<string> = new Set([
  'event',
  'case',
  'order',
  'sequence',
  'seq',
  'index',
  'i',
  'no',
  'nr',
  'id',
  'row',
  'point',
  'observation',
  'obs',
  'subgroup',
  'label',
  'patient',
]);

interface AreaFamily {
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

/** Names and codes of areas. A code belongs to a name of the same family: a practice's name is not told apart by its commissioner's code. */
export const AREA_FAMILIES: readonly AreaFamily[] = [
  {
    names: [
      'area',
      'area name',
      'geography',
      'geography name',
      'org',
      'org name',
      'organisation',
      'organisation name',
      'organization',
      'organization name',
      'name',
      'population',
      'place',
      'location',
      'location name',
    ],
    codes: [
      'area code',
      'org code',
      'organisation code',
      'organization code',
      'geography code',
      'code',
      'ods code',
      'location code',
    ],
  },
  {
    names: ['practice', 'practice name', 'gp practice', 'gp practice name', 'surgery'],
    codes: ['practice code', 'gp practice code', 'gp code', 'gppractice code', 'gpprac'],
  },
  {
    names: ['provider', 'provider name', 'trust', 'trust name', 'hospital', 'hospital name', 'site', 'site name'],
    codes: ['provider code', 'trust code', 'procode', 'hospital code', 'site code'],
  },
  {
    names: ['network', 'network name', 'pcn', 'pcn name', 'cluster', 'cluster name', 'primary care network'],
    codes: ['network code', 'pcn code', 'cluster code'],
  },
  {
    names: ['ccg', 'ccg name', 'commissioner', 'commissioner name', 'sub icb location name', 'icb', 'icb name', 'pct'],
    codes: ['ccg code', 'commissioner code', 'sub icb location code', 'icb code', 'pct code', 'ons ccg code'],
  },
  {
    names: ['county', 'local authority', 'local authority name', 'la', 'la name', 'council', 'district'],
    codes: ['county code', 'local authority code', 'la code', 'lad code', 'district code'],
  },
  {
    names: ['board', 'board name', 'health board', 'health board name', 'hb name'],
    codes: ['hb', 'health board code', 'board code'],
  },
  { names: ['region', 'region name', 'country', 'country name'], codes: ['region code', 'country code'] },
];

/** Name of a stratum -> the headings under which it is found. */
export const STRATA_HEADINGS: Readonly<Record<string, readonly string[]>> = table<readonly string[]>({
  age_band: ['age band', 'ageband', 'age group', 'agegroup', 'age range', 'age', 'age group 5', 'age bands'],
  sex: ['sex', 'gender'],
  ethnicity: ['ethnicity', 'ethnic group', 'ethnic category'],
  deprivation: ['imd quintile', 'imd decile', 'deprivation quintile', 'deprivation decile', 'deprivation'],
});

/** Text beside the figures that changes nothing about them. */
export const REMARK_HEADINGS: ReadonlySet<string> = new Set([
  'comment',
  'comments',
  'note',
  'notes',
  'remark',
  'remarks',
  'source',
  'status',
]);

/** Values of a stratum that stand for everybody. */
export const WHOLE =
  /^(?:all|total|totals|all ages|all persons|all people|persons|both|both sexes|all sexes|everyone)$/i;

/** Names of areas that are likely to be the sum of others in the same file. */
export const TOTAL_NAME = /^(?:grand )?totals?$|^all(?: areas| practices| organisations| providers)?$/i;

/** Columns whose heading could be a measure's or an area's: there is one, and it is not that of a counter. */
export function measurable<T extends { readonly heading: string; readonly key: string }>(
  columns: readonly T[],
): readonly T[] {
  return columns.filter(({ heading, key }) => !heading.startsWith('#') && !ORDER_HEADINGS.has(key));
}
