import type { Input } from '../../data/series.ts';
import type { Slots } from '../../errors.ts';
import type { Finding } from '../../finding.ts';
import type { ReportingFact, StandardName } from '../../reference/reporting-standards.ts';

/** One item of a reporting standard: whether it is reported, and by whom. */
export interface ReportedItem {
  readonly standard: StandardName;
  /** The item's id, as a checklist file has it. */
  readonly item: string;
  /** given: in the authors' words (the tool may add its own); computed: by the tool alone. */
  readonly status: 'computed' | 'given' | 'not-reported';
  /** What the tool knows, and the slots of its sentence; null where it knows nothing. */
  readonly fact: ReportingFact | null;
  /** What fills that sentence; null without one. */
  readonly slots: Slots | null;
  /** The authors' words, as they stand in the checklist file; null: they gave none. */
  readonly given: string | null;
}

/** A plan, as far as a report speaks of it. */
interface PlanInBrief {
  readonly path: string;
  readonly sha256: string;
  /** As its author wrote it; null where there is none. */
  readonly date: string | null;
  readonly items: readonly { readonly departs: boolean }[];
}

/** What is known of a run besides its result. */
export interface ReportingContext {
  readonly inputs: readonly Input[];
  readonly commandLine: string;
  readonly version: string;
  readonly plan: PlanInBrief | null;
  /** Everything that was said in reading and evaluating. */
  readonly findings: readonly Finding[];
  /** How many remarks were made on what was assumed or left out in reading. */
  readonly remarks: number;
  /** Names of all measures in the data but list sizes. */
  readonly outcomes: readonly string[];
  /** Run charts made beside the evaluation; null where there are none. */
  readonly runCharts: readonly { readonly area: string; readonly signals: number }[] | null;
  /** The authors' words by item, and the file that they stand in. */
  readonly checklist: { readonly path: string; readonly texts: ReadonlyMap<string, string> } | null;
}
