import { evaluate } from '../../analysis/evaluate/evaluate.ts';
import { type ReportingContext, reporting, reportingFinding } from '../../analysis/evaluate/reporting.ts';
import type { EvaluateOptions } from '../../analysis/evaluate/setup.ts';
import { parsePeriodOption, parseWindowOption } from '../../data/period/parse.ts';
import type { Source } from '../../data/read.ts';
import { chooseMeasure } from '../../data/select/choose-series.ts';
import { selectPeerGroups } from '../../data/select/peer-groups.ts';
import { likelyTotals, type SelectedArea, type Selection, select } from '../../data/select/select.ts';
import type { Dataset } from '../../data/series.ts';
import { usageError } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import { gateText } from '../../messages/evaluate/gates.ts';
import { reportedText } from '../../messages/evaluate/reporting.ts';
import { placeOf } from '../../messages/places.ts';
import type { Part } from '../../messages/types.ts';
import { commandLine } from '../../question/command-line.ts';
import type { Settings } from '../../question/settings.ts';
import { VERSION } from '../../version.ts';
import type { ShownEvaluation } from '../json-document.ts';
import { inFiles, type Quarterly, readQuarterly } from '../quarterly.ts';
import type { Checklist } from './checklist.ts';
import type { Planned } from './plan.ts';
import { optionRemarks } from './remarks.ts';

export interface Evaluation {
  readonly asRead: Dataset;
  /** The options, those that a plan fixed among them. */
  readonly settings: Settings;
  readonly result: ShownEvaluation;
  readonly findings: readonly Finding[];
}

/** What stands around an evaluation: the command that makes it, and what else that command made. */
export interface Surroundings {
  readonly command: 'evaluate' | 'report';
  /** The options as given, before a plan filled them. */
  readonly given: Settings;
  readonly planned: Planned | null;
  readonly runCharts: ReportingContext['runCharts'];
  /** Where the trends begin and end; null: as the evaluation. */
  readonly trends: Pick<Settings, 'from' | 'to'> | null;
}

/** Reads the files, selects practice and comparator, and evaluates by quarter, as the settings say. */
export async function runEvaluation(given: Settings, source: Source): Promise<Evaluation> {
  const planned = await plannedBy(given, source);
  const settings = planned?.settings ?? given;
  const quarterly = await readQuarterly(settings, source);
  const around = { command: 'evaluate', given, planned, runCharts: null, trends: null } as const;
  return evaluateQuarterly(quarterly, settings, around, source);
}

/** The options that a plan fills; null without one. */
export async function plannedBy(given: Settings, source: Source): Promise<Planned | null> {
  return given.plan === null ? null : (await import('./plan.ts')).applyPlan(given.plan, given, source);
}

/** Evaluates what was read. Throws usage and data errors. */
export async function evaluateQuarterly(
  { asRead, dataset, findings: remarks }: Quarterly,
  settings: Settings,
  around: Surroundings,
  source: Source,
): Promise<Evaluation> {
  const { given, planned } = around;
  const options = optionsOf(settings, around.trends);
  const checklist = given.checklist === null ? null : await checklistIn(given.checklist, source);
  if (settings.peerGroups.length > 0 && settings.comparator.length === 0) throw usageError('usage.groups-alone');
  const selected = select(dataset, settings);
  const peerGroups = selectPeerGroups(dataset, settings.peerGroups, selected, settings.comparatorIncludesPractice);
  const { assumed, ...published } = await publishedIn(settings, dataset, selected, source);
  const evaluated = inFiles(settings.files, () =>
    evaluate(selected.practice, selected.comparator, {
      ...options,
      measure: settings.measure === null ? null : chooseMeasure(dataset, settings.measure).name,
      peers: peersOf(dataset, selected),
      groups: peerGroups.groups,
      ...published,
    }),
  );
  const { result } = evaluated;
  const done = planned && { given: planned.given, settings, dataset, selection: selected, result };
  const held = done && (await import('./plan.ts')).holdPlan(planned.file, done);
  const plan = held?.plan ?? null;
  const findings = [
    ...(held?.findings ?? []),
    ...evaluated.findings,
    ...selected.findings,
    ...peerGroups.findings,
    ...optionRemarks(settings, result, around.command === 'evaluate' ? (published.percents ?? []).length : null),
    ...(planned?.assumed ?? []),
    ...assumed,
    ...(checklist?.findings ?? []),
    ...remarks,
  ];
  const context: ReportingContext = {
    inputs: asRead.inputs,
    commandLine: commandLine(around.command, given),
    version: VERSION,
    plan,
    findings,
    remarks: findings.filter((one) => READING.includes(placeOf(one).in)).length,
    outcomes: dataset.measures.filter(({ role }) => role !== 'list_size').map(({ name }) => name),
    runCharts: around.runCharts,
    checklist,
  };
  const items = reporting(result, context);
  return {
    asRead,
    settings,
    result: {
      ...result,
      gates: result.gates.map((gate) => ({ ...gate, text: gateText(gate) })),
      plan,
      reporting: items.map((item) => ({ ...item, text: reportedText(item) })),
    },
    findings: [...findings, reportingFinding(items, context)],
  };
}

/** Where stands what was assumed, or passed over, in reading the files. */
const READING: readonly Part[] = ['assumed', 'noted'];

async function checklistIn(path: string, source: Source): Promise<Checklist> {
  return (await import('./checklist.ts')).readChecklist(path, source);
}

/** What was printed, with the deflator that real terms need. */
async function publishedIn(
  settings: Settings,
  dataset: Dataset,
  { practice, comparator }: Selection,
  source: Source,
): Promise<Pick<EvaluateOptions, 'published' | 'percents' | 'deflator'> & { readonly assumed: readonly Finding[] }> {
  if (settings.published === null) return { published: [], assumed: [] };
  const { readPublished } = await import('./published.ts');
  const areas = comparator ? [practice.area, comparator.area] : [practice.area];
  const { trends, percents, findings: assumed } = await readPublished(settings.published, areas, dataset, source);
  if (percents.length === 0) return { published: trends, assumed };
  const { loadDeflator } = await import('../deflator.ts');
  return { published: trends, percents, deflator: await loadDeflator(settings.deflator, source), assumed };
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

/** A century of quarters. */
const LONGEST_LAG = 400;

function optionsOf(
  settings: Settings,
  trends: Surroundings['trends'],
): Omit<EvaluateOptions, 'measure' | 'peers' | 'groups' | 'published' | 'percents' | 'deflator'> {
  const { lag } = settings;
  if (lag !== null && !(Number.isInteger(lag) && lag >= 0 && lag <= LONGEST_LAG))
    throw usageError('evaluate.lag', { lag, most: LONGEST_LAG });
  const period = (option: string, text: string | null, edge: 'start' | 'end' = 'start') =>
    text === null ? null : parsePeriodOption(option, text, settings, 'quarter', edge);
  const window = ({ from, to }: Pick<Settings, 'from' | 'to'>) => ({
    from: period('--from', from),
    to: period('--to', to, 'end'),
  });
  return {
    ...window(settings),
    trends: trends && window(trends),
    intervention: period('--intervention', settings.intervention),
    secondIntervention: period('--second-intervention', settings.secondIntervention),
    washout: settings.washout === null ? null : parseWindowOption('--washout', settings.washout, settings),
    seasons: settings.seasons,
    lag,
  };
}
