import { evaluate } from '../../analysis/evaluate/evaluate.ts';
import { type ReportingContext, reporting, reportingFinding } from '../../analysis/evaluate/reporting.ts';
import type { EvaluateOptions } from '../../analysis/evaluate/setup.ts';
import type { Selection } from '../../data/select/select.ts';
import type { Dataset } from '../../data/series.ts';
import { usageError } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import { gateText } from '../../messages/evaluate/gates.ts';
import { reportedText } from '../../messages/evaluate/reporting.ts';
import { placeOf } from '../../messages/places.ts';
import type { Part } from '../../messages/types.ts';
import { commandLine } from '../../question/command-line.ts';
import { datesOf } from '../../question/periods.ts';
import { holdPlan } from '../../question/plan/hold.ts';
import { peersOf, questionOf } from '../../question/question.ts';
import type { Settings } from '../../question/settings.ts';
import { VERSION } from '../../version.ts';
import type { Asides } from '../asides.ts';
import type { ShownEvaluation } from '../json-document.ts';
import { inFiles, type Quarterly } from '../quarterly.ts';
import { checklistFrom } from './checklist.ts';
import type { Planned } from './plan.ts';
import { publishedFrom } from './published.ts';
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

/** Evaluates what was read. Throws usage and data errors. */
export function evaluateQuarterly(
  { asRead, dataset, findings: remarks }: Quarterly,
  settings: Settings,
  around: Surroundings,
  asides: Asides,
): Evaluation {
  const { given, planned } = around;
  const lag = lagFrom(settings.lag);
  const trends = around.trends && datesOf({ ...settings, ...around.trends });
  const checklist = asides.checklist && checklistFrom(asides.checklist);
  const question = questionOf(dataset, settings);
  const { practice, comparator, dates, selection, peerGroups } = question;
  const { findings: assumed, ...published } = publishedIn(asides, dataset, selection);
  const evaluated = inFiles(settings.files, () =>
    evaluate(practice, comparator, {
      from: dates.from,
      to: dates.to,
      trends,
      intervention: dates.intervention,
      secondIntervention: dates.secondIntervention,
      washout: dates.washout,
      seasons: settings.seasons,
      lag,
      measure: question.measure?.name ?? null,
      peers: peersOf(dataset, question),
      groups: peerGroups.groups,
      ...published,
    }),
  );
  const { result } = evaluated;
  const held = planned && holdPlan(planned.file, { given: planned.given, settings, dataset, selection, result });
  const plan = held?.plan ?? null;
  const findings = [
    ...(held?.findings ?? []),
    ...evaluated.findings,
    ...question.findings,
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

/** What was printed, with the deflator that real terms need. */
function publishedIn(
  { published, deflator }: Asides,
  dataset: Dataset,
  { practice, comparator }: Selection,
): Pick<EvaluateOptions, 'published' | 'percents' | 'deflator'> & { readonly findings: readonly Finding[] } {
  if (!published) return { published: [], findings: [] };
  const areas = comparator ? [practice.area, comparator.area] : [practice.area];
  const { trends, percents, findings } = publishedFrom(published, areas, dataset);
  return percents.length === 0 ? { published: trends, findings } : { published: trends, percents, deflator, findings };
}

/** A century of quarters. */
const LONGEST_LAG = 400;

function lagFrom(lag: number | null): number | null {
  if (lag !== null && !(Number.isInteger(lag) && lag >= 0 && lag <= LONGEST_LAG))
    throw usageError('evaluate.lag', { lag, most: LONGEST_LAG });
  return lag;
}
