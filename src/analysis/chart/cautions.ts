import { formatPeriod, type Period } from '../../data/period.ts';
import type { Series } from '../../data/series.ts';
import { caution, type Finding } from '../../finding.ts';
import { pointAt } from './points.ts';

interface ChartPoint {
  readonly period: string;
  readonly index: number;
  readonly excluded: boolean;
  readonly provisional: boolean;
}

/** A run or control chart, as far as cautions about its points need it. */
interface CautionedChart<Point extends ChartPoint> {
  readonly area: string;
  readonly points: readonly Point[];
  readonly step: number;
  readonly rate: { readonly denominator: string } | null;
}

/** What a user named, that a chart may not hold. */
interface NamedPeriods {
  readonly exclude: readonly Period[];
  readonly annotations: readonly { readonly period: Period }[];
  readonly intervention: Period | null;
}

/** Periods without a value, or with a value but no denominator, by index. */
interface Lacking {
  readonly value: ReadonlySet<number>;
  readonly denominator: ReadonlySet<number>;
}

type Make = (slots: { readonly area: string; readonly periods: readonly string[] }) => Finding;

/** Cautions that every chart of points in time gives: gaps, points left out, provisional ones, and periods that it does not hold. */
export function chartCautions<Point extends ChartPoint>(
  { area, points, step, rate }: CautionedChart<Point>,
  lacking: Lacking,
  { exclude, annotations, intervention }: NamedPeriods,
  make: { readonly gap: Make; readonly excluded: Make },
): readonly Finding[] {
  const named = (keep: (point: Point) => boolean) => points.filter(keep).map(({ period }) => period);
  const absent = (periods: readonly Period[]) =>
    periods.filter((period) => !pointAt(points, period, step)).map(formatPeriod);
  const cautions: readonly (readonly [readonly string[], Make])[] = [
    [named(({ index, excluded }) => lacking.value.has(index) && !excluded), make.gap],
    [
      named(({ index, excluded }) => lacking.denominator.has(index) && !excluded),
      (slots) => caution('run-chart.no-denominator', { ...slots, denominator: rate?.denominator ?? '' }),
    ],
    [named(({ excluded }) => excluded), make.excluded],
    [
      named(({ provisional, excluded }) => provisional && !excluded),
      (slots) => caution('run-chart.provisional', slots),
    ],
    [absent(exclude), (slots) => caution('run-chart.exclude-absent', slots)],
    [absent(annotations.map(({ period }) => period)), (slots) => caution('run-chart.annotation-absent', slots)],
    [absent(intervention ? [intervention] : []), (slots) => caution('run-chart.intervention-absent', slots)],
  ];
  return cautions.filter(([periods]) => periods.length > 0).map(([periods, of]) => of({ area, periods }));
}

/** Index of the periods with a value and without a denominator. */
export function withoutDenominator({ periods, values, denominator }: Series): ReadonlySet<number> {
  if (denominator === null) return new Set();
  const undivided = periods.filter(
    (_, at) => (values[at] ?? null) !== null && (denominator.values[at] ?? null) === null,
  );
  return new Set(undivided.map(({ index }) => index));
}
