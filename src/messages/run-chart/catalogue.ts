import type { RunRuleName, RunSignalKind, RunSignalSlots } from '../rules/run-chart.ts';
import type { MeasureSlots, Place, Places } from '../types.ts';

/** What a sentence about a run chart says of it. */
interface Subject extends MeasureSlots {
  readonly area: string;
  readonly unit: string;
  readonly frequency: string;
  readonly step: number;
}

interface AtArea {
  readonly area: string;
}

interface Periods {
  readonly periods: readonly string[];
}

interface Ends {
  readonly first: string;
  readonly last: string;
}

/** What a run chart finds: a signal of each of its rules, and the rest. */
export type RunChartFindings = { [Rule in RunRuleName as `run-chart.${Rule}`]: RunSignalSlots } & {
  'run-chart.signals': Subject & { readonly rules: readonly RunSignalKind[] };
  'run-chart.no-signal': Subject;
  'run-chart.no-verdict': Subject & { readonly useful: number; readonly minimum: number };
  'run-chart.no-variation': Subject & { readonly median: number | null };
  'run-chart.silence': { readonly frequency: string; readonly step: number; readonly n: number };
  'run-chart.false-alarms': {
    readonly frequency: string;
    readonly step: number;
    readonly n: number;
    readonly ruleSet: string;
    readonly percent: number;
  };
  'run-chart.too-few': AtArea & { readonly useful: number; readonly minimum: number };
  'run-chart.short-baseline': AtArea & {
    readonly baselineCount: number;
    readonly from: string;
    readonly to: string;
    readonly minimum: number;
  };
  'run-chart.no-exact-limits': AtArea & { readonly above: number; readonly below: number };
  'run-chart.no-printed-limits': AtArea & { readonly useful: number };
  'run-chart.printed-unverified': AtArea;
  'run-chart.limits-differ': AtArea & {
    readonly count: number;
    readonly method: string;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly usedLower: number | null;
    readonly usedUpper: number | null;
    /** Whether the limits of `method` call it a signal. */
    readonly signal: boolean;
  };
  'run-chart.gap': AtArea & Periods;
  'run-chart.no-denominator': AtArea & Periods & { readonly denominator: string };
  'run-chart.excluded': AtArea & Periods;
  'run-chart.exclude-absent': AtArea & Periods;
  'run-chart.provisional': AtArea & Periods;
  'run-chart.annotation-absent': AtArea & Periods;
  'run-chart.intervention-absent': AtArea & Periods;
  'run-chart.not-charted': { readonly areas: readonly string[] };
  'run-chart.worth-a-look': AtArea &
    Periods & {
      readonly unit: string;
      readonly values: readonly number[];
      readonly lower: number | null;
      readonly upper: number | null;
    };
};

/** Why a run chart cannot be drawn. */
export interface RunChartProblems {
  'run-chart.unknown-rules': {
    readonly name: string;
    readonly known: readonly string[];
    readonly nearest: readonly string[];
  };
  'run-chart.control-rules': { readonly name: string; readonly known: readonly string[] };
  'run-chart.exclude-none': Ends & { readonly text: string };
  'run-chart.annotation-column': { readonly name: string; readonly headings: readonly string[] };
  'run-chart.annotation-period': { readonly cell: string; readonly frequency: string };
  'run-chart.nothing': AtArea & { readonly measure: string };
  'run-chart.baseline': AtArea & Ends & { readonly freeze: string };
  'run-chart.frequency': AtArea & { readonly given: string; readonly frequency: string };
  'run-chart.denominator': AtArea & { readonly measure: string; readonly period: string; readonly value: number };
}

type Own = Exclude<keyof RunChartFindings, `run-chart.${RunRuleName}`>;

/** The places of all but the signals, which stand with their chart as these do. */
export const runChartPlaces: Pick<Places<RunChartFindings>, Own> = {
  'run-chart.signals': 'chart',
  'run-chart.no-signal': 'chart',
  'run-chart.no-verdict': 'chart',
  'run-chart.no-variation': 'chart',
  'run-chart.silence': 'chart',
  'run-chart.false-alarms': 'chart',
  'run-chart.too-few': 'chart',
  'run-chart.short-baseline': 'chart',
  'run-chart.no-exact-limits': 'chart',
  'run-chart.no-printed-limits': 'chart',
  'run-chart.printed-unverified': 'chart',
  'run-chart.limits-differ': 'chart',
  'run-chart.gap': 'chart',
  'run-chart.no-denominator': 'chart',
  'run-chart.excluded': 'chart',
  'run-chart.exclude-absent': 'chart',
  'run-chart.provisional': 'chart',
  'run-chart.annotation-absent': 'chart',
  'run-chart.intervention-absent': 'chart',
  'run-chart.not-charted': 'cautions',
  'run-chart.worth-a-look': 'chart',
} satisfies Readonly<Record<Own, Place>>;
