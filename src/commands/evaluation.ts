import { evaluate } from '../analysis/evaluate/evaluate.ts';
import type { EvaluateResult, Gate } from '../analysis/evaluate/result.ts';
import type { EvaluateOptions } from '../analysis/evaluate/setup.ts';
import { parsePeriodOption, parseWindowOption } from '../data/options.ts';
import { likelyTotals, type SelectedArea, type Selection, select } from '../data/select.ts';
import type { Dataset } from '../data/series.ts';
import { usageError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { gateText } from '../messages/evaluate-words.ts';
import type { Settings } from '../project/settings.ts';
import type { Effects } from './effects.ts';
import type { Plan } from './plan.ts';
import { inFiles, readQuarterly } from './quarterly.ts';

/** An evaluation whose gates have their sentences. */
export interface ShownEvaluation extends EvaluateResult {
  readonly gates: readonly (Gate & { readonly text: string })[];
  /** What was fixed before the data were seen; null without a plan. */
  readonly plan: Plan | null;
}

export interface Evaluation {
  readonly asRead: Dataset;
  readonly result: ShownEvaluation;
  readonly findings: readonly Finding[];
}

/** Reads the files, selects practice and comparator, and evaluates by quarter, as the settings say. */
export async function runEvaluation(given: Settings, effects: Effects): Promise<Evaluation> {
  const planned = given.plan === null ? null : await (await import('./plan.ts')).applyPlan(given.plan, given, effects);
  const settings = planned?.settings ?? given;
  const options = optionsOf(settings);
  const { asRead, dataset, findings: remarks } = await readQuarterly(settings, effects);
  const selected = select(dataset, settings);
  const published = await publishedIn(settings.published, selected, effects);
  const { result, findings } = inFiles(settings.files, () =>
    evaluate(selected.practice, selected.comparator, { ...options, peers: peersOf(dataset, selected), published }),
  );
  return {
    asRead,
    result: {
      ...result,
      gates: result.gates.map((gate) => ({ ...gate, text: gateText(gate) })),
      plan: planned?.plan ?? null,
    },
    findings: [...findings, ...(planned?.findings ?? []), ...selected.findings, ...remarks],
  };
}

async function publishedIn(path: string | null, { practice, comparator }: Selection, effects: Effects) {
  if (path === null) return [];
  const { readPublished } = await import('./published.ts');
  return readPublished(path, comparator ? [practice.area, comparator.area] : [practice.area], effects);
}

/** How many areas a comparator must be pooled from to be peers. */
const FEWEST_PEERS = 2;

/** The areas that the comparator is pooled from; else all others, where there are more than one and none may hold the rest. */
function peersOf(dataset: Dataset, { practice, comparator }: Selection): readonly SelectedArea[] {
  const members = comparator?.area.members ?? null;
  const taken = [practice, comparator].flatMap((one) => (one ? [one.area.name, ...(one.area.members ?? [])] : []));
  const others = members
    ? dataset.areas.filter(({ name }) => members.includes(name) && name !== practice.area.name)
    : dataset.areas.filter(({ name }) => !taken.includes(name));
  if (others.length < FEWEST_PEERS || likelyTotals(others, dataset.series).length > 0) return [];
  return others.map((area) => ({ area, series: dataset.series.filter((series) => series.area === area) }));
}

function optionsOf(settings: Settings): Omit<EvaluateOptions, 'peers' | 'published'> {
  const period = (option: string, text: string | null, edge: 'start' | 'end' = 'start') =>
    text === null ? null : parsePeriodOption(option, text, settings, 'quarter', edge);
  const { lag } = settings;
  if (lag !== null && !(Number.isInteger(lag) && lag >= 0)) throw usageError('evaluate.lag', { lag });
  return {
    from: period('--from', settings.from),
    to: period('--to', settings.to, 'end'),
    intervention: period('--intervention', settings.intervention),
    secondIntervention: period('--second-intervention', settings.secondIntervention),
    washout: settings.washout === null ? null : parseWindowOption('--washout', settings.washout, settings),
    seasons: settings.seasons,
    lag,
    measure: settings.measure,
  };
}
