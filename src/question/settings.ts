import type { RunsLimits } from '../analysis/run-chart/result.ts';
import type { Direction } from '../data/series.ts';
import type { Ordinal, Whole } from '../quantities.ts';

/** How a column name is mapped: role -> heading, from `--columns role=heading,...`. */
type ColumnMap = Readonly<Record<string, string>>;

/** Options of reading and joining files. */
export interface InputSettings {
  /** --columns: the heading for each role that was named. */
  readonly columns: ColumnMap;
  /** null: as recognised; admissions where a wide file's name says nothing. */
  readonly measure: string | null;
  /** --quarters: what 2013Q1 means; null: not said. */
  readonly quarters: 'financial' | 'calendar' | null;
  readonly order: 'time' | 'event';
  /** --by; null: by the periods of the files. */
  readonly by: 'quarter' | null;
  /** --better; null: as the measure says (admissions and cost: lower). */
  readonly better: Direction | null;
  /** A measure to divide by: its column is read even under a heading that is not recognised. */
  readonly denominator: string | null;
}

/** Which areas, and how the comparator is made. */
export interface SelectionSettings {
  readonly practice: readonly string[];
  /** --comparator, once for each; "rest" is all other areas. */
  readonly comparator: readonly string[];
  readonly comparatorIncludesPractice: boolean;
}

/** Periods are kept as typed; they are resolved against the data's frequency. */
interface WindowSettings {
  /** --baseline as typed; null: the first complete financial year. */
  readonly baseline: string | null;
  /** --follow-up as typed; null: the last complete financial year. */
  readonly followUp: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** --intervention as typed: the first period after the change. */
  readonly intervention: string | null;
  readonly likeForLike: boolean;
}

/** Areas by name, code or a part of either, that are pooled under a name of their own. */
export interface PeerGroupSetting {
  readonly name: string;
  /** Its areas, as they were named. */
  readonly areas: readonly string[];
}

interface EvaluateSettings {
  /** Further comparators of the specification curve. */
  readonly peerGroups: readonly PeerGroupSetting[];
  readonly secondIntervention: string | null;
  /** --washout as typed: left out. */
  readonly washout: string | null;
  /** auto: quarter indicators where the series is long enough. */
  readonly seasons: 'auto' | 'none' | 'quarters';
  /** Lags of Newey and West; null: their rule of thumb. */
  readonly lag: Whole | null;
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
  readonly quartersBefore: Whole;
  readonly quartersAfter: Whole;
  /** null: as the quarters show it (compare); no more than chance (power). */
  readonly dispersion: number | null;
  /** --autocorrelation of neighbouring quarters. */
  readonly autocorrelation: number;
  /** --comparator-size: people in the comparator; null: none. */
  readonly comparatorSize: number | null;
  /** In the later of two years; null: as many. */
  readonly comparatorSizeAfter: number | null;
  /** Chance of finding the change, and two-sided level of the test. */
  readonly power: number;
  /** --alpha: two-sided level of the test, 0 to 1. */
  readonly alpha: number;
  /** A percent change whose power is asked for; null: none. */
  readonly change: number | null;
  /** Standard deviation of the quarterly admissions about a line; null: no lines. */
  readonly sigma: number | null;
  /** Simulated series; 0: none. */
  readonly runs: Whole;
  readonly seed: Whole;
}

interface MoneySettings {
  /** gdp, none, or the path of a CSV with columns year and index. */
  readonly deflator: string;
  /** --price-year as typed; null: the year of the follow-up. */
  readonly priceYear: string | null;
}

interface RunChartSettings {
  /** A rule set: of run charts for `runchart` and `report`, of control charts for `spc`. */
  readonly rules: string;
  readonly runsLimits: RunsLimits;
  /** --freeze as typed: the last period of the baseline of the median or the limits. */
  readonly freeze: string | null;
  /** --exclude, each as typed. */
  readonly exclude: readonly string[];
  /** One target, or the heading or measure that holds one a period. */
  readonly target: number | string | null;
  readonly annotate: string | null;
  readonly denominator: string | null;
  /**
   * Rates are per this many; null: 1000 where the denominator is people, else 1.
   * @exclusiveMinimum 0
   */
  readonly per: number | null;
}

interface ControlChartSettings {
  /** A control chart, `auto`, or `run` for a run chart. */
  readonly chart: string;
  /** First periods of new phases, as typed. */
  readonly phases: readonly string[];
  /** Leave large moving ranges out of the limits; null: as the rule set does. */
  readonly screenMovingRanges: boolean | null;
  /** Points of a shift and of a trend, where the rule set leaves the choice; null: as the rule set says. */
  readonly runLength: Ordinal | null;
  /** Whether new phases are proposed; never set without --phases. */
  readonly suggestPhases: boolean;
  /** The rule set of the control charts in a report; null: it has none. */
  readonly spc: string | null;
}

/** Which areas of a scan are listed; all are judged. */
interface ScanSettings {
  /** --signals-only: only areas with a signal are listed. */
  readonly signalsOnly: boolean;
  /** Areas with a signal of this rule; null: of any, or none. */
  readonly signal: string | null;
}

/** `rules`: the rule set to explain; null: all are listed. */
interface RulesSettings {
  /** The rule set that rules explains; null: all are listed. */
  readonly ruleSet: string | null;
}

export interface OutputSettings {
  readonly show: 'summary' | 'table';
  readonly format: 'text' | 'json' | 'csv' | 'markdown';
  /** -o: the file or folder written; null: the screen. */
  readonly output: string | null;
  readonly force: boolean;
  readonly bom: boolean;
  readonly failOnSignal: boolean;
  readonly palette: 'quarterline' | 'mdc';
}

/**
 * Every option as resolved, defaults included. Periods stand as they were typed. New options may come.
 * @additionalProperties true
 */
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
  /** Input files, as they were named; - is standard input. */
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
