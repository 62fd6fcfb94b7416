import { dataError, type Place } from '../../errors.ts';
import type { Area } from '../series.ts';
import { excerpt, fold, nearest } from '../text.ts';

/** How many areas a problem names. */
const NAMED = 10;

/**
 * The area that a person means: by code, by name, or by a part of either that only one area has; in any case. Throws a data
 * error that offers the nearest names where there is none, and the candidates where there are several.
 */
export function matchArea(text: string, areas: readonly Area[], place?: Place): Area {
  const wanted = fold(text);
  const label = (area: Area): string =>
    area.code && area.code !== area.name ? `${area.name} (${area.code})` : area.name;
  const texts = (area: Area): readonly string[] => [fold(area.name), fold(area.code ?? '')];
  const tries = [
    areas.filter((area) => area.code !== null && fold(area.code) === wanted),
    areas.filter((area) => fold(area.name) === wanted),
    wanted === '' ? [] : areas.filter((area) => texts(area).some((name) => name.includes(wanted))),
  ];
  const found = tries.find((list) => list.length > 0) ?? [];
  const [first, second] = found;
  if (first && !second) return first;
  if (first)
    throw dataError(
      'input.several-areas',
      { text: excerpt(text), areas: found.slice(0, NAMED).map(label), count: found.length },
      place,
    );
  const near = nearest(text, [...areas.map(({ name }) => name), ...areas.flatMap(({ code }) => code ?? [])]);
  throw dataError(
    'input.no-such-area',
    { text: excerpt(text), near, areas: areas.slice(0, NAMED).map(label), count: areas.length },
    place,
  );
}
