import { createHash } from 'node:crypto';
import { dataError } from '../errors.ts';
import { caution, type Finding } from '../finding.ts';
import { planContents } from '../project/plan/contents.ts';
import { fillFrom } from '../project/plan/fill.ts';
import type { PlanFile } from '../project/plan/hold.ts';
import type { Settings } from '../project/settings.ts';
import type { Effects } from './effects.ts';

export { holdPlan } from '../project/plan/hold.ts';

/** A plan as read, and the options with those that were not given filled from it. */
export interface Planned {
  readonly given: Settings;
  readonly settings: Settings;
  readonly file: PlanFile;
  /** What is said of a plan where nothing is evaluated that could be held against it. */
  readonly findings: readonly Finding[];
}

/** Reads a plan (YAML; its keys are in docs/commands.md) and fills the options that were not given. Throws data errors. */
export async function applyPlan(path: string, given: Settings, effects: Effects): Promise<Planned> {
  const bytes = await effects.read(path);
  const text = new TextDecoder().decode(bytes);
  const contents = planContents(await documentIn(text, path), text, path, given);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const unheld = caution('evaluate.plan-unheld', { path, sha256, date: contents.date });
  return { given, settings: fillFrom(contents, given), file: { path, sha256, contents }, findings: [unheld] };
}

async function documentIn(text: string, file: string): Promise<unknown> {
  const { load, YAMLException } = await import('js-yaml');
  try {
    return load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw dataError('evaluate.published-yaml', { reason: error.reason }, { file, line: error.mark.line + 1 });
  }
}
