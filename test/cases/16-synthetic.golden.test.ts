import { expect, it } from 'vitest';
import {
  differenceInDifferences,
  syntheticFit,
  syntheticPlacebo,
  type Unit,
  withoutEach,
} from '../../src/analysis/evaluate/synthetic.ts';
import { simplexLeastSquares } from '../../src/statistics/optimise/simplex-least-squares.ts';
import { rows, sharedGolden } from '../support/golden.ts';
import { Ledger } from '../support/ledger.ts';
import { describeShared } from '../support/shared.ts';

const CASE = '16-synthetic-control-did-prop99';
/** 1970 to 1988. */
const BEFORE = 19;

describeShared('golden 16: synthetic control, Proposition 99', `golden/${CASE}`, (path) => {
  const ledger = new Ledger(sharedGolden(CASE), { absolute: 1e-6 });
  const table = rows(`${path}/data.csv`);
  const years = [...new Set(table.map(({ year }) => Number(year)))].sort((a, b) => a - b);
  const units = [...new Set(table.map(({ state = '' }) => state))].map((name): Unit => {
    const own = new Map(
      table.filter(({ state }) => state === name).map((row) => [Number(row.year), Number(row.cigsale)]),
    );
    return { name, values: years.map((year) => own.get(year) ?? Number.NaN) };
  });
  const treated = units.find(({ name }) => name === 'California') as Unit;
  const donors = units.filter((unit) => unit !== treated);
  const plain = syntheticFit(treated, donors, BEFORE, false);

  function holdsWeights(name: string, fit: typeof plain): void {
    const heavy = fit.weights.filter(({ weight }) => weight > 1e-6);
    for (const { area, weight } of heavy) ledger.holds(`${name}/weights/${area}`, weight);
    ledger.holds(`${name}/att`, fit.att);
    ledger.holds(`${name}/pre_rmspe`, fit.preRmspe);
    expect(fit.attRange).toBeNull();
  }

  it('weights, gap and errors', () => {
    holdsWeights('sc', plain);
    years.forEach((year, i) => {
      ledger.holds(`sc/gap/${year}`, plain.gap[i]);
    });
    ledger.holds('sc/post_rmspe', plain.postRmspe);
    ledger.holds('sc/ratio', plain.ratio);
    const design = years.slice(0, BEFORE).map((_, i) => donors.map(({ values }) => values[i] ?? Number.NaN));
    ledger.holds('sc/kkt_min_inactive', simplexLeastSquares(design, treated.values.slice(0, BEFORE)).slack);
  });

  it('weights on deviations from each mean', () => {
    holdsWeights('demeaned_sc', syntheticFit(treated, donors, BEFORE, true));
  });

  it('every state as placebo, California out of the pool', () => {
    const placebo = syntheticPlacebo(plain, donors, BEFORE, false);
    ledger.holds('placebo/n', placebo?.areas);
    ledger.holds('placebo/ratio_rank', placebo?.rank);
    ledger.holds('placebo/p_ratio', placebo?.p);
    ledger.holds('placebo/p_att_two_sided', placebo?.pGap);
    for (const one of units) {
      const pool = donors.filter((donor) => donor !== one);
      const fit = syntheticFit(one, pool, BEFORE, false);
      ledger.holds(`placebo/ratios/${one.name}`, fit.ratio);
      ledger.holds(`placebo/att/${one.name}`, fit.att);
    }
  });

  it('without each donor that has weight', () => {
    for (const { without, att } of withoutEach(treated, donors, BEFORE, plain, false))
      ledger.holds(`leave_one_donor_out/${without}`, att);
  });

  it('as if it had come in 1980', () => {
    const cut = ({ name, values }: Unit): Unit => ({ name, values: values.slice(0, BEFORE) });
    ledger.holds('placebo_in_time_1980', syntheticFit(cut(treated), donors.map(cut), 10, false).att);
  });

  it('difference in differences, as published', () => {
    const own = differenceInDifferences(treated, donors, BEFORE);
    ledger.holds('did', own);
    ledger.holds('published/did', own);
  });

  it('leaves no number out but one quoted from memory', () => {
    ledger.leavesOut('published/sc');
    expect(ledger.open).toEqual([]);
  });
});
