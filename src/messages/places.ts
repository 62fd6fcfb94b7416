import type { FindingSlots } from '../catalogue.ts';
import type { Finding } from '../finding.ts';
import { comparePlaces } from './compare/catalogue.ts';
import { controlChartPlaces } from './control-chart/findings.ts';
import { evaluatePlaces } from './evaluate/catalogue.ts';
import { inputPlaces } from './input/catalogue.ts';
import { phasesPlaces } from './phases/catalogue.ts';
import { powerPlaces } from './power/catalogue.ts';
import { reportPlaces } from './report/catalogue.ts';
import { runChartPlaces } from './run-chart/findings.ts';
import { scanPlaces } from './scan/catalogue.ts';
import { seasonalPlaces } from './seasonal/catalogue.ts';
import type { Part, Place, Places } from './types.ts';

type Decides = Place | ((slots: object) => Place);

/** The place of every finding. */
const PLACES: Places<FindingSlots> = {
  ...comparePlaces,
  ...controlChartPlaces,
  ...evaluatePlaces,
  ...inputPlaces,
  ...phasesPlaces,
  ...powerPlaces,
  ...reportPlaces,
  ...runChartPlaces,
  ...scanPlaces,
  ...seasonalPlaces,
};

/** The part of a document in which a finding stands, and those in which it is said besides. */
export function placeOf({ id, slots }: Finding): { readonly in: Part; readonly also: readonly Part[] } {
  const place = PLACES[id] as Decides;
  const decided = typeof place === 'function' ? place(slots) : place;
  return typeof decided === 'string' ? { in: decided, also: [] } : decided;
}
