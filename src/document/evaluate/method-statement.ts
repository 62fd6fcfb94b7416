import type { Estimator, EvaluateResult, Segmented } from '../../analysis/evaluate/result.ts';
import { EVALUATE_METHODS } from '../../messages/evaluate/document.ts';
import { METHOD_STATEMENT as WORDS } from '../../messages/evaluate/method-statement.ts';
import { REPORTING } from '../../messages/evaluate/reporting.ts';
import { left, numberCell, right, textCell } from '../cells.ts';
import type { Block, Definitions, Section, Table } from '../document.ts';

/** What a statement says of a plan. */
export interface StatedPlan {
  readonly path: string;
  readonly sha256: string;
  readonly items: readonly { readonly departs: boolean }[];
}

/**
 * The evaluation in two paragraphs that a paper can take over, methods and results, and the quarters as they were fitted. What
 * reviews of interrupted series found missing: data, window, points before and after, t0, washout, equation, estimator,
 * autocorrelation, seasons, level, slope, the effect at a stated time with its interval, the counterfactual, the data.
 */
export function methodStatement(result: EvaluateResult, version: string, plan: StatedPlan | null): Section {
  const quarters = quartersTable(result);
  const results = resultSentences(result);
  return {
    type: 'section',
    id: 'method-statement',
    heading: WORDS.heading,
    blocks: [
      { type: 'paragraph', role: 'note', text: WORDS.intro },
      paragraph([WORDS.methods, ...dataSentences(result)]),
      ...[primarySentences(result), segmentedSentences(result)].filter(({ length }) => length > 0).map(paragraph),
      paragraph([...planSentences(plan), WORDS.software(version)]),
      ...(results.length > 0 ? [paragraph([WORDS.results, ...results])] : []),
      ...(quarters ? [quarters] : []),
    ],
  };
}

const paragraph = (sentences: readonly string[]): Block => ({
  type: 'paragraph',
  role: 'body',
  text: sentences.join(' '),
});

function dataSentences(result: EvaluateResult): readonly string[] {
  const { design, controlled, segmented } = result;
  const { measure, practice, comparator, from, to } = design;
  const fitted = controlled?.primary || segmented.length > 0;
  return [
    WORDS.data(measure, practice, comparator, from, to, controlled ? 'controlled' : fitted ? 'alone' : 'lines'),
    ...changeSentences(result),
    ...(fitted && !controlled && comparator !== null
      ? [WORDS.alone(practice, comparator, design.before, design.after)]
      : []),
    ...(fitted
      ? []
      : [WORDS.trendsOnly(design.intervention === null ? 'no-date' : 'too-few', design.before, design.after)]),
  ];
}

function changeSentences({ design, controlled }: EvaluateResult): readonly string[] {
  const { intervention, secondIntervention, secondTime, washout } = design;
  const { before, after, missing } = controlled ? design : design.own;
  if (intervention === null) return [];
  const second =
    secondIntervention === null || secondTime === null ? [] : [WORDS.secondChange(secondIntervention, secondTime)];
  return [WORDS.change(intervention, before, after, washout, missing), ...second];
}

function primarySentences({ design, controlled, sensitivity }: EvaluateResult): readonly string[] {
  const primary = controlled?.primary;
  if (!primary) return [];
  const { dispersion, df, basis, seasons, seasonTerms, diagnostics } = primary;
  return [
    WORDS.primary(design.secondTime !== null, basis, design.from, design.interventionTime ?? 1),
    WORDS.shared(seasons?.p ?? null, seasonTerms !== null),
    WORDS.estimation(dispersion.raw, dispersion.used, df, diagnostics.durbinWatson.statistic),
    WORDS.intervals(df),
    WORDS.beside(controlled.alternatives.length, sensitivity?.total ?? 0),
  ];
}

function segmentedSentences({ design, controlled, segmented }: EvaluateResult): readonly string[] {
  const own = segmented.filter(({ area }) => area === design.practice);
  const [first] = own;
  if (!first) return [];
  const each = segmented.length > own.length;
  const seasons = own.some((fit) => fit.seasons);
  const outcome = outcomeOf(own);
  return [
    WORDS.segmented(design.measure, outcome, seasons, design.secondTime !== null, each),
    ...(controlled?.primary ? [] : [WORDS.terms(design.from, design.interventionTime ?? 1)]),
    WORDS.estimators(own, first.df),
  ];
}

/** The outcome of the linear models: counts models count in any case. */
function outcomeOf(fits: readonly Segmented[]): Segmented['outcome'] {
  const counts: Estimator = 'quasi-poisson';
  return fits.find(({ estimator }) => estimator !== counts)?.outcome ?? 'count';
}

