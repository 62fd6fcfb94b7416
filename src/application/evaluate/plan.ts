import { isMapping, type YamlValue, yamlAt, yamlText } from '../../data/notes/yaml.ts';
import { caution, type Finding } from '../../finding.ts';
import { type PlanContents, planContents } from '../../question/plan/contents.ts';
import { fillFrom } from '../../question/plan/fill.ts';
import type { PlanFile } from '../../question/plan/hold.ts';
import type { Settings } from '../../question/settings.ts';
import type { YamlFile } from '../asides.ts';
import { quarterRemark } from './remarks.ts';

/** A plan as read, and the options with those that were not given filled from it. */
export interface Planned {
  readonly given: Settings;
  readonly settings: Settings;
  readonly file: PlanFile;
  /** What was assumed in reading the plan. */
  readonly assumed: readonly Finding[];
  /** What is said of a plan where nothing is evaluated that could be held against it. */
  readonly findings: readonly Finding[];
}

/** Understands a plan (its keys are in docs/commands.md) and fills the options that were not given. Throws data errors. */
export function applyPlan({ path, sha256, ...document }: YamlFile, given: Settings): Planned {
  const contents = planContents(document, given);
  const unheld = caution('evaluate.plan-unheld', { path, sha256, date: contents.date });
  const assumed = [...document.findings, ...dateRemarks(document.value, contents, given)];
  return {
    given,
    settings: fillFrom(contents, given),
    file: { path, sha256, contents },
    assumed,
    findings: [unheld, ...assumed],
  };
}

/** Cautions about the plan's dates that are no quarters, where no option stands in their place. */
function dateRemarks(values: YamlValue, contents: PlanContents, given: Settings): readonly Finding[] {
  const convention = { quarters: contents.quarters ?? given.quarters };
  const remark = (key: string, option: string | null) => {
    const text = isMapping(values) && option === null ? yamlText(yamlAt(values, key)) : null;
    return text === null ? [] : quarterRemark(key, text, convention);
  };
  return [...remark('intervention', given.intervention), ...remark('second-intervention', given.secondIntervention)];
}
