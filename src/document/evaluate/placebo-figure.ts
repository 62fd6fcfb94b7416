import type { PeerFit, Placebo } from '../../analysis/evaluate/peer-result.ts';
import { placeboChart } from '../../charts/evaluate/placebo.ts';
import { EVALUATE_FIGURE } from '../../messages/evaluate/figures.ts';
import { percent, signed } from '../../messages/words/format.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import type { Figure, Table } from '../document.ts';
import { figureOf } from '../figure.ts';
import type { EvaluateFigureContext } from './evaluate.ts';

const words = EVALUATE_FIGURE.placebo;

/**
 * The practice among its peers by the difference in the last quarter over its standard error: what the summary speaks of, and what
 * sees a step, too. None without peers.
 */
export function placeboFigure(placebo: Placebo, context: EvaluateFigureContext): readonly Figure[] {
  const { result, notes, better } = context;
  const { practice, measure, intervention, to } = result.design;
  const { smallestPossibleP, fits } = placebo;
  const test = placebo.tests.find(({ statistic }) => statistic === 'studentised-effect');
  const drawn = fits.flatMap((fit): readonly Drawn[] =>
    fit.studentisedEffect === null ? [] : [{ ...fit, studentisedEffect: fit.studentisedEffect }],
  );
  if (!test || drawn.length < 2) return [];
  const { observed, rank, p } = test;
  const areas = drawn.length;
  const texts = {
    title: words.title(practice, rank, areas, p, smallestPossibleP),
    subtitle: words.subtitle(areas, measure, intervention ?? '', to),
    notes,
    alt: words.alt(practice, observed, rank, areas, p),
    howToRead: words.howToRead,
    axis: { title: words.axis, better: words.better(better) },
    practice: words.practice(practice, observed),
    reference: words.reference,
    tail: words.tail,
  };
  const peers = drawn.filter(({ area }) => area !== practice).map(({ studentisedEffect }) => studentisedEffect);
  return [
    figureOf('placebo', texts, context, placeboTable(drawn), (options) =>
      placeboChart({ practice: observed, peers }, texts, options),
    ),
  ];
}

type Drawn = PeerFit & { readonly studentisedEffect: number };

/** All areas, the furthest from 0 first. */
function placeboTable(fits: readonly Drawn[]): Table {
  const { rank, area, statistic, effect, slope } = words.headings;
  const sorted = [...fits].sort((a, b) => Math.abs(b.studentisedEffect) - Math.abs(a.studentisedEffect));
  const change = (log: number, decimals: number) =>
    valueCell(percent(100 * Math.expm1(log), decimals), 100 * Math.expm1(log));
  return {
    type: 'table',
    id: 'placebo-table',
    caption: words.caption,
    columns: [right(rank), left(area), right(statistic), right(effect), right(slope)],
    rows: sorted.map((fit, place) => [
      numberCell(place + 1),
      textCell(fit.area),
      valueCell(signed(fit.studentisedEffect, 2), fit.studentisedEffect),
      change(fit.effectAtEnd, 1),
      change(fit.slope, 2),
    ]),
    folded: true,
  };
}
