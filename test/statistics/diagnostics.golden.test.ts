import { describe, expect, it } from 'vitest';
import { autocorrelations, breuschGodfrey, breuschPagan, ljungBox } from '../../src/statistics/linear/diagnostics.ts';
import { durbinWatson, durbinWatsonTest } from '../../src/statistics/linear/durbin-watson.ts';
import { influence } from '../../src/statistics/linear/influence.ts';
import { leastSquares, leverages } from '../../src/statistics/linear/least-squares.ts';
import type { TestResult } from '../../src/statistics/test-result.ts';
import { segments, withSeasons } from '../support/design.ts';
import { expectClose, golden, numbers, simulated } from '../support/golden.ts';

const REL = 1e-8;
const all = simulated('two_area').filter(({ area }) => area === 'practice');
const fifteen = all.filter(({ t }) => Number(t) >= 17 && Number(t) <= 31);
const ratesOf = (table: typeof all) => {
  const lists = numbers(table, 'list_size');
  return numbers(table, 'admissions').map((count, i) => (1000 * count) / (lists[i] ?? Number.NaN));
};

const cases = {
  noseason: { design: segments(all), y: ratesOf(all) },
  quarter: { design: withSeasons(segments(all), all), y: ratesOf(all) },
  trend_only_15q: { design: numbers(fifteen, 't').map((t) => [1, t]), y: ratesOf(fifteen) },
};

function expectTest(actual: TestResult | null, statistic: number, p: number, df?: number): void {
  expectClose(actual?.statistic, statistic, REL);
  expectClose(actual?.p, p, REL);
  if (df !== undefined) expect(actual?.df).toBe(df);
}

describe('golden 10: residual diagnostics', () => {
  for (const [name, { design, y }] of Object.entries(cases)) {
    const expected = golden('10-diagnostics')[name];
    const fit = leastSquares(design, y);

    it(`${name}: Durbin-Watson with its exact P`, () => {
      expectClose(durbinWatson(fit.residuals), expected.dw, REL);
      const test = durbinWatsonTest(design, y);
      expectClose(test?.pPositive, expected.dw_p_greater_exact_pan, REL);
      expectTest(test, expected.dw, expected.dw_p_two_sided);
    });

    it(`${name}: autocorrelations, Ljung-Box`, () => {
      autocorrelations(fit.residuals, 8).forEach((r, i) => {
        expectClose(r, expected.acf[i + 1], REL, 1e-2);
      });
      for (const { lag, Q, p, df } of expected.ljung_box) expectTest(ljungBox(fit.residuals, lag), Q, p, df);
    });

    it(`${name}: Breusch-Godfrey, Breusch-Pagan`, () => {
      for (const { order, LM, p } of expected.breusch_godfrey) {
        expectTest(breuschGodfrey(design, fit.residuals, order), LM, p, order);
      }
      const { BP, df, p } = expected.breusch_pagan_studentized;
      expectTest(breuschPagan(design, fit.residuals), BP, p, df);
    });

    it(`${name}: leverage, Cook's distance, studentised residuals`, () => {
      influence(design, fit).forEach(({ studentised, cook }, i) => {
        expectClose(leverages(design)[i], expected.hat[i], REL);
        expectClose(cook, expected.cooks[i], REL, 1e-4);
        expectClose(studentised, expected.rstudent[i], REL, 1e-2);
      });
    });
  }
});
