import type { ControlRuleName, ControlRuleSetName, ControlSignalSlots } from '../rules/control-chart.ts';
import type { MeasureSlots, Place, Places } from '../types.ts';

/** A chart by its name on the command line. */
export type ControlChartName = 'i' | 'mr' | 'iprime' | 'c' | 'u' | 'uprime' | 'p' | 'pprime' | 'xbar' | 's' | 'g' | 't';

/** What a sentence about a control chart says of it. */
export interface ChartSlots extends MeasureSlots {
  readonly area: string;
  readonly unit: string;
  readonly frequency: string;
  readonly step: number;
  /** The chart by its name on the command line. */
  readonly chart: ControlChartName;
  readonly ruleSet: ControlRuleSetName;
}

type Variation = 'improvement' | 'concern' | 'neither' | 'common' | 'insufficient';

interface Verdict extends ChartSlots {
  readonly n: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Points that the rule set needs. */
  readonly minimum: number;
  readonly value: number | null;
  readonly variation: Variation;
  readonly verdict: 'last-point' | 'latest-signal';
}

/** A target, and the limits of the last phase. */
export interface Targeted extends ChartSlots {
  readonly target: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Why a chart was chosen, and on what. */
export type ChoiceReason =
  | 'subgroups'
  | 'measure'
  | 'measure-rate'
  | 'large-counts'
  | 'large-counts-rate'
  | 'dispersion-allows'
  | 'dispersion-differs';

export interface ChoiceSlots {
  readonly sigmaZ: number | null;
  readonly meanCount: number | null;
}

/** A choice that could have been made otherwise. */
export type Choice = 'rule-set' | 'screening' | 'shift-length' | 'chart' | 'g-limits';

export interface Choices {
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
  readonly variations: readonly Variation[];
}

type LeftOut = 'zones' | 'outside-only' | 'moving-range';

/** What a control chart finds: a signal of each of its rules, and the rest. */
export type ControlChartFindings = { [Rule in ControlRuleName as `control-chart.${Rule}`]: ControlSignalSlots } & {
  'control-chart.signals': Verdict & { readonly rules: readonly ControlRuleName[] };
  'control-chart.no-signal': Verdict;
  'control-chart.too-few': Verdict;
  'control-chart.no-variation': Verdict;
  'control-chart.pass': Targeted;
  'control-chart.fail': Targeted;
  'control-chart.inconsistent': Targeted;
  'control-chart.no-assurance': Targeted;
  'control-chart.would-change': ChartSlots & Choices & { readonly variation: Variation };
  'control-chart.chosen': ChartSlots & ChoiceSlots & { readonly reason: ChoiceReason };
  'control-chart.trial-limits': ChartSlots & Span & { readonly n: number; readonly firm: number };
  'control-chart.no-width': ChartSlots & Span & { readonly centre: number | null };
  'control-chart.phase-unjudged': ChartSlots & Span & { readonly n: number; readonly minimum: number };
  'control-chart.screened': ChartSlots & { readonly out: number };
  'control-chart.screening-refused': ChartSlots;
  'control-chart.sigma-z': ChartSlots & { readonly sigmaZ: number };
  'control-chart.dispersion': ChartSlots & { readonly sigmaZ: number; readonly alternative: string | null };
  'control-chart.baseline-alone': ChartSlots & { readonly freeze: string };
  'control-chart.rules-left-out': ChartSlots & {
    readonly rules: readonly ControlRuleName[];
    readonly reason: LeftOut;
  };
  'control-chart.both': ChartSlots & { readonly periods: readonly string[] };
  'control-chart.many-points': ChartSlots & { readonly n: number };
  'control-chart.gap': { readonly area: string; readonly periods: readonly string[] };
  'control-chart.excluded': { readonly area: string; readonly periods: readonly string[] };
};

export interface Unknown {
  readonly name: string;
  readonly known: readonly string[];
  readonly nearest?: readonly string[];
  /** The option that named it, where it is not the usual one. */
  readonly option?: string;
}

interface OfArea {
  readonly area: string;
}

interface OnChart {
  readonly chart: ControlChartName;
  readonly measure: string;
}

interface Ends {
  readonly first: string;
  readonly last: string;
}

export interface Value extends OnChart, OfArea {
  readonly period: string;
  readonly value: number;
}

/** Why a control chart cannot be drawn. */
export interface ControlChartProblems {
  'control-chart.unknown-rules': Unknown;
  'control-chart.unknown-chart': Unknown;
  'control-chart.run-rules': { readonly name: string; readonly known: readonly string[] };
  'control-chart.zones': { readonly name: string; readonly chart: ControlChartName; readonly rules: readonly string[] };
  'control-chart.length': {
    readonly name: string;
    readonly rule: string;
    readonly length: number;
    readonly own: number;
    readonly allowed: readonly number[];
  };
  'control-chart.needs-denominator': OnChart;
  'control-chart.no-use-of-denominator': { readonly chart: ControlChartName; readonly denominator: string };
  'control-chart.needs-subgroups': OnChart;
  'control-chart.subgroups': OnChart & OfArea;
  'control-chart.subgroup-of-one': OnChart & OfArea & { readonly period: string };
  'control-chart.target': object;
  'control-chart.nothing': OfArea & { readonly measure: string };
  'control-chart.phase-outside': OfArea & Ends & { readonly phase: string };
  'control-chart.phase-short': OfArea & Span & { readonly n: number };
  'control-chart.baseline': OfArea & Ends & { readonly freeze: string };
  'control-chart.negative': Value;
  'control-chart.not-positive': Value;
  'control-chart.more-than-all': Value & { readonly denominator: string; readonly n: number };
  'input.no-subgroups': object;
  'spc.one-file': { readonly chart: string; readonly files: number };
  'spc.pooled': OfArea;
  'spc.target-measure': { readonly target: string; readonly areas: readonly string[] };
}

type Own = Exclude<keyof ControlChartFindings, `control-chart.${ControlRuleName}`>;

/** The places of all but the signals, which stand with their chart as these do. */
export const controlChartPlaces: Pick<Places<ControlChartFindings>, Own> = {
  'control-chart.signals': 'chart',
  'control-chart.no-signal': 'chart',
  'control-chart.too-few': 'chart',
  'control-chart.no-variation': 'chart',
  'control-chart.pass': 'chart',
  'control-chart.fail': 'chart',
  'control-chart.inconsistent': 'chart',
  'control-chart.no-assurance': 'chart',
  'control-chart.would-change': 'chart',
  'control-chart.chosen': 'chart',
  'control-chart.trial-limits': 'chart',
  'control-chart.no-width': 'chart',
  'control-chart.phase-unjudged': 'chart',
  'control-chart.screened': 'chart',
  'control-chart.screening-refused': 'chart',
  'control-chart.sigma-z': 'chart',
  'control-chart.dispersion': 'chart',
  'control-chart.baseline-alone': 'chart',
  'control-chart.rules-left-out': 'chart',
  'control-chart.both': 'chart',
  'control-chart.many-points': 'chart',
  'control-chart.gap': 'chart',
  'control-chart.excluded': 'chart',
} satisfies Readonly<Record<Own, Place>>;
