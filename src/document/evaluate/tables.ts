import type {
  Alternative,
  AreaTrend,
  Controlled,
  EvaluateResult,
  Gate,
  PrimaryModel,
  Segmented,
} from '../../analysis/evaluate/result.ts';
import { EVALUATE } from '../../messages/evaluate/document.ts';
import { gateName, gateText } from '../../messages/evaluate/gates.ts';
import { modelName } from '../../messages/evaluate/words.ts';
import { number, percent, pValue, signed } from '../../messages/words/format.ts';
import { lineChange } from '../../messages/words/measures.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import type { Cell, Table } from '../document.ts';

const { headings } = EVALUATE;

type Form = (value: number) => string;

/** A log ratio left on the log scale, as a percentage. */
const ofLog: Form = (value) => percent(100 * Math.expm1(value));
const ofRatio: Form = (value) => percent(100 * (value - 1));
const plainly =
  (decimals: number): Form =>
  (value) =>
    signed(value, decimals);

function estimateCells(estimate: Estimate | null | undefined, form: Form): readonly [Cell, Cell, Cell] {
  return [
    valueCell(one(estimate, form), estimate?.estimate ?? null),
    textCell(interval(estimate, form)),
    pCell(estimate),
  ];
}

const one = (estimate: Estimate | null | undefined, form: Form): string =>
  estimate?.estimate == null ? '–' : form(estimate.estimate);

const interval = (estimate: Estimate | null | undefined, form: Form): string =>
  estimate?.lower == null || estimate.upper === null ? '–' : `${form(estimate.lower)} to ${form(estimate.upper)}`;

const pCell = (estimate: Pick<Estimate, 'p'> | null | undefined): Cell => {
  const p = estimate?.p ?? null;
  return valueCell(pValue(p), p);
};

/** Estimate with its interval in one cell. */
const both = (estimate: Estimate | null | undefined, form: Form): Cell =>
  valueCell(
    estimate?.lower == null ? one(estimate, form) : `${one(estimate, form)} (${interval(estimate, form)})`,
    estimate?.estimate ?? null,
  );

export function gatesTable(gates: readonly Gate[]): Table {
  return {
    type: 'table',
    id: 'gates',
    caption: EVALUATE.gatesCaption,
    columns: [left(headings.condition), left(headings.met), left(headings.meaning)],
    rows: gates.map((gate) => [
      textCell(gateName(gate.rule)),
      textCell(gate.passed ? EVALUATE.yes : EVALUATE.no),
      textCell(gateText(gate)),
    ]),
    folded: false,
  };
}

export function primaryTable(primary: PrimaryModel, period: string): Table {
  const { terms, joint, effectAtEnd, avoided } = primary;
  const rows: readonly (readonly [string, Estimate | undefined, Form])[] = [
    [EVALUATE.effectAtEnd(period), effectAtEnd, ofRatio],
    [EVALUATE.avoided, avoided, (value) => number(value)],
    [EVALUATE.level, terms.level, ofLog],
    [EVALUATE.slope, terms.slope, ofLog],
    [EVALUATE.secondLevel, terms.secondLevel, ofLog],
    [EVALUATE.secondSlope, terms.secondSlope, ofLog],
    [EVALUATE.time, terms.time, ofLog],
  ];
  return {
    type: 'table',
    id: 'primary',
    caption: EVALUATE.primaryCaption,
    columns: [left(headings.term), right(headings.estimate), right(headings.interval), right(headings.p)],
    rows: [
      ...rows.flatMap(([name, estimate, form]) =>
        estimate ? [[textCell(name), ...estimateCells(estimate, form)]] : [],
      ),
      ...(joint
        ? [
            [
              textCell(EVALUATE.joint(joint.terms, joint.df ?? 0)),
              numberCell(joint.statistic, 2),
              textCell('–'),
              pCell(joint),
            ],
          ]
        : []),
    ],
    folded: false,
  };
}

