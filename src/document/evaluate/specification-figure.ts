import type { Specification, SpecificationCurve } from '../../analysis/evaluate/specification-result.ts';
import type { ChoiceGroup } from '../../charts/evaluate/choices.ts';
import { specificationCurve, type Verdict } from '../../charts/evaluate/specification-curve.ts';
import { EVALUATE_FIGURE } from '../../messages/evaluate/figures.ts';
import { number } from '../../messages/words/format.ts';
import type { Figure } from '../document.ts';
import { axisTexts, figureOf } from '../figure.ts';
import type { EvaluateFigureContext } from './evaluate.ts';
import { comparatorName, specificationsTable } from './specification-tables.ts';

const words = EVALUATE_FIGURE.specifications;

const percentOf = (ratio: number): number => 100 * (ratio - 1);

/** Every specification's mean effect, sorted, and the choices that each made. */
export function specificationFigure(curve: SpecificationCurve, context: EvaluateFigureContext): Figure {
  const { result, notes, better } = context;
  const { practice, measure, intervention } = result.design;
  const { specifications, total, sameSign, significant, min, max } = curve;
  const primary = specifications.find((one) => one.primary) ?? null;
  const ofPrimary = primary ? words.primary(primary.estimate, primary.lower, primary.upper) : '';
  const texts = {
    title: words.title(total, sameSign, significant, primary?.estimate ?? null, measure),
    subtitle: words.subtitle(practice, intervention ?? ''),
    notes: [
      words.fewest(curve.fewest.seasons, curve.fewest.autocorrelation),
      ...(curve.stretches === 'whole-series' ? [words.wholeSeries] : []),
      ...notes,
    ],
    alt: words.alt(total, min, max, ofPrimary),
    howToRead: words.howToRead,
    axis: axisTexts(words.axis, better),
    primary: ofPrimary,
    verdicts: words.verdicts,
    cut: words.cut,
  };
  const drawn = {
    marks: specifications.map((one) => ({
      estimate: percentOf(one.estimate),
      lower: percentOf(one.lower),
      upper: percentOf(one.upper),
      verdict: verdictOf(one, better),
      primary: one.primary,
    })),
    choices: choicesOf(specifications),
  };
  return figureOf('specifications', texts, context, specificationsTable(curve), (options) =>
    specificationCurve(drawn, texts, options),
  );
}

function verdictOf({ lower, upper }: Specification, better: EvaluateFigureContext['better']): Verdict {
  if (lower <= 1 && upper >= 1) return 'common';
  if (better === 'neither') return 'neither';
  return upper < 1 === (better === 'lower') ? 'improvement' : 'concern';
}

/** What was chosen between, in groups; kinds without a choice are left out. */
function choicesOf(list: readonly Specification[]): readonly ChoiceGroup[] {
  const group = <Key extends string | number | boolean>(
    heading: string,
    keyOf: (one: Specification) => Key,
    label: (key: Key) => string,
    compare: (a: Key, b: Key) => number = () => 0,
  ): ChoiceGroup => ({
    heading,
    rows: [...new Set(list.map(keyOf))].sort(compare).map((key) => ({
      label: label(key),
      at: list.flatMap((one, place) => (keyOf(one) === key ? [place] : [])),
    })),
  });
  const { choices, models } = words;
  const order = Object.keys(models);
  const byNumber = (a: number, b: number) => b - a;
  return [
    group(
      choices.model,
      ({ model }) => model,
      (model) => models[model] ?? model,
      (a, b) => order.indexOf(a) - order.indexOf(b),
    ),
    group(
      choices.before,
      ({ before }) => before,
      (n) => number(n),
      byNumber,
    ),
    group(
      choices.after,
      ({ after }) => after,
      (n) => number(n),
      byNumber,
    ),
    group(
      choices.seasons,
      ({ seasons }) => seasons,
      (seasons) => (seasons ? choices.seasonsYes : choices.seasonsNo),
      (a, b) => Number(a) - Number(b),
    ),
    group(choices.comparator, ({ comparator }) => comparator, comparatorName),
  ].filter(({ rows }) => rows.length > 1);
}
