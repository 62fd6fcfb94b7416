import type { PhaseProposals, ProposedPhase } from '../../analysis/phases/result.ts';
import { PHASES } from '../../messages/phases/findings.ts';
import { chartValue } from '../../messages/words/charts.ts';
import { left, numberCell, right, textCell, valueCell } from '../cells.ts';
import type { Block, Section, Table } from '../document.ts';
import { messages, together } from '../placing.ts';

const { headings } = PHASES;

/** The section on proposed phases: each candidate in a sentence, the phases with their limits, the log, the method. Null for none. */
export function phasesSection(all: readonly PhaseProposals[]): Section | null {
  const [first] = all;
  if (!first) return null;
  const { runLength, baseline, fewest } = first.settings;
  const hasLog = all.some(({ log }) => log.length > 0);
  const blocks: readonly Block[] = [
    messages(
      together(
        all.flatMap(({ findings }) => findings),
        'phases',
      ),
    ),
    ...(all.some(({ candidates }) => candidates.length > 0) ? [candidatesTable(all)] : []),
    ...(hasLog ? [logTable(all)] : []),
    { type: 'definitions', items: [{ term: PHASES.method, text: PHASES.methodText(runLength, baseline, fewest) }] },
  ];
  return { type: 'section', id: 'proposed-phases', heading: PHASES.heading, blocks };
}

function candidatesTable(all: readonly PhaseProposals[]): Table {
  return {
    type: 'table',
    id: 'proposed-phases-limits',
    caption: PHASES.candidatesCaption,
    columns: [
      left(headings.area),
      left(headings.phase),
      right(headings.points),
      right(headings.lower),
      right(headings.centre),
      right(headings.upper),
    ],
    rows: all.flatMap(({ area, unit, candidates }) =>
      phasesOf(candidates).map(({ from, to, n, lower, centre, upper }) => [
        textCell(area),
        textCell(PHASES.phase(from, to)),
        numberCell(n),
        ...[lower, centre, upper].map((value) => valueCell(shown(value, unit), value)),
      ]),
    ),
    folded: false,
  };
}

/** The phases between candidates: each `after` is the next one's `before`. */
function phasesOf(candidates: PhaseProposals['candidates']): readonly ProposedPhase[] {
  const [first] = candidates;
  return first ? [first.before, ...candidates.map(({ after }) => after)] : [];
}

function shown(value: number | null, unit: string): string {
  return chartValue(value === null || Number.isInteger(value) ? value : Number(value.toPrecision(4)), unit);
}

function logTable(all: readonly PhaseProposals[]): Table {
  return {
    type: 'table',
    id: 'proposed-phases-log',
    caption: PHASES.logCaption,
    columns: [
      left(headings.area),
      left(headings.run),
      left(headings.side),
      right(headings.before),
      right(headings.after),
      left(headings.decision),
    ],
    rows: all.flatMap(({ area, log }) =>
      log.map(({ run, before, after, reason }) => [
        textCell(area),
        textCell(PHASES.phase(run.from, run.to)),
        textCell(PHASES.side(run.side, run.count)),
        numberCell(before),
        numberCell(after),
        textCell(PHASES.reason(reason)),
      ]),
    ),
    folded: true,
  };
}
