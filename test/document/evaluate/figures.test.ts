import { describe, expect, it } from 'vitest';
import { EVALUATE_FIGURE } from '../../../src/messages/evaluate/figures.ts';
import { golden } from '../../support/golden.ts';
import { written } from './evaluated.ts';

const SIMULATED = ['--quarters', 'calendar', '--intervention', '2014Q2'];
const TWO = ['test/golden/_sim/two_area.csv'];
const PEERS = ['test/golden/_sim/peers.csv'];
const BESIDE = ['--practice', 'practice', '--comparator', 'county'];

/** The titles of a page's charts, each once. */
function titles(html: string): readonly string[] {
  const all = [...html.matchAll(/<svg[^>]*>\s*<title[^>]*>([^<]*)<\/title>/g)].map((match) => match[1] ?? '');
  return [...new Set(all)];
}

const magnitude = (ratio: number): string => `${Math.abs(100 * (ratio - 1)).toFixed(1)}%`;

describe('the figures of an evaluation', () => {
  it('lead with the effect, the difference and the spread (golden 15)', async () => {
    const expected = golden('15-controlled-its');
    const html = await written('page.html', TWO, 'evaluate', ...SIMULATED, ...BESIDE);
    const [course, difference, specifications, ...more] = titles(html);
    expect(course).toBe(
      `In 2017/18 Q4 practice’s emergency admissions were ${magnitude(expected.D_conditional_binomial.irr_last.irr)} lower than on their earlier course beside county, more than chance would explain`,
    );
    expect(difference).toMatch(
      /^Practice’s rate went from 2\.1% above county’s to 22\.8% below; beside the earlier course more than chance would explain$/,
    );
    expect(specifications).toMatch(/^All 91 ways of asking find fewer emergency admissions, \d+ of 91 beyond chance/);
    expect(more).toEqual([]);
    const slope = Math.expm1(expected.C_logratio.ols.tpost.estimate);
    expect(html).toContain(`log ratios: −${Math.abs(100 * slope).toFixed(2)}% a quarter`);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('set the practice among its peers (golden 17)', async () => {
    const html = await written(
      'page.html',
      PEERS,
      'evaluate',
      ...SIMULATED,
      '--practice',
      'P01',
      '--comparator',
      'rest',
    );
    expect(html).toMatch(/agree with the primary in sign and \d+% \(\d+ of \d+\) in statistical significance/);
    expect(titles(html).at(-1)).toBe(
      '1 of 59 other areas departs at least as far from its earlier course as P01 (P = 0.033)',
    );
    expect(html).toContain('The same question, other areas');
  });

  it('show one area by itself where there is no comparator, and say so', async () => {
    const html = await written('page.html', TWO, 'evaluate', ...SIMULATED, '--practice', 'practice');
    expect(titles(html)).toHaveLength(1);
    expect(titles(html)[0]).toMatch(
      /^In 2017\/18 Q4 practice’s emergency admissions were [\d.]+% lower than on the course before/,
    );
    expect(html).toContain('No comparator');
  });

  it('draw nothing without a date of the change', async () => {
    const html = await written('page.html', TWO, 'evaluate', '--quarters', 'calendar', ...BESIDE);
    expect(titles(html)).toEqual([]);
  });

  it('name two changes and what was left out between them', async () => {
    const options = ['--second-intervention', '2016Q2', '--washout', '2014Q1..2014Q1'];
    const html = await written('page.html', TWO, 'evaluate', ...SIMULATED, ...BESIDE, ...options);
    expect(html).toContain('second change from 2016/17 Q1');
    expect(html).toContain('Left out (washout): 2013/14 Q4.');
  });

  it('speak of shares where counts are compared, and of chance where it could be', async () => {
    const files = ['fixtures/frome-somerset/admissions.csv'];
    const options = ['--practice', 'frome', '--comparator', 'somerset', '--intervention', '2014/15 Q1'];
    const [course, difference] = titles(await written('page.html', files, 'evaluate', ...options));
    expect(course).toMatch(/; this could be chance$/);
    expect(difference).toMatch(
      /count went from [\d.]+% of Rest of Somerset’s to [\d.]+%; beside the earlier course this could be chance$/,
    );
  });
});

describe('the title of a course', () => {
  const { title, titleAlone } = EVALUATE_FIGURE.course;

  it('does not call the same lower or higher', () => {
    expect(title('Frome', 'Somerset', 'admissions', '2017/18 Q3', { estimate: 1, lower: 0.9, upper: 1.1 })).toBe(
      'In 2017/18 Q3 Frome’s emergency admissions were the same as on their earlier course beside Somerset; this could be chance',
    );
  });

  it('gives no percentage of a course that comes to nothing', () => {
    expect(titleAlone('Frome', 'admissions', '2017/18 Q3', { estimate: 2e32, lower: 1, upper: 4e32 })).toBe(
      'Frome’s emergency admissions beside the course they had before',
    );
  });
});

describe('the figure of a power calculation', () => {
  it('answers for the list size that was asked about', async () => {
    const options = ['--list-size', '13851', '--rate', '96', '--comparator-size', '520000'];
    const html = await written('page.html', [], 'power', ...options);
    expect(titles(html)).toHaveLength(1);
    expect(titles(html)[0]).toMatch(/^With 13,851 people a lasting fall of [\d.]+% would be seen/);
    expect(html).toContain('Detectable fall by list size');
  });
});
