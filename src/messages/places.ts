import type { FindingSlots } from '../catalogue.ts';
import { phasesPlaces } from './phases/catalogue.ts';
import { seasonalPlaces } from './seasonal/catalogue.ts';
import type { Places } from './types.ts';

/** The place of every finding. */
export const PLACES: Places<FindingSlots> = { ...phasesPlaces, ...seasonalPlaces };
