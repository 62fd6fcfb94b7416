import { dataError, type Place } from '../../errors.ts';
import { caution, type Finding } from '../../finding.ts';
import { type Dataset, type Measure, type Series, valueAt } from '../series.ts';
import type { SelectionSettings } from '../settings.ts';
import { measureNamed } from '../sheet/measures.ts';
import { excerpt, headingKey } from '../text.ts';
import { selectAreas } from './select.ts';

interface ChosenSeries {
  readonly series: readonly Series[];
  readonly findings: readonly Finding[];
}

/** Which areas, and what the measure is divided by. */
interface SeriesSettings extends SelectionSettings {
  readonly denominator: string | null;
}

/**
 * One measure of the areas that the options name, or of all: the measure named, else admissions, else the only one. The
 * whole population, not its strata. A denominator is attached, period by period. Throws data errors for a measure that is
 * not there or not clear.
 */
export function selectSeries(dataset: Dataset, settings: SeriesSettings, measureName: string | null): ChosenSeries {
  const measure = chooseMeasure(dataset, measureName);
  const denominator = settings.denominator === null ? null : findMeasure(dataset, settings.denominator);
  const { areas, findings } = selectAreas(dataset, settings);
  const without: string[] = [];
  const series = areas.flatMap((selected) => {
    const own = selected.series.find((one) => one.measure.name === measure.name && isWhole(one));
    if (!own) {
      without.push(selected.area.name);
      return [];
    }
    if (!denominator) return [own];
    const below = selected.series.find((one) => one.measure.name === denominator.name && isWhole(one));
    if (!below)
      throw dataError(
        'input.no-denominator',
        { measure: denominator.name, area: selected.area.name },
        placeOf(dataset),
      );
    const values = own.periods.map((period) => valueAt(below, period));
    return [{ ...own, denominator: { measure: denominator, values } }];
  });
  if (series.length === 0)
    throw dataError('input.no-series', { measure: measure.name, areas: without.slice(0, 5) }, placeOf(dataset));
  const missing =
    without.length > 0
      ? [caution('input.areas-without', { measure: measure.name, areas: without.slice(0, 5), count: without.length })]
      : [];
  return { series, findings: [...findings, ...missing] };
}

const isWhole = ({ stratum }: Series): boolean => Object.keys(stratum).length === 0;

const placeOf = ({ inputs }: Dataset): Place | undefined => (inputs[0] ? { file: inputs[0].path } : undefined);

/** The measure named, else admissions, else the only one that is not a list size. */
export function chooseMeasure(dataset: Dataset, name: string | null): Measure {
  if (name !== null) return findMeasure(dataset, name);
  const admissions = dataset.measures.find(({ role }) => role === 'admissions');
  if (admissions) return admissions;
  const [only, second] = dataset.measures.filter(({ role }) => role !== 'list_size');
  if (only && !second) return only;
  const [any, other] = dataset.measures;
  if (any && !other) return any;
  throw dataError(
    'input.which-measure',
    { measures: dataset.measures.map((measure) => measure.name) },
    placeOf(dataset),
  );
}

/** A measure by its name, its role or a heading of its role. */
function findMeasure(dataset: Dataset, name: string): Measure {
  const role = measureNamed(name, null).name;
  const found =
    dataset.measures.find((measure) => headingKey(measure.name) === headingKey(name)) ??
    dataset.measures.find((measure) => measure.name === role);
  if (found) return found;
  const measures = dataset.measures.map((measure) => measure.name);
  throw dataError('input.no-such-measure', { text: excerpt(name), measures }, placeOf(dataset));
}
