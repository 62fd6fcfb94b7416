import type { Placebo } from '../analysis/evaluate/peer-result.ts';
import { placeboChart } from '../charts/placebo.ts';
import { EVALUATE_FIGURE } from '../messages/evaluate-figures.ts';
import { percent, signed } from '../messages/format.ts';
import { left, numberCell, right, textCell, valueCell } from './cells.ts';
import type { Figure, Table } from './document.ts';
import type { EvaluateFigureContext } from './evaluate-figure-context.ts';
import { figureOf } from './figure.ts';

const words = EVALUATE_FIGURE.placebo;

/** The practice among its peers by the primary statistic, the studentised change of slope; none without peers. */
export function placeboFigure(placebo: Placebo, context: EvaluateFigureContext): readonly Figure[] {
  const { result, notes, better } = context;
  const { practice, measure, intervention } = result.design;
  const { areas, observed, rank, p, smallestPossibleP, fits, statistic } = placebo;
  if (statistic !== 'studentised-slope' || areas < 2) return [];
  const texts = {
    title: words.title(practice, rank, areas, p, smallestPossibleP),
    subtitle: words.subtitle(areas, measure, intervention ?? ''),
    notes,
    alt: words.alt(practice, observed, rank, areas, p),
    howToRead: words.howToRead,
    axis: { title: words.axis, better: words.better(better) },
    practice: words.practice(practice, observed),
    reference: words.reference,
    tail: words.tail,
  };
  const peers = fits.filter(({ area }) => area !== practice).map(({ studentised }) => studentised);
  return [
    figureOf('placebo', texts, context, placeboTable(fits), (options) =>
      placeboChart({ practice: observed, peers }, texts, options),
    ),
  ];
}

/** All areas, the furthest from 0 first. */
function placeboTable(fits: Placebo['fits']): Table {
  const { rank, area, statistic, slope } = words.headings;
  const sorted = [...fits].sort((a, b) => Math.abs(b.studentised) - Math.abs(a.studentised));
  return {
    type: 'table',
    id: 'placebo-table',
    caption: words.caption,
    columns: [right(rank), left(area), right(statistic), right(slope)],
    rows: sorted.map((fit, place) => [
      numberCell(place + 1),
      textCell(fit.area),
      valueCell(signed(fit.studentised, 2), fit.studentised),
      valueCell(percent(100 * Math.expm1(fit.slope), 2), 100 * Math.expm1(fit.slope)),
    ]),
    folded: true,
  };
}
