import type { Place } from '../types.ts';

export const inputPlaces: Readonly<Record<string, Place>> = {
  'input.windows-1252': 'assumed',
  'input.empty-columns': 'noted',
  'input.headed-empty': 'noted',
  'input.other-numbers': 'noted',
  'input.other-texts': 'noted',
  'input.second-period': 'noted',
  'input.composed-period': 'assumed',
  'input.measure-from-file': 'assumed',
  'input.assumed-admissions': 'assumed',
  'input.only-number': 'assumed',
  'input.event-order': 'noted',
  'input.quarter-convention': 'assumed',
  'input.day-first': 'assumed',
  'input.excel-serial': 'assumed',
  'input.bare-year': 'assumed',
  'input.compact-year': 'assumed',
  'input.first-days-as-months': 'assumed',
  'input.last-days-as-months': 'assumed',
  'input.days-as-weeks': 'assumed',
  'input.months-as-quarters': 'assumed',
  'input.months-as-financial-years': 'assumed',
  'input.months-as-calendar-years': 'assumed',
  'input.missing-cells': 'assumed',
  'input.fractions': 'assumed',
  'input.duplicates': 'assumed',
  'input.gaps': 'assumed',
  'input.areas-without': 'assumed',
  'input.total-area': 'assumed',
  'input.areas-renamed': 'assumed',
  'input.strata-summed': 'assumed',
  'input.strata-not-summed': 'assumed',
  'input.quarters-dropped': 'assumed',
  'input.made-quarters': 'assumed',
  'input.notes-keys': 'assumed',
  'input.pool-gaps': 'assumed',
  'input.pool-lacks': 'assumed',
  'input.pool-other': 'assumed',
  'input.rest-incomplete': 'assumed',
  'input.rest-may-hold-total': 'assumed',
  'input.subtracted': 'noted',
  'input.not-subtracted': 'assumed',
};

/** Why a YAML file cannot be read, whatever it is for. */
export interface YamlProblems {
  'yaml.syntax': { readonly reason: string };
  'yaml.documents': object;
  'yaml.key': object;
  'yaml.too-long': { readonly longest: number };
  'yaml.binary': object;
  'yaml.folder': object;
}
