import type { TopLevelSpec } from 'vega-lite';
import type { FunnelArea, FunnelResult } from '../../../src/analysis/scan/funnel-result.ts';
import type { ChartOptions } from '../../../src/charts/parts/theme.ts';
import { funnelChart } from '../../../src/charts/scan/funnel.ts';
import { RUN_TEXTS, wobble } from '../fixtures.ts';

type Draw = (options: ChartOptions) => TopLevelSpec;

const OUTSIDE: Readonly<Record<number, readonly [factor: number, variation: FunnelArea['variation']]>> = {
  3: [1.7, 'concern'],
  4: [1.65, 'concern'],
  11: [0.5, 'improvement'],
};

/** Areas about 96 per 1,000, limits as wide as they would be; drawn only, so that nothing is computed here. */
function funnelOf(n: number, tau2: number): FunnelResult {
  const areas = Array.from({ length: n }, (_, place): FunnelArea => {
    const denominator = 2500 + ((place * 7919) % 19_000);
    const [factor, variation] = OUTSIDE[place] ?? [1 + 0.1 * wobble(place), 'common' as const];
    const rate = 96 * factor;
    const observed = (rate * denominator) / 1000;
    const beyond = variation === 'concern' ? 'far-above' : variation === 'improvement' ? 'far-below' : null;
    const name = place === 3 ? 'Wells and Shepton Mallet Primary Care Network' : `Practice ${place}`;
    return {
      area: name,
      code: null,
      observed,
      denominator,
      expected: observed / factor,
      rate,
      z: 0,
      zAdjusted: 0,
      beyond,
      variation,
    };
  });
  const limits = [2500, 5000, 10_000, 15_000, 21_500].map((denominator) => {
    const at = (reach: number, between: number) => {
      const factor = Math.exp(reach * Math.sqrt(10 / denominator + between));
      return { lower: 96 / factor, upper: 96 * factor };
    };
    const [plain95, plain998, adjusted95, adjusted998] = [at(1.96, 0), at(3.09, 0), at(1.96, tau2), at(3.09, tau2)];
    return {
      denominator,
      lower95: plain95.lower,
      upper95: plain95.upper,
      lower998: plain998.lower,
      upper998: plain998.upper,
      adjustedLower95: adjusted95.lower,
      adjustedUpper95: adjusted95.upper,
      adjustedLower998: adjusted998.lower,
      adjustedUpper998: adjusted998.upper,
    };
  });
  return {
    year: '2023/24',
    measure: 'admissions',
    denominator: 'list_size',
    per: 1000,
    centre: 96,
    areas,
    left: [],
    overdispersion: { phi: 3, tau2, limits: { lower: -2, upper: 2 } },
    limits,
  };
}

const drawn =
  (n: number, tau2: number): Draw =>
  (options) => {
    const result = funnelOf(n, tau2);
    const labels = new Map([3, 4, 11].map((place) => [place, result.areas[place]?.area ?? '']));
    const texts = { sizes: 'List size', centre: 'all areas 96', outer: '99.8%', inner: '95%', labels };
    return funnelChart(result, { ...RUN_TEXTS, ...texts }, options);
  };

export const FUNNEL_CASES: Readonly<Record<string, Draw>> = {
  'funnel of practices': drawn(32, 0.005),
  'funnel without overdispersion': drawn(20, 0),
  'funnel of very many areas': drawn(1500, 0.01),
};
