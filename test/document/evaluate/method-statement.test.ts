import { describe, expect, it } from 'vitest';
import { ADMISSIONS, AREAS, document, FROME, quarterline, ROOT } from '../../e2e/support.ts';
import { golden } from '../../support/golden.ts';

const TWO = `${ROOT}test/golden/_sim/two_area.csv`;
const SIMULATED = ['evaluate', TWO, '--practice', 'practice', '--quarters', 'calendar', '--intervention', '2014Q2'];
const BESIDE = ['--comparator', 'county'];

/** Both parts of the statement: the paragraphs of methods, and the one of results. */
async function statement(args: readonly string[]): Promise<{ readonly methods: string; readonly results: string }> {
  const { out } = await quarterline([...args, '--format', 'markdown']);
  const [, stated = ''] = out.split('\nMethods. ');
  const [methods = '', rest = ''] = stated.split('\nResults. ');
  return {
    methods: rest === '' ? (methods.split(/\n(?=#|\*\*)/)[0] ?? '') : methods,
    results: rest.split('\n')[0] ?? '',
  };
}

const percent = (log: number): string => {
  const value = 100 * Math.expm1(log);
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}%`;
};

describe('the method statement', () => {
  it('states data, design, equation, estimation and intervals (golden 15)', async () => {
    const expected = golden('15-controlled-its').D_conditional_binomial;
    const { methods } = await statement([...SIMULATED, ...BESIDE]);
    expect(methods).toContain(
      'emergency admissions at practice and, for comparison, county from 2010/11 Q1 to 2017/18 Q4',
    );
    expect(methods).toContain('dated to 2014/15 Q1');
    expect(methods).toContain('16 quarters before and 16 from then on; no washout; no quarter missing');
    expect(methods).toContain('logit(p) = ln(n1 / n2) + b0 + b1 t + b2 post + b3 s');
    expect(methods).toContain('(t0 = 17)');
    expect(methods).toContain(`${expected.df} degrees of freedom, was ${expected.phi.toFixed(2)}, used as 1.00`);
    expect(methods).toContain('delta method');
    expect(methods).toMatch(/REML with AR\(1\) errors \(rho 0\.\d\d\)/);
    expect(methods).toMatch(/Newey–West errors \(lag 3\)/);
    expect(methods).toContain('indicators of the quarter of the year');
    expect(methods).toMatch(/Computed with quarterline \d/);
  });

  it('states level, slope, the last quarter and the sum with their intervals (golden 15)', async () => {
    const { irr_last, avoided, coef_quasi } = golden('15-controlled-its').D_conditional_binomial;
    const { results } = await statement([...SIMULATED, ...BESIDE]);
    expect(results).toContain(`Level in the first quarter after: ${percent(coef_quasi.post.estimate)} (95% interval`);
    expect(results).toContain(`against before: ${percent(coef_quasi.tpost.estimate)} a quarter (95% interval`);
    const last = `${(100 * (1 - irr_last.irr)).toFixed(1)}% lower than the counterfactual`;
    const interval = `(95% interval ${percent(Math.log(irr_last.lo))} to ${percent(Math.log(irr_last.hi))}; P < 0.001)`;
    expect(results).toContain(`In 2017/18 Q4 the count was ${last}`);
    expect(results).toContain(interval);
    expect(results).toContain(`Over the 16 quarters after, 11,229 were expected on that course and 9,700 counted`);
    expect([avoided.expected, avoided.observed].map(Math.round)).toEqual([11229, 9700]);
    expect(results).toContain('1,529 fewer (95% interval 655 fewer to 2,404 fewer');
    expect(results).not.toContain('exploratory');
  });

  it('names washout, a second change, and what rests on counts', async () => {
    const options = ['--washout', '2014Q1..2014Q1', '--second-intervention', '2016Q2'];
    const { methods } = await statement([...SIMULATED, ...BESIDE, ...options]);
    expect(methods).toContain('washout left out: 2013/14 Q4');
    expect(methods).toContain('A second change was dated to 2016/17 Q1 (t = 25)');
    expect(methods).toContain('+ b4 post2 + b5 s2');
    const counts = await statement(['evaluate', ADMISSIONS, ...AREAS, '--intervention', '2014/15 Q1']);
    expect(counts.methods).toContain('logit(p) = b0 + b1 t');
    expect(counts.methods).toContain('without list sizes');
    expect(counts.results).toContain('so this is exploratory');
  });

  it('describes the models of one area where there is no other', async () => {
    const { methods, results } = await statement(SIMULATED);
    expect(methods).toContain(
      'without a comparator, from 2010/11 Q1 to 2017/18 Q4 were analysed as an interrupted time series',
    );
    expect(methods).toContain('The series was modelled by segmented regression, y = b0 + b1 t + b2 post + b3 s');
    expect(methods).not.toContain('logit');
    expect(results).toContain('By least squares, level in the first quarter after:');
  });

  it.each([
    ['no date was given', [], 'No date of a change was given'],
    [
      'there are too few quarters',
      ['--intervention', '2013/14 Q3'],
      'With 2 quarters before and 17 after the change no',
    ],
  ])('says that nothing but lines was fitted where %s', async (_, options, said) => {
    const { methods, results } = await statement(['evaluate', ...FROME, ...AREAS, ...options]);
    expect(methods).toContain(said);
    expect(methods).toContain('described by straight lines');
    expect(results).toBe('');
  });

  it('comes with the quarters as they were fitted', async () => {
    const args = ['evaluate', ...FROME, ...AREAS, '--intervention', '2014/15 Q1'];
    const { out } = await quarterline([...args, '--format', 'markdown']);
    const { result } = await document(args);
    const [first] = result.controlled.primary.points;
    expect(out).toContain(`| 2013/14 Q1 | 1 | 766 | 28,020 | 10,983 | 510,080 | ${first.fitted.toFixed(1)} | – |`);
    const csv = (await quarterline([...args, '--format', 'csv'])).out;
    expect(csv).toContain('quarters,Frome Medical Practice,observed 2013/14 Q1,766,');
    expect(csv).toContain('quarters,Rest of Somerset,listSize 2013/14 Q1,510080,');
  });
});
