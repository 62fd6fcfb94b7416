import type { FunnelArea, FunnelResult } from '../../analysis/scan/funnel-result.ts';
import type { ScanResult } from '../../analysis/scan/result.ts';
import type { ChartWidth, PaletteName } from '../../charts/parts/theme.ts';
import { funnelChart } from '../../charts/scan/funnel.ts';
import { SCAN } from '../../messages/scan/document.ts';
import { areaLabel } from '../../messages/scan/findings.ts';
import { chartedMeasure, chartLabel, chartValue } from '../../messages/words/charts.ts';
import { number } from '../../messages/words/format.ts';
import { capital, measureName } from '../../messages/words/measures.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import type { Figure, Table } from '../document.ts';
import { axisTexts } from '../figure.ts';

const { funnel: words, headings } = SCAN;

/** Areas whose names are written beside their points: those furthest outside. */
const NAMED: Readonly<Record<ChartWidth, number>> = { wide: 12, narrow: 5 };

/** The funnel of a scan with everything around it; null where there is none. `notes` stand under it. */
export function scanFigure(
  { funnel, better }: Pick<ScanResult, 'funnel' | 'better'>,
  notes: readonly string[],
  palette: PaletteName,
): Figure | null {
  if (funnel === null) return null;
  const measure = chartedMeasure(funnel.measure, funnel.per, funnel.denominator);
  const above = beyond(funnel, 'far-above');
  const below = beyond(funnel, 'far-below');
  const phi = number(funnel.overdispersion.phi, 1);
  const centre = chartLabel(Number(funnel.centre.toPrecision(3)), 'rate');
  const texts = {
    title: words.title(measureName(funnel.measure), above.length, below.length, funnel.areas.length),
    subtitle: words.subtitle(measure, funnel.year, measureName(funnel.denominator)),
    notes: [words.notes(phi, funnel.overdispersion.tau2 > 0), ...notes],
    alt: words.alt(funnel.areas.length, centre, named(above), named(below)),
    axis: axisTexts(words.y(measure), better),
    sizes: words.x(measureName(funnel.denominator)),
    symbols: words.symbols,
    centre: words.centre(centre),
    outer: words.adjusted998,
    inner: words.adjusted95,
  };
  const spec = (width: ChartWidth) =>
    funnelChart(funnel, { ...texts, labels: labelsOf(funnel, NAMED[width]) }, { width, palette });
  return {
    type: 'figure',
    id: 'funnel',
    title: texts.title,
    subtitle: texts.subtitle,
    alt: texts.alt,
    notes: texts.notes,
    howToRead: words.howToRead,
    spec: spec('wide'),
    narrowSpec: spec('narrow'),
    table: funnelTable(funnel),
  };
}

const size = ({ zAdjusted }: FunnelArea): number => Math.abs(zAdjusted);

const beyond = ({ areas }: FunnelResult, where: FunnelArea['beyond']): readonly FunnelArea[] =>
  areas.filter((area) => area.beyond === where).sort((a, b) => size(b) - size(a));

const named = (areas: readonly FunnelArea[]): readonly string[] =>
  areas.slice(0, NAMED.wide).map(({ area, code }) => areaLabel(area, code));

/** Names of the areas furthest outside the outer limits, by their place in the result. */
function labelsOf({ areas }: FunnelResult, most: number): ReadonlyMap<number, string> {
  return new Map(
    areas
      .map((area, place) => ({ area, place }))
      .filter(({ area }) => area.variation !== 'common')
      .sort((a, b) => size(b.area) - size(a.area))
      .slice(0, most)
      .map(({ area, place }) => [place, area.area]),
  );
}

/** The areas of the funnel, the furthest from the rate of all first. */
function funnelTable(funnel: FunnelResult): Table {
  return {
    type: 'table',
    id: 'funnel-areas',
    caption: words.tableCaption(funnel.year),
    columns: [
      left(headings.area),
      right(capital(measureName(funnel.measure))),
      right(headings.expected),
      right(capital(measureName(funnel.denominator))),
      right(headings.rate),
      right(headings.z),
    ],
    rows: [...funnel.areas]
      .sort((a, b) => size(b) - size(a))
      .map(({ area, code, observed, expected, denominator, rate, zAdjusted }) => [
        textCell(areaLabel(area, code)),
        numberCell(observed),
        numberCell(expected),
        numberCell(denominator),
        valueCell(chartValue(Number(rate.toPrecision(4)), 'rate'), rate),
        numberCell(zAdjusted, 1),
      ]),
    folded: true,
  };
}
