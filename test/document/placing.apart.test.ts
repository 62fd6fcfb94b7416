import { describe, expect, it, vi } from 'vitest';
import { compare } from '../../src/analysis/compare/compare.ts';
import { controlChart } from '../../src/analysis/control-chart/control-chart.ts';
import { DEFAULT_CONTROL_CHART_OPTIONS } from '../../src/analysis/control-chart/options.ts';
import type { ControlChartResult } from '../../src/analysis/control-chart/result.ts';
import { evaluate } from '../../src/analysis/evaluate/evaluate.ts';
import { DEFAULT_RUN_CHART_OPTIONS } from '../../src/analysis/run-chart/options.ts';
import type { RunChartResult } from '../../src/analysis/run-chart/result.ts';
import { runChart } from '../../src/analysis/run-chart/run-chart.ts';
import type { FindingId } from '../../src/catalogue.ts';
import { checkDocument } from '../../src/document/check/check.ts';
import { compareDocument } from '../../src/document/compare/compare.ts';
import { controlDocument } from '../../src/document/control-chart/control-chart.ts';
import type { Block, Doc } from '../../src/document/document.ts';
import { evaluateDocument } from '../../src/document/evaluate/evaluate.ts';
import { placing, together } from '../../src/document/placing.ts';
import { reportDocument } from '../../src/document/report/report.ts';
import { runChartDocument } from '../../src/document/run-chart/run-chart.ts';
import type { Finding } from '../../src/finding.ts';
import { placeOf } from '../../src/messages/places.ts';
import type { Part } from '../../src/messages/types.ts';
import { OPTIONS } from '../analysis/evaluate/support.ts';
import { frome, nhsQuarter } from '../support/areas.ts';
import { FINDINGS } from '../support/sentences.ts';

// A sentence is its id here: where it stands does not hang on what it says.
vi.mock('../../src/messages.ts', async (original) => ({
  ...(await original<typeof import('../../src/messages.ts')>()),
  findingText: ({ id }: Finding) => `«${id}»`,
}));

const intervention = nhsQuarter('2014/15 Q1');
const { practice, comparator } = frome();
const compared = compare(practice, comparator, {
  baseline: null,
  followUp: null,
  likeForLike: false,
  from: null,
  to: null,
  intervention,
  deflator: null,
  priceYear: null,
}).result;
const evaluated = {
  ...evaluate(practice, comparator, { ...OPTIONS, intervention }).result,
  plan: null,
  reporting: [],
};
const provenance = { inputs: [], commandLine: 'quarterline', version: '0' };
const charts = practice.series.slice(0, 1).map((series) => runChart(series, DEFAULT_RUN_CHART_OPTIONS));
const controlCharts = practice.series.slice(0, 1).map((series) => controlChart(series, DEFAULT_CONTROL_CHART_OPTIONS));

/** Every finding of some concepts, and some of others, as if all were found at once. */
const all = (concepts: RegExp, ...others: readonly string[]): readonly Finding[] =>
  [...Object.keys(FINDINGS).filter((id) => concepts.test(id)), ...others].map((id) => ({
    id: id as FindingId,
    kind: 'caution',
    slots: {},
  }));

/** id -> the sections in which its sentence stands itself, in order. */
function sectionsBySentence(doc: Doc): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const look = (blocks: readonly Block[], section: string): void => {
    for (const block of blocks) {
      if (block.type === 'section') look(block.blocks, block.id);
      const texts =
        block.type === 'paragraph'
          ? [block.text]
          : block.type === 'messages'
            ? block.items.map(({ text }) => text)
            : [];
      for (const text of texts) {
        const id = /^«(.*)»$/.exec(text)?.[1];
        if (id !== undefined) found.set(id, [...(found.get(id) ?? []), section]);
      }
    }
  };
  look(doc.blocks, '');
  return found;
}

type Sections = { readonly [Name in Part]?: string };

const IN_COMPARE: Sections = {
  lead: 'summary',
  trend: 'trend',
  sensitivity: 'sensitivity',
  cautions: 'cautions',
  assumed: 'cautions',
};
const EVALUATION: Sections = {
  primary: 'primary',
  spread: 'spread',
  placebo: 'placebo',
  slopes: 'trends',
  published: 'published',
};

/** What the two documents share, by what an evaluation may hold of a comparison. */
const SHARED = ['compare.list-size-step', 'compare.not-cashable', 'compare.regression-to-mean'];

