import type { CellsResult, CheckResult } from '../analysis/check/result.ts';
import type { CompareResult } from '../analysis/compare/result.ts';
import type { ControlChartResult, ControlSignal } from '../analysis/control-chart/result.ts';
import type { ControlRuleSet } from '../analysis/control-chart/rule-sets.ts';
import type { ReportedItem } from '../analysis/evaluate/reporting.ts';
import type { EvaluateResult, Gate } from '../analysis/evaluate/result.ts';
import type { PhaseProposals } from '../analysis/phases/result.ts';
import type { PowerResult } from '../analysis/power/result.ts';
import type { RunChartResult, RunSignal } from '../analysis/run-chart/result.ts';
import type { RunRuleSet } from '../analysis/run-chart/rule-sets.ts';
import type { ScanResult } from '../analysis/scan/result.ts';
import type { Input } from '../data/series.ts';
import type { Finding } from '../finding.ts';
import type { Plan } from '../question/plan/result.ts';

/** Every option as resolved: its schema is made from the table of options (question/schema.ts). */
interface Settings {
  readonly [option: string]: unknown;
}

/** A finding with its sentence. */
interface ShownFinding extends Finding {
  /** The sentence, in English. */
  readonly text: string;
}

/** A run chart whose signals have their sentences. */
export interface ShownRunChart extends RunChartResult {
  readonly signals: readonly ShownRunSignal[];
}

interface ShownRunSignal extends RunSignal {
  /** The signal in a sentence. */
  readonly text: string;
}

/** A control chart whose signals have their sentences. */
export interface ShownControlChart extends ControlChartResult {
  readonly signals: readonly ShownControlSignal[];
}

interface ShownControlSignal extends ControlSignal {
  /** The signal in a sentence. */
  readonly text: string;
}

/** An evaluation whose gates and reporting items have their sentences. */
export interface ShownEvaluation extends EvaluateResult {
  /** In the order in which they decide; the last says which words may be used. */
  readonly gates: readonly ShownGate[];
  /** What was fixed before the data were seen; null without a plan. */
  readonly plan: Plan | null;
  /** Items of EPOC, RECORD, SQUIRE 2.0 and TIDieR; ids, wording and a file to fill are in docs/reporting.md. */
  readonly reporting: readonly ShownItem[];
}

interface ShownGate extends Gate {
  /** Its sentence, in English. */
  readonly text: string;
}

interface ShownItem extends ReportedItem {
  /** What the tool says of the item; null where it knows nothing. */
  readonly text: string | null;
}

/** A rule set as programs read it: its definition, its rules in words, and where others of its kind differ. */
export type ShownRuleSet = (RunRuleSet & RuleSetFacts<'run'>) | (ControlRuleSet & RuleSetFacts<'control'>);

interface RuleSetFacts<Charts extends 'run' | 'control'> {
  /** The charts that it belongs on. */
  readonly charts: Charts;
  /** Each rule in a sentence. */
  readonly texts: readonly string[];
  /** Where other rule sets of its kind differ. */
  readonly disagreements: readonly {
    /** The policy. */
    readonly aspect: string;
    /** What holds here. */
    readonly here: string;
    readonly elsewhere: readonly {
      /** What holds elsewhere. */
      readonly text: string;
      /** In which sets. */
      readonly names: readonly string[];
    }[];
  }[];
}

/** `result` of each command. */
interface Results {
  /** The cells with --show table, else the summary. */
  readonly check: CheckResult | CellsResult;
  readonly compare: CompareResult;
  readonly runchart: RunCharts;
  /** Run charts with --chart run. */
  readonly spc: (ControlCharts & BesideControlCharts) | (RunCharts & BesideControlCharts);
  readonly scan: Omit<ScanResult, 'findings'>;
  readonly rules: {
    /** @minItems 1 */
    readonly ruleSets: readonly ShownRuleSet[];
  };
  readonly evaluate: ShownEvaluation;
  readonly power: PowerResult;
  readonly report: {
    /** As compare gives it. */
    readonly compare: CompareResult;
    /** As runchart gives it: the practice and the comparator. */
    readonly runchart: RunCharts;
    /** As spc gives it; null without --spc. */
    readonly spc: ControlCharts | null;
    /** As evaluate gives it; null without --intervention, or without a count. */
    readonly evaluate: ShownEvaluation | null;
  };
}

interface RunCharts {
  /**
   * One for each area.
   * @minItems 1
   */
  readonly charts: readonly ShownRunChart[];
}

interface BesideControlCharts {
  /** Seasonally adjusted series of the areas where a yearly cycle hides signals, judged alike. */
  readonly adjusted: readonly ShownControlChart[];
  /** Phases that might be set; null: not asked for. */
  readonly proposals: readonly PhaseProposals[] | null;
}

interface ControlCharts {
  /**
   * One for each area.
   * @minItems 1
   */
  readonly charts: readonly ShownControlChart[];
}

/** Numbers are unrounded. Percentages are percentages: -14.0, not -0.14. What is missing is null. */
export interface JsonDocument<Command extends keyof Results> {
  /** Rises when a field is renamed, removed or changes its meaning. */
  readonly schemaVersion: 1;
  readonly command: Command;
  /** The version of quarterline that wrote this. */
  readonly version: string;
  /** The files, in the order in which they were named. */
  readonly inputs: readonly Input[];
  readonly settings: Settings;
  readonly result: Results[Command];
  /** What was found, what to bear in mind and what could not be done, each in a sentence. */
  readonly findings: readonly ShownFinding[];
}

/** The document of each command: what its schema is made from. */
export type Documents = { readonly [Command in keyof Results]: JsonDocument<Command> };
