import type { TopLevelSpec } from 'vega-lite';
import { differenceSeriesChart } from '../../../src/charts/evaluate/difference-series.ts';
import { type CoursePoint, observedFittedChart } from '../../../src/charts/evaluate/observed-fitted.ts';
import { placeboChart } from '../../../src/charts/evaluate/placebo.ts';
import {
  type Curve,
  type SpecificationTexts,
  specificationCurve,
  type Verdict,
} from '../../../src/charts/evaluate/specification-curve.ts';
import type { ChartOptions } from '../../../src/charts/parts/theme.ts';
import { powerCurve } from '../../../src/charts/power/power-curve.ts';
import { formatPeriod } from '../../../src/data/period.ts';
import { AXIS, FIRST_QUARTER, TEXTS, wobble } from '../fixtures.ts';

type Draw = (options: ChartOptions) => TopLevelSpec;

const CHANGE = { index: FIRST_QUARTER + 8, text: 'change from 2015/16 Q1' };
const SECOND = { index: FIRST_QUARTER + 12, text: 'second change from 2016/17 Q1' };
const HOSTILE = '<script>alert("x")</script> & \u202Egnitset\u202C \u0007bell';

/** Made up: drawn only. Quarters in `missing` are not held. */
function course(n: number, missing: readonly number[] = []): readonly CoursePoint[] {
  return Array.from({ length: n }, (_, place): CoursePoint => {
    const index = FIRST_QUARTER + place;
    const course = 600 + 4 * place + 40 * wobble(place);
    const after = index >= CHANGE.index;
    return {
      period: formatPeriod({ frequency: 'quarter', index }),
      index,
      observed: course + 30 * wobble(place + 40) - (after ? 9 * (place - 7) : 0),
      fitted: course - (after ? 9 * (place - 7) : 0),
      counterfactual: after ? course : null,
      lower: after ? course - 12 * (place - 4) : null,
      upper: after ? course + 14 * (place - 4) : null,
    };
  }).filter((_, place) => !missing.includes(place));
}

const COURSE_TEXTS = {
  ...TEXTS,
  axis: AXIS,
  observed: 'observed',
  fitted: 'fitted 543',
  counterfactual: 'expected on the earlier course 688',
};

const courseOf =
  (
    points: readonly CoursePoint[],
    changes: readonly (typeof CHANGE)[],
    words: Partial<typeof COURSE_TEXTS> = {},
  ): Draw =>
  (options) =>
    observedFittedChart({ points, changes }, { ...COURSE_TEXTS, ...words }, options);

const differences: Draw = (options) =>
  differenceSeriesChart(
    {
      points: course(20, [10]).map(({ fitted, counterfactual, observed, ...place }) => ({
        ...place,
        value: observed === null ? null : observed / 10 - 62,
        fitted: fitted === null ? null : fitted / 10 - 62,
        counterfactual: counterfactual === null ? null : counterfactual / 10 - 62,
      })),
      changes: [CHANGE],
    },
    { ...TEXTS, axis: AXIS, fitted: 'fitted −7.6%', counterfactual: 'earlier course', same: 'same rate' },
    options,
  );

const SPECIFICATION_TEXTS: SpecificationTexts = {
  ...TEXTS,
  axis: AXIS,
  primary: 'primary −14.8% (−27.3% to −0.2%)',
  verdicts: {
    improvement: 'better, interval leaves out 0',
    concern: 'worse, interval leaves out 0',
    neither: 'interval leaves out 0',
    common: 'could be chance',
  },
  cut: 'Intervals that end in an arrow run on beyond the axis.',
};

function curve(n: number, label = 'similar size'): Curve {
  const marks = Array.from({ length: n }, (_, place) => {
    const estimate = -30 + (60 * place) / Math.max(1, n - 1);
    const half = place % 17 === 3 ? 400 : 8 + 9 * Math.abs(wobble(place));
    const verdict: Verdict = estimate + half < 0 ? 'improvement' : estimate - half > 0 ? 'concern' : 'common';
    return { estimate, lower: estimate - half, upper: estimate + half, verdict, primary: place === Math.floor(n / 3) };
  });
  const every = (k: number, of: number) => marks.flatMap((_, place) => (place % of === k ? [place] : []));
  return {
    marks,
    choices: [
      { heading: 'Model', rows: [0, 1, 2].map((k) => ({ label: `model ${k}`, at: every(k, 3) })) },
      {
        heading: 'Comparator',
        rows: [
          { label, at: every(0, 2) },
          { label: 'all others', at: every(1, 2) },
        ],
      },
    ],
  };
}

const specifications =
  (of: Curve, texts: Partial<SpecificationTexts> = {}): Draw =>
  (options) =>
    specificationCurve(of, { ...SPECIFICATION_TEXTS, ...texts }, options);

const placebo =
  (practice: number, n: number, name = 'Frome Medical Practice −2.8'): Draw =>
  (options) =>
    placeboChart(
      { practice, peers: Array.from({ length: n }, (_, place) => 1.5 * wobble(place) + wobble(place + 50)) },
      {
        ...TEXTS,
        axis: { title: 'Change of slope, in standard errors', better: '← lower is better' },
        practice: name,
        reference: 'as the rest',
        tail: 'shaded: at least as far from 0',
      },
      options,
    );

const power =
  (sizes: readonly number[], own: number): Draw =>
  (options) =>
    powerCurve(
      {
        own,
        lines: [900, 1200, 700].map((scale, place) => ({
          label: ['at once, lasting', 'gradual, by the last quarter', 'one year against another'][place] ?? '',
          points: sizes.map((listSize) => ({ listSize, fall: scale / Math.sqrt(listSize) })),
        })),
      },
      {
        ...TEXTS,
        axis: { title: 'Smallest fall that would be seen' },
        sizes: 'People on the list (logarithmic scale)',
        own: `${own} people`,
      },
      options,
    );

/** The charts of an evaluation, and what they must cope with. */
export const EVALUATE_CASES: Readonly<Record<string, Draw>> = {
  'course with a change': courseOf(course(32), [CHANGE]),
  'course with gaps and two changes': courseOf(course(19, [3, 8, 9, 15]), [CHANGE, SECOND]),
  'course of hostile words': courseOf(course(12), [{ ...CHANGE, text: HOSTILE }], {
    fitted: HOSTILE,
    counterfactual: HOSTILE,
    observed: HOSTILE,
  }),
  'course over 500 quarters': courseOf(course(500), [CHANGE]),
  'difference series': differences,
  'specification curve of 30': specifications(curve(30)),
  'specification curve of 250': specifications(curve(250)),
  'specification curve of two, hostile words': specifications(curve(2, HOSTILE), { primary: HOSTILE }),
  'placebo of 60': placebo(-2.8, 59),
  'placebo of 2,000': placebo(1.1, 1999),
  'placebo of two, hostile name': placebo(0, 1, HOSTILE.repeat(3)),
  'power over list sizes': power([5000, 10_000, 13_851, 20_000, 30_000], 13_851),
  'power over many list sizes': power([1000, 2000, 5000, 10_000, 50_000, 100_000, 600_000], 1000),
};
