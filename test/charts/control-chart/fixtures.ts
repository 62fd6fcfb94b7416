import type {
  ControlChartResult,
  ControlPoint,
  ControlSignal,
  Phase,
} from '../../../src/analysis/control-chart/result.ts';
import type { ControlPanel } from '../../../src/charts/control-chart/panel.ts';
import { type Frequency, formatPeriod } from '../../../src/data/period.ts';
import { FIRST_QUARTER, PRACTICE } from '../fixtures.ts';

/** Centre and limits of a phase that begins at the place `at`; `wide` widens the limits at each place of the chart. */
interface PhaseCase {
  readonly at: number;
  readonly centre: number | null;
  readonly sigma: number | null;
  readonly wide?: (place: number) => number;
  readonly lower?: null;
}

export interface ControlCase extends Partial<Omit<ControlChartResult, 'points' | 'signals' | 'phases'>> {
  readonly values: readonly (number | null)[];
  readonly limits: readonly PhaseCase[];
  readonly first?: number;
  readonly signals?: readonly (Partial<ControlSignal> & Pick<ControlSignal, 'at' | 'side'>)[];
  readonly excluded?: readonly number[];
  readonly provisional?: readonly number[];
  readonly both?: readonly number[];
  readonly target?: (place: number) => number;
}

/** A control chart result of the right shape, made by hand: limits and signals are as given, not worked out. */
export function controlResult(chart: ControlCase): ControlChartResult {
  const {
    values,
    limits,
    first,
    signals: given = [],
    excluded = [],
    provisional = [],
    both = [],
    target,
    ...rest
  } = chart;
  const frequency: Frequency = rest.frequency ?? 'quarter';
  const step = rest.step ?? 1;
  const start = first ?? FIRST_QUARTER;
  const period = (place: number): string => formatPeriod({ frequency, index: start + place * step });
  const signals = given.map(
    (signal): ControlSignal => ({
      rule: 'shift',
      variation:
        signal.side === 'below' || signal.side === 'down' ? 'improvement' : signal.side ? 'concern' : 'neither',
      from: period(signal.at[0] ?? 0),
      to: period(signal.at.at(-1) ?? 0),
      count: signal.at.length,
      gaps: [],
      ...signal,
    }),
  );
  const points = values.map((value, place): ControlPoint => {
    const phase = limits.findLastIndex(({ at }) => at <= place);
    const { centre = null, sigma = null, wide = () => 1, lower } = limits[phase] ?? {};
    const three = centre === null || sigma === null ? null : 3 * sigma * wide(place);
    const at = signals.filter((signal) => signal.at.includes(place));
    return {
      period: period(place),
      index: start + place * step,
      value,
      n: null,
      centre,
      lower: three === null || lower === null ? null : Math.max(0, (centre ?? 0) - three),
      upper: three === null ? null : (centre ?? 0) + three,
      sigma: three === null ? null : three / 3,
      z: null,
      phase,
      excluded: excluded.includes(place),
      provisional: provisional.includes(place),
      signals: at.map(({ rule }) => rule),
      variation: both.includes(place) ? 'both' : (at[0]?.variation ?? 'common'),
      target: target?.(place) ?? null,
    };
  });
  return {
    area: PRACTICE,
    measure: 'admissions',
    unit: 'count',
    rate: null,
    better: 'lower',
    chart: 'i',
    chosen: null,
    ruleSet: 'ihi-control',
    state: 'judged',
    constants: { '3/d2': 2.65957, D4: 3.267 },
    screened: false,
    sigmaZ: null,
    variation: 'common',
    assurance: 'none',
    annotations: [],
    intervention: null,
    alternatives: [],
    falseAlarmRate: null,
    findings: [],
    ...rest,
    frequency,
    step,
    phases: limits.map((_, phase) => phaseOf(points.filter((point) => point.phase === phase))),
    points,
    signals,
  };
}

function phaseOf(points: readonly ControlPoint[]): Phase {
  const last = points.at(-1);
  return {
    from: points[0]?.period ?? '',
    to: last?.period ?? '',
    centre: last?.centre ?? null,
    lower: last?.lower ?? null,
    upper: last?.upper ?? null,
    n: points.length,
    frozenAt: null,
    sigmaZ: null,
    screenedOut: 0,
  };
}

const rounded = (value: number | null | undefined): string =>
  value == null ? '' : value.toFixed(value < 20 ? 1 : 0).replace(/\B(?=(\d{3})+$)/g, ',');

/** A panel with plain words for everything that the result holds. */
export function controlPanel(chart: ControlCase, words: readonly string[] = [], short = false): ControlPanel {
  const result = controlResult(chart);
  const last = result.phases.at(-1);
  const said = (text: string, value: number | null | undefined): string =>
    value == null ? '' : short ? rounded(value) : `${text} ${rounded(value)}`;
  const target = result.points.at(-1)?.target;
  return {
    result,
    texts: {
      title: result.area,
      centre: last?.centre == null ? '' : `mean ${rounded(last.centre)}`,
      upper: said('upper limit', last?.upper),
      lower: said('lower limit', last?.lower),
      target: target == null ? '' : `target ${rounded(target)}`,
      intervention: 'Compassionate Frome starts',
      phases: result.phases.slice(0, -1).map(({ centre, upper, lower }) => ({
        centre: `mean ${rounded(centre)}`,
        upper: rounded(upper),
        lower: rounded(lower),
      })),
      signals: result.signals.map(({ at, variation }, place) => ({ at, variation, text: words[place] ?? '' })),
    },
  };
}
