import { describe, expect, it } from 'vitest';
import {
  autocorrelations,
  boxPierce,
  breuschGodfrey,
  breuschGodfreyF,
  breuschPagan,
  ljungBox,
  partialAutocorrelations,
} from '../../src/statistics/linear/diagnostics.ts';
import { durbinWatson, durbinWatsonTest } from '../../src/statistics/linear/durbin-watson.ts';
import { influence } from '../../src/statistics/linear/influence.ts';
import { leastSquares, leverages } from '../../src/statistics/linear/least-squares.ts';
import { jarqueBera, shapiroWilk } from '../../src/statistics/linear/normality.ts';
import { reset } from '../../src/statistics/linear/reset.ts';
import type { FTest } from '../../src/statistics/test-result.ts';
import { golden, numbers } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';
import { PLAIN, practice, ratesOf, SEASONAL } from './practice.ts';

const fifteen = practice.filter(({ t }) => Number(t) >= 17 && Number(t) <= 31);

const MODELS = {
  noseason: { design: PLAIN.design, y: ratesOf(practice) },
  quarter: { design: SEASONAL.design, y: ratesOf(practice) },
  trend_only_15q: { design: numbers(fifteen, 't').map((t) => [1, t]), y: ratesOf(fifteen) },
};

describe('golden 10: residual diagnostics', () => {
  const ledger = new Ledger(golden('10-diagnostics'), { relative: 1e-8 });

  for (const [name, { design, y }] of Object.entries(MODELS)) {
    const fit = leastSquares(design, y);
    const { residuals } = fit;

    const holdsF = (place: string, test: FTest | null) => {
      ledger.holds(`${name}/${place}/F`, test?.statistic);
      ledger.holdsAll(`${name}/${place}/df`, [test?.terms ?? null, test?.df ?? null]);
      ledger.holds(`${name}/${place}/p`, test?.p);
    };

    it(`${name}: Durbin-Watson with its exact P`, () => {
      ledger.holds(`${name}/n`, y.length);
      ledger.holds(`${name}/k`, fit.coefficients.length);
      const test = durbinWatsonTest(design, y);
      ledger.holds(`${name}/dw`, durbinWatson(residuals));
      ledger.holds(`${name}/dw`, test?.statistic);
      ledger.holds(`${name}/dw_p_greater_exact_pan`, test?.pPositive);
      ledger.holds(`${name}/dw_p_two_sided`, test?.p);
    });

    it(`${name}: autocorrelations, Ljung-Box, Box-Pierce`, () => {
      ledger.holdsAll(`${name}/acf`, [1, ...autocorrelations(residuals, 8)]);
      ledger.holdsAll(`${name}/pacf`, partialAutocorrelations(residuals, 8));
      [1, 2, 4, 8].forEach((lag, i) => {
        const test = ljungBox(residuals, lag);
        const place = `${name}/ljung_box/${i}`;
        ledger.holds(`${place}/lag`, lag);
        ledger.holds(`${place}/Q`, test?.statistic);
        ledger.holds(`${place}/df`, test?.df);
        ledger.holds(`${place}/p`, test?.p);
      });
      ledger.holds(`${name}/box_pierce4/Q`, boxPierce(residuals, 4)?.statistic);
      ledger.holds(`${name}/box_pierce4/p`, boxPierce(residuals, 4)?.p);
    });

    it(`${name}: Breusch-Godfrey, Breusch-Pagan`, () => {
      [1, 2, 4].forEach((order, i) => {
        const test = breuschGodfrey(design, residuals, order);
        ledger.holds(`${name}/breusch_godfrey/${i}/order`, test?.df);
        ledger.holds(`${name}/breusch_godfrey/${i}/LM`, test?.statistic);
        ledger.holds(`${name}/breusch_godfrey/${i}/p`, test?.p);
      });
      holdsF('breusch_godfrey_F1', breuschGodfreyF(design, residuals, 1));
      const pagan = breuschPagan(design, residuals);
      ledger.holds(`${name}/breusch_pagan_studentized/BP`, pagan?.statistic);
      ledger.holds(`${name}/breusch_pagan_studentized/df`, pagan?.df);
      ledger.holds(`${name}/breusch_pagan_studentized/p`, pagan?.p);
    });

    it(`${name}: Shapiro-Wilk, Jarque-Bera, RESET`, () => {
      const shapiro = shapiroWilk(residuals);
      ledger.holds(`${name}/shapiro/W`, shapiro?.statistic);
      ledger.holds(`${name}/shapiro/p`, shapiro?.p);
      const bera = jarqueBera(residuals);
      ledger.holds(`${name}/jarque_bera/JB`, bera?.statistic);
      ledger.holds(`${name}/jarque_bera/p`, bera?.p);
      ledger.holds(`${name}/jarque_bera/skew`, bera?.skewness);
      ledger.holds(`${name}/jarque_bera/kurt`, bera?.kurtosis);
      holdsF('reset', reset(design, y, fit));
    });

    it(`${name}: leverage, Cook's distance, studentised residuals`, () => {
      const rows = influence(design, fit);
      ledger.holdsAll(`${name}/hat`, leverages(design));
      ledger.holdsAll(
        `${name}/cooks`,
        rows.map(({ cook }) => cook),
      );
      ledger.holdsAll(
        `${name}/rstudent`,
        rows.map(({ studentised }) => studentised),
      );
    });
  }

  it('leaves no number out', () => {
    expect(ledger.open).toEqual([]);
  });
});