/** A document of more charts than verdicts lead: the first with all findings of charts, the others with none. */
function chartsDocument<Chart extends { readonly findings: readonly Finding[] }>(
  findings: readonly Finding[],
  chart: Chart,
  make: (charts: readonly Chart[], findings: readonly Finding[], around: typeof provenance) => Doc,
): Doc {
  const [own, other] = [findings.filter((one) => placeOf(one).in === 'chart'), { ...chart, findings: [] }];
  const remarks = findings.filter((one) => !own.includes(one));
  return make([{ ...chart, findings: own }, other, other, other], remarks, provenance);
}

const DOCUMENTS: readonly {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly make: (findings: readonly Finding[]) => Doc | Promise<Doc>;
  readonly sections: Sections;
}[] = [
  {
    name: 'a check',
    findings: all(/^input\./),
    make: (findings) => checkDocument({ files: [], next: null }, [], findings),
    sections: { assumed: 'findings', noted: 'findings' },
  },
  {
    name: 'run charts of many areas, each with all that charts hold',
    findings: [...all(/^run-chart\./), ...all(/^input\./)],
    make: (findings) =>
      chartsDocument(findings, charts[0] as RunChartResult, (...given) => runChartDocument(...given, null)),
    sections: { chart: 'run-chart-1', cautions: 'remarks', assumed: 'remarks', noted: 'remarks' },
  },
  {
    name: 'control charts of many areas, each with all that charts hold',
    findings: [...all(/^control-chart\./), ...all(/^input\./)],
    make: (findings) => chartsDocument(findings, controlCharts[0] as ControlChartResult, controlDocument),
    sections: { chart: 'control-chart-1', cautions: 'remarks', assumed: 'remarks', noted: 'remarks' },
  },
  {
    name: 'a comparison',
    findings: all(/^(compare|input)\./),
    make: (findings) => compareDocument(compared, findings, provenance, { figures: false, palette: 'quarterline' }),
    sections: IN_COMPARE,
  },
  {
    name: 'an evaluation',
    findings: all(/^(evaluate|reporting|input)\./, ...SHARED),
    make: (findings) => evaluateDocument(evaluated, findings, provenance),
    sections: { ...EVALUATION, answer: 'summary', cautions: 'cautions', assumed: 'cautions', reporting: 'reporting' },
  },
  {
    name: 'a report',
    findings: all(/^(compare|evaluate|reporting|report|input)\./),
    make: (findings) =>
      reportDocument(
        {
          compare: compared,
          findings,
          runCharts: charts,
          controlCharts: [],
          evaluation: { result: evaluated, figures: null },
          provenance,
        },
        { figures: false, palette: 'quarterline' },
      ),
    sections: {
      ...IN_COMPARE,
      ...Object.fromEntries(Object.entries(EVALUATION).map(([part, id]) => [part, `evaluation-${id}`])),
      main: 'summary',
      answer: 'evaluation',
      reporting: 'reporting',
    },
  },
];

describe('the findings of a document', () => {
  it.each(DOCUMENTS)('stand in $name each at its place, and where it is said besides', async (kind) => {
    expect(kind.findings.length).toBeGreaterThan(20);
    const found = sectionsBySentence(await kind.make(kind.findings));
    for (const finding of kind.findings) {
      const place = placeOf(finding);
      const expected = [place.in, ...place.also].flatMap((part) => kind.sections[part] ?? []);
      expect([...(found.get(finding.id) ?? [])].sort(), finding.id).toEqual(expected.sort());
      if (place.in !== 'noted') expect(expected.length, finding.id).toBeGreaterThan(0);
    }
  });

  it('lead with a quarter far from the model only where it decides the answer', async () => {
    const outlier = (decides: boolean): Finding => ({ id: 'evaluate.outlier', kind: 'caution', slots: { decides } });
    const where = async (decides: boolean) =>
      sectionsBySentence(evaluateDocument(evaluated, [outlier(decides)], provenance)).get('evaluate.outlier');
    expect(await where(true)).toEqual(['summary', 'cautions']);
    expect(await where(false)).toEqual(['cautions']);
  });

  it('are refused where a document has no place for one, or tells it twice', () => {
    const [lead, caution] = all(/^compare\.(change|not-causal)$/) as [Finding, Finding];
    const left = placing([lead, caution]);
    left.at('lead');
    expect(() => left.close(null)).toThrow('not placed once in the document: compare.not-causal (cautions)');
    const twice = placing([lead, caution]);
    twice.at('lead', 'cautions');
    twice.at('lead');
    expect(() => twice.close(null)).toThrow('compare.change (lead)');
    expect(together([lead], 'lead')).toEqual([lead]);
    expect(() => together([lead, caution], 'lead')).toThrow('compare.not-causal (cautions)');
  });
});
