import { twoAnswers } from '../../analysis/evaluate/two-answers.ts';
import type { FindingId, ProblemCode } from '../../catalogue.ts';
import { selectSeries } from '../../data/select/choose-series.ts';
import type { Dataset } from '../../data/series.ts';
import { inputNotes } from '../../document/provenance.ts';
import { QuarterlineError } from '../../errors.ts';
import { type Finding, problem } from '../../finding.ts';
import { FOR_EVALUATION, flagOf, isGiven, type Settings } from '../../question/settings.ts';
import type { Asides } from '../asides.ts';
import { compareQuarterly, resolvedBy } from '../compare/comparison.ts';
import { checkControlNames, controlCharts } from '../control-chart/control-charts.ts';
import { type Evaluation, evaluateQuarterly, type Surroundings } from '../evaluate/evaluation.ts';
import { evaluationFigures } from '../evaluate/output.ts';
import { applyPlan } from '../evaluate/plan.ts';
import type { Gathered } from '../gather.ts';
import type { ShownEvaluation } from '../json-document.ts';
import { type CommandOutput, provenanceOf } from '../output.ts';
import { type Quarterly, quarterly } from '../quarterly.ts';
import { runCharts } from '../run-chart/run-charts.ts';

/** Everything a report says and shows. `--from` and `--to` bound its trends; charts and evaluation take every quarter. */
export function reportOutput(given: Settings, { files, asides }: Gathered): CommandOutput {
  const unbounded = { ...given, from: null, to: null };
  const planned = asides.plan && applyPlan(asides.plan, unbounded);
  const evaluated = planned?.settings ?? unbounded;
  const settings = { ...evaluated, from: given.from, to: given.to };
  const read = quarterly(files, settings);
  const { asRead, result, findings } = compareQuarterly(read, settings, asides);
  const charts = runCharts(asRead, { ...settings, from: null, to: null }, asides);
  const runsOf = [...charts.charts];
  const control = reportedControlCharts(asRead, settings, asides);
  const controlsOf = [...(control?.charts ?? [])];
  const evaluation = reportedEvaluation(read, evaluated, asides, {
    command: 'report',
    given,
    planned,
    runCharts: runsOf.map(({ area, signals }) => ({ area, signals: signals.length })),
    trends: { from: given.from, to: given.to },
  });
  const remarks = charts.remarks.filter(({ id }) => !findings.some((other) => other.id === id));
  const own = [
    ...unsaid(evaluation.findings, findings),
    ...(evaluation.result ? twoAnswers(result, evaluation.result) : []),
  ];
  const { inputs } = asRead;
  const provenance = provenanceOf('report', given, inputs);
  return {
    command: 'report',
    inputs,
    resolved: { ...settings, ...resolvedBy(result) },
    result: {
      compare: result,
      runchart: { charts: runsOf },
      spc: control && { charts: controlsOf },
      evaluate: evaluation.result,
    },
    findings: [...findings, ...charts.findings, ...(control?.findings ?? []), ...own, ...remarks],
    document: async ({ figures }) => {
      const { reportDocument } = await import('../../document/report/report.ts');
      const parts = {
        compare: result,
        findings: [...findings, ...own, ...remarks],
        runCharts: runsOf,
        controlCharts: controlsOf,
        evaluation: evaluation.result && {
          result: evaluation.result,
          figures: figures ? await evaluationFigures(evaluation.result, inputNotes(inputs), given) : null,
        },
        provenance,
      };
      return reportDocument(parts, { figures, palette: given.palette });
    },
    numbers: async () => (await import('../../document/report/numbers.ts')).reportNumbers(result, evaluation.result),
    signal: charts.signal || control?.signal === true,
  };
}

/** Control charts of the same areas and measure, judged by the rule set of `--spc`; null where none is named. */
function reportedControlCharts(dataset: Dataset, settings: Settings, asides: Asides) {
  if (settings.spc === null) return null;
  const asked = { ...settings, rules: settings.spc, from: null, to: null };
  checkControlNames(asked, '--spc');
  return controlCharts(selectSeries(dataset, asked, asked.measure).series, asked, asides);
}

/** What keeps a report from being evaluated, and not from the rest: there is no count. */
const NOT_COUNTS: readonly ProblemCode[] = ['evaluate.no-counts', 'evaluate.money'];

/** The evaluation, where a date of the change is named; without a count to evaluate a problem says so. */
function reportedEvaluation(
  read: Quarterly,
  settings: Settings,
  asides: Asides,
  around: Surroundings,
): Pick<Evaluation, 'findings'> & { readonly result: ShownEvaluation | null } {
  if (settings.intervention === null)
    return { result: null, findings: [...unused(settings), ...(around.planned?.findings ?? [])] };
  try {
    return evaluateQuarterly(read, settings, around, asides);
  } catch (error) {
    if (!(error instanceof QuarterlineError) || !error.problems.every(({ code }) => NOT_COUNTS.includes(code)))
      throw error;
    return { result: null, findings: [problem('report.not-evaluated'), ...(around.planned?.findings ?? [])] };
  }
}

/** A problem that names what goes unused without a date of the change. */
function unused(settings: Settings): readonly Finding[] {
  const options = FOR_EVALUATION.filter((key) => isGiven(settings, key)).map(flagOf);
  return options.length > 0 ? [problem('report.no-intervention', { options })] : [];
}

/** Findings of the evaluation by what the comparison says in their place. */
const SAID_BY: { readonly [Id in FindingId]?: FindingId } = {
  'evaluate.no-comparator': 'compare.no-comparator',
  'evaluate.counts-only': 'compare.no-list-sizes',
};

/** What of the evaluation the comparison has not said: neither the same thing nor the same sentence. */
function unsaid(findings: readonly Finding[], said: readonly Finding[]): readonly Finding[] {
  const ids = new Set(said.map(({ id }) => id));
  return findings.filter(({ id }) => !ids.has(id) && !ids.has(SAID_BY[id] ?? id));
}