function planSentences(plan: StatedPlan | null): readonly string[] {
  return plan ? [WORDS.plan(plan.path, plan.sha256, plan.items.filter(({ departs }) => departs).length)] : [];
}

/** Whether the first quarter after the change is not fitted. */
const isLeftOut = ({ design, controlled }: EvaluateResult): boolean => {
  const { intervention, washout, missing, own } = design;
  return intervention !== null && [...washout, ...(controlled ? missing : own.missing)].includes(intervention);
};

function resultSentences(result: EvaluateResult): readonly string[] {
  const { design, controlled, segmented, gates } = result;
  const primary = controlled?.primary;
  const own = segmented.find(({ area, estimator }) => area === design.practice && estimator === 'ols');
  // Of a comparator that is too short the conditions count the quarters shared, not those of the practice alone.
  const isJudged = controlled !== null || design.comparator === null;
  const isShort = isJudged && gates.some(({ rule, passed }) => rule === 'long-enough' && !passed);
  const short = isShort ? [WORDS.exploratory] : [];
  if (primary) {
    const { terms, joint, effectAtEnd, expected, observed, avoided, points } = primary;
    return [
      WORDS.before(primary.basis, terms.time),
      WORDS.jump(terms.level, terms.slope, isLeftOut(result)),
      ...(terms.secondLevel && terms.secondSlope && design.secondIntervention !== null
        ? [WORDS.secondJump(design.secondIntervention, terms.secondLevel, terms.secondSlope)]
        : []),
      ...(joint ? [WORDS.joint(joint.terms, joint.df ?? 0, joint.statistic, joint.p)] : []),
      WORDS.last(points.at(-1)?.period ?? design.to, effectAtEnd),
      WORDS.sum(design.after, expected, observed, avoided, design.washout.length + design.missing.length > 0),
      ...short,
    ];
  }
  if (!own) return [];
  const relative = own.relativeEffectAtEnd ? [WORDS.lastAlone(design.to, own.relativeEffectAtEnd)] : [];
  return [WORDS.jumpOf(own.outcome, own.terms.level, own.terms.slope, isLeftOut(result)), ...relative, ...short];
}

/** The quarters as they went into the controlled models, with the primary's fit; null without a comparator. */
function quartersTable({ design, quarters, controlled }: EvaluateResult): Table | null {
  if (quarters.length === 0 || design.comparator === null) return null;
  const points = new Map((controlled?.primary?.points ?? []).map((point) => [point.index, point]));
  const { headings } = WORDS;
  return {
    type: 'table',
    id: 'quarters',
    caption: WORDS.quarters(design.practice, design.comparator),
    columns: [
      left(headings.quarter),
      ...[
        headings.t,
        headings.practice,
        headings.practicePeople,
        headings.comparator,
        headings.comparatorPeople,
        headings.fitted,
        headings.expected,
      ].map(right),
    ],
    rows: quarters.map(({ period, index, time, events, people, others, otherPeople }) => [
      textCell(period),
      numberCell(time),
      numberCell(events),
      numberCell(people),
      numberCell(others),
      numberCell(otherPeople),
      numberCell(points.get(index)?.fitted ?? null, 1),
      numberCell(points.get(index)?.counterfactual ?? null, 1),
    ]),
    folded: true,
  };
}

type Method = keyof typeof EVALUATE_METHODS;

/** Whether an evaluation makes use of a method. */
const USES: Readonly<Record<Method, (result: EvaluateResult) => boolean>> = {
  primary: ({ controlled }) => controlled?.primary != null,
  avoided: ({ controlled }) => controlled?.primary != null,
  alternatives: ({ controlled }) => (controlled?.alternatives ?? []).length > 0,
  sensitivity: ({ sensitivity }) => sensitivity !== null,
  placebo: ({ placebo }) => placebo !== null,
  synthetic: ({ syntheticControl }) => syntheticControl !== null,
  segmented: ({ segmented }) => segmented.length > 0,
  detectable: ({ detectable }) => detectable !== null,
  trends: ({ trends }) => trends.length > 0,
};

/** The methods that an evaluation used, each in words, and what its checklist is. */
export function evaluateMethods(result: EvaluateResult): Definitions['items'] {
  const names = Object.keys(EVALUATE_METHODS) as Method[];
  return [
    ...names.filter((name) => USES[name](result)).map((name) => EVALUATE_METHODS[name]),
    { term: REPORTING.heading, text: `${REPORTING.intro} ${REPORTING.grade}` },
  ];
}
