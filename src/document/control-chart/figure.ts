import { CHARTS } from '../../analysis/control-chart/chart-types.ts';
import type { ControlChartResult, Phase } from '../../analysis/control-chart/result.ts';
import { controlChart } from '../../charts/control-chart/control-chart.ts';
import type { ControlPanelTexts, PhaseTexts } from '../../charts/control-chart/panel.ts';
import type { PaletteName } from '../../charts/parts/theme.ts';
import { CONTROL_CHART } from '../../messages/control-chart/document.ts';
import { CONTROL_FIGURE } from '../../messages/control-chart/figures.ts';
import { chartLabel, chartValue, panelLabel, periodNoun } from '../../messages/words/charts.ts';
import { capital } from '../../messages/words/measures.ts';
import { findingText } from '../../messages.ts';
import type { Figure } from '../document.ts';
import { leastOf, mostOf } from '../extent.ts';
import { axisTexts } from '../figure.ts';
import { controlCallouts } from './callouts.ts';
import { controlFalseAlarms, controlHeadline, controlMeasure, controlSubtitle, decimalsLike } from './headline.ts';
import { controlSketch } from './sketch.ts';
import { controlPoints } from './tables.ts';

/** Areas to a figure: two rows of three. */
const MOST_PANELS = 6;

/** What figures are called, and what is said before their findings. */
interface FigureNames {
  readonly id: string;
  readonly title: (finding: string) => string;
}

const PLAIN: FigureNames = { id: 'control-chart', title: (finding) => finding };

/** Control charts of series without their yearly cycle. */
export const ADJUSTED: FigureNames = { id: 'adjusted-chart', title: CONTROL_FIGURE.adjusted };

/** Control charts of one measure as figures of at most six areas. */
export function controlFigures(
  charts: readonly ControlChartResult[],
  notes: readonly string[],
  palette: PaletteName,
  { id, title }: FigureNames = PLAIN,
): readonly Figure[] {
  const pages = Array.from({ length: Math.ceil(charts.length / MOST_PANELS) }, (_, page) =>
    charts.slice(page * MOST_PANELS, (page + 1) * MOST_PANELS),
  );
  return pages.flatMap(
    (some, page) => controlFigure(some, notes, palette, { id: page === 0 ? id : `${id}-${page + 1}`, title }) ?? [],
  );
}

/**
 * Control charts of one measure as one figure, a panel an area, with everything around it: the verdicts as title, the chart in
 * words, the table of points, sketches for a terminal. `notes` stand under it: reconstruction, licence.
 */
function controlFigure(
  charts: readonly ControlChartResult[],
  notes: readonly string[],
  palette: PaletteName,
  { id, title }: FigureNames,
): Figure | null {
  const [first] = charts;
  if (!first) return null;
  const noun = periodNoun(first.frequency, first.step);
  const type = CHARTS[first.chart];
  const texts = {
    title: title(controlHeadline(charts)),
    subtitle: controlSubtitle(charts),
    notes: [judgedBy(charts), ...notes],
    alt: CONTROL_FIGURE.alt(charts.map(inWords)),
    axis: axisTexts(axisTitle(first, noun), type.directed ? first.better : 'neither'),
    symbols: CONTROL_FIGURE.symbols,
  };
  const panels = charts.map((result) => ({ result, texts: panelTexts(result, charts.length === 1) }));
  const spec = (width: 'wide' | 'narrow') => controlChart(panels, texts, { width, palette });
  return {
    type: 'figure',
    id,
    ...texts,
    howToRead: CONTROL_FIGURE.howToRead(noun, type.varying),
    spec: spec('wide'),
    narrowSpec: spec('narrow'),
    sketches: charts.map(controlSketch),
    table: { ...controlPoints(charts), id: `${id}-points` },
  };
}

function axisTitle(chart: ControlChartResult, noun: string): string {
  const measure = controlMeasure(chart);
  if (chart.chart === 'mr') return CONTROL_FIGURE.movingRange(measure);
  if (chart.chart === 's') return CONTROL_FIGURE.deviation(measure);
  return CONTROL_FIGURE.axis(capital(measure), noun);
}

function judgedBy(charts: readonly ControlChartResult[]): string {
  const [first] = charts;
  if (!first) return '';
  const { chart, ruleSet, phases, screened } = first;
  const frozen = phases.find(({ frozenAt }) => frozenAt !== null)?.frozenAt ?? null;
  const alarms = controlFalseAlarms(charts);
  return `${CONTROL_CHART.figureNote(chart, ruleSet, phases.length, frozen, screened)}${alarms ? ` ${alarms.note}` : ''}`;
}

/** `alone`: there is room for words at the ends of lines, not only for values. */
function panelTexts(result: ControlChartResult, alone: boolean): ControlPanelTexts {
  const { area, unit, chart, phases, points, intervention } = result;
  const { ends } = CONTROL_FIGURE;
  const like = decimalsLike(result);
  const label = alone ? chartLabel : panelLabel;
  const said = (value: number | null, words: (text: string) => string): string =>
    value === null ? '' : words(label(value, unit, Number.isInteger(value) ? value : like));
  const limit = (words: (text: string) => string) => (alone ? words : (text: string) => text);
  const phase = (
    { centre, upper, lower }: Pick<Phase, 'centre' | 'upper' | 'lower'>,
    words: typeof limit,
  ): PhaseTexts => ({
    centre: said(centre, (text) => ends.centre(text, chart)),
    upper: said(upper, words(ends.upper)),
    lower: said(lower, words(ends.lower)),
  });
  const target = points.findLast((point) => point.target !== null)?.target ?? null;
  const last = phases.at(-1) ?? { centre: null, upper: null, lower: null };
  return {
    title: area,
    ...phase(last, limit),
    target: said(target, ends.target),
    intervention: intervention === null ? '' : CONTROL_FIGURE.intervention(intervention.period),
    phases: phases.slice(0, -1).map((earlier) => phase(earlier, () => (text) => text)),
    signals: controlCallouts(result, alone ? 2 : 1),
  };
}

/** A chart for those who do not see it: area, range, centre and limits, verdict. */
function inWords(chart: ControlChartResult): string {
  const values = chart.points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return CONTROL_FIGURE.emptyAlt(chart.area);
  const shown = (value: number | null): string => chartValue(value, chart.unit, decimalsLike(chart));
  const { centre = null, lower = null, upper = null } = chart.phases.at(-1) ?? {};
  const [verdict] = chart.findings;
  return CONTROL_FIGURE.panelAlt(
    chart.area,
    [chartValue(leastOf(values), chart.unit), chartValue(mostOf(values), chart.unit)],
    CONTROL_FIGURE.ends.centre(shown(centre), chart.chart),
    limitsInWords(lower, upper, shown),
    verdict ? findingText(verdict) : '',
  );
}

function limitsInWords(lower: number | null, upper: number | null, shown: (value: number) => string): string {
  if (upper === null) return '';
  return lower === null ? CONTROL_FIGURE.upperAlt(shown(upper)) : CONTROL_FIGURE.limitsAlt(shown(lower), shown(upper));
}
