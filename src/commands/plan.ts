import { createHash } from 'node:crypto';
import { dataError } from '../errors.ts';
import { caution, type Finding, finding } from '../finding.ts';
import { DEFAULT_SETTINGS, type Settings } from '../project/settings.ts';
import type { Effects } from './effects.ts';

/** One thing that the plan fixed, and what was done. */
export interface PlannedItem {
  readonly item: string;
  readonly planned: string;
  readonly used: string;
  readonly departs: boolean;
}

/** A plan made before the data were seen, as the result repeats it. */
export interface Plan {
  readonly path: string;
  readonly sha256: string;
  /** As the plan gives it; null where it gives none. */
  readonly date: string | null;
  readonly items: readonly PlannedItem[];
}

export interface Planned {
  /** The options, those that were not given filled from the plan. */
  readonly settings: Settings;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
}

/** What a plan may fix, by its key in the file, and the option that it stands for. */
const ITEMS = {
  practice: 'practice',
  comparator: 'comparator',
  outcome: 'measure',
  intervention: 'intervention',
  'second-intervention': 'secondIntervention',
  washout: 'washout',
  from: 'from',
  to: 'to',
  seasons: 'seasons',
} as const satisfies Record<string, keyof Settings>;

/** The one primary model: a plan that names another is departed from. */
const MODEL = 'conditional-quasi-binomial';
const KEYS = [...Object.keys(ITEMS), 'date', 'model'];

/**
 * Reads a plan (YAML: `date`, `model`, and any of practice, comparator, outcome, intervention, second-intervention, washout, from, to,
 * seasons), fills the options that were not given from it, and names each that was given otherwise. Throws data errors.
 */
export async function applyPlan(path: string, settings: Settings, effects: Effects): Promise<Planned> {
  const bytes = await effects.read(path);
  const values = await valuesIn(new TextDecoder().decode(bytes), path);
  const filled: Record<string, unknown> = { ...settings };
  const items: PlannedItem[] = [];
  for (const [item, key] of Object.entries(ITEMS)) {
    const planned = values[item];
    if (planned === undefined) continue;
    const isGiven = JSON.stringify(settings[key]) !== JSON.stringify(DEFAULT_SETTINGS[key]);
    const list = Array.isArray(DEFAULT_SETTINGS[key]);
    if (!isGiven) filled[key] = list ? [planned].flat().map(String) : String(planned);
    const used = isGiven ? settings[key] : planned;
    items.push(itemOf(item, asText(planned), asText(used)));
  }
  if (values.model !== undefined) items.push(itemOf('model', asText(values.model), MODEL));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const plan: Plan = { path, sha256, date: values.date === undefined ? null : asText(values.date), items };
  return { settings: filled as unknown as Settings, plan, findings: findingsOf(plan) };
}

function findingsOf({ path, sha256, date, items }: Plan): readonly Finding[] {
  const departures = items.filter(({ departs }) => departs);
  return [
    finding('evaluate.plan', { path, sha256, date, items: items.length, departures: departures.length }),
    ...departures.map(({ item, planned, used }) => caution('evaluate.departure', { item, planned, used })),
  ];
}

const itemOf = (item: string, planned: string, used: string): PlannedItem => ({
  item,
  planned,
  used,
  departs: same(planned) !== same(used),
});

const same = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Lists as `a, b`; a date that YAML took for one as it was written. */
function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(', ');
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

async function valuesIn(text: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  const { load, YAMLException } = await import('js-yaml');
  let document: unknown;
  try {
    document = load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw dataError('evaluate.published-yaml', { reason: error.reason }, { file, line: error.mark.line + 1 });
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw dataError('evaluate.plan-shape', { key: null, keys: KEYS }, { file });
  }
  const values = document as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(values).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw dataError('evaluate.plan-shape', { key: unknown, keys: KEYS }, { file });
  return values;
}
