import type { MeasureSlots, Places } from '../types.ts';

interface Span {
  readonly from: string;
  readonly to: string;
}

interface OfFunnel {
  readonly year: string;
  readonly measure: string;
  readonly areas: number;
}

/** What a scan of many areas finds. */
export interface ScanFindings {
  'scan.verdict': MeasureSlots &
    Span & {
      readonly areas: number;
      readonly judged: number;
      readonly withSignals: number;
      readonly concern: number;
      readonly improvement: number;
      readonly neither: number;
      readonly insufficient: number;
      /** Whether one direction is better. */
      readonly hasDirection: boolean;
    };
  'scan.by-chance': {
    readonly areas: number;
    readonly withSignals: number;
    /** Areas with a signal if nothing had changed anywhere, and the standard deviation of their number. */
    readonly expected: number;
    readonly sd: number;
    readonly ruleSet: string;
    /** Whether there are more than chance gives. */
    readonly more: boolean;
  };
  'scan.latest-low': { readonly period: string; readonly areas: number; readonly percent: number };
  'scan.step': {
    readonly measure: string;
    readonly area: string;
    readonly code: string | null;
    readonly frequency: string;
    readonly step: number;
    readonly before: number;
    readonly after: number;
    readonly change: number;
    readonly percentChange: number | null;
    readonly period: string;
    /** The area whose end or beginning fits the step. */
    readonly counterpart: string | null;
    readonly counterpartCode: string | null;
    readonly counterpartLevel: number | null;
  };
  'scan.more-steps': { readonly more: number };
  'scan.funnel': OfFunnel & { readonly above: number; readonly below: number };
  'scan.overdispersed': OfFunnel & { readonly phi: number; readonly tau2: number };
  'scan.funnel-left': { readonly count: number; readonly areas: readonly string[]; readonly year: string };
  'scan.no-funnel': { readonly denominator: string };
}

interface Unknown {
  readonly name: string;
  readonly known: readonly string[];
}

/** Why areas cannot be scanned. */
export interface ScanProblems {
  'scan.nothing': object;
  'scan.unknown-rules': Unknown & { readonly nearest: readonly string[] };
  'scan.unknown-signal': Unknown & { readonly ruleSet: string };
}

export const scanPlaces: Places<ScanFindings> = {
  'scan.verdict': 'lead',
  'scan.by-chance': 'lead',
  'scan.latest-low': 'lead',
  'scan.step': 'steps',
  'scan.more-steps': 'steps',
  'scan.funnel': 'chart',
  'scan.overdispersed': 'chart',
  'scan.funnel-left': 'chart',
  'scan.no-funnel': 'chart',
};
