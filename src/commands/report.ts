import { twoAnswers } from '../analysis/evaluate/two-answers.ts';
import { compareQuarterly, resolvedBy } from '../application/compare/comparison.ts';
import type { Evaluation, Surroundings } from '../application/evaluate/evaluation.ts';
import type { ShownEvaluation } from '../application/json-document.ts';
import type { CommandOutput } from '../application/output.ts';
import { type Quarterly, readQuarterly } from '../application/quarterly.ts';
import { runCharts } from '../application/run-chart/run-charts.ts';
import { selectSeries } from '../data/select/choose-series.ts';
import type { Dataset } from '../data/series.ts';
import { measureNamed } from '../data/sheet/measures.ts';
import { inputNotes } from '../document/provenance.ts';
import { openingOf } from '../document/walk.ts';
import { QuarterlineError } from '../errors.ts';
import { type Finding, problem } from '../finding.ts';
import { commandLine } from '../question/command-line.ts';
import { FOR_EVALUATION, flagOf, isGiven, type Settings } from '../question/settings.ts';
import { VERSION } from '../version.ts';
import type { Effects } from './effects.ts';
import { exitCodeOf, save, show } from './show.ts';

/** Where a report goes when no folder is named. */
const DEFAULT_FOLDER = 'quarterline-report';

/** `report`: comparison, run charts and evaluation, in every format, in one folder; the summary on the screen. */
export async function run(settings: Settings, effects: Effects): Promise<number> {
  const output = await reportOutput(settings, effects);
  const printed = settings.output === null && settings.format !== 'text';
  if (printed) return show(output, settings, effects);
  const folder = settings.output ?? DEFAULT_FOLDER;
  const written = await save(folder, output, { ...settings, output: folder }, effects);
  const { renderTerminal } = await import('../render/terminal/terminal.ts');
  effects.out(renderTerminal(openingOf(await output.document({ figures: false })), effects.terminal));
  effects.err(written);
  return exitCodeOf(output, settings);
}

/** Everything a report says and shows. `--from` and `--to` bound its trends; charts and evaluation take every quarter. */
export async function reportOutput(given: Settings, effects: Effects): Promise<CommandOutput> {
  const unbounded = { ...given, from: null, to: null };
  const planned =
    given.plan === null
      ? null
      : await (await import('../application/evaluate/evaluation.ts')).plannedBy(unbounded, effects);
  const evaluated = planned?.settings ?? unbounded;
  const settings = { ...evaluated, from: given.from, to: given.to };
  const quarterly = await readQuarterly(settings, effects);
  const { asRead, result, findings } = await compareQuarterly(quarterly, settings, effects);
  const charts = await runCharts(asRead, { ...settings, from: null, to: null }, effects);
  const control = await reportedControlCharts(asRead, settings, effects);
  const evaluation = await reportedEvaluation(quarterly, evaluated, effects, {
    command: 'report',
    given,
    planned,
    runCharts: charts.results.map(({ area, signals }) => ({ area, signals: signals.length })),
    trends: { from: given.from, to: given.to },
  });
  const remarks = charts.remarks.filter(({ id }) => !findings.some((other) => other.id === id));
  const own = [
    ...unsaid(evaluation.findings, findings),
    ...(evaluation.result ? twoAnswers(result, evaluation.result) : []),
  ];
  const { inputs } = asRead;
  const provenance = { inputs, commandLine: commandLine('report', given), version: VERSION };
  return {
    command: 'report',
    inputs,
    resolved: { ...settings, ...resolvedBy(result) },
    result: {
      compare: result,
      runchart: { charts: charts.results },
      spc: control && { charts: control.results },
      evaluate: evaluation.result,
    },
    findings: [...findings, ...charts.findings, ...(control?.findings ?? []), ...own, ...remarks],
    document: async ({ figures }) => {
      const { reportDocument } = await import('../document/report/report.ts');
      const parts = {
        compare: result,
        findings: [...findings, ...own, ...remarks],
        runCharts: charts.results,
        controlCharts: control?.results ?? [],
        evaluation: evaluation.result && {
          result: evaluation.result,
          figures: figures ? await figuresOf(evaluation.result, inputNotes(inputs), given) : null,
        },
        provenance,
      };
      return reportDocument(parts, { figures, palette: given.palette });
    },
    numbers: async () => (await import('../document/report/numbers.ts')).reportNumbers(result, evaluation.result),
    signal: [...charts.results, ...(control?.results ?? [])].some(({ signals }) => signals.length > 0),
  };
}

/** Control charts of the same areas and measure, judged by the rule set of `--spc`; null where none is named. */
async function reportedControlCharts(dataset: Dataset, settings: Settings, effects: Effects) {
  if (settings.spc === null) return null;
  const { checkControlNames, controlCharts } = await import('../application/control-chart/control-charts.ts');
  const asked = { ...settings, rules: settings.spc, from: null, to: null };
  checkControlNames(asked, '--spc');
  return controlCharts(selectSeries(dataset, asked, asked.measure).series, asked, effects);
}

/** What keeps a report from being evaluated, and not from the rest: there is no count. */
const NOT_COUNTS: readonly string[] = ['evaluate.no-counts', 'evaluate.money'];

/** The evaluation, where a date of the change is named; without a count to evaluate a problem says so. */
async function reportedEvaluation(
  quarterly: Quarterly,
  settings: Settings,
  effects: Effects,
  around: Surroundings,
): Promise<Pick<Evaluation, 'findings'> & { readonly result: ShownEvaluation | null }> {
  if (settings.intervention === null)
    return { result: null, findings: [...unused(settings), ...(around.planned?.findings ?? [])] };
  const { evaluateQuarterly } = await import('../application/evaluate/evaluation.ts');
  try {
    return await evaluateQuarterly(quarterly, settings, around, effects);
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

async function figuresOf(result: ShownEvaluation, notes: readonly string[], { palette, better }: Settings) {
  const { evaluateFigures } = await import('../document/evaluate/figures.ts');
  return evaluateFigures({
    result,
    notes,
    palette,
    better: measureNamed(result.design.measure, better).better,
  });
}

/** Findings of the evaluation by what the comparison says in their place. */
const SAID_BY: Readonly<Record<string, string>> = {
  'evaluate.no-comparator': 'compare.no-comparator',
  'evaluate.counts-only': 'compare.no-list-sizes',
};

/** What of the evaluation the comparison has not said: neither the same thing nor the same sentence. */
function unsaid(findings: readonly Finding[], said: readonly Finding[]): readonly Finding[] {
  const ids = new Set(said.map(({ id }) => id));
  return findings.filter(({ id }) => !ids.has(id) && !ids.has(SAID_BY[id] ?? ''));
}
