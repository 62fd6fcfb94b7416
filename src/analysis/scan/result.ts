import type { Frequency } from '../../data/period.ts';
import type { Direction } from '../../data/series.ts';
import type { Finding } from '../../finding.ts';
import type { Ordinal, Whole } from '../../quantities.ts';
import type { Assurance, ChartName, ControlVariation } from '../control-chart/result.ts';
import type { ControlRuleId } from '../control-chart/rules.ts';
import type { RunRuleId } from '../run-chart/rules.ts';
import type { FunnelResult } from './funnel-result.ts';
import type { RuleSetId } from './options.ts';

/** A signal in an area's line: which rule, from when to when. */
interface ScanSignal {
  readonly rule: ControlRuleId | RunRuleId;
  readonly from: string;
  readonly to: string;
  /** Side of the centre line, or direction of a trend; null: none. */
  readonly side: 'above' | 'below' | 'up' | 'down' | null;
  /** What it means where a direction is better. */
  readonly variation: 'improvement' | 'concern' | 'neither';
}

/** A jump of more than a third after which the next points stay: a merger, a split or another way of coding, perhaps. */
export interface Step {
  /** First period at the new level. */
  readonly period: string;
  /** Medians of the points before it and from it on, a year of quarters each; per period, as measured. */
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** Null from a level of nought. */
  readonly percentChange: number | null;
  /** An area that ends just before a step up, or begins with a step down, at about the level of the change. */
  readonly counterpart: { readonly area: string; readonly code: string | null; readonly level: number } | null;
}

/** An area's verdict in a line. */
export interface ScanArea {
  readonly area: string;
  readonly code: string | null;
  readonly measure: string;
  /** The chart by which it was judged. */
  readonly chart: ChartName | 'run';
  /** Points used. */
  readonly n: Whole;
  readonly variation: ControlVariation;
  /** Whether it will meet the target. */
  readonly assurance: Assurance;
  readonly signals: readonly ScanSignal[];
  readonly latest: {
    readonly period: string;
    readonly value: number;
    readonly centre: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
  } | null;
  /**
   * How far the furthest point that carries a signal lies from its centre line, in units of the measure a period (a rate times
   * its denominator): what areas are ranked by. Null without such a point.
   */
  readonly furthest: number | null;
  readonly step: Step | null;
  /**
   * Percent of series of this length that would signal by chance; null where it is not known.
   * @minimum 0
   * @maximum 100
   */
  readonly falseAlarmRate: number | null;
}

export interface ScanSummary {
  readonly areas: Whole;
  /** Areas with enough points to judge. */
  readonly judged: Whole;
  readonly withSignals: Whole;
  readonly byVariation: Readonly<Record<ControlVariation, Whole>>;
  readonly byAssurance: Readonly<Record<Assurance, Whole>>;
  /** Areas with each rule's signal. */
  readonly byRule: Readonly<Record<string, Whole>>;
  readonly steps: Whole;
  /** Areas that would show a signal if nothing had changed anywhere, from the false-alarm rates; null where these are not known. */
  readonly byChance: {
    /** Judged areas whose false-alarm rate is known, and how many of them show a signal. */
    readonly areas: Whole;
    readonly withSignals: Whole;
    /** Those that would show one if nothing had changed anywhere. */
    readonly expected: number;
    /** Standard deviation of that number, if areas were independent. */
    readonly sd: number;
  } | null;
}

export interface ScanResult {
  readonly measure: string;
  /** Unit of the values. */
  readonly unit: string;
  readonly rate: { readonly per: number; readonly denominator: string } | null;
  readonly better: Direction;
  readonly frequency: Frequency;
  /** Distance of two points. */
  readonly step: Ordinal;
  readonly ruleSet: RuleSetId;
  readonly from: string;
  readonly to: string;
  /** What matters first: concern, then signals of no direction, improvement, earlier signals; the furthest from its centre first. */
  readonly areas: readonly ScanArea[];
  readonly summary: ScanSummary;
  /** Null without a denominator or a whole year. */
  readonly funnel: FunnelResult | null;
  readonly findings: readonly Finding[];
}
