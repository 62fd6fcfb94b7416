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

/** No findings, or no problems. */
type None = Record<never, never>;

/**
 * Every finding that quarterline can give and every problem that it can tell, by concept, with the slots of its sentence. A concept
 * declares its own in messages/CONCEPT/catalogue.ts; one without sentence or place, or a slot misspelt, does not compile.
 */
export interface Concepts {
  readonly input: { readonly findings: InputFindings; readonly problems: InputProblems & YamlProblems };
  readonly usage: { readonly findings: None; readonly problems: UsageProblems };
  readonly statistics: { readonly findings: None; readonly problems: StatisticsProblems };
  readonly compare: { readonly findings: CompareFindings; readonly problems: CompareProblems };
  readonly 'run-chart': { readonly findings: RunChartFindings; readonly problems: RunChartProblems };
  readonly 'control-chart': { readonly findings: ControlChartFindings; readonly problems: ControlChartProblems };
  readonly phases: { readonly findings: PhasesFindings; readonly problems: None };
  readonly seasonal: { readonly findings: SeasonalFindings; readonly problems: None };
  readonly scan: { readonly findings: ScanFindings; readonly problems: ScanProblems };
  readonly evaluate: { readonly findings: EvaluateFindings; readonly problems: EvaluateProblems };
  readonly report: { readonly findings: ReportFindings; readonly problems: None };
  readonly power: { readonly findings: PowerFindings; readonly problems: PowerProblems };
}

export type ConceptName = keyof Concepts;

/** What all members of a union have, together. */
type Together<Union> = (Union extends unknown ? (member: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** Every finding, with the slots of its sentence. */
export type FindingSlots = Together<Concepts[ConceptName]['findings']>;

/** Every problem that can be told, with the slots of its sentence. */
export type ProblemSlots = Together<Concepts[ConceptName]['problems']>;

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
