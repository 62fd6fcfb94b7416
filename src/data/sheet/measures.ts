import { LARGEST } from '../grid/number.ts';
import type { Direction, Measure, Role } from '../series.ts';
import { headingKey } from '../text.ts';

/** What a role implies. Headings are written as headingKey gives them. */
interface RoleEntry {
  readonly role: Exclude<Role, 'other'>;
  readonly unit: Measure['unit'];
  readonly combine: Measure['combine'];
  readonly better: Direction;
  /** Costs may be credits; a count of people or events cannot be below zero. */
  readonly negative: boolean;
  readonly zero: boolean;
  readonly headings: readonly string[];
}

/** Measures that have a meaning to the analysis, and the headings under which they are found. */
const ROLES: readonly RoleEntry[] = [
  {
    role: 'admissions',
    unit: 'count',
    combine: 'sum',
    better: 'lower',
    negative: false,
    zero: true,
    headings: [
      'admissions',
      'emergency admissions',
      'total emergency admissions',
      'emergency admissions total',
      'all emergency admissions',
      'number of emergency admissions',
      'emergency admissions count',
      'total admissions',
      'number of admissions',
      'admissions count',
      'admission count',
      'emergency admission',
      'emergency hospital admissions',
      'unplanned admissions',
      'unscheduled admissions',
      'non elective admissions',
      'nonelective admissions',
      'nel admissions',
      'emergency spells',
      'non elective spells',
      'emergency inpatient admissions',
    ],
  },
  {
    role: 'cost',
    unit: 'GBP',
    combine: 'sum',
    better: 'lower',
    negative: true,
    zero: true,
    headings: [
      'cost',
      'costs',
      'cost gbp',
      'gbp',
      'total cost',
      'total costs',
      'total cost gbp',
      'cost of emergency admissions',
      'emergency admission cost',
      'emergency admission costs',
      'emergency admissions cost',
      'emergency admissions costs',
      'emergency cost',
      'emergency costs',
      'admission cost',
      'admission costs',
      'admissions cost',
      'cost pounds',
      'cost in pounds',
      'cost nominal',
      'nominal cost',
      'spend',
      'spend gbp',
      'total spend',
      'expenditure',
    ],
  },
  {
    role: 'list_size',
    unit: 'people',
    combine: 'mean',
    better: 'neither',
    negative: false,
    zero: false,
    headings: [
      'list size',
      'list sizes',
      'listsize',
      'gp list size',
      'practice list size',
      'registered list size',
      'registered list',
      'registered patients',
      'registered population',
      'practice population',
      'population',
      'populations',
      'pop',
      'patients',
      'number of patients',
      'number of registered patients',
      'total patients',
      'total list size',
    ],
  },
  {
    role: 'bed_days',
    unit: 'days',
    combine: 'sum',
    better: 'lower',
    negative: false,
    zero: true,
    headings: [
      'bed days',
      'beddays',
      'emergency bed days',
      'total bed days',
      'occupied bed days',
      'number of bed days',
    ],
  },
  {
    role: 'attendances',
    unit: 'count',
    combine: 'sum',
    better: 'lower',
    negative: false,
    zero: true,
    headings: [
      'attendances',
      'total attendances',
      'a e attendances',
      'ae attendances',
      'ed attendances',
      'accident and emergency attendances',
      'number of attendances',
    ],
  },
];

const BY_HEADING = new Map(ROLES.flatMap((entry) => entry.headings.map((heading) => [heading, entry] as const)));
const BY_ROLE = new Map<string, RoleEntry>(ROLES.map((entry) => [entry.role, entry]));

/** Headings that say that there is a number and not what it is. */
const GENERIC: ReadonlySet<string> = new Set([
  'value',
  'values',
  'count',
  'number',
  'n',
  'total',
  'y',
  'data',
  'figure',
  'numerator',
]);

export const isGenericHeading = (heading: string): boolean => GENERIC.has(headingKey(heading));

/** The role of a heading that is recognised, null otherwise. */
export function roleOfHeading(heading: string): RoleEntry['role'] | null {
  return BY_HEADING.get(headingKey(heading))?.role ?? null;
}

/**
 * A measure by a name that a person or a file gives: a role, a heading of one, or any other name, which becomes a measure
 * of no particular meaning.
 */
export function measureNamed(name: string, better: Direction | null): Measure {
  const entry = BY_ROLE.get(headingKey(name).replaceAll(' ', '_')) ?? BY_HEADING.get(headingKey(name));
  if (!entry) return { name: name.trim(), role: 'other', unit: 'number', combine: 'sum', better: better ?? 'neither' };
  const { role, unit, combine } = entry;
  return { name: role, role, unit, combine, better: role === 'list_size' ? entry.better : (better ?? entry.better) };
}

/** Headings, the longest first, so that `bed days` is found before `days` would be. */
const LONGEST_FIRST = [...BY_HEADING].sort(([a], [b]) => b.length - a.length);

/**
 * A file's name taken apart: the roles whose headings occur in it as whole words (more than one where it says more than
 * one), and the words that are left, which may name an area.
 *
 * @example readName('frome-costs') // { roles: ['cost'], rest: 'frome' }
 */
export function readName(stem: string): { readonly roles: readonly Role[]; readonly rest: string } {
  const words = stem.split(/[-_\s]+/).filter((word) => word !== '');
  const roles = new Set<Role>();
  for (const [heading, { role }] of LONGEST_FIRST) {
    const parts = heading.split(' ');
    const at = words.findIndex((_, i) => parts.every((part, j) => words[i + j]?.toLowerCase() === part));
    if (at < 0) continue;
    words.splice(at, parts.length);
    roles.add(role);
  }
  return { roles: [...roles], rest: words.join(' ') };
}

/** The code of the problem where a value cannot be of a measure, else null: too large for anything, or below zero. Nobody on a list is possible in a stratum only. */
export function impossible(
  measure: Measure,
  value: number,
  ofEverybody: () => boolean,
): 'input.too-large' | 'input.negative' | 'input.list-size-zero' | null {
  if (Math.abs(value) > LARGEST) return 'input.too-large';
  const entry = BY_ROLE.get(measure.role);
  if (!entry) return null;
  if (value < 0 && !entry.negative) return 'input.negative';
  return value === 0 && !entry.zero && ofEverybody() ? 'input.list-size-zero' : null;
}
