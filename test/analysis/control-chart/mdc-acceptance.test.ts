import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { acceptanceSeries, conformancePage, differences } from '../../../scripts/mdc-conformance.js';
import { controlChart } from '../../../src/analysis/control-chart/control-chart.ts';
import { judge } from '../../../src/analysis/control-chart/judge.ts';
import type { Variation } from '../../../src/analysis/control-chart/result.ts';
import { CONTROL_RULE_SETS } from '../../../src/analysis/control-chart/rule-sets.ts';
import { pointVariation } from '../../../src/analysis/control-chart/variation.ts';
import { describeShared } from '../../support/shared.ts';
import { event, valuesOf } from './support.ts';

const engine = { judge, pointVariation, CONTROL_RULE_SETS };

const COLOURS: Readonly<Record<Variation, string>> = {
  improvement: 'blue',
  concern: 'orange',
  neither: 'purple',
  common: 'grey',
  both: 'both',
};

describeShared('the Making Data Count acceptance data', 'real/mdc-acceptance', (folder) => {
  it('agrees with Excel tool 5.0 on every point but the known defect', () => {
    const wrong = acceptanceSeries(folder).flatMap(({ name, better, values, colours, phases, freeze }) => {
      const chart = controlChart(valuesOf(values, { better }), {
        chart: 'i',
        ruleSet: 'mdc-excel-v5',
        phases: phases.map((place) => event(place + 1)),
        freeze: freeze === null ? null : event(freeze + 1),
      });
      return chart.points.flatMap(({ variation }, i) =>
        colours[i] === (variation === null ? 'grey' : COLOURS[variation]) ? [] : [`${name}, point ${i + 1}`],
      );
    });
    expect(wrong).toEqual(['Special cause conflict - High is good, point 15']);
  });

  it.each([
    ['mdc-excel-v5', 1],
    ['mdc-sql-2.6a', 17],
    ['nhsr', 127],
  ])('names every difference under %s', (name, count) => {
    expect(differences(engine, acceptanceSeries(folder), name)).toHaveLength(count);
  });

  it('is what docs/mdc-conformance.md says', () => {
    const page = readFileSync(new URL('../../../docs/mdc-conformance.md', import.meta.url), 'utf8');
    expect(page).toBe(conformancePage(engine, folder));
  });
});
