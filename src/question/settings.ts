import type { RunsLimits } from '../analysis/run-chart/result.ts';
import type { Direction } from '../data/series.ts';

/** How a column name is mapped: role -> heading, from `--columns role=heading,...`. */
type ColumnMap = Readonly<Record<string, string>>;

/** Options of reading and joining files. */
export interface InputSettings {
  readonly columns: ColumnMap;
  /** null: as recognised; admissions where a wide file's name says nothing. */
  readonly measure: string | null;
  readonly quarters: 'financial' | 'calendar' | null;
  readonly order: 'time' | 'event';
  readonly by: 'quarter' | null;
  readonly better: Direction | null;
  /** A measure to divide by: its column is read even under a heading that is not recognised. */
  readonly denominator: string | null;
}

/** Which areas, and how the comparator is made. */
export interface SelectionSettings {
  readonly practice: readonly string[];
  readonly comparator: readonly string[];
  readonly comparatorIncludesPractice: boolean;
}

/** Periods are kept as typed; they are resolved against the data's frequency. */
interface WindowSettings {
  readonly baseline: string | null;
  readonly followUp: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly intervention: string | null;
  readonly likeForLike: boolean;
}

/** Areas by name, code or a part of either, that are pooled under a name of their own. */
export interface PeerGroupSetting {
  readonly name: string;
  readonly areas: readonly string[];
}

interface EvaluateSettings {
  /** Further comparators of the specification curve. */
  readonly peerGroups: readonly PeerGroupSetting[];
  readonly secondIntervention: string | null;
  readonly washout: string | null;
  /** auto: quarter indicators where the series is long enough. */
  readonly seasons: 'auto' | 'none' | 'quarters';
  /** Lags of Newey and West; null: their rule of thumb. */
  readonly lag: number | null;
  /** A YAML file of published trends. */
  readonly published: string | null;
  /** A YAML file that fixes the evaluation before the data are seen. */
  readonly plan: string | null;
  /** A YAML file with what a reader must know of the study, by the items of the reporting standards. */
  readonly checklist: string | null;
  /** Where the R script that checks the evaluation is written; null: nowhere. */
  readonly rScript: string | null;
}

interface PowerSettings {
  /** People; the first is answered in words. */
  readonly listSize: readonly number[];
  /** Admissions per 1,000 people a year. */
  readonly rate: number;
  readonly quartersBefore: number;
  readonly quartersAfter: number;
  /** null: as the quarters show it (compare); no more than chance (power). */
  readonly dispersion: number | null;
  readonly autocorrelation: number;
  readonly comparatorSize: number | null;
  /** In the later of two years; null: as many. */
  readonly comparatorSizeAfter: number | null;
  /** Chance of finding the change, and two-sided level of the test. */
  readonly power: number;
  readonly alpha: number;
  /** A percent change whose power is asked for. */
  readonly change: number | null;
  /** Standard deviation of the quarterly admissions about a line. */
  readonly sigma: number | null;
  /** Simulated series; 0: none. */
  readonly runs: number;
  readonly seed: number;
}

interface MoneySettings {
  /** gdp, none, or the path of a CSV with columns year and index. */
  readonly deflator: string;
  readonly priceYear: string | null;
}

interface RunChartSettings {
  /** A rule set: of run charts for `runchart` and `report`, of control charts for `spc`. */
  readonly rules: string;
  readonly runsLimits: RunsLimits;
  readonly freeze: string | null;
  readonly exclude: readonly string[];
  /** One target, or the heading or measure that holds one a period. */
  readonly target: number | string | null;
  readonly annotate: string | null;
  readonly denominator: string | null;
  /** null: 1000 where the denominator is people, else 1. */
  readonly per: number | null;
}

interface ControlChartSettings {
  /** A control chart, `auto`, or `run` for a run chart. */
  readonly chart: string;
  /** First periods of new phases, as typed. */
  readonly phases: readonly string[];
  /** Leave large moving ranges out of the limits; null: as the rule set does. */
  readonly screenMovingRanges: boolean | null;
  /** Points of a shift and of a trend, where the rule set leaves the choice. */
  readonly runLength: number | null;
  /** Whether new phases are proposed; never set without --phases. */
  readonly suggestPhases: boolean;
  /** The rule set of the control charts in a report; null: it has none. */
  readonly spc: string | null;
}

/** Which areas of a scan are listed; all are judged. */
interface ScanSettings {
  readonly signalsOnly: boolean;
  /** Areas with a signal of this rule; null: of any, or none. */
  readonly signal: string | null;
}

/** `rules`: the rule set to explain; null: all are listed. */
interface RulesSettings {
  readonly ruleSet: string | null;
}

export interface OutputSettings {
  readonly show: 'summary' | 'table';
  readonly format: 'text' | 'json' | 'csv' | 'markdown';
  readonly output: string | null;
  readonly force: boolean;
  readonly bom: boolean;
  readonly failOnSignal: boolean;
  readonly palette: 'quarterline' | 'mdc';
}

/** Every option, resolved. The command line fills it today; a project file can fill the same. */
export interface Settings
  extends InputSettings,
    SelectionSettings,
    WindowSettings,
    EvaluateSettings,
    PowerSettings,
    MoneySettings,
    RunChartSettings,
    ControlChartSettings,
    RulesSettings,
    ScanSettings,
    OutputSettings {
  readonly files: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  files: [],
  columns: {},
  measure: null,
  quarters: null,
  order: 'time',
  by: null,
  better: null,
  practice: [],
  comparator: [],
  comparatorIncludesPractice: false,
  baseline: null,
  followUp: null,
  from: null,
  to: null,
  intervention: null,
  likeForLike: false,
  peerGroups: [],
  secondIntervention: null,
  washout: null,
  seasons: 'auto',
  lag: null,
  published: null,
  plan: null,
  checklist: null,
  rScript: null,
  listSize: [],
  rate: 85,
  quartersBefore: 16,
  quartersAfter: 16,
  dispersion: null,
  autocorrelation: 0,
  comparatorSize: null,
  comparatorSizeAfter: null,
  power: 0.8,
  alpha: 0.05,
  change: null,
  sigma: null,
  runs: 1000,
  seed: 20180910,
  deflator: 'gdp',
  priceYear: null,
  rules: 'ihi-run',
  runsLimits: 'exact',
  chart: 'auto',
  phases: [],
  screenMovingRanges: null,
  runLength: null,
  suggestPhases: false,
  spc: null,
  ruleSet: null,
  signalsOnly: false,
  signal: null,
  freeze: null,
  exclude: [],
  target: null,
  annotate: null,
  denominator: null,
  per: null,
  show: 'summary',
  format: 'text',
  output: null,
  force: false,
  bom: false,
  failOnSignal: false,
  palette: 'quarterline',
};

/** Whether an option was given otherwise than by its default. */
export function isGiven(settings: Settings, key: keyof Settings): boolean {
  return JSON.stringify(settings[key]) !== JSON.stringify(DEFAULT_SETTINGS[key]);
}