/** The effect in the last quarter by the primary and by every alternative that has one. */
export function effectsTable(controlled: Controlled): Table {
  return {
    type: 'table',
    id: 'effects',
    caption: EVALUATE.effectsCaption,
    columns: [left(headings.model), right(headings.effect), right(headings.interval), right(headings.p)],
    rows: modelsOf(controlled)
      .filter(({ effectAtEnd }) => effectAtEnd !== null)
      .map(({ model, effectAtEnd }) => [textCell(modelName(model)), ...estimateCells(effectAtEnd, ofRatio)]),
    folded: false,
  };
}

/** The change of slope a quarter by the same models; of rates per 1,000 where a model is not logarithmic. */
export function slopesTable(controlled: Controlled): Table {
  const formOf = (outcome: Alternative['outcome']) =>
    outcome === 'rate' || outcome === 'rate-difference' ? plainly(3) : ofLog;
  return {
    type: 'table',
    id: 'slopes',
    caption: EVALUATE.slopesCaption,
    columns: [left(headings.model), right(headings.slope), right(headings.interval), right(headings.p)],
    rows: modelsOf(controlled)
      .filter(({ terms }) => terms.slope)
      .map(({ model, outcome, terms }) => [textCell(modelName(model)), ...estimateCells(terms.slope, formOf(outcome))]),
    folded: true,
  };
}

function modelsOf({ primary, alternatives }: Controlled) {
  return [...(primary ? [{ ...primary, outcome: 'share' as const }] : []), ...alternatives];
}

export function segmentedTable(segmented: readonly Segmented[]): Table {
  const outcome = segmented[0]?.outcome ?? 'count';
  const formOf = ({ estimator }: Segmented) =>
    estimator === 'quasi-poisson' ? ofLog : plainly(outcome === 'rate' ? 3 : 1);
  return {
    type: 'table',
    id: 'segmented',
    caption: EVALUATE.segmentedCaption(EVALUATE.outcomes[outcome]),
    columns: [
      left(headings.area),
      left(headings.model),
      right(headings.level),
      right(headings.levelP),
      right(headings.slope),
      right(headings.slopeP),
      right(headings.rho),
    ],
    rows: segmented.map((fit) => [
      textCell(fit.area),
      textCell(modelName(fit.estimator)),
      both(fit.terms.level, formOf(fit)),
      pCell(fit.terms.level),
      both(fit.terms.slope, formOf(fit)),
      pCell(fit.terms.slope),
      numberCell(fit.rho, 2),
    ]),
    folded: false,
  };
}

export function trendsTable(trends: readonly AreaTrend[]): Table {
  return {
    type: 'table',
    id: 'trends',
    caption: EVALUATE.trendsCaption,
    columns: [
      left(headings.area),
      right(headings.quarters),
      right(headings.perQuarter),
      right(headings.interval),
      right(headings.p),
      right(headings.fitted),
      right(headings.durbinWatson),
    ],
    rows: trends.map((trend) => [
      textCell(trend.area),
      numberCell(trend.n),
      ...estimateCells(trend.slope, plainly(1)),
      valueCell(lineChange(trend.fitted.percentChange), trend.fitted.percentChange),
      numberCell(trend.durbinWatson, 2),
    ]),
    folded: false,
  };
}

export function diagnosticsTable({ segmented }: EvaluateResult): Table {
  const p = (value: number | null | undefined): Cell => valueCell(pValue(value ?? null), value ?? null);
  return {
    type: 'table',
    id: 'diagnostics',
    caption: EVALUATE.diagnosticsCaption,
    columns: [
      left(headings.area),
      right(headings.durbinWatson),
      right(headings.p),
      right(headings.ljungBox),
      right(headings.breuschGodfrey),
      right(headings.breuschPagan),
      right(headings.shapiroWilk),
      right(headings.reset),
      left(headings.largest),
    ],
    rows: segmented
      .filter(({ estimator }) => estimator === 'ols')
      .map(({ area, diagnostics: { largestResidual, ...of } }) => [
        textCell(area),
        numberCell(of.durbinWatson.statistic, 2),
        p(of.durbinWatson.p),
        p(of.ljungBox?.p),
        p(of.breuschGodfrey?.p),
        p(of.breuschPagan?.p),
        p(of.shapiroWilk?.p),
        p(of.reset?.p),
        textCell(largestResidual ? `${largestResidual.period} (${signed(largestResidual.studentised, 1)})` : '–'),
      ]),
    folded: true,
  };
}
