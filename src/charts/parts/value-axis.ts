import type { ValueAxisTexts } from './texts.ts';

/** What a number on an axis is. */
export type AxisUnit = 'number' | 'GBP' | 'percent';

/** A value axis: `ticks` lie in `domain`; `fromZero` is false where zero lies below the axis (or above it, for negative data). */
export interface ValueAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly labels: readonly string[];
  readonly fromZero: boolean;
}

interface ValueAxisOptions {
  readonly unit: AxisUnit;
  /** Steps between ticks to aim for. */
  readonly steps: number;
  /** Room for labels above and below the data, as a share of their range. */
  readonly room?: number;
}

const MINUS = '\u2212';

/** Data that begin below this share of their top start at zero: little is gained by cutting the axis. */
const CUT_BELOW = 0.35;

/** The axis for these values: round ticks (1, 2 or 5 times a power of ten), zero only where it is near. */
export function valueAxis(values: readonly number[], { unit, steps, room = 0.04 }: ValueAxisOptions): ValueAxis {
  const [low, high] = range(values);
  const margin = room * (high - low);
  const bottom = low >= 0 && (low < CUT_BELOW * high || low - margin < 0) ? 0 : low - margin;
  const top = high <= 0 && high + margin > 0 ? 0 : high + margin;
  const step = niceStep((top - bottom) / steps);
  const ticks = multiples(step, bottom, top);
  return {
    domain: [bottom, top],
    ticks,
    labels: tickLabels(ticks, unit),
    fromZero: bottom <= 0 && top >= 0,
  };
}

/** An axis of ratios (above zero): room by the same factor at both ends, round ticks. */
export function ratioAxis(values: readonly number[], steps: number): ValueAxis {
  const known = values.filter((value) => value > 0);
  const low = known.reduce((a, b) => Math.min(a, b), 1);
  const high = known.reduce((a, b) => Math.max(a, b), 1);
  const room = Math.max(1.01, (high / low) ** 0.05);
  const domain = [low / room, high * room] as const;
  const inside = (tick: number): boolean => tick >= domain[0] && tick <= domain[1];
  if (high / low < 4) {
    const ticks = multiples(niceStep((domain[1] - domain[0]) / steps), ...domain);
    return { domain, ticks, labels: tickLabels(ticks, 'number'), fromZero: true };
  }
  const ticks = POWERS.flatMap((power) => [1, 2, 5].map((factor) => rounded(factor * power))).filter(inside);
  return { domain, ticks, labels: ticks.map(String), fromZero: true };
}

const POWERS = [-4, -3, -2, -1, 0, 1, 2, 3].map((power) => 10 ** power);

/** The multiples of `step` from `low` to `high`, both included. */
function multiples(step: number, low: number, high: number): readonly number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, place) => rounded((first + place) * step));
}

/** Below this, numbers are too small to be divided into steps. */
const TINY = 1e-290;

/** Values that differ by less than this share of them are the same on an axis: its ticks have twelve digits. */
const SAME = 1e-9;

/** Lowest and highest value, never the same. */
function range(values: readonly number[]): readonly [number, number] {
  if (values.length === 0) return [0, 1];
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > Math.max(TINY, SAME * size)) return [low, high];
  const around = size > TINY ? size * 0.1 : 1;
  return [low >= 0 ? Math.max(0, low - around) : low - around, high + around];
}

/** The step nearest to `step` (as a ratio) of 1, 2 or 5 times a power of ten. */
export function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const off = (candidate: number): number => Math.abs(Math.log(candidate / step));
  return [1, 2, 5, 10].map((factor) => factor * power).reduce((a, b) => (off(b) < off(a) ? b : a));
}

/** Without the dust of binary fractions. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** Labels of ticks with the same decimals throughout; money and counts in millions where they all are large. */
export function tickLabels(ticks: readonly number[], unit: AxisUnit): readonly string[] {
  const largest = Math.max(...ticks.map(Math.abs));
  const millions = unit !== 'percent' && largest >= 1e6 && largest < PLAIN;
  const scaled = ticks.map((tick) => (millions ? tick / 1e6 : tick));
  const decimals = Math.max(...scaled.map(decimalsOf));
  return scaled.map((tick) => {
    const size = Math.abs(tick);
    const digits = largest < PLAIN ? group(size.toFixed(millions && tick === 0 ? 0 : decimals)) : powerOfTen(size);
    const sign = tick < 0 ? MINUS : '';
    return `${sign}${unit === 'GBP' ? '£' : ''}${digits}${millions && tick !== 0 ? 'm' : ''}${unit === 'percent' ? '%' : ''}`;
  });
}

/** Larger numbers are written as powers of ten: an interval without bound, say. */
const PLAIN = 1e15;

/** 2e69 -> `2×10^69`. */
function powerOfTen(size: number): string {
  if (size === 0) return '0';
  const [digits = '', power = ''] = size.toExponential().split('e');
  return `${digits}×10^${Number(power)}`;
}

/** Decimals needed to write a round number, at most eight. */
function decimalsOf(value: number): number {
  let decimals = 0;
  while (decimals < 8 && Math.abs(value - Number(value.toFixed(decimals))) > 1e-9 * Math.abs(value)) decimals += 1;
  return decimals;
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Between parts of an axis title: a dot that stays at the end of a line. */
export const AXIS_PARTS = '\u00a0· ';

/** The words over value axes: measure, direction, and what their scales make it necessary to say. */
export function axisTitle(texts: ValueAxisTexts, axes: readonly ValueAxis[], shared: boolean): string {
  return [
    texts.title,
    texts.better,
    axes.every(({ fromZero }) => fromZero) ? null : texts.notFromZero,
    shared ? null : texts.ownScales,
  ]
    .filter((part) => part !== null && part !== '')
    .join(AXIS_PARTS);
}
