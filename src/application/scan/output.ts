import { CONTROL_RULE_SET_IDS, isControlRuleSet } from '../../analysis/control-chart/choose-rule-set.ts';
import type { ChartName } from '../../analysis/control-chart/result.ts';
import { CONTROL_RULE_SETS } from '../../analysis/control-chart/rule-sets.ts';
import { isRunRuleSet, RUN_RULE_SET_IDS, RUN_RULE_SETS } from '../../analysis/run-chart/rule-sets.ts';
import type { RuleSetId } from '../../analysis/scan/options.ts';
import type { ScanArea } from '../../analysis/scan/result.ts';
import { scan } from '../../analysis/scan/scan.ts';
import { readInputs } from '../../data/dataset.ts';
import { selectSeries } from '../../data/select/choose-series.ts';
import { nearest } from '../../data/text.ts';
import { inputNotes } from '../../document/provenance.ts';
import { usageError } from '../../errors.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../question/settings.ts';
import { chartOptions } from '../chart/options.ts';
import { checkChart } from '../chart/rule-sets.ts';
import type { Gathered } from '../gather.ts';
import { type CommandOutput, provenanceOf } from '../output.ts';

/** Every area of the files judged alike, what matters first, with what chance alone would give. */
export function scanOutput(given: Settings, { files, asides }: Gathered): CommandOutput {
  const settings = withRunChartRules(given);
  const ruleSet = checkedRuleSet(settings);
  const { dataset } = readInputs(files, settings);
  const { series, findings: remarks } = selectSeries(dataset, settings, settings.measure);
  const result = scan(series, {
    ...chartOptions(series, settings, asides),
    ruleSet,
    chart: settings.chart === 'run' ? 'auto' : (settings.chart as ChartName | 'auto'),
    target: typeof settings.target === 'number' ? settings.target : null,
  });
  const shown = filtered(result.areas, settings);
  const { inputs } = dataset;
  const assumed = [...remarks, ...dataset.findings];
  const provenance = provenanceOf('scan', settings, inputs);
  const { findings, ...numbers } = result;
  return {
    command: 'scan',
    inputs,
    resolved: { rules: settings.rules },
    result: { ...numbers, areas: shown },
    findings: [...findings, ...assumed],
    document: async () => {
      const { scanDocument } = await import('../../document/scan/scan.ts');
      const { scanFigure } = await import('../../document/scan/figure.ts');
      const figure = scanFigure(result, inputNotes(inputs), settings.palette);
      return scanDocument(result, shown, assumed, provenance, figure);
    },
    numbers: async () => (await import('../../document/scan/tables.ts')).scanNumbers(shown),
    signal: result.summary.withSignals > 0,
  };
}

/** `--chart run`: the rules are those of run charts, unless some are named. */
function withRunChartRules(settings: Settings): Settings {
  const isRun = settings.chart === 'run' && settings.rules === 'ihi-control';
  return isRun ? { ...settings, rules: DEFAULT_SETTINGS.rules } : settings;
}

/** The rule set. Throws usage errors, with the nearest names, for a chart, a rule set or a rule that does not exist. */
function checkedRuleSet({ chart, rules, signal }: Settings): RuleSetId {
  checkChart(chart);
  const known: readonly string[] = [...CONTROL_RULE_SET_IDS, ...RUN_RULE_SET_IDS];
  const ruleSet = isRunRuleSet(rules)
    ? RUN_RULE_SETS[rules]
    : isControlRuleSet(rules)
      ? CONTROL_RULE_SETS[rules]
      : null;
  if (!ruleSet) throw usageError('scan.unknown-rules', { name: rules, known, nearest: nearest(rules, known, 1) });
  const names: readonly string[] = ruleSet.rules.map(({ rule }) => rule);
  if (signal !== null && !names.includes(signal))
    throw usageError('scan.unknown-signal', { name: signal, ruleSet: rules, known: names });
  return ruleSet.name;
}

function filtered(areas: readonly ScanArea[], { signalsOnly, signal }: Settings): readonly ScanArea[] {
  return areas.filter(({ signals }) => {
    if (signal !== null) return signals.some(({ rule }) => rule === signal);
    return !signalsOnly || signals.length > 0;
  });
}
