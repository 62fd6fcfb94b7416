import type { CompareFindings, CompareProblems } from './messages/compare/catalogue.ts';
import type { ControlChartFindings, ControlChartProblems } from './messages/control-chart/catalogue.ts';
import type { EvaluateFindings, EvaluateProblems } from './messages/evaluate/catalogue.ts';
import type { InputFindings, InputProblems, YamlProblems } from './messages/input/catalogue.ts';
import type { PhasesFindings } from './messages/phases/catalogue.ts';
import type { PowerFindings, PowerProblems } from './messages/power/catalogue.ts';
import type { ReportFindings } from './messages/report/catalogue.ts';
import type { RunChartFindings, RunChartProblems } from './messages/run-chart/catalogue.ts';
import type { ScanFindings, ScanProblems } from './messages/scan/catalogue.ts';
import type { SeasonalFindings } from './messages/seasonal/catalogue.ts';
import type { StatisticsProblems } from './messages/statistics/catalogue.ts';
import type { UsageProblems } from './messages/usage/catalogue.ts';

/**
 * Every finding that quarterline can give, with the slots of its sentence. A concept declares its own in
 * messages/CONCEPT/catalogue.ts; a finding without sentence or place, or a slot misspelt, does not compile.
 */
export interface FindingSlots
  extends CompareFindings,
    ControlChartFindings,
    EvaluateFindings,
    InputFindings,
    PhasesFindings,
    PowerFindings,
    ReportFindings,
    RunChartFindings,
    ScanFindings,
    SeasonalFindings {}

/** Every problem that can be told, with the slots of its sentence. */
export interface ProblemSlots
  extends CompareProblems,
    ControlChartProblems,
    EvaluateProblems,
    InputProblems,
    PowerProblems,
    RunChartProblems,
    ScanProblems,
    StatisticsProblems,
    UsageProblems,
    YamlProblems {}

export type FindingId = keyof FindingSlots;
export type ProblemCode = keyof ProblemSlots;

/** The slots as an argument: left out where the sentence has none. */
export type SlotsArgument<Slots> = keyof Slots extends never ? [] : [slots: Slots];

// Slots of sentences that are no findings, and parts of slots that are made by themselves.
export type {
  Condition,
  Doubt,
  DoubtSlots,
  FirstUsedSlots,
  GateSlots,
  SecondTermSlots,
} from './messages/evaluate/catalogue.ts';
export type { FactSlots, ResidualSlots } from './messages/evaluate/files-catalogue.ts';
